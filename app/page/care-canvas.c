/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-canvas.h"

#include <cairo-svg.h>
#include <math.h>

cairo_status_t
care_canvas_append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * care_canvas_to_svg:
 * @width: in points
 * @height: in points
 * @paint: paints it
 * @data: for @paint
 *
 * Returns: (transfer full): it as SVG, every letter drawn.
 */
GBytes *
care_canvas_to_svg (double width, double height, CareCanvasPaint paint, gpointer data)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (care_canvas_append, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  paint (cr, data);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * care_canvas_to_png:
 * @width: in points
 * @height: in points
 * @resolution: in dots an inch
 * @paint: paints it
 * @data: for @paint
 *
 * Returns: (transfer full): it as PNG.
 */
GBytes *
care_canvas_to_png (double width, double height, double resolution, CareCanvasPaint paint, gpointer data)
{
  GByteArray *bytes = g_byte_array_new ();
  double scale = resolution / 72;
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  paint (cr, data);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, care_canvas_append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
