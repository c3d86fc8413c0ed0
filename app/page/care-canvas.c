/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-canvas.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

/* Where the first chunk of a PNG ends, which says how large it is. */
#define FIRST_END 33

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

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 ordered = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &ordered, sizeof ordered);
}

static void
append_chunk (GByteArray *bytes, const char *type, const guint8 *data, gsize length)
{
  guint from = bytes->len + 4;

  append_number (bytes, (guint32) length);
  g_byte_array_append (bytes, (const guint8 *) type, 4);
  g_byte_array_append (bytes, data, (guint) length);
  append_number (bytes, (guint32) crc32 (0, bytes->data + from, (uInt) (bytes->len - from)));
}

/* How many dots there are to a metre each way: who does not know it takes a picture to be larger. */
static void
append_resolution (GByteArray *bytes, double resolution)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint32 dots = (guint32) lround (resolution / 0.0254);

  append_number (data, dots);
  append_number (data, dots);
  g_byte_array_append (data, (const guint8 *) "\1", 1);
  append_chunk (bytes, "pHYs", data->data, data->len);
}

static void
append_words (GByteArray *bytes, const char *words)
{
  static const char head[] = "Description\0\0\0\0"; /* not compressed, in no language that is named */
  g_autoptr (GByteArray) data = g_byte_array_new ();

  g_byte_array_append (data, (const guint8 *) head, sizeof head);
  g_byte_array_append (data, (const guint8 *) words, (guint) strlen (words));
  append_chunk (bytes, "iTXt", data->data, data->len);
}

/* Takes @png. */
static GBytes *
add_what_cairo_does_not (GByteArray *png, double resolution, const char *words)
{
  GByteArray *bytes = g_byte_array_sized_new (png->len + 512);

  g_byte_array_append (bytes, png->data, FIRST_END);
  append_resolution (bytes, resolution);
  if (words != NULL)
    append_words (bytes, words);
  g_byte_array_append (bytes, png->data + FIRST_END, png->len - FIRST_END);
  g_byte_array_unref (png);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * care_canvas_to_png:
 * @width: in points
 * @height: in points
 * @resolution: in dots an inch
 * @words: (nullable): what it shows, for those who do not see it
 * @paint: paints it
 * @data: for @paint
 *
 * Returns: (transfer full): it as PNG.
 */
GBytes *
care_canvas_to_png (double width, double height, double resolution, const char *words, CareCanvasPaint paint,
                    gpointer data)
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
  return bytes->len < FIRST_END ? g_byte_array_free_to_bytes (bytes) : add_what_cairo_does_not (bytes, resolution, words);
}
