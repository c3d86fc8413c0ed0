/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of boxes, by the drawing code that the window uses. */

#include "care-page-flow.h"

#include "care-number-style.h"

static char *
make_bar_note (CareFlow *self, CareRecord *figure)
{
  const char *words = care_record_get (figure, "period_words");
  g_autofree char *period = care_record_format (figure, "period");

  if (*period != '\0')
    return g_steal_pointer (&period);
  return g_strdup (words);
}

static void
free_bars (CareChartBar *bars, guint n_bars)
{
  for (guint i = 0; i < n_bars; i++)
    {
      g_free ((char *) bars[i].note);
      care_quantity_unref (bars[i].quantity);
    }
  g_free (bars);
}

/* What has no value keeps its row, and the row says so. */
static CareQuantity *
dup_value (CareRecord *figure)
{
  CareDecimal nought = { 0, 0 };
  CareQuantity *quantity = care_record_dup_quantity (figure, "value");

  return quantity != NULL ? quantity
                          : care_quantity_new (CARE_QUANTITY_NOT_ASSESSED, nought, nought, NULL, NULL);
}

static guint
collect_bars (CareFlow *self, GPtrArray *items, CareChartBar *bars)
{
  guint n_bars = 0;

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *item = g_ptr_array_index (items, i);
      CareRecord *figure = care_snapshot_follow (self->snapshot, item, "figure");
      const char *label = care_record_get (item, "text");

      if (figure == NULL)
        continue;
      bars[n_bars++] = (CareChartBar){ .label = label != NULL ? label : care_record_get_title (figure),
                                       .note = make_bar_note (self, figure),
                                       .quantity = dup_value (figure),
                                       .colour = care_page_accent };
    }
  return n_bars;
}

static char *
list_bars (const CareFlow *self, const CareChartStyle *style, const CareChartBar *bars, guint n_bars)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out, "%g %s", self->template->chart_text, style->numbers->name);
  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *quantity = care_quantity_to_string (bars[i].quantity);

      g_string_append_printf (out, "\n%s\n%s\n%s", bars[i].label, bars[i].note != NULL ? bars[i].note : "", quantity);
    }
  return g_string_free (out, FALSE);
}

/**
 * care_flow_add_chart:
 * @self: a flow
 * @element: the element of @box
 * @box: a box of the kind "chart"
 *
 * Adds a bar for each figure of @box's items, in their order.
 */
void
care_flow_add_chart (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  CareChartStyle style = { .font_family = care_page_style_get_family (),
                           .font_size = self->template->chart_text,
                           .ink = care_page_ink,
                           .faint = care_page_faint,
                           .ground = care_page_paper,
                           .numbers = care_snapshot_get_numbers (self->snapshot) };
  g_autoptr (GPtrArray) items
    = care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
  CareChartBar *bars = g_new0 (CareChartBar, items->len + 1);
  guint n_bars = collect_bars (self, items, bars);

  if (n_bars > 0)
    {
      CareChart *chart
        = care_chart_new (self->context, &style, bars, n_bars, care_flow_element_get_width (element));
      g_autofree char *words = care_chart_describe (chart);
      CareFlowParagraph *picture = care_flow_add_picture (element, care_chart_get_height (chart), words);

      picture->chart = chart;
      picture->painted_from = list_bars (self, &style, bars, n_bars);
      picture->gap = 5;
    }
  free_bars (bars, n_bars);
}
