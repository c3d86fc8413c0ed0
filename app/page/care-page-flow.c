/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every paragraph is shaped and broken here, once: the widths of the places do
 * not depend on what else is on the page. */

#include "care-page-flow.h"

#include <math.h>
#include <string.h>

#define LIST_INDENT_PT 11.0

static void
paragraph_free (gpointer data)
{
  CareFlowParagraph *paragraph = data;

  g_clear_pointer (&paragraph->text, care_text_unref);
  g_clear_pointer (&paragraph->marker, care_text_unref);
  g_clear_pointer (&paragraph->chart, care_chart_free);
  g_clear_pointer (&paragraph->timeline, care_timeline_strip_free);
  g_clear_pointer (&paragraph->image, cairo_surface_destroy);
  g_free (paragraph->painted_from);
  g_free (paragraph->words);
  g_free (paragraph);
}

static void
element_free (gpointer data)
{
  CareFlowElement *element = data;

  g_free (element->title);
  g_ptr_array_unref (element->paragraphs);
  g_free (element);
}

/**
 * care_flow_elements_new:
 *
 * Returns: (transfer full) (element-type CareFlowElement): an empty list.
 */
GPtrArray *
care_flow_elements_new (void)
{
  return g_ptr_array_new_with_free_func (element_free);
}

/**
 * care_flow_free:
 * @self: (transfer full): a flow
 *
 * Frees @self with all its paragraphs.
 */
void
care_flow_free (CareFlow *self)
{
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->texts);
  g_clear_pointer (&self->before, g_hash_table_unref);
  g_object_unref (self->context);
  care_snapshot_unref (self->snapshot);
  g_free (self->series);
  g_free (self->running_title);
  g_free (self->running_edition);
  g_free (self->running_foot);
  g_free (self->unprintable);
  g_free (self->unreadable);
  g_free (self);
}

/**
 * care_flow_add:
 * @self: a flow
 * @place: where on the page it goes
 * @record: the record that it prints
 * @title: (nullable): what a report calls it
 *
 * Returns: (transfer none): a new, empty element at the end of the flow.
 */
CareFlowElement *
care_flow_add (CareFlow *self, CareFlowPlace place, CareRecord *record, const char *title)
{
  CareFlowElement *element = g_new0 (CareFlowElement, 1);

  element->template = self->template;
  element->place = place;
  element->order = self->elements->len;
  element->kind = care_record_get_kind (record);
  element->id = care_record_get_id (record);
  element->title = g_strdup (title == NULL ? care_record_get_title (record) : title);
  element->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  g_ptr_array_add (self->elements, element);
  return element;
}

/**
 * care_flow_element_is_running:
 * @self: an element
 *
 * Returns: whether it is set in the columns: beside the sections, where there is no
 *   other place for it.
 */
gboolean
care_flow_element_is_running (const CareFlowElement *self)
{
  switch (self->place)
    {
    case CARE_FLOW_TITLE:
    case CARE_FLOW_INSET:
      return FALSE;
    case CARE_FLOW_CONTENTS:
    case CARE_FLOW_COLUMNS:
      return TRUE;
    case CARE_FLOW_WIDE:
      return self->template->n_columns == 1;
    case CARE_FLOW_HEAD:
    case CARE_FLOW_SIDEBAR:
    case CARE_FLOW_SOURCES:
    case CARE_FLOW_FURNITURE:
    default:
      return self->template->sidebar <= 0;
    }
}

/**
 * care_flow_element_get_width:
 * @self: an element
 *
 * Returns: how wide its texts are, in points.
 */
double
care_flow_element_get_width (const CareFlowElement *self)
{
  const CarePageTemplate *template = self->template;

  switch (self->place)
    {
    case CARE_FLOW_COLUMNS:
      return template->column;
    case CARE_FLOW_SOURCES:
    case CARE_FLOW_FURNITURE:
      return template->sidebar > 0 ? care_page_template_get_half (template) : template->column;
    case CARE_FLOW_INSET:
    case CARE_FLOW_SIDEBAR:
      return template->sidebar > 0 ? template->sidebar : template->column;
    case CARE_FLOW_HEAD:
    case CARE_FLOW_WIDE:
      return care_page_template_get_main (template);
    case CARE_FLOW_CONTENTS:
      return care_page_template_get_main (template) - CARE_FLOW_FOLIO_PT * template->scale;
    case CARE_FLOW_TITLE:
    default:
      return care_page_template_get_measure (template);
    }
}

