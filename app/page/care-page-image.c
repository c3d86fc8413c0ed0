/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Images of boxes. */

#include "care-page-flow.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* An A4 page at 600 dots an inch has 35 million; a file that claims more is
 * refused before any memory is set aside for it. */
#define MAX_PIXELS (64 * 1024 * 1024)

static gboolean
is_sensible_png (const guchar *bytes, gsize length)
{
  guint32 width, height;

  if (length < 24 || memcmp (bytes, "\211PNG\r\n\032\n", 8) != 0)
    return FALSE;
  memcpy (&width, bytes + 16, 4);
  memcpy (&height, bytes + 20, 4);
  return (guint64) GUINT32_FROM_BE (width) * GUINT32_FROM_BE (height) <= MAX_PIXELS;
}

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  gsize n_read = 0;

  if (g_input_stream_read_all (closure, data, length, &n_read, NULL, NULL) && n_read == length)
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
decode_png (const char *base64)
{
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (base64, &length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  cairo_surface_t *surface;

  if (!is_sensible_png (bytes, length))
    return NULL;
  surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

static void
add_surface (CareFlowElement *element, cairo_surface_t *surface, const char *words)
{
  double scale = care_flow_element_get_width (element) / cairo_image_surface_get_width (surface);
  CareFlowParagraph *picture
    = care_flow_add_picture (element, scale * cairo_image_surface_get_height (surface), words);

  picture->image = surface;
  picture->image_scale = scale;
}

/* "Copyright: A. Author. Licence: CC BY 2.0" */
static void
add_credit (CareFlow *self, CareFlowElement *element, CareRecord *image)
{
  const char *credit = care_record_get (image, "credit");
  const char *licence = care_record_get (image, "licence");
  g_autoptr (GString) words = g_string_new (credit);

  if (licence != NULL)
    g_string_append_printf (words, "%sLicence: %s", words->len == 0 ? "" : ". ", licence);
  if (words->len > 0)
    care_flow_add_text (self, element, CARE_STYLE_BOX_NOTE, words->str, NULL)->gap = 2;
}

/**
 * care_flow_add_image:
 * @self: a flow
 * @element: the element of @box
 * @box: a box of the kind "image"
 *
 * Adds @box's image with its credit and licence, if it names one. Where the image cannot be
 * read its place says so, and the PDF is not made.
 */
void
care_flow_add_image (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  CareRecord *image = care_snapshot_follow (self->snapshot, box, "image");
  const char *data = image == NULL ? NULL : care_record_get (image, "data");
  cairo_surface_t *surface = data == NULL ? NULL : decode_png (data);

  /* One that is still to be chosen has no place yet. */
  if (care_record_get (box, "image") == NULL)
    return;
  if (surface != NULL)
    add_surface (element, surface, care_record_get (image, "alternative"));
  else
    {
      g_autofree char *words = g_strdup_printf (_ ("The image “%s” cannot be shown"), element->title);

      care_flow_add_text (self, element, CARE_STYLE_BOX, words, NULL);
      if (self->unreadable == NULL)
        self->unreadable = g_strdup (element->title);
    }
  care_flow_add_prose (self, element, CARE_STYLE_BOX_NOTE, care_record_get (box, "text"));
  if (image != NULL)
    add_credit (self, element, image);
}
