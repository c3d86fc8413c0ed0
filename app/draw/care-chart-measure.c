/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the texts of a chart need, and how the chart is arranged for it: labels
 * stand beside their bars where there is room for both; else above them; and
 * where even the values would leave the bars too short, the values go above too. */

#include "care-chart-private.h"

#include "care-scale.h"

#include <math.h>

/**
 * care_chart_text_width:
 * @layout: (nullable): a text
 *
 * Returns: its width in the units of the context, 0 for none.
 */
double
care_chart_text_width (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  if (layout != NULL)
    pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/**
 * care_chart_text_height:
 * @layout: (nullable): a text
 *
 * Returns: its height in the units of the context, 0 for none.
 */
double
care_chart_text_height (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  if (layout != NULL)
    pango_layout_get_extents (layout, NULL, &logical);
  return logical.height / (double) PANGO_SCALE;
}

/**
 * care_chart_write:
 * @b: the chart in the making
 * @text: what to write
 * @size: how large, as a share of the chart's size of text
 * @weight: how heavy
 *
 * Returns: (transfer full): the text on one line, not yet placed.
 */
PangoLayout *
care_chart_write (CareChartBuilder *b, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (b->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, b->style->font_family);
  pango_font_description_set_absolute_size (font, b->em * size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/**
 * care_chart_wrap:
 * @layout: (nullable): a text
 * @width: the room there is
 *
 * Breaks @layout into lines if it is wider than @width, and only then, so that
 * rounding never breaks what fits.
 */
void
care_chart_wrap (PangoLayout *layout, double width)
{
  if (layout == NULL)
    return;
  pango_layout_set_width (layout, -1);
  if (care_chart_text_width (layout) > width)
    pango_layout_set_width (layout, (int) floor (MAX (width, 1) * PANGO_SCALE));
}

static const char *
find_unit (const CareChartBar *bars, guint n_bars)
{
  for (guint i = 0; i < n_bars; i++)
    if (care_quantity_has_number (bars[i].quantity))
      return care_quantity_get_unit (bars[i].quantity);
  return NULL;
}

static gboolean
is_drawn (CareChartBuilder *b, CareQuantity *quantity)
{
  return care_quantity_has_number (quantity) && g_strcmp0 (care_quantity_get_unit (quantity), b->unit) == 0;
}

static CareDecimal
lesser (CareDecimal a, CareDecimal b)
{
  return care_decimal_compare (a, b) <= 0 ? a : b;
}

static CareDecimal
greater (CareDecimal a, CareDecimal b)
{
  return care_decimal_compare (a, b) >= 0 ? a : b;
}

static int
add_span (CareChartBuilder *b, CareQuantity *quantity, double value_width)
{
  CareQuantityForm form = care_quantity_get_form (quantity);
  CareDecimal low = care_quantity_get_low (quantity), high = care_quantity_get_high (quantity);
  CareChartSpan span = {
    .low = MIN (care_scale_value (low), 0),
    .high = MAX (care_scale_value (high), 0),
    .text_width = value_width,
    .may_hold = form != CARE_QUANTITY_RANGE && form != CARE_QUANTITY_UP_TO,
    .tip = form == CARE_QUANTITY_AT_LEAST ? b->bar_height / 2 : 0,
  };

  b->low = lesser (b->low, low);
  b->high = greater (b->high, high);
  b->whole = b->whole && low.exponent >= 0 && high.exponent >= 0;
  g_array_append_val (b->spans, span);
  return (int) b->spans->len - 1;
}

static void
draft_row (CareChartBuilder *b, const CareChartBar *bar)
{
  g_autofree char *value = care_quantity_format (bar->quantity, b->chart->style.numbers);
  gboolean drawn = is_drawn (b, bar->quantity);
  CareChartDraft draft = { .span = -1 };

  draft.label = care_chart_write (b, bar->label, 1, PANGO_WEIGHT_NORMAL);
  if (bar->note != NULL && bar->note[0] != '\0')
    draft.note = care_chart_write (b, bar->note, 0.9, PANGO_WEIGHT_NORMAL);
  draft.value = care_chart_write (b, value, 1, drawn ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  if (drawn)
    draft.span = add_span (b, bar->quantity, care_chart_text_width (draft.value));
  g_array_append_val (b->drafts, draft);
}

/* Bars shall have at least half of the width when no value fits within one. */
static gboolean
leaves_room (CareChartBuilder *b, double width)
{
  double left = 0, right = 0;

  for (guint i = 0; i < b->spans->len; i++)
    {
      const CareChartSpan *span = &g_array_index (b->spans, CareChartSpan, i);
      double *side = span->low < 0 && span->high <= 0 ? &left : &right;

      *side = MAX (*side, span->text_width + span->tip + b->scale.pad);
    }
  return left + right <= width / 2;
}

static gboolean
fits_beside (CareChartBuilder *b)
{
  double width = b->chart->width, widest = 0;

  for (guint i = 0; i < b->drafts->len; i++)
    {
      const CareChartDraft *draft = &g_array_index (b->drafts, CareChartDraft, i);

      widest = MAX (widest, MAX (care_chart_text_width (draft->label), care_chart_text_width (draft->note)));
    }
  b->label_width = MIN (widest, width * 0.38);
  b->plot_x = widest > 0 ? b->label_width + b->em : 0;
  if (width < 26 * b->em || !leaves_room (b, width - b->plot_x))
    return FALSE;

  for (guint i = 0; i < b->drafts->len; i++)
    {
      const CareChartDraft *draft = &g_array_index (b->drafts, CareChartDraft, i);

      care_chart_wrap (draft->label, b->label_width);
      if (pango_layout_get_line_count (draft->label) > 3)
        return FALSE;
    }
  return TRUE;
}

/* Where the values stand above, the bars have the width to themselves. */
static void
free_spans_of_text (CareChartBuilder *b)
{
  for (guint i = 0; i < b->spans->len; i++)
    {
      CareChartSpan *span = &g_array_index (b->spans, CareChartSpan, i);

      span->text_width = -b->scale.pad;
      span->may_hold = FALSE;
    }
}

static void
arrange (CareChartBuilder *b)
{
  b->arrangement = CARE_CHART_BESIDE;
  if (fits_beside (b))
    return;
  b->arrangement = leaves_room (b, b->chart->width) ? CARE_CHART_ABOVE : CARE_CHART_ALL_ABOVE;
  b->label_width = b->chart->width;
  b->plot_x = 0;
  if (b->arrangement == CARE_CHART_ALL_ABOVE)
    free_spans_of_text (b);
}

/**
 * care_chart_measure:
 * @b: the chart in the making; its drafts, arrangement and scale are found
 * @bars: the bars
 * @n_bars: how many there are
 */
void
care_chart_measure (CareChartBuilder *b, const CareChartBar *bars, guint n_bars)
{
  g_autoptr (PangoLayout) sample = care_chart_write (b, "0", 1, PANGO_WEIGHT_SEMIBOLD);

  b->bar_height = ceil (care_chart_text_height (sample) + b->em * 0.3);
  b->scale.pad = b->em * 0.5;
  b->unit = find_unit (bars, n_bars);
  for (guint i = 0; i < n_bars; i++)
    draft_row (b, &bars[i]);

  arrange (b);
  care_chart_scale_solve (&b->scale, (const CareChartSpan *) (void *) b->spans->data, b->spans->len,
                          b->chart->width - b->plot_x);
  b->chart->zero_x = b->plot_x + b->scale.left;
}
