/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-private.h"

#include "care-mirror.h"

#include <math.h>

static void
set_colour (cairo_t *cr, CareColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
paint_grid (const CareChart *self, cairo_t *cr)
{
  cairo_set_line_width (cr, 0.5);
  set_colour (cr, self->style.faint);
  for (guint i = 0; i < self->grid->len; i++)
    {
      double x = CLAMP (g_array_index (self->grid, double, i), 0.25, self->width - 0.25);

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, self->axis_y);
    }
  cairo_stroke (cr);
}

/* Where labels stand between the bars, nought is marked at the bars only. */
static void
paint_axis (const CareChart *self, cairo_t *cr)
{
  double x = CLAMP (self->zero_x, 0.5, self->width - 0.5);

  set_colour (cr, care_colour_legible (self->style.faint, self->style.ground, CARE_CONTRAST_GRAPHICS));
  cairo_set_line_width (cr, 1);
  if (self->is_beside && self->axis_y > 0)
    {
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, self->axis_y);
    }
  for (guint i = 0; !self->is_beside && i < self->rows->len; i++)
    {
      const CareChartRow *row = &g_array_index (self->rows, CareChartRow, i);

      if (!row->has_bar)
        continue;
      cairo_move_to (cr, x, row->bar_y);
      cairo_line_to (cr, x, row->bar_y + row->bar_height);
    }
  cairo_stroke (cr);
}

/* Breaks grid and axis behind text that has no bar behind it. */
static void
paint_clearing (const CareChart *self, guint index, cairo_t *cr)
{
  CareChartText text = care_chart_get_text (self, index);

  if (text.on_bar || text.row < 0)
    return;
  set_colour (cr, self->style.ground);
  cairo_rectangle (cr, MAX (text.x - 2, 0), text.y, MIN (text.width + 4, self->width - text.x), text.height);
  cairo_fill (cr);
}

static void
outline (cairo_t *cr, double x, const CareChartRow *row, double width)
{
  if (width > 1)
    cairo_rectangle (cr, x + 0.5, row->bar_y + 0.5, width - 1, row->bar_height - 1);
}

/* A pale ground with slanting lines: told from solid without colour, and on paper. */
static void
paint_soft (const CareChart *self, const CareChartRow *row, CareColour thin, cairo_t *cr)
{
  const double step = MAX (self->style.font_size * 0.45, 3);

  cairo_save (cr);
  cairo_rectangle (cr, row->soft_x, row->bar_y, row->soft_width, row->bar_height);
  set_colour (cr, care_colour_mix (self->style.ground, row->colour, 0.25));
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  set_colour (cr, thin);
  cairo_set_line_width (cr, 1);
  for (double x = row->soft_x - row->bar_height; x < row->soft_x + row->soft_width; x += step)
    {
      cairo_move_to (cr, x, row->bar_y + row->bar_height);
      cairo_rel_line_to (cr, row->bar_height, -row->bar_height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The point of a lower bound is open: the bar goes on, nobody knows how far. */
static void
paint_tip (const CareChartRow *row, CareColour thin, cairo_t *cr)
{
  double end = row->tip > 0 ? row->solid_x + row->solid_width : row->solid_x;
  double inset = row->tip > 0 ? -0.75 : 0.75;

  set_colour (cr, thin);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, end, row->bar_y + 0.75);
  cairo_line_to (cr, end + row->tip + inset, row->bar_y + row->bar_height / 2);
  cairo_line_to (cr, end, row->bar_y + row->bar_height - 0.75);
  cairo_stroke (cr);
}

static void
paint_bar (const CareChart *self, const CareChartRow *row, cairo_t *cr)
{
  CareColour thin = care_colour_legible (row->colour, self->style.ground, CARE_CONTRAST_GRAPHICS);

  set_colour (cr, row->colour);
  cairo_rectangle (cr, row->solid_x, row->bar_y, row->solid_width, row->bar_height);
  cairo_fill (cr);
  if (row->soft_width > 0)
    paint_soft (self, row, thin, cr);
  if (row->tip != 0)
    paint_tip (row, thin, cr);

  set_colour (cr, thin);
  cairo_set_line_width (cr, 1);
  outline (cr, row->solid_x, row, row->solid_width);
  outline (cr, row->soft_x, row, row->soft_width);
  cairo_stroke (cr);
}

/**
 * care_chart_paint:
 * @self: a chart
 * @cr: what to paint on; its state is kept
 *
 * Paints @self with its top left corner at the origin, within its width and height.
 * The ground is the caller's to paint.
 */
void
care_chart_paint (const CareChart *self, cairo_t *cr)
{
  cairo_save (cr);
  paint_grid (self, cr);
  paint_axis (self, cr);
  for (guint i = 0; i < self->labels->len; i++)
    paint_clearing (self, i, cr);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CareChartRow *row = &g_array_index (self->rows, CareChartRow, i);

      if (row->has_bar)
        paint_bar (self, row, cr);
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      const CareChartLabel *label = &g_array_index (self->labels, CareChartLabel, i);

      set_colour (cr, label->colour);
      care_mirror_show_layout (cr, label->layout, label->x, label->y);
    }
  cairo_restore (cr);
}
