/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-tree.h"

#include <stdlib.h>
#include <string.h>

/* Names that PDF has for what something is; web pages and readers of the screen
 * know the same kinds. */
static const char *const names[] = {
  [CARE_ROLE_DOCUMENT] = "Document",
  [CARE_ROLE_PART] = "Part",
  [CARE_ROLE_SECTION] = "Sect",
  [CARE_ROLE_HEADING_1] = "H1",
  [CARE_ROLE_HEADING_2] = "H2",
  [CARE_ROLE_HEADING_3] = "H3",
  [CARE_ROLE_PARAGRAPH] = "P",
  [CARE_ROLE_LIST] = "L",
  [CARE_ROLE_ITEM] = "LI",
  [CARE_ROLE_LABEL] = "Lbl",
  [CARE_ROLE_BODY] = "LBody",
  [CARE_ROLE_QUOTE] = "BlockQuote",
  [CARE_ROLE_FIGURE] = "Figure",
  [CARE_ROLE_TABLE] = "Table",
  [CARE_ROLE_ROW] = "TR",
  [CARE_ROLE_HEADER_CELL] = "TH",
  [CARE_ROLE_CELL] = "TD",
  [CARE_ROLE_LINK] = "Link",
  [CARE_ROLE_LANGUAGE] = "Span",
};

static void
node_free (gpointer data)
{
  CarePageNode *node = data;

  g_array_unref (node->kids);
  g_array_unref (node->spots);
  g_free (node);
}

static int
add_node (CarePageTree *self, CarePageRole role, int parent)
{
  CarePageNode *node = g_new0 (CarePageNode, 1);
  CarePageKid kid = { (int) self->nodes->len, 0, 0 };

  node->role = role;
  node->parent = parent;
  node->kids = g_array_new (FALSE, FALSE, sizeof (CarePageKid));
  node->spots = g_array_new (FALSE, FALSE, sizeof (CarePageSpot));
  g_ptr_array_add (self->nodes, node);
  if (parent >= 0)
    g_array_append_val (care_page_tree_get (self, parent)->kids, kid);
  return kid.node;
}

/* An element being taken in: what of it is not closed yet. */
typedef struct
{
  CarePageTree *tree;
  int section;
  int quote;     /* -1 outside one */
  int table;     /* the same */
  int row;       /* of the table */
  GArray *lists;  /* of int: the lists that are open, each inside the one before */
  GArray *bodies; /* of int: the last item's of each */
} Builder;

static void
close_lists (Builder *b, guint level)
{
  if (b->lists->len <= level)
    return;
  g_array_set_size (b->lists, level);
  g_array_set_size (b->bodies, level);
}

static int
get_last (const GArray *nodes, int otherwise)
{
  return nodes->len == 0 ? otherwise : g_array_index (nodes, int, nodes->len - 1);
}

static int
add_paragraph (Builder *b, const CareFlowParagraph *paragraph, CarePageRole role, int parent)
{
  int node = add_node (b->tree, role, parent);

  care_page_tree_get (b->tree, node)->paragraph = paragraph;
  g_hash_table_insert (b->tree->of, (gpointer) paragraph, GINT_TO_POINTER (node + 1));
  return node;
}

/* Whether an item goes on with the list of the one before: dots after dots, and a
 * number after the one before it. */
static gboolean
goes_on (const CareFlowParagraph *before, const CareFlowParagraph *paragraph)
{
  const char *last = before->marker == NULL ? "" : before->marker->text;
  const char *next = paragraph->marker == NULL ? "" : paragraph->marker->text;

  if (g_ascii_isdigit (*last) && g_ascii_isdigit (*next))
    return atoi (next) == atoi (last) + 1;
  return strcmp (last, next) == 0;
}

/* The paragraph with which the last item of a list begins. */
static const CareFlowParagraph *
get_last_item (Builder *b, guint level)
{
  const CarePageNode *body = care_page_tree_get (b->tree, g_array_index (b->bodies, int, level - 1));

  return body->kids->len == 0 ? NULL
                              : care_page_tree_get (b->tree, g_array_index (body->kids, CarePageKid, 0).node)->paragraph;
}

static int
add_item (Builder *b, const CareFlowParagraph *paragraph)
{
  guint level = MAX (paragraph->level, 1);
  int item, body;

  close_lists (b, level);
  if (b->lists->len == level)
    {
      const CareFlowParagraph *before = get_last_item (b, level);

      if (before == NULL || !goes_on (before, paragraph))
        close_lists (b, level - 1);
    }
  while (b->lists->len < MAX (paragraph->level, 1))
    {
      int list = add_node (b->tree, CARE_ROLE_LIST, get_last (b->bodies, b->quote >= 0 ? b->quote : b->section));

      g_array_append_val (b->lists, list);
      /* A list right inside another has no item to be in; it makes one. */
      if (b->lists->len < paragraph->level)
        {
          item = add_node (b->tree, CARE_ROLE_ITEM, list);
          body = add_node (b->tree, CARE_ROLE_BODY, item);
          g_array_append_val (b->bodies, body);
        }
    }
  item = add_node (b->tree, CARE_ROLE_ITEM, get_last (b->lists, -1));
  if (paragraph->marker != NULL)
    {
      int label = add_node (b->tree, CARE_ROLE_LABEL, item);

      care_page_tree_get (b->tree, label)->paragraph = paragraph;
      g_hash_table_insert (b->tree->labels, (gpointer) paragraph, GINT_TO_POINTER (label + 1));
    }
  body = add_node (b->tree, CARE_ROLE_BODY, item);
  g_array_set_size (b->bodies, b->lists->len - 1);
  g_array_append_val (b->bodies, body);
  return add_paragraph (b, paragraph, CARE_ROLE_PARAGRAPH, body);
}

