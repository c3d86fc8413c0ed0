/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-private.h"

#include "care-scale.h"

#include <math.h>

/**
 * care_chart_muted:
 * @style: a style
 *
 * Returns: a quieter ink, for what is said by the way, that can still be read.
 */
CareColour
care_chart_muted (const CareChartStyle *style)
{
  return care_colour_legible (care_colour_mix (style->ink, style->ground, 0.3), style->ground,
                              CARE_CONTRAST_TEXT);
}

/**
 * care_chart_place_text:
 * @b: the chart in the making
 * @layout: a text
 * @x: its left edge
 * @y: its top
 * @colour: its colour
 * @row: the row that it is of, or -1
 * @on_bar: whether a bar is behind it
 */
void
care_chart_place_text (CareChartBuilder *b, PangoLayout *layout, double x, double y, CareColour colour,
                       int row, gboolean on_bar)
{
  CareChartLabel label = { g_object_ref (layout), x, y, colour, row, on_bar };

  g_array_append_val (b->chart->labels, label);
}

/* The bar is solid from nought to the nearest value that it can have. */
static void
shape_bar (CareChartBuilder *b, CareChartRow *row, CareQuantity *quantity)
{
  CareQuantityForm form = care_quantity_get_form (quantity);
  double zero = b->chart->zero_x, scale = b->scale.per_unit;
  double low = zero + care_scale_value (care_quantity_get_low (quantity)) * scale;
  double high = zero + care_scale_value (care_quantity_get_high (quantity)) * scale;
  double sure = CLAMP (zero, low, high);

  if (form == CARE_QUANTITY_UP_TO)
    {
      sure = zero;
      low = MIN (low, zero);
      high = MAX (high, zero);
    }
  row->solid_x = MIN (zero, sure);
  row->solid_width = fabs (sure - zero);
  row->soft_x = low;
  row->soft_width = high - low;
  if (form == CARE_QUANTITY_AT_LEAST)
    row->tip = low < zero ? -b->bar_height / 2 : b->bar_height / 2;
}

static void
place_value (CareChartBuilder *b, const CareChartDraft *draft, const CareChartRow *row, int index)
{
  const CareChartSpan *span = &g_array_index (b->spans, CareChartSpan, draft->span);
  gboolean left = span->low < 0 && span->high <= 0;
  double from = b->chart->zero_x + span->low * b->scale.per_unit;
  double to = b->chart->zero_x + span->high * b->scale.per_unit;
  double y = row->bar_y + (row->bar_height - care_chart_text_height (draft->value)) / 2;
  double pad = b->scale.pad, width = care_chart_text_width (draft->value);

  if (care_chart_span_holds (span, &b->scale))
    care_chart_place_text (b, draft->value, left ? from + pad : to - pad - width, y,
                           care_colour_on (row->colour), index, TRUE);
  else
    care_chart_place_text (b, draft->value, left ? from - span->tip - pad - width : to + span->tip + pad, y,
                           b->style->ink, index, FALSE);
}

/* Writes the label and the note downwards from @y and returns where they end. */
static double
place_label (CareChartBuilder *b, const CareChartDraft *draft, double y, int index)
{
  care_chart_place_text (b, draft->label, 0, y, b->style->ink, index, FALSE);
  y += care_chart_text_height (draft->label);
  if (draft->note == NULL)
    return y;
  care_chart_place_text (b, draft->note, 0, y, care_chart_muted (b->style), index, FALSE);
  return y + care_chart_text_height (draft->note);
}

static double
height_beside (CareChartBuilder *b, const CareChartDraft *draft)
{
  double label = care_chart_text_height (draft->label) + care_chart_text_height (draft->note);

  return MAX (MAX (label, b->bar_height), care_chart_text_height (draft->value));
}

static void
place_beside (CareChartBuilder *b, const CareChartDraft *draft, CareChartRow *row, int index)
{
  double label = care_chart_text_height (draft->label) + care_chart_text_height (draft->note);
  double words = care_chart_text_height (draft->value);

  row->height = MAX (height_beside (b, draft), b->row_height);
  row->bar_y = row->y + (row->height - b->bar_height) / 2;
  place_label (b, draft, row->y + (row->height - label) / 2, index);
  if (row->has_bar)
    place_value (b, draft, row, index);
  else
    care_chart_place_text (b, draft->value, b->plot_x + b->scale.pad, row->y + (row->height - words) / 2,
                           care_chart_muted (b->style), index, FALSE);
}

static void
place_above (CareChartBuilder *b, const CareChartDraft *draft, CareChartRow *row, int index)
{
  double y = place_label (b, draft, row->y, index);

  if (b->arrangement == CARE_CHART_ALL_ABOVE || !row->has_bar)
    {
      care_chart_place_text (b, draft->value, 0, y,
                             row->has_bar ? b->style->ink : care_chart_muted (b->style), index, FALSE);
      y += care_chart_text_height (draft->value);
    }
  row->bar_y = y + b->em * 0.15;
  if (row->has_bar)
    y = row->bar_y + b->bar_height;
  if (row->has_bar && b->arrangement == CARE_CHART_ABOVE)
    place_value (b, draft, row, index);
  row->height = y - row->y;
}

static double
place_row (CareChartBuilder *b, const CareChartBar *bar, guint index, double y)
{
  const CareChartDraft *draft = &g_array_index (b->drafts, CareChartDraft, index);
  CareChartRow row
    = { .y = y, .bar_height = b->bar_height, .colour = bar->colour, .has_bar = draft->span >= 0 };

  if (row.has_bar)
    shape_bar (b, &row, bar->quantity);
  if (b->arrangement == CARE_CHART_BESIDE)
    place_beside (b, draft, &row, (int) index);
  else
    place_above (b, draft, &row, (int) index);
  g_array_append_val (b->chart->rows, row);
  return y + row.height;
}

static void
wrap_all (CareChartBuilder *b)
{
  double value_width = b->chart->width - b->plot_x;

  if (b->arrangement == CARE_CHART_BESIDE)
    value_width -= b->scale.pad;
  for (guint i = 0; i < b->drafts->len; i++)
    {
      const CareChartDraft *draft = &g_array_index (b->drafts, CareChartDraft, i);

      care_chart_wrap (draft->label, b->label_width);
      care_chart_wrap (draft->note, b->label_width);
      care_chart_wrap (draft->value, value_width);
    }
}

/* Rows side by side stand at even distances, unless one of three lines or more
 * would push all others apart. */
static void
even_rows (CareChartBuilder *b)
{
  double tallest = 0;

  for (guint i = 0; i < b->drafts->len; i++)
    tallest = MAX (tallest, height_beside (b, &g_array_index (b->drafts, CareChartDraft, i)));
  b->row_height = tallest <= b->bar_height * 1.75 ? tallest : 0;
}

/**
 * care_chart_place:
 * @b: the chart in the making, measured
 * @bars: the bars
 * @n_bars: how many there are
 *
 * Places every row and the axis, and finds the height.
 */
void
care_chart_place (CareChartBuilder *b, const CareChartBar *bars, guint n_bars)
{
  double gap = b->em * (b->arrangement == CARE_CHART_BESIDE ? 0.6 : 0.8), y = 0;

  wrap_all (b);
  b->chart->is_beside = b->arrangement == CARE_CHART_BESIDE;
  if (b->arrangement == CARE_CHART_BESIDE)
    even_rows (b);
  for (guint i = 0; i < n_bars; i++)
    y = place_row (b, &bars[i], i, i == 0 ? 0 : y + gap);
  b->chart->height = y;
  if (b->spans->len > 0)
    care_chart_place_axis (b, y + gap / 2);
}
