/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-web-picture.h"

#include "care-page-model.h"

#include <cairo-svg.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw (const CareFlowParagraph *paragraph, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, paragraph->width, paragraph->height);
  cairo_t *cr = cairo_create (surface);
  CarePageItem item = { .type = CARE_PAGE_PICTURE, .width = paragraph->width, .height = paragraph->height, .paragraph = paragraph };

  care_page_item_paint (&item, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/**
 * care_web_picture:
 * @paragraph: a picture
 *
 * Returns: (transfer full): its address: charts and strips as vectors, images as they
 *   are.
 */
char *
care_web_picture (const CareFlowParagraph *paragraph)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *base64 = NULL;

  if (paragraph->image != NULL)
    cairo_surface_write_to_png_stream (paragraph->image, append_bytes, bytes);
  else
    draw (paragraph, bytes);
  base64 = g_base64_encode (bytes->data, bytes->len);
  return g_strconcat (paragraph->image != NULL ? "data:image/png;base64," : "data:image/svg+xml;base64,", base64, NULL);
}