/* Whatever is quoted is in the quotation, lists too. */
static void
enter_quote (Builder *b, const CareFlowParagraph *paragraph)
{
  gboolean is_quoted = paragraph->is_quoted || paragraph->role == CARE_FLOW_QUOTE;

  if (is_quoted == (b->quote >= 0))
    return;
  /* A quotation within an item is the item's. */
  if (paragraph->role == CARE_FLOW_CONTINUED)
    return;
  close_lists (b, 0);
  b->quote = is_quoted ? add_node (b->tree, CARE_ROLE_QUOTE, b->section) : -1;
}

static void
add_cell (Builder *b, const CareFlowParagraph *cell)
{
  if (b->table < 0)
    b->table = add_node (b->tree, CARE_ROLE_TABLE, b->section);
  if (!cell->continues_row)
    b->row = add_node (b->tree, CARE_ROLE_ROW, b->table);
  add_paragraph (b, cell, cell->heads == CARE_FLOW_HEADS_NOTHING ? CARE_ROLE_CELL : CARE_ROLE_HEADER_CELL, b->row);
}

/* Headings go down a level at a time, whatever their style. */
static void
add_heading (Builder *b, const CareFlowParagraph *paragraph, guint *level)
{
  *level = MIN (paragraph->level, *level + 1);
  add_paragraph (b, paragraph, CARE_ROLE_HEADING_1 + *level - 1, b->quote >= 0 ? b->quote : b->section);
}

static void
add_to_element (Builder *b, const CareFlowParagraph *paragraph, guint *level)
{
  if (paragraph->role == CARE_FLOW_CONTINUED)
    close_lists (b, MAX (paragraph->level, 1));
  else if (paragraph->role != CARE_FLOW_ITEM)
    close_lists (b, 0);
  enter_quote (b, paragraph);
  if (paragraph->role != CARE_FLOW_CELL)
    b->table = -1;
  switch (paragraph->role)
    {
    case CARE_FLOW_HEADING:
      add_heading (b, paragraph, level);
      break;
    case CARE_FLOW_ITEM:
      add_item (b, paragraph);
      break;
    case CARE_FLOW_CONTINUED:
      add_paragraph (b, paragraph, CARE_ROLE_PARAGRAPH, get_last (b->bodies, b->section));
      break;
    case CARE_FLOW_QUOTE:
      add_paragraph (b, paragraph, CARE_ROLE_PARAGRAPH, b->quote);
      break;
    case CARE_FLOW_CELL:
      add_cell (b, paragraph);
      break;
    case CARE_FLOW_TEXT:
    default:
      add_paragraph (b, paragraph, paragraph->text == NULL ? CARE_ROLE_FIGURE : CARE_ROLE_PARAGRAPH, b->section);
      break;
    }
}

/* What links may lead to. */
static void
note_target (CarePageTree *self, const CareFlowElement *element, const CareFlowParagraph *paragraph)
{
  CarePageTargets *targets = &self->targets;
  int node = care_page_tree_find (self, paragraph);

  if (element->place == CARE_FLOW_TITLE && paragraph->role == CARE_FLOW_HEADING)
    targets->title = node;
  if (element->place == CARE_FLOW_COLUMNS && paragraph == g_ptr_array_index (element->paragraphs, 0)
      && paragraph->role == CARE_FLOW_HEADING)
    g_array_append_val (targets->sections, node);
  if (element->place == CARE_FLOW_SOURCES && paragraph->role == CARE_FLOW_ITEM)
    g_array_append_val (targets->sources, node);
}

/* Title and standfirst are the document's own, or the part's. */
static void
add_element (CarePageTree *self, int part, const CareFlowElement *element, guint *level)
{
  gboolean is_head = element->place == CARE_FLOW_TITLE || element->place == CARE_FLOW_HEAD;
  Builder b = { self, part, -1, -1, -1, g_array_new (FALSE, FALSE, sizeof (int)), g_array_new (FALSE, FALSE, sizeof (int)) };

  if (element->paragraphs->len > 0 && !is_head)
    {
      b.section = add_node (self, CARE_ROLE_SECTION, part);
      care_page_tree_get (self, b.section)->element = element;
    }
  for (guint i = 0; i < element->paragraphs->len; i++)
    {
      const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, i);

      add_to_element (&b, paragraph, level);
      note_target (self, element, paragraph);
    }
  g_array_unref (b.lists);
  g_array_unref (b.bodies);
}

