/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of a poster as pictures. */

#include "care-timeline-poster.h"

#include "care-canvas.h"

typedef struct
{
  CareTimelinePoster *poster;
  guint sheet;
} OneSheet;

/* Paper is white. */
static void
paint (cairo_t *cr, gpointer data)
{
  const OneSheet *one = data;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  care_timeline_poster_paint (one->poster, one->sheet, cr);
}

/**
 * care_timeline_poster_to_svg:
 * @self: a poster
 * @sheet: one of its sheets, from 0
 *
 * Returns: (transfer full): the sheet as SVG, every letter drawn.
 */
GBytes *
care_timeline_poster_to_svg (CareTimelinePoster *self, guint sheet)
{
  OneSheet one = { self, sheet };
  double width, height;

  care_paper_get_size (care_timeline_poster_get_paper (self), &width, &height);
  return care_canvas_to_svg (width, height, paint, &one);
}

/**
 * care_timeline_poster_to_png:
 * @self: a poster
 * @sheet: one of its sheets, from 0
 * @resolution: in dots an inch
 *
 * Returns: (transfer full): the sheet as PNG.
 */
GBytes *
care_timeline_poster_to_png (CareTimelinePoster *self, guint sheet, double resolution)
{
  OneSheet one = { self, sheet };
  double width, height;

  care_paper_get_size (care_timeline_poster_get_paper (self), &width, &height);
  return care_canvas_to_png (width, height, resolution, NULL, paint, &one);
}
