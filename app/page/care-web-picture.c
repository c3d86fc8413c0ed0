/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-web-picture.h"

#include "care-canvas.h"
#include "care-page-model.h"

static void
paint (cairo_t *cr, gpointer data)
{
  const CareFlowParagraph *paragraph = data;
  CarePageItem item = { .type = CARE_PAGE_PICTURE, .width = paragraph->width, .height = paragraph->height, .paragraph = paragraph };

  care_page_item_paint (&item, cr);
}

static GBytes *
write_image (cairo_surface_t *image)
{
  GByteArray *bytes = g_byte_array_new ();

  cairo_surface_write_to_png_stream (image, care_canvas_append, bytes);
  return g_byte_array_free_to_bytes (bytes);
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
  gboolean is_image = paragraph->image != NULL;
  g_autoptr (GBytes) bytes = is_image ? write_image (paragraph->image)
                                      : care_canvas_to_svg (paragraph->width, paragraph->height, paint, (gpointer) paragraph);
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strconcat (is_image ? "data:image/png;base64," : "data:image/svg+xml;base64,", base64, NULL);
}