static void
note_unprintable (CareFlow *self, CareFlowElement *element, const CareText *text)
{
  if (self->unprintable == NULL && text->has_unknown)
    self->unprintable = g_strdup (element->title);
}

/**
 * care_flow_add_text:
 * @self: a flow
 * @element: an element of it
 * @style: how the text looks
 * @text: plain text
 * @spans: (nullable) (element-type CareProseSpan): what differs in it
 *
 * Returns: (transfer none): the paragraph, at the end of @element.
 */
CareFlowParagraph *
care_flow_add_text (CareFlow *self, CareFlowElement *element, CarePageStyleName style, const char *text,
                    GArray *spans)
{
  return care_flow_add_item (self, element, style, NULL, 0, text, spans);
}

/* What a text is where nothing else is said: its style tells. */
static void
set_role (CareFlowParagraph *paragraph, CarePageStyleName style)
{
  static const guint levels[CARE_N_STYLES] = {
    [CARE_STYLE_TITLE] = 1,     [CARE_STYLE_HEADING] = 2,       [CARE_STYLE_BOX_TITLE] = 2,
    [CARE_STYLE_FINDING] = 2,   [CARE_STYLE_SMALL_HEADING] = 2, [CARE_STYLE_BOX_HEADING] = 3,
  };

  paragraph->level = levels[style];
  if (paragraph->level > 0)
    paragraph->role = CARE_FLOW_HEADING;
  else if (style == CARE_STYLE_QUOTE)
    paragraph->role = CARE_FLOW_QUOTE;
  else if (paragraph->marker != NULL)
    {
      paragraph->role = CARE_FLOW_ITEM;
      paragraph->level = 1;
    }
}

/* (transfer full): what was set alike, here or in the pages before, is not set again. */
static CareText *
set_text (CareFlow *self, const CarePageStyle *style, const char *text, GArray *spans, const CareTextMeasure *measure)
{
  g_autofree char *key = care_text_make_key (style, text, spans, measure);
  CareText *set = g_hash_table_lookup (self->texts, key);

  if (set == NULL && self->before != NULL)
    set = g_hash_table_lookup (self->before, key);
  if (set != NULL)
    set = care_text_ref (set);
  else
    set = care_text_new (self->context, style, text, spans, measure);
  g_hash_table_replace (self->texts, g_steal_pointer (&key), care_text_ref (set));
  return set;
}

static CareFlowParagraph *
add_paragraph (CareFlow *self, CareFlowElement *element, CarePageStyleName style, const char *marker, double indent,
               double first_indent, const char *text, GArray *spans, guint n_beside)
{
  CareFlowParagraph *paragraph = g_new0 (CareFlowParagraph, 1);
  double scale = self->template->scale;

  paragraph->style = &self->template->styles[style];
  paragraph->indent = indent * scale;
  paragraph->text = set_text (self, paragraph->style, text, spans,
                              &(CareTextMeasure){ care_flow_element_get_width (element) - paragraph->indent,
                                                  first_indent * scale, n_beside, care_page_template_get_inset (self->template) });
  paragraph->n_beside = MIN (n_beside, paragraph->text->lines->len);
  note_unprintable (self, element, paragraph->text);
  if (marker != NULL)
    paragraph->marker = set_text (self, paragraph->style, marker, NULL, &(CareTextMeasure){ G_MAXINT16 });
  set_role (paragraph, style);
  g_ptr_array_add (element->paragraphs, paragraph);
  return paragraph;
}

