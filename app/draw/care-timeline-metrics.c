/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-pack-private.h"

#include <math.h>

/**
 * care_timeline_metrics_measure:
 * @self: (out): the metrics
 * @context: decides fonts and resolution
 * @font: the font of all text
 */
void
care_timeline_metrics_measure (CareTimelineMetrics *self, PangoContext *context,
                               const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) sample = pango_layout_new (context);
  PangoRectangle logical;

  pango_layout_set_font_description (sample, font);
  pango_layout_set_text (sample, "0", -1);
  pango_layout_get_extents (sample, NULL, &logical);
  self->line = ceil (logical.height / (double) PANGO_SCALE);
  self->em = self->line / 1.36;
}

/**
 * care_timeline_layout_width:
 * @layout: a text
 *
 * Returns: its width, in the units of its context.
 */
double
care_timeline_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/**
 * care_timeline_metrics_radius:
 * @self: metrics
 *
 * Returns: half the height of a dot.
 */
double
care_timeline_metrics_radius (const CareTimelineMetrics *self)
{
  return round (self->em * 0.36);
}

/**
 * care_timeline_metrics_row:
 * @self: metrics
 *
 * Returns: the height of a mark, with the line of its label.
 */
double
care_timeline_metrics_row (const CareTimelineMetrics *self)
{
  return 2 * self->line;
}

/**
 * care_timeline_metrics_pitch:
 * @self: metrics
 *
 * Returns: how far rows are apart.
 */
double
care_timeline_metrics_pitch (const CareTimelineMetrics *self)
{
  return care_timeline_metrics_row (self) + round (self->em * 0.4);
}

/**
 * care_timeline_metrics_symbol:
 * @self: metrics
 *
 * Returns: the width of a symbol that says how an entry stands, with the space before it.
 */
double
care_timeline_metrics_symbol (const CareTimelineMetrics *self)
{
  return round (self->em * 1.3);
}

/**
 * care_timeline_metrics_doubt:
 * @self: metrics
 * @doubt: of #CareTimelineDoubt
 *
 * Returns: the width of "~" and "?", as far as they stand beside a date.
 */
double
care_timeline_metrics_doubt (const CareTimelineMetrics *self, guint doubt)
{
  guint n = ((doubt & CARE_TIMELINE_ABOUT) != 0) + ((doubt & CARE_TIMELINE_UNCERTAIN) != 0);

  return n * round (self->em * 0.75);
}

/**
 * care_timeline_metrics_gap:
 * @self: metrics
 *
 * Returns: the least space between two marks of a row.
 */
double
care_timeline_metrics_gap (const CareTimelineMetrics *self)
{
  return round (self->em * 0.6);
}

/**
 * care_timeline_metrics_edge:
 * @self: metrics
 *
 * Returns: how far a dot or a line stands out from its day, at either end of a mark.
 */
double
care_timeline_metrics_edge (const CareTimelineMetrics *self)
{
  return care_timeline_metrics_radius (self) + 1;
}

/**
 * care_timeline_metrics_fade:
 * @self: metrics
 *
 * Returns: how far the line of what has no deadline goes on.
 */
double
care_timeline_metrics_fade (const CareTimelineMetrics *self)
{
  return round (self->em * 1.5);
}

/**
 * care_timeline_metrics_chip:
 * @self: metrics
 *
 * Returns: the height of a count of what has no row.
 */
double
care_timeline_metrics_chip (const CareTimelineMetrics *self)
{
  return self->line + 4;
}
