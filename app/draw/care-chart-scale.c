/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-private.h"

#include <math.h>

static gboolean
points_left (const CareChartSpan *span)
{
  return span->low < 0 && span->high <= 0;
}

/* What the bars and values need on either side of nought. */
static void
reach (CareChartScale *scale, const CareChartSpan *spans, guint n_spans)
{
  scale->left = scale->right = 0;
  for (guint i = 0; i < n_spans; i++)
    {
      const CareChartSpan *span = &spans[i];
      double outside = span->tip + scale->pad + span->text_width;
      double left = -span->low * scale->per_unit, right = span->high * scale->per_unit;

      scale->left = MAX (scale->left, left + (points_left (span) ? outside : 0));
      scale->right = MAX (scale->right, right + (points_left (span) ? 0 : outside));
    }
}

/**
 * care_chart_scale_solve:
 * @scale: (inout): its pad is given, the rest is found
 * @spans: the bars
 * @n_spans: how many there are
 * @width: the room for bars and values together
 *
 * Finds about the largest scale at which every bar fits with its value. Which bar with its value
 * reaches farthest changes with the scale; halving finds one that fits all the same, if the values
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

  most = high > low ? width / (high - low) : 0;
  for (int i = 0; i < 40; i++)
    {
      scale->per_unit = (least + most) / 2;
      reach (scale, spans, n_spans);
      if (scale->left + scale->right <= width)
        least = scale->per_unit;
      else
        most = scale->per_unit;
    }
  scale->per_unit = least;
  reach (scale, spans, n_spans);
}