static CarePageTree *
make (const CareFlow *flow, CarePageRole role)
{
  CarePageTree *self = g_new0 (CarePageTree, 1);
  guint level = 0;
  int root;

  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->of = g_hash_table_new (NULL, NULL);
  self->labels = g_hash_table_new (NULL, NULL);
  self->targets.title = -1;
  self->targets.sources = g_array_new (FALSE, FALSE, sizeof (int));
  self->targets.sections = g_array_new (FALSE, FALSE, sizeof (int));
  root = add_node (self, role, -1);
  for (guint i = 0; i < flow->elements->len; i++)
    add_element (self, root, g_ptr_array_index (flow->elements, i), &level);
  return self;
}

/**
 * care_page_tree_new:
 * @flow: what is printed; outlives the tree
 *
 * Returns: (transfer full): what @flow is made of, as yet without content.
 */
CarePageTree *
care_page_tree_new (const CareFlow *flow)
{
  return make (flow, CARE_ROLE_DOCUMENT);
}

/**
 * care_page_tree_new_part:
 * @flow: what is printed, among other things; outlives the tree
 *
 * Returns: (transfer full): as care_page_tree_new(), but what @flow is made of is a part
 *   of a document.
 */
CarePageTree *
care_page_tree_new_part (const CareFlow *flow)
{
  return make (flow, CARE_ROLE_PART);
}

/**
 * care_page_tree_free:
 * @self: (transfer full): a tree
 */
void
care_page_tree_free (CarePageTree *self)
{
  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->of);
  g_hash_table_unref (self->labels);
  g_array_unref (self->targets.sources);
  g_array_unref (self->targets.sections);
  g_free (self);
}

/**
 * care_page_tree_get:
 * @self: a tree
 * @node: the number of a node
 *
 * Returns: (transfer none): the node.
 */
CarePageNode *
care_page_tree_get (const CarePageTree *self, int node)
{
  return g_ptr_array_index (self->nodes, (guint) node);
}

/**
 * care_page_tree_find:
 * @self: a tree
 * @paragraph: (nullable): a paragraph of its flow
 *
 * Returns: the node that it is the content of, or -1.
 */
int
care_page_tree_find (const CarePageTree *self, const CareFlowParagraph *paragraph)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->of, paragraph)) - 1;
}

/**
 * care_page_tree_find_label:
 * @self: a tree
 * @paragraph: an item of a list
 *
 * Returns: the node that its marker is the content of, or -1.
 */
int
care_page_tree_find_label (const CarePageTree *self, const CareFlowParagraph *paragraph)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->labels, paragraph)) - 1;
}

/**
 * care_page_tree_get_span:
 * @self: a tree
 * @node: that of a paragraph
 * @span: a part of the paragraph
 *
 * Returns: the node of @span inside @node, which is made unless @span goes on.
 */
int
care_page_tree_get_span (CarePageTree *self, int node, const CareProseSpan *span)
{
  GArray *kids = care_page_tree_get (self, node)->kids;
  int inner = kids->len == 0 ? -1 : g_array_index (kids, CarePageKid, kids->len - 1).node;

  if (inner >= 0 && care_page_tree_get (self, inner)->span == span)
    return inner;
  inner = add_node (self, span->kind == CARE_PROSE_LANGUAGE ? CARE_ROLE_LANGUAGE : CARE_ROLE_LINK, node);
  care_page_tree_get (self, inner)->span = span;
  return inner;
}

/**
 * care_page_tree_add_content:
 * @self: a tree
 * @node: a node of it
 * @page: a page, from 0
 * @mark: the number of a piece of content there
 * @y: where it is, in points from the top
 *
 * Makes a piece of a page the next content of @node.
 */
void
care_page_tree_add_content (CarePageTree *self, int node, guint page, guint mark, double y)
{
  CarePageNode *it = care_page_tree_get (self, node);
  CarePageKid kid = { -1, page, mark };

  g_array_append_val (it->kids, kid);
  if (it->is_painted)
    return;
  it->is_painted = TRUE;
  it->page = page;
  it->y = y;
}

/**
 * care_page_tree_get_label:
 * @self: a tree
 * @list: a list in it
 *
 * Returns: (transfer none) (nullable): what marks the first item, such as "•" or "1".
 */
const char *
care_page_tree_get_label (const CarePageTree *self, const CarePageNode *list)
{
  const CarePageNode *item = care_page_tree_get (self, g_array_index (list->kids, CarePageKid, 0).node);
  const CarePageNode *first = care_page_tree_get (self, g_array_index (item->kids, CarePageKid, 0).node);

  return first->role == CARE_ROLE_LABEL ? first->paragraph->marker->text : NULL;
}

/**
 * care_page_role_get_name:
 * @role: a role
 *
 * Returns: its name in a PDF.
 */
const char *
care_page_role_get_name (CarePageRole role)
{
  return names[role];
}
