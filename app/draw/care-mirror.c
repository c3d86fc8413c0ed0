/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-mirror.h"

/**
 * care_mirror:
 * @cr: what to paint on
 * @width: of the picture
 *
 * From here on left is right.
 */
void
care_mirror (cairo_t *cr, double width)
{
  cairo_translate (cr, width, 0);
  cairo_scale (cr, -1, 1);
}

/**
 * care_mirror_show_layout:
 * @cr: what to paint on, mirrored or not
 * @layout: a text
 * @x: where it begins
 * @y: its top
 *
 * Writes a text from @x on, in the direction of the picture, so that it can be read.
 */
void
care_mirror_show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_matrix_t matrix;
  PangoRectangle logical;

  cairo_get_matrix (cr, &matrix);
  if (matrix.xx >= 0)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
      return;
    }
  pango_layout_get_extents (layout, NULL, &logical);
  cairo_save (cr);
  care_mirror (cr, x + (logical.x + logical.width) / (double) PANGO_SCALE);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}
