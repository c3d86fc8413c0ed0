/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of boxes, by the drawing code that the window uses. */

#include "care-page-flow.h"

#include "care-number-style.h"
#include "care-reference.h"

/* More bars than these nobody reads on a page. */
#define MOST_BARS 60

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
list_bars (const CareFlow *self, const CareChartContent *content)
{
  GString *out = g_string_new (NULL);
  g_autofree char *words = care_chart_content_describe (content);

  g_string_printf (out, "%g %s %d %u\n%s", self->template->chart_text, content->numbers->name, content->kind, content->n_more, words);
  for (guint i = 0; i < content->bars->len; i++)
    {
      const CareChartBar *bar = g_ptr_array_index (content->bars, i);
      g_autofree char *quantity = care_quantity_to_string (bar->quantity);

      g_string_append_printf (out, "\n%s %s %u %d", quantity, bar->colour != NULL ? bar->colour : "", bar->owner,
                              bar->is_apart);
    }
  return g_string_free (out, FALSE);
}

static void
add_chart (CareFlow *self, CareFlowElement *element, CareRecord *box, const CareChartContent *content)
{
  const CareChartStyle style = { .font_family = care_page_style_get_family (),
                                 .font_size = self->template->chart_text,
                                 .ink = care_page_ink,
                                 .faint = care_page_faint,
                                 .ground = care_page_paper,
                                 .accent = care_page_accent,
                                 .has_patterns = TRUE };
  CareChart *chart = care_chart_new (self->context, &style, content, care_flow_element_get_width (element));
  const char *alternative = care_record_get (box, "alternative");
  g_autofree char *words = alternative != NULL ? g_strdup (alternative) : care_chart_content_describe (content);
  CareFlowParagraph *picture = care_flow_add_picture (element, care_chart_get_height (chart), words);

  picture->chart = chart;
  picture->painted_from = list_bars (self, content);
  picture->gap = 5;
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
  if (content->sources->len > 0 && !has_citation (care_record_get (box, "text")))
    add_sources (self, element, content);
}
