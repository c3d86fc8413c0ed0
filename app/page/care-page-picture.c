/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page by itself, as a picture: for a web page, or to be laid on another. */

#include "care-page-model.h"

#include <cairo-svg.h>
#include <math.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Paper is white. */
static void
paint (const CarePages *self, guint page, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  care_pages_paint (self, page, cr);
  cairo_destroy (cr);
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
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
    = cairo_svg_surface_create_for_stream (append_bytes, bytes, CARE_PAGE_WIDTH_PT, CARE_PAGE_HEIGHT_PT);

  paint (self, page, surface, 1);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
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
  GByteArray *bytes = g_byte_array_new ();
  double scale = resolution / 72;
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (CARE_PAGE_WIDTH_PT * scale), (int) ceil (CARE_PAGE_HEIGHT_PT * scale));

  paint (self, page, surface, scale);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
