/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-ink-private.h"

#include "care-mirror.h"

#include <math.h>

/* In the middle of a pixel, where units are pixels. */
static double
crisp (double x)
{
  return floor (x) + 0.5;
}

static void
paint_line (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

static gboolean
begins_in (const CareTimelinePeriod *period, double width)
{
  return period->x >= 0 && period->x < width;
}

/**
 * care_timeline_ink_ruler:
 * @ruler: a ruler that is set
 * @colours: its colours
 * @width: of what can be seen
 * @cr: what to paint on; its state is kept
 *
 * Paints the names of its periods, as far as they end within @width, and where each begins.
 */
void
care_timeline_ink_ruler (const CareTimelineRuler *ruler, const CareTimelineColours *colours, double width,
                         cairo_t *cr)
{
  CareColour stroke = care_colour_legible (colours->faint, colours->ground, CARE_CONTRAST_GRAPHICS);
  double height = care_timeline_ruler_get_height (ruler);
  guint n_periods;
  const CareTimelinePeriod *periods = care_timeline_ruler_get_periods (ruler, &n_periods);
  double line = care_timeline_ruler_get_line (ruler);

  cairo_save (cr);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < n_periods; i++)
    {
      double top = periods[i].is_outer ? 0 : height - line;

      care_timeline_ink_set (cr, stroke);
      if (begins_in (&periods[i], width))
        paint_line (cr, crisp (periods[i].x), top + 2, crisp (periods[i].x), top + line);
      if (periods[i].name == NULL || periods[i].name_x + care_timeline_layout_width (periods[i].name) > width)
        continue;
      care_timeline_ink_set (cr, colours->ink);
      care_mirror_show_layout (cr, periods[i].name, periods[i].name_x, top + 1);
    }
  cairo_restore (cr);
}

static void
paint_tints (const CareTimelineRuler *behind, const CareTimelineColours *colours, double height, cairo_t *cr)
{
  guint n_periods;
  const CareTimelinePeriod *periods = care_timeline_ruler_get_periods (behind, &n_periods);

  care_timeline_ink_set (cr, care_colour_mix (colours->ground, colours->faint, 0.2));
  for (guint i = 0; i < n_periods; i++)
    if (periods[i].is_odd)
      {
        cairo_rectangle (cr, periods[i].x, 0, periods[i].width, height);
        cairo_fill (cr);
      }
}

/* Twice as thick as all others. */
static void
paint_polling_days (const CareTimelineRuler *behind, const CareTimelineColours *colours, double width,
                    double height, cairo_t *cr)
{
  guint n_periods;
  const CareTimelinePeriod *periods = care_timeline_ruler_get_periods (behind, &n_periods);

  care_timeline_ink_set (cr, care_colour_legible (colours->faint, colours->ground, CARE_CONTRAST_GRAPHICS));
  for (guint i = 0; i < n_periods; i++)
    if (periods[i].is_polling_day && begins_in (&periods[i], width))
      {
        cairo_rectangle (cr, floor (periods[i].x), 0, 2, height);
        cairo_fill (cr);
      }
}

static void
paint_strokes (const CareTimelineRuler *ruler, const CareTimelineColours *colours, double width,
               double height, cairo_t *cr)
{
  guint n_periods;
  const CareTimelinePeriod *periods = care_timeline_ruler_get_periods (ruler, &n_periods);

  for (guint i = 0; i < n_periods; i++)
    {
      double share = periods[i].is_outer ? 1 : 0.6;

      care_timeline_ink_set (cr, care_colour_mix (colours->ground, colours->faint, share));
      if (begins_in (&periods[i], width))
        paint_line (cr, crisp (periods[i].x), 0, crisp (periods[i].x), height);
    }
}

static void
paint_lanes (const CareTimelineFrame *frame, const CareTimelineColours *colours, double width, cairo_t *cr)
{
  guint n_lanes;
  const CareTimelineFrameLane *lanes = care_timeline_frame_get_lanes (frame, &n_lanes);

  care_timeline_ink_set (cr, colours->faint);
  for (guint i = 0; i < n_lanes; i++)
    paint_line (cr, 0, crisp (lanes[i].y), width, crisp (lanes[i].y));
}

/* At the end of the day: all that was true on it is left of the line. */
static void
paint_as_of (const CareTimelineViewport *viewport, CareDay as_of, const CareTimelineColours *colours,
             cairo_t *cr)
{
  double x = care_timeline_viewport_x (viewport, as_of + 1);

  if (as_of == 0 || x < 0 || x > viewport->width)
    return;
  care_timeline_ink_set (cr, colours->ink);
  cairo_set_dash (cr, (const double[]){ 4, 3 }, 2, 0);
  paint_line (cr, crisp (x), 0, crisp (x), viewport->height);
}

/**
 * care_timeline_ink_ground:
 * @frame: what can be seen
 * @ruler: (nullable): whose periods are lines
 * @behind: (nullable): whose periods are tints
 * @as_of: the day as of which all is shown, or 0
 * @colours: its colours
 * @cr: what to paint on; its state is kept
 *
 * Paints what is behind the marks.
 */
void
care_timeline_ink_ground (const CareTimelineFrame *frame, const CareTimelineRuler *ruler,
                          const CareTimelineRuler *behind, CareDay as_of, const CareTimelineColours *colours,
                          cairo_t *cr)
{
  const CareTimelineViewport *viewport = care_timeline_frame_get_viewport (frame);

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1);
  if (behind != NULL)
    paint_tints (behind, colours, viewport->height, cr);
  if (ruler != NULL)
    paint_strokes (ruler, colours, viewport->width, viewport->height, cr);
  if (behind != NULL)
    paint_polling_days (behind, colours, viewport->width, viewport->height, cr);
  paint_lanes (frame, colours, viewport->width, cr);
  paint_as_of (viewport, as_of, colours, cr);
  cairo_restore (cr);
}
