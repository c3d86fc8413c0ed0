/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axis of a chart under its bars: as many ticks as their labels leave apart. */

#include "care-chart-private.h"

#include "care-number-style.h"
#include "care-scale.h"

#include <math.h>

#define MOST_TICKS 6

/**
 * care_chart_tick_text:
 * @b: the chart in the making
 * @value: where a tick is
 *
 * Returns: (transfer full): its label. Money and shares keep their sign; what a count counts, the
 *   values say.
 */
char *
care_chart_tick_text (CareChartBuilder *b, CareDecimal value)
{
  gboolean sign = g_strcmp0 (b->unit, "GBP") == 0 || g_strcmp0 (b->unit, "%") == 0;
  g_autoptr (CareQuantity) quantity
    = care_quantity_new (CARE_QUANTITY_EXACT, value, value, sign ? b->unit : NULL, NULL);

  return quantity == NULL ? g_strdup ("0") : care_quantity_format (quantity, care_number_style_get_brief (b->content->numbers));
}

static double
tick_x (CareChartBuilder *b, const CareScaleTicks *ticks, gint64 index)
{
  return b->chart->zero + care_scale_value (care_scale_tick (ticks, index)) * b->scale.per_unit;
}

/* One more tick at either end where the plot is wide enough for it. */
static void
extend (CareChartBuilder *b, CareScaleTicks *ticks)
{
  if (tick_x (b, ticks, ticks->last + 1) <= b->chart->width)
    ticks->last++;
  if (tick_x (b, ticks, ticks->first - 1) >= b->plot_x)
    ticks->first--;
}

/* The labels from left to right, unplaced, or NULL if they would touch. */
static GPtrArray *
write_ticks (CareChartBuilder *b, const CareScaleTicks *ticks, double *xs)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  double end = -b->em;

  for (gint64 i = ticks->first; i <= ticks->last; i++)
    {
      g_autofree char *text = care_chart_tick_text (b, care_scale_tick (ticks, i));
      PangoLayout *layout = care_chart_write (b, text, 0.9, PANGO_WEIGHT_NORMAL);
      double width = care_chart_text_width (layout), x = tick_x (b, ticks, i) - width / 2;

      g_ptr_array_add (layouts, layout);
      x = CLAMP (x, 0, MAX (b->chart->width - width, 0));
      if (x < end + b->em * 0.7)
        return NULL;
      end = x + width;
      xs[i - ticks->first] = x;
    }
  return g_steal_pointer (&layouts);
}

/**
 * care_chart_place_axis:
 * @b: the chart in the making, its bars placed
 * @y: where the grid ends
 *
 * Adds the grid and the labels of the axis, and their height to the chart's.
 *
 * Returns: whether there is an axis: there is none where all is nought.
 */
gboolean
care_chart_place_axis (CareChartBuilder *b, double y)
{
  double xs[MOST_TICKS + 2], top = y + b->em * 0.35;

  b->chart->plot = (CareChartArea){ b->plot_x, 0, b->chart->width - b->plot_x, y };
  b->chart->height = y;
  for (guint most = MOST_TICKS; most >= 2; most--)
    {
      g_autoptr (GPtrArray) layouts = NULL;
      CareScaleTicks ticks;

      if (!care_scale_ticks (b->low, b->high, most, b->whole, &ticks))
        return FALSE;
      extend (b, &ticks);
      layouts = write_ticks (b, &ticks, xs);
      if (layouts == NULL)
        continue;

      for (guint i = 0; i < layouts->len; i++)
        {
          PangoLayout *layout = layouts->pdata[i];
          double x = tick_x (b, &ticks, ticks.first + i);

          g_array_append_val (b->chart->grid, x);
          care_chart_place_text (b, layout, xs[i], top, b->style->muted, -1);
          b->chart->height = MAX (b->chart->height, top + care_chart_text_height (layout));
        }
      return TRUE;
    }
  return FALSE;
}
