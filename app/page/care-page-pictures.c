/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of boxes, by the drawing code that the window uses. */

#include "care-page-flow.h"

#include "care-number-style.h"
#include "care-reference.h"

/* More bars than these nobody reads on a page. */
#define MOST_BARS 60
#define CHART_GAP_PT 5.0
/* As many of what follows stay with a chart, at most. */
#define KEPT_LINES 3

static GPtrArray *
list_children (gpointer snapshot, const char *kind, const char *field, CareId id)
{
  return care_snapshot_list (snapshot, kind, field, id);
}

/* (transfer full): the figures of @items, in their order. */
static GPtrArray *
list_figures (CareFlow *self, GPtrArray *items)
{
  GPtrArray *figures = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *figure = care_snapshot_follow (self->snapshot, g_ptr_array_index (items, i), "figure");

      if (figure != NULL)
        g_ptr_array_add (figures, figure);
    }
  return figures;
}

/* An item has its own words for a figure where its author wrote some. */
static void
rename_bars (CareFlow *self, CareChartContent *content, GPtrArray *items)
{
  for (guint i = 0; i < items->len && content->kind != CARE_CHART_YEARS; i++)
    {
      CareRecord *item = g_ptr_array_index (items, i);
      CareRecord *figure = care_snapshot_follow (self->snapshot, item, "figure");

      for (guint j = 0; j < content->bars->len && care_record_get (item, "text") != NULL; j++)
        {
          CareChartBar *bar = g_ptr_array_index (content->bars, j);

          if (bar->figure != figure)
            continue;
          g_free (bar->label);
          bar->label = g_strdup (care_record_get (item, "text"));
        }
    }
}

/* All that is painted follows from this. */
static char *
list_bars (const CareFlow *self, const CareChartContent *content, guint from)
{
  GString *out = g_string_new (NULL);
  g_autofree char *words = care_chart_content_describe (content);

  g_string_printf (out, "%u %g %s %d %u\n%s", from, self->template->chart_text, content->numbers->name, content->kind,
                   content->n_more, words);
  for (guint i = 0; i < content->bars->len; i++)
    {
      const CareChartBar *bar = g_ptr_array_index (content->bars, i);
      g_autofree char *quantity = care_quantity_to_string (bar->quantity);

      g_string_append_printf (out, "\n%s %s %u %d", quantity, bar->colour != NULL ? bar->colour : "", bar->owner,
                              bar->is_apart);
    }
  return g_string_free (out, FALSE);
}

/* Of the first lines of a paragraph, no more than @most, with the gap above it. */
static double
count_height (const CareFlowElement *element, const CareFlowParagraph *paragraph, guint most)
{
  return paragraph->gap * element->template->scale
         + MIN (care_flow_paragraph_count_lines (paragraph), most) * paragraph->style->leading;
}

/* What a page has room for besides what is in the box already, which is no less than what is said where a
 * chart goes on, and besides a row or two for what sets it off. */
static double
count_room (const CareFlowElement *element)
{
  guint spare = care_flow_element_is_running (element) ? 1 : 2;
  double room = (element->template->rows - spare) * element->template->row;

  for (guint i = 0; i < element->paragraphs->len; i++)
    room -= count_height (element, g_ptr_array_index (element->paragraphs, i), G_MAXUINT);
  return room - CHART_GAP_PT * element->template->scale;
}

/* @chart: (transfer full) */
static void
add_piece (CareFlowElement *element, CareChart *chart, const char *words, char *painted_from)
{
  CareFlowParagraph *picture = care_flow_add_picture (element, care_chart_get_height (chart), words);

  picture->chart = chart;
  picture->painted_from = painted_from;
  picture->gap = CHART_GAP_PT;
}

/* What goes on on another page says of what it is. */
static void
add_continued (CareFlow *self, CareFlowElement *element)
{
  g_autofree char *text = g_strdup_printf ("%s (continued)", element->title);

  care_flow_add_text (self, element, CARE_STYLE_MEASURE, text, NULL)->begins_piece = TRUE;
}

/* (transfer full) (element-type CareChart): no piece of it is higher than the room of a page. */
static GPtrArray *
draw_chart (CareFlow *self, const CareFlowElement *element, const CareChartContent *content, double room)
{
  const CareChartStyle style = { .font_family = care_page_style_get_family (),
                                 .font_size = self->template->chart_text,
                                 .ink = care_page_ink,
                                 .muted = self->template->styles[CARE_STYLE_MEASURE].colour,
                                 .faint = care_page_faint,
                                 .ground = care_page_paper,
                                 .accent = care_page_accent,
                                 .has_patterns = TRUE,
                                 .least_size = self->template->chart_least };

  return care_chart_new_pieces (self->context, &style, content, care_flow_element_get_width (element),
                                room);
}

