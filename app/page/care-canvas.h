/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that can be painted, as a file by itself. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Paints it, in points from its top left. */
typedef void (*CareCanvasPaint) (cairo_t *cr, gpointer data);

/* Writes to the GByteArray @bytes, as Cairo asks it to be done. */
cairo_status_t care_canvas_append (void *bytes, const unsigned char *data, unsigned int length);
GBytes *care_canvas_to_svg (double width, double height, CareCanvasPaint paint, gpointer data);
GBytes *care_canvas_to_png (double width, double height, double resolution, const char *words, CareCanvasPaint paint,
                            gpointer data);

G_END_DECLS
