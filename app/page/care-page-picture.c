/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page by itself, as a picture: for a web page, or to be laid on another. */

#include "care-page-model.h"

#include "care-canvas.h"

typedef struct
{
  const CarePages *pages;
  guint page;
} OnePage;

/* Paper is white. */
static void
paint (cairo_t *cr, gpointer data)
{
  const OnePage *one = data;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  care_pages_paint (one->pages, one->page, cr);
}

/**
 * care_pages_to_svg:
 * @self: pages
 * @page: one of them, from 0
 *
 * Returns: (transfer full): the page as SVG, every letter drawn.
 */
GBytes *
care_pages_to_svg (const CarePages *self, guint page)
{
  OnePage one = { self, page };

  return care_canvas_to_svg (CARE_PAGE_WIDTH_PT, CARE_PAGE_HEIGHT_PT, paint, &one);
}

/**
 * care_pages_to_png:
 * @self: pages
 * @page: one of them, from 0
 * @resolution: in dots an inch
 *
 * Returns: (transfer full): the page as PNG.
 */
GBytes *
care_pages_to_png (const CarePages *self, guint page, double resolution)
{
  OnePage one = { self, page };

  return care_canvas_to_png (CARE_PAGE_WIDTH_PT, CARE_PAGE_HEIGHT_PT, resolution, NULL, paint, &one);
}