/* What is said of the first piece is said of all. */
static void
add_pieces (CareFlow *self, CareFlowElement *element, CareRecord *box, const CareChartContent *content, double room)
{
  const char *alternative = care_record_get (box, "alternative");
  g_autofree char *words = alternative != NULL ? g_strdup (alternative) : care_chart_content_describe (content);
  g_autoptr (GPtrArray) pieces = draw_chart (self, element, content, room);
  guint from = 0;

  while (pieces->len > 0)
    {
      CareChart *chart = g_ptr_array_steal_index (pieces, 0);
      guint end = from + care_chart_get_n_bars (chart);
      g_autofree char *more = g_strdup_printf ("The chart goes on: bars %u to %u of %u.", from + 1, end, content->bars->len);

      if (from > 0)
        add_continued (self, element);
      add_piece (element, chart, from == 0 ? words : more, list_bars (self, content, from));
      from = end;
    }
}

static gboolean
has_citation (const char *text)
{
  CareReferenceMatch match;

  for (gsize from = 0; text != NULL && care_reference_next (text, from, &match); from = match.end)
    if (match.is_citation)
      return TRUE;
  return FALSE;
}

/* Each source with its number, whose the figures are before it. */
static void
add_sources (CareFlow *self, CareFlowElement *element, const CareChartContent *content)
{
  g_autoptr (GString) text = g_string_new ("Source: ");
  g_autoptr (GArray) spans = care_prose_spans_new ();

  for (guint i = 0; i < content->sources->len; i++)
    {
      const CareChartSource *source = g_ptr_array_index (content->sources, i);
      const CareChartSource *before = i == 0 ? NULL : g_ptr_array_index (content->sources, i - 1);
      guint number = source->id == 0 ? 0 : care_prose_sources_add (self->sources, source->id, source->pinpoint);
      gsize start;

      if (before != NULL && before->id == source->id && g_str_equal (before->words, source->words))
        continue;
      g_string_append_printf (text, "%s%s", before == NULL ? "" : "; ", source->words);
      start = text->len;
      if (number == 0)
        continue;
      g_string_append_printf (text, "%u", number);
      care_prose_spans_add (spans, CARE_PROSE_CITATION, start, text->len, number, NULL);
    }
  care_flow_add_text (self, element, CARE_STYLE_BOX_NOTE, text->str, spans)->gap = 4;
}

/* With where it is from: that is set first, as it takes room on the page of the chart; in running text it can
 * go on on the next one. */
static void
add_chart (CareFlow *self, CareFlowElement *element, CareRecord *box, const CareChartContent *content)
{
  GPtrArray *paragraphs = element->paragraphs;
  gboolean has_sources = content->sources->len > 0 && !has_citation (care_record_get (box, "text"));
  CareFlowParagraph *sources = NULL;
  double room = count_room (element);

  if (has_sources)
    {
      add_sources (self, element, content);
      sources = g_ptr_array_steal_index (paragraphs, paragraphs->len - 1);
      room -= count_height (element, sources, care_flow_element_is_running (element) ? KEPT_LINES : G_MAXUINT);
    }
  add_pieces (self, element, box, content, room);
  if (!has_sources)
    return;
  ((CareFlowParagraph *) g_ptr_array_index (paragraphs, paragraphs->len - 1))->keep_next = TRUE;
  g_ptr_array_add (paragraphs, sources);
}

/**
 * care_flow_add_chart:
 * @self: a flow
 * @element: the element of @box, which has its title
 * @box: a box of the kind "chart"
 *
 * Adds what is measured, a bar for each figure of @box's items, in their order, and below it where
 * they are from: what the author of the box has not written is worked out.
 */
void
care_flow_add_chart (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  const CareChartAsk ask = { care_snapshot_lookup, list_children, self->snapshot,
                             care_snapshot_get_numbers (self->snapshot) };
  g_autoptr (GPtrArray) items = care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
  g_autoptr (GPtrArray) figures = list_figures (self, items);
  g_autoptr (CareChartContent) content
    = care_chart_content_new (&ask, figures, care_chart_kind_find (care_record_get (box, "chart")), MOST_BARS);
  const char *subtitle = care_record_get (box, "subtitle");

  rename_bars (self, content, items);
  if (subtitle == NULL && figures->len > 0)
    subtitle = content->subtitle;
  if (subtitle != NULL)
    care_flow_add_text (self, element, CARE_STYLE_MEASURE, subtitle, NULL)->keep_next = TRUE;
  if (figures->len > 0)
    add_chart (self, element, box, content);
}