/**
 * care_flow_add_item:
 * @self: a flow
 * @element: an element of it
 * @style: how the text looks
 * @marker: (nullable): what hangs before the text, such as "•"
 * @indent: how far the text is moved in, in points of a Key Issue
 * @text: plain text
 * @spans: (nullable) (element-type CareProseSpan): what differs in it
 *
 * Returns: (transfer none): the paragraph, at the end of @element.
 */
CareFlowParagraph *
care_flow_add_item (CareFlow *self, CareFlowElement *element, CarePageStyleName style, const char *marker,
                    double indent, const char *text, GArray *spans)
{
  return add_paragraph (self, element, style, marker, indent, 0, text, spans, 0);
}

/**
 * care_flow_add_cell:
 * @self: a flow
 * @element: an element of it
 * @style: how the text looks
 * @x: from the left of the element to the cell, in points
 * @width: of the cell
 * @text: plain text
 * @spans: (nullable) (element-type CareProseSpan): what differs in it
 *
 * Returns: (transfer none): the cell, at the end of @element.
 */
CareFlowParagraph *
care_flow_add_cell (CareFlow *self, CareFlowElement *element, CarePageStyleName style, double x, double width,
                    const char *text, GArray *spans)
{
  CareFlowParagraph *cell = g_new0 (CareFlowParagraph, 1);

  cell->role = CARE_FLOW_CELL;
  cell->style = &self->template->styles[style];
  cell->indent = x;
  cell->width = width;
  cell->text = set_text (self, cell->style, text, spans, &(CareTextMeasure){ width });
  note_unprintable (self, element, cell->text);
  g_ptr_array_add (element->paragraphs, cell);
  return cell;
}

/**
 * care_flow_measure:
 * @self: a flow
 * @style: how the text looks
 * @text: plain text
 *
 * Returns: how wide @text is as one line, in points.
 */
double
care_flow_measure (CareFlow *self, CarePageStyleName style, const char *text)
{
  g_autoptr (CareText) line = set_text (self, &self->template->styles[style], text, NULL, &(CareTextMeasure){ G_MAXINT16 });

  return care_text_get_line (line, 0)->width;
}

/* Running text marks a new paragraph by its first line, so that no space between
 * paragraphs takes the columns off the grid. */
static double
choose_first_indent (CarePageStyleName style, const CareProseParagraph *prose, guint index)
{
  return style == CARE_STYLE_BODY && index > 0 && prose->role == CARE_PROSE_PARAGRAPH ? LIST_INDENT_PT : 0;
}

static CarePageStyleName
choose_style (CarePageStyleName style, const CareProseParagraph *prose)
{
  if (prose->role != CARE_PROSE_HEADING)
    return style;
  return style == CARE_STYLE_BODY ? CARE_STYLE_HEADING : CARE_STYLE_BOX_HEADING;
}

static double
choose_indent (const CareProseParagraph *prose)
{
  /* Deeper than this a line would hold hardly a word. */
  return LIST_INDENT_PT * MIN (prose->level + (prose->is_quoted ? 1 : 0), 4);
}

static void
set_prose_role (CareFlowParagraph *paragraph, const CareProseParagraph *prose)
{
  static const CareFlowRole roles[] = {
    [CARE_PROSE_PARAGRAPH] = CARE_FLOW_TEXT,       [CARE_PROSE_ITEM] = CARE_FLOW_ITEM,
    [CARE_PROSE_CONTINUED] = CARE_FLOW_CONTINUED, [CARE_PROSE_HEADING] = CARE_FLOW_HEADING,
    [CARE_PROSE_QUOTE] = CARE_FLOW_QUOTE,
  };

  paragraph->is_quoted = prose->is_quoted;
  /* The whole of a pull quote is one. */
  if (paragraph->role == CARE_FLOW_QUOTE && prose->role == CARE_PROSE_PARAGRAPH)
    return;
  paragraph->role = roles[prose->role];
  /* It is inside what has a heading of its own. */
  paragraph->level = prose->role == CARE_PROSE_HEADING ? 3 : prose->level;
}

static double
choose_gap (const CareProseParagraph *prose)
{
  return prose->role == CARE_PROSE_ITEM ? 2 : 3;
}

