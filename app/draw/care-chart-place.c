/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything goes, from the top down, in a chart whose bars lie. */

#include "care-chart-private.h"

#include "care-scale.h"

#include <math.h>

static const CareChartDraft *
get_draft (CareChartBuilder *b, guint index)
{
  return &g_array_index (b->drafts, CareChartDraft, index);
}

static const CareChartBar *
get_bar (CareChartBuilder *b, guint index)
{
  return g_ptr_array_index (b->content->bars, index);
}

static void
add_fill (CareChartBuilder *b, const CareChartDraft *draft, double from, double to, double y)
{
  double width = MAX (fabs (to - from), CARE_CHART_LEAST_MARK);
  double x = CLAMP (to < from ? from - width : from, 0, b->chart->width - width);
  CareChartFill fill = { { x, y, width, b->bar_height }, draft->colour, draft->pattern };

  if (to != from)
    g_array_append_val (b->chart->fills, fill);
}

static void
add_whisker (CareChartBuilder *b, const CareChartDraft *draft, double from, double to, double y, CareQuantityForm form)
{
  CareChartWhisker whisker = { from, y + b->bar_height / 2, to, y + b->bar_height / 2, form != CARE_QUANTITY_AT_LEAST,
                               form == CARE_QUANTITY_RANGE && from != b->chart->zero, b->bar_height, draft->colour };

  if (from != to)
    g_array_append_val (b->chart->whiskers, whisker);
}

/* The bar is filled from nought to the nearest value that it can have; a whisker goes on to the
 * farthest. */
static void
shape_bar (CareChartBuilder *b, guint index, CareChartRow *row, double y)
{
  CareQuantity *quantity = get_bar (b, index)->quantity;
  const CareChartDraft *draft = get_draft (b, index);
  CareQuantityForm form = care_quantity_get_form (quantity);
  double zero = b->chart->zero, scale = b->scale.per_unit;
  double low = zero + care_scale_value (care_quantity_get_low (quantity)) * scale;
  double high = zero + care_scale_value (care_quantity_get_high (quantity)) * scale;
  double sure = form == CARE_QUANTITY_UP_TO ? zero : CLAMP (zero, low, high);
  double from = sure, to = low < zero && high <= zero ? low : high;

  if (form == CARE_QUANTITY_AT_LEAST)
    to = sure + (sure < zero ? -b->bar_height : b->bar_height);
  if (form == CARE_QUANTITY_RANGE && low < zero && high > zero)
    from = low;
  row->bar = (CareChartArea){ MIN (MIN (zero, sure), MIN (from, to)), y, 0, b->bar_height };
  row->bar.width = MAX (MAX (zero, sure), MAX (from, to)) - row->bar.x;
  if (get_bar (b, index)->parts != NULL && sure - zero > CARE_CHART_LEAST_MARK)
    care_chart_fill_parts (b, index, (CareChartArea){ zero, y, sure - zero, b->bar_height });
  else
    add_fill (b, draft, zero, sure, y);
  add_whisker (b, draft, from, to, y, form);
}

/* Beyond the end of its bar, or where the bar would begin. */
static void
place_value (CareChartBuilder *b, guint index, const CareChartRow *row)
{
  const CareChartDraft *draft = get_draft (b, index);
  const CareChartSpan *span = &g_array_index (b->spans, CareChartSpan, draft->span);
  double y = row->bar.y + (b->bar_height - care_chart_text_height (draft->value)) / 2;
  double x = row->bar.x + row->bar.width + b->scale.pad;

  if (span->low < 0 && span->high <= 0)
    x = row->bar.x - b->scale.pad - care_chart_text_width (draft->value);
  care_chart_place_text (b, draft->value, x, y, b->style->ink, (int) index);
}

/* Writes the label and the note downwards from @y and returns where they end. */
static double
place_label (CareChartBuilder *b, guint index, double y)
{
  const CareChartDraft *draft = get_draft (b, index);

  care_chart_place_text (b, draft->label, 0, y, b->style->ink, (int) index);
  y += care_chart_text_height (draft->label);
  care_chart_place_text (b, draft->note, 0, y, b->style->muted, (int) index);
  return y + care_chart_text_height (draft->note);
}

static double
label_height (const CareChartDraft *draft)
{
  return care_chart_text_height (draft->label) + care_chart_text_height (draft->note);
}

/* The bar and the words of its parts below it, or the words there are in place of a bar. */
static double
bar_side_height (CareChartBuilder *b, guint index)
{
  double parts = care_chart_parts_height (b, index, b->chart->width - b->plot_x);

  return MAX (b->bar_height, care_chart_text_height (get_draft (b, index)->value)) + parts;
}

/* In place of a bar. */
static void
place_words (CareChartBuilder *b, guint index, const CareChartRow *row)
{
  PangoLayout *words = get_draft (b, index)->value;
  double y = row->area.y + (row->area.height - care_chart_text_height (words)) / 2;

  care_chart_place_text (b, words, b->plot_x + b->scale.pad, y, b->style->muted, (int) index);
}

