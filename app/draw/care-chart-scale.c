/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-private.h"

#include <math.h>

static gboolean
points_left (const CareChartSpan *span)
{
  return span->low < 0 && span->high <= 0;
}

/**
 * care_chart_span_holds:
 * @span: a bar
 * @scale: the scale that it is drawn to
 *
 * Returns: whether its value fits within it, with room at both sides.
 */
gboolean
care_chart_span_holds (const CareChartSpan *span, const CareChartScale *scale)
{
  double length = MAX (span->high, -span->low) * scale->per_unit;

  return span->may_hold && length >= span->text_width + 2 * scale->pad;
}

static void
reach (CareChartScale *scale, const CareChartSpan *spans, guint n_spans)
{
  scale->left = scale->right = 0;
  for (guint i = 0; i < n_spans; i++)
    {
      const CareChartSpan *span = &spans[i];
      double outside = span->tip + (care_chart_span_holds (span, scale) ? 0 : scale->pad + span->text_width);
      double left = MAX (-span->low, 0) * scale->per_unit, right = MAX (span->high, 0) * scale->per_unit;

      scale->left = MAX (scale->left, left + (points_left (span) ? outside : 0));
      scale->right = MAX (scale->right, right + (points_left (span) ? 0 : outside));
    }
}

static gboolean
fits (CareChartScale *scale, const CareChartSpan *spans, guint n_spans, double width)
{
  reach (scale, spans, n_spans);
  return scale->left + scale->right <= width;
}

/**
 * care_chart_scale_solve:
 * @scale: (inout): its pad is given, the rest is found
 * @spans: the bars
 * @n_spans: how many there are
 * @width: the room for bars and values together
 *
 * Finds about the largest scale at which every bar fits with its value. A value
 * moves into its bar where that is long enough, so that the room needed is not
 * simply proportional; halving finds a scale that fits all the same, if the values
 * alone do.
 */
void
care_chart_scale_solve (CareChartScale *scale, const CareChartSpan *spans, guint n_spans, double width)
{
  double low = 0, high = 0, least = 0, most;

  for (guint i = 0; i < n_spans; i++)
    {
      low = MIN (low, spans[i].low);
      high = MAX (high, spans[i].high);
    }

  most = scale->per_unit = high > low ? width / (high - low) : 0;
  if (fits (scale, spans, n_spans, width))
    return;
  for (int i = 0; i < 40; i++)
    {
      scale->per_unit = (least + most) / 2;
      if (fits (scale, spans, n_spans, width))
        least = scale->per_unit;
      else
        most = scale->per_unit;
    }
  scale->per_unit = least;
  reach (scale, spans, n_spans);
}