static guint
count_rows_before (const CareProseParagraph *prose, guint index)
{
  return index > 0 && prose->role == CARE_PROSE_HEADING ? 1 : 0;
}

/**
 * care_flow_add_parsed:
 * @self: a flow
 * @element: an element of it
 * @style: how its paragraphs look
 * @paragraphs: (element-type CareProseParagraph): what is added to @element
 * @rows_beside: how many rows of the grid, from the first, have something beside them
 *
 * Returns: how many of those rows the paragraphs do not reach; none or less where they do.
 */
double
care_flow_add_parsed (CareFlow *self, CareFlowElement *element, CarePageStyleName style, const GPtrArray *paragraphs,
                      double rows_beside)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const CareProseParagraph *prose = g_ptr_array_index (paragraphs, i);
      CarePageStyleName name = choose_style (style, prose);
      guint rows_before = count_rows_before (prose, i);
      double rows = self->template->styles[name].leading / self->template->row;
      guint n_beside = (guint) ceil (MAX (rows_beside - rows_before, 0) / rows);
      CareFlowParagraph *paragraph = add_paragraph (self, element, name, prose->marker, choose_indent (prose),
                                                    choose_first_indent (style, prose, i), prose->text, prose->spans, n_beside);

      set_prose_role (paragraph, prose);
      paragraph->source_start = prose->source_start;
      paragraph->source_end = prose->source_end;
      paragraph->gap = choose_gap (prose);
      paragraph->keep_next = prose->role == CARE_PROSE_HEADING;
      paragraph->rows_before = rows_before;
      rows_beside -= rows_before + paragraph->text->lines->len * rows;
    }
  return rows_beside;
}

/**
 * care_flow_add_prose:
 * @self: a flow
 * @element: an element of it
 * @style: how its paragraphs look
 * @text: (nullable): CommonMark with references
 *
 * Adds the paragraphs of @text to @element, and the sources that it cites to
 * the list of sources.
 */
void
care_flow_add_prose (CareFlow *self, CareFlowElement *element, CarePageStyleName style, const char *text)
{
  g_autoptr (GPtrArray) paragraphs = care_prose_parse (text, self->snapshot, self->sources);

  care_flow_add_parsed (self, element, style, paragraphs, 0);
}

/**
 * care_flow_add_picture:
 * @element: an element
 * @height: of the picture, in points
 * @words: what it says, for those who do not see it
 *
 * Returns: (transfer none): a paragraph at the end of @element, to be given its
 *   chart, timeline or image.
 */
CareFlowParagraph *
care_flow_add_picture (CareFlowElement *element, double height, const char *words)
{
  CareFlowParagraph *paragraph = g_new0 (CareFlowParagraph, 1);

  paragraph->style = &element->template->styles[CARE_STYLE_BOX];
  paragraph->width = care_flow_element_get_width (element);
  paragraph->height = height;
  paragraph->words = g_strdup (words);
  g_ptr_array_add (element->paragraphs, paragraph);
  return paragraph;
}

/**
 * care_flow_get_text_field:
 * @kind: section, box or briefing
 *
 * Returns: (transfer none): the field of it that care_flow_add_prose() is given.
 */
const char *
care_flow_get_text_field (const CareKind *kind)
{
  return strcmp (kind->name, "briefing") == 0 ? "standfirst" : "text";
}

/**
 * care_flow_paragraph_count_lines:
 * @self: a paragraph
 *
 * Returns: how many lines it has; a picture is one.
 */
guint
care_flow_paragraph_count_lines (const CareFlowParagraph *self)
{
  return self->text == NULL ? 1 : self->text->lines->len;
}

/**
 * care_flow_count_words:
 * @text: a text
 * @length: its bytes
 *
 * Returns: how many words there are in it, as a person counts: what has a letter
 *   or a digit between white space.
 */
int
care_flow_count_words (const char *text, gsize length)
{
  gboolean in_word = FALSE;
  int words = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Most letters are of ASCII, and quicker to tell. */
      if (c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && (c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c)))
        {
          in_word = TRUE;
          words++;
        }
    }
  return words;
}