static void
place_beside (CareChartBuilder *b, guint index, CareChartRow *row)
{
  const CareChartDraft *draft = get_draft (b, index);
  double side = bar_side_height (b, index);
  double bar_y;

  row->area.height = MAX (MAX (label_height (draft), side), b->row_height);
  bar_y = row->area.y + (row->area.height - side) / 2;
  place_label (b, index, row->area.y + (row->area.height - label_height (draft)) / 2);
  if (row->has_bar)
    {
      shape_bar (b, index, row, bar_y);
      place_value (b, index, row);
      care_chart_place_parts (b, index, bar_y + b->bar_height, b->chart->width - b->plot_x);
    }
  else
    place_words (b, index, row);
}

static void
place_above (CareChartBuilder *b, guint index, CareChartRow *row)
{
  const CareChartDraft *draft = get_draft (b, index);
  double y = place_label (b, index, row->area.y);

  if (b->arrangement == CARE_CHART_ALL_ABOVE || !row->has_bar)
    {
      care_chart_place_text (b, draft->value, 0, y, row->has_bar ? b->style->ink : b->style->muted, (int) index);
      y += care_chart_text_height (draft->value);
    }
  if (row->has_bar)
    {
      shape_bar (b, index, row, y + b->em * 0.15);
      if (b->arrangement == CARE_CHART_ABOVE)
        place_value (b, index, row);
      y = row->bar.y + b->bar_height;
      care_chart_place_parts (b, index, y, b->chart->width);
      y += care_chart_parts_height (b, index, b->chart->width);
    }
  row->area.height = y - row->area.y;
}

static double
heading_height (CareChartBuilder *b, PangoLayout *heading)
{
  return heading == NULL ? 0 : care_chart_text_height (heading) + b->em * 0.3;
}

/* (nullable): of the series that a bar is of. */
static PangoLayout *
find_heading (CareChartBuilder *b, guint index)
{
  while (index > 0 && get_draft (b, index)->heading == NULL)
    index--;
  return get_draft (b, index)->heading;
}

/**
 * care_chart_resume_height:
 * @b: the chart in the making, placed
 * @index: a bar
 *
 * Returns: how much more @index takes if a chart begins with it: its series is named again.
 */
double
care_chart_resume_height (CareChartBuilder *b, guint index)
{
  return get_draft (b, index)->heading != NULL ? 0 : heading_height (b, find_heading (b, index));
}

/* What begins a series, or breaks one, across the whole width. */
static double
place_before (CareChartBuilder *b, guint index, double y)
{
  const CareChartDraft *draft = get_draft (b, index);
  PangoLayout *heading = index == b->from ? find_heading (b, index) : draft->heading;
  CareChartArea rule = { 0, y + heading_height (b, heading), b->chart->width, 0 };

  care_chart_place_text (b, heading, 0, y, b->style->ink, (int) index);
  y = rule.y;
  if (draft->gap != NULL)
    {
      g_array_append_val (b->chart->breaks, rule);
      y += b->em * 0.2;
      care_chart_place_text (b, draft->gap, 0, y, b->style->muted, (int) index);
      y += care_chart_text_height (draft->gap) + b->em * 0.4;
    }
  return y;
}

static double
place_row (CareChartBuilder *b, guint index, double y)
{
  CareChartRow row = { { 0, y, b->chart->width, 0 }, get_draft (b, index)->span >= 0, { 0 } };
  double top = place_before (b, index, y);

  row.area.y = top;
  if (b->arrangement == CARE_CHART_BESIDE)
    place_beside (b, index, &row);
  else
    place_above (b, index, &row);
  row.area.height += top - y;
  row.area.y = y;
  g_array_append_val (b->chart->rows, row);
  return y + row.area.height;
}

static void
wrap_all (CareChartBuilder *b)
{
  double value_width = b->chart->width - b->plot_x;

  if (b->arrangement == CARE_CHART_BESIDE)
    value_width -= b->scale.pad;
  for (guint i = 0; i < b->drafts->len; i++)
    {
      const CareChartDraft *draft = get_draft (b, i);

      care_chart_wrap (draft->heading, b->chart->width);
      care_chart_wrap (draft->gap, b->chart->width);
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
    tallest = MAX (tallest, MAX (label_height (get_draft (b, i)), bar_side_height (b, i)));
  b->row_height = tallest <= b->bar_height * 1.75 ? tallest : 0;
}

/**
 * care_chart_place:
 * @b: the chart in the making, measured and arranged
 *
 * Places every bar and the axis, and finds the height.
 */
void
care_chart_place (CareChartBuilder *b)
{
  double gap = b->em * (b->arrangement == CARE_CHART_BESIDE ? 0.6 : 0.8), y = 0;

  wrap_all (b);
  b->chart->zero = b->plot_x + b->scale.left;
  b->chart->is_open = b->arrangement != CARE_CHART_BESIDE || b->content->kind == CARE_CHART_YEARS;
  if (b->arrangement == CARE_CHART_BESIDE)
    even_rows (b);
  for (guint i = b->from; i < b->end; i++)
    y = place_row (b, i, i == b->from ? 0 : y + gap);
  b->chart->height = y;
  if (b->spans->len > 0)
    care_chart_place_axis (b, y + gap / 2);
}
