/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of a poster as files. */

#include "care-timeline-poster.h"

#include "care-canvas.h"

#include <cairo-pdf.h>

/**
 * care_timeline_poster_to_pdf:
 * @self: a poster
 *
 * Returns: (transfer full): all sheets, a page each.
 */
GBytes *
care_timeline_poster_to_pdf (CareTimelinePoster *self)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  care_paper_get_size (care_timeline_poster_get_paper (self), &width, &height);
  surface = cairo_pdf_surface_create_for_stream (care_canvas_append, bytes, width, height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, care_timeline_poster_get_title (self));
  cr = cairo_create (surface);
  for (guint sheet = 0; sheet < care_timeline_poster_get_n_sheets (self); sheet++)
    {
      care_timeline_poster_paint (self, sheet, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

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
  return care_canvas_to_png (width, height, resolution, paint, &one);
}
