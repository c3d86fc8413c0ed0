/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree as objects of a PDF, and the way back from content to it. */

#include "care-pdf.h"

static qpdf_oh
new_attributes (CarePdf *self, const char *owner, const char *key, const char *value)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (self->qpdf);

  care_pdf_set_name (self, attributes, "/O", owner);
  care_pdf_set_name (self, attributes, key, value);
  return attributes;
}

static const char *
get_numbering (CarePdf *self, const CarePageNode *list)
{
  const char *label = care_page_tree_get_label (self->tree, list);

  if (label == NULL)
    return "/None";
  return g_ascii_isdigit (*label) ? "/Decimal" : "/Disc";
}

static const char *
get_alternative (const CarePageNode *node)
{
  const char *words = node->paragraph->words;

  return words != NULL && *words != '\0' ? words : "Picture";
}

static void
describe_element (CarePdf *self, const CarePageNode *node, qpdf_oh element)
{
  g_autofree char *name = g_strconcat ("/", care_page_role_get_name (node->role), NULL);
  qpdf_oh attributes;

  care_pdf_set_name (self, element, "/S", name);
  if (node->role == CARE_ROLE_LIST)
    care_pdf_set (self, element, "/A", new_attributes (self, "/List", "/ListNumbering", get_numbering (self, node)));
  if (node->role == CARE_ROLE_HEADER_CELL)
    care_pdf_set (self, element, "/A",
                  new_attributes (self, "/Table", "/Scope",
                                  node->paragraph->heads == CARE_FLOW_HEADS_ROW ? "/Row" : "/Column"));
  if (node->role == CARE_ROLE_PART)
    care_pdf_set_text (self, element, "/Lang", node->language == NULL ? "en-GB" : node->language);
  if (node->role == CARE_ROLE_LANGUAGE)
    care_pdf_set_text (self, element, "/Lang", node->span->target);
  if (node->role != CARE_ROLE_FIGURE)
    return;
  care_pdf_set_text (self, element, "/Alt", get_alternative (node));
  attributes = new_attributes (self, "/Layout", "/Placement", "/Block");
  if (node->spots->len > 0)
    care_pdf_set (self, attributes, "/BBox",
                  care_pdf_make_rectangle (self, &g_array_index (node->spots, CarePageSpot, 0)));
  care_pdf_set (self, element, "/A", attributes);
}

static void
add_content (CarePdf *self, const CarePageKid *kid, guint page, qpdf_oh element, qpdf_oh kids)
{
  GArray *parents = g_ptr_array_index (self->parents, kid->page);

  /* The numbers of a page are given in the order of drawing, not of the tree. */
  if (parents->len <= kid->mark)
    g_array_set_size (parents, kid->mark + 1);
  g_array_index (parents, qpdf_oh, kid->mark) = element;
  if (kid->page == page)
    care_pdf_append (self, kids, qpdf_oh_new_integer (self->qpdf, kid->mark));
  else
    {
      qpdf_oh reference = qpdf_oh_new_dictionary (self->qpdf);

      care_pdf_set_name (self, reference, "/Type", "/MCR");
      care_pdf_set (self, reference, "/Pg", qpdf_oh_new_object (self->qpdf, self->sheets[kid->page]));
      care_pdf_set_integer (self, reference, "/MCID", kid->mark);
      care_pdf_append (self, kids, reference);
    }
}

static void
add_kids (CarePdf *self, const CarePageNode *node, const qpdf_oh *elements, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_new_array (self->qpdf);

  if (node->is_painted)
    care_pdf_set (self, element, "/Pg", qpdf_oh_new_object (self->qpdf, self->sheets[node->page]));
  for (guint i = 0; i < node->kids->len; i++)
    {
      const CarePageKid *kid = &g_array_index (node->kids, CarePageKid, i);

      if (kid->node >= 0)
        care_pdf_append (self, kids, qpdf_oh_new_object (self->qpdf, elements[kid->node]));
      else
        add_content (self, kid, node->page, element, kids);
    }
  if (node->role == CARE_ROLE_LINK)
    care_pdf_add_link (self, node, element, kids);
  care_pdf_set (self, element, "/K", kids);
}

static void
add_elements (CarePdf *self, qpdf_oh root, qpdf_oh *elements)
{
  guint n = self->tree->nodes->len;

  for (guint i = 0; i < n; i++)
    elements[i] = care_pdf_new_object (self);
  for (guint i = 0; i < n; i++)
    {
      const CarePageNode *node = care_page_tree_get (self->tree, (int) i);

      care_pdf_set (self, elements[i], "/P",
                    qpdf_oh_new_object (self->qpdf, node->parent < 0 ? root : elements[node->parent]));
      describe_element (self, node, elements[i]);
      add_kids (self, node, elements, elements[i]);
    }
}

/* From the numbers of contents and links to their elements. */
static qpdf_oh
make_parent_tree (CarePdf *self)
{
  qpdf_oh tree = care_pdf_new_object (self);
  qpdf_oh numbers = qpdf_oh_new_array (self->qpdf);
  guint n_pages = self->n_pages;

  for (guint page = 0; page < n_pages; page++)
    {
      const GArray *parents = g_ptr_array_index (self->parents, page);
      qpdf_oh of = qpdf_oh_new_array (self->qpdf);

      for (guint i = 0; i < parents->len; i++)
        care_pdf_append (self, of, qpdf_oh_new_object (self->qpdf, g_array_index (parents, qpdf_oh, i)));
      care_pdf_append (self, numbers, qpdf_oh_new_integer (self->qpdf, page));
      care_pdf_append (self, numbers, qpdf_make_indirect_object (self->qpdf, of));
    }
  for (guint i = 0; i < self->link_parents->len; i++)
    {
      care_pdf_append (self, numbers, qpdf_oh_new_integer (self->qpdf, n_pages + i));
      care_pdf_append (self, numbers,
                       qpdf_oh_new_object (self->qpdf, g_array_index (self->link_parents, qpdf_oh, i)));
    }
  care_pdf_set (self, tree, "/Nums", numbers);
  return tree;
}

static void
tie_pages (CarePdf *self)
{
  for (guint page = 0; page < self->n_pages; page++)
    {
      const GArray *annotations = g_ptr_array_index (self->annotations, page);
      qpdf_oh list = qpdf_oh_new_array (self->qpdf);

      care_pdf_set_integer (self, self->sheets[page], "/StructParents", page);
      care_pdf_set_name (self, self->sheets[page], "/Tabs", "/S");
      for (guint i = 0; i < annotations->len; i++)
        care_pdf_append (self, list, qpdf_oh_new_object (self->qpdf, g_array_index (annotations, qpdf_oh, i)));
      if (annotations->len > 0)
        care_pdf_set (self, self->sheets[page], "/Annots", list);
    }
}

/**
 * care_pdf_add_structure:
 * @self: a PDF whose pages are marked
 *
 * Puts the tree into it, with links, in place of Cairo's.
 */
void
care_pdf_add_structure (CarePdf *self)
{
  qpdf_oh root = care_pdf_new_object (self);
  g_autofree qpdf_oh *elements = g_new0 (qpdf_oh, self->tree->nodes->len);

  add_elements (self, root, elements);
  care_pdf_set_name (self, root, "/Type", "/StructTreeRoot");
  care_pdf_set (self, root, "/K", qpdf_oh_new_object (self->qpdf, elements[0]));
  care_pdf_set (self, root, "/ParentTree", make_parent_tree (self));
  care_pdf_set_integer (self, root, "/ParentTreeNextKey", self->n_pages + self->link_parents->len);
  care_pdf_set (self, qpdf_get_root (self->qpdf), "/StructTreeRoot", root);
  tie_pages (self);
}
