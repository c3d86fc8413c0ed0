/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-private.h"

#include "care-mirror.h"

#include <math.h>

static void
set_colour (cairo_t *cr, CareColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

/* Of what is told by lines: thicker where the text is large. */
static double
line_width (const CareChart *self, double usual)
{
  return usual * MAX (self->style.font_size / 14, 1);
}

/* From one side of the plot to the other, at a place on the axis. */
static void
trace_across (const CareChart *self, double at, cairo_t *cr)
{
  const CareChartArea *plot = &self->plot;

  if (self->is_upright)
    {
      cairo_move_to (cr, plot->x, at);
      cairo_rel_line_to (cr, plot->width, 0);
      return;
    }
  cairo_move_to (cr, CLAMP (at, 0.5, self->width - 0.5), plot->y);
  cairo_rel_line_to (cr, 0, plot->height);
}

static void
paint_grid (const CareChart *self, cairo_t *cr)
{
  cairo_set_line_width (cr, 0.5);
  set_colour (cr, self->style.faint);
  for (guint i = 0; i < self->grid->len; i++)
    trace_across (self, g_array_index (self->grid, double, i), cr);
  cairo_stroke (cr);
}

/* Where words stand between the bars, nought is marked at the bars only. */
static void
paint_axis (const CareChart *self, cairo_t *cr)
{
  set_colour (cr, care_colour_legible (self->style.faint, self->style.ground, CARE_CONTRAST_GRAPHICS));
  cairo_set_line_width (cr, 1);
  if (!self->is_open && self->plot.width > 0)
    trace_across (self, self->zero, cr);
  for (guint i = 0; self->is_open && i < self->rows->len; i++)
    {
      const CareChartRow *row = &g_array_index (self->rows, CareChartRow, i);

      if (!row->has_bar)
        continue;
      cairo_move_to (cr, CLAMP (self->zero, 0.5, self->width - 0.5), row->bar.y);
      cairo_rel_line_to (cr, 0, row->bar.height);
    }
  cairo_stroke (cr);
}

/* Breaks grid and axis behind the words of a bar. */
static void
paint_clearing (const CareChart *self, guint index, cairo_t *cr)
{
  CareChartText text = care_chart_get_text (self, index);
  double x = MAX (text.area.x - 2, 0);

  if (text.row < 0)
    return;
  set_colour (cr, self->style.ground);
  cairo_rectangle (cr, x, text.area.y, MIN (text.area.x + text.area.width + 2, self->width) - x, text.area.height);
  cairo_fill (cr);
}

static CareColour
thin_colour (const CareChart *self, CareColour colour)
{
  return care_colour_legible (colour, self->style.ground, CARE_CONTRAST_GRAPHICS);
}

/* Solid keeps the party's own colour within an outline that can be seen; what is drawn of lines has
 * the colour of the outline. */
static void
paint_fill (const CareChart *self, const CareChartFill *fill, cairo_t *cr)
{
  const CareChartArea *area = &fill->area;
  CareColour thin = thin_colour (self, fill->colour);
  double line = line_width (self, 1);

  care_pattern_fill (cr, fill->pattern, area->x, area->y, area->width, area->height,
                     fill->pattern == CARE_PATTERN_SOLID ? fill->colour : thin, self->style.ground,
                     MAX (self->style.font_size * 0.4, 3));
  if (area->width <= line || area->height <= line)
    return;
  set_colour (cr, thin);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, area->x + line / 2, area->y + line / 2, area->width - line, area->height - line);
  cairo_stroke (cr);
}

/* A stroke across the whisker, or the open point in which it ends; (@dx, @dy) is its direction. */
static void
trace_end (const CareChartWhisker *whisker, double x, double y, double dx, double dy, gboolean is_open, cairo_t *cr)
{
  double half = whisker->thickness * 0.3, back = is_open ? half : 0;

  cairo_move_to (cr, x - dx * back - dy * half, y - dy * back - dx * half);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x - dx * back + dy * half, y - dy * back + dx * half);
}

/* Half a line within its ends, so that nothing is painted beyond them. */
static void
paint_whisker (const CareChart *self, const CareChartWhisker *whisker, cairo_t *cr)
{
  double length = hypot (whisker->to_x - whisker->from_x, whisker->to_y - whisker->from_y);
  double dx = (whisker->to_x - whisker->from_x) / length, dy = (whisker->to_y - whisker->from_y) / length;
  double line = line_width (self, 1.5), inset = whisker->ends ? line / 2 : line;
  double end_x = whisker->to_x - dx * inset, end_y = whisker->to_y - dy * inset;

  set_colour (cr, care_colour_legible (thin_colour (self, whisker->colour), self->style.ground, CARE_CONTRAST_TEXT));
  cairo_set_line_width (cr, line);
  cairo_move_to (cr, whisker->from_x, whisker->from_y);
  cairo_line_to (cr, end_x, end_y);
  trace_end (whisker, end_x, end_y, dx, dy, !whisker->ends, cr);
  if (whisker->begins)
    trace_end (whisker, whisker->from_x + dx * line / 2, whisker->from_y + dy * line / 2, dx, dy, FALSE, cr);
  cairo_stroke (cr);
}

static void
paint_breaks (const CareChart *self, cairo_t *cr)
{
  const double dashes[] = { 3, 2 };

  cairo_save (cr);
  set_colour (cr, self->style.muted);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint i = 0; i < self->breaks->len; i++)
    {
      const CareChartArea *line = &g_array_index (self->breaks, CareChartArea, i);

      cairo_move_to (cr, line->x, line->y);
      cairo_rel_line_to (cr, line->width, line->height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_marks (const CareChart *self, cairo_t *cr)
{
  for (guint i = 0; i < self->fills->len; i++)
    paint_fill (self, &g_array_index (self->fills, CareChartFill, i), cr);
  for (guint i = 0; i < self->whiskers->len; i++)
    paint_whisker (self, &g_array_index (self->whiskers, CareChartWhisker, i), cr);
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
  paint_breaks (self, cr);
  paint_axis (self, cr);
  for (guint i = 0; i < self->labels->len; i++)
    paint_clearing (self, i, cr);
  paint_marks (self, cr);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const CareChartLabel *label = &g_array_index (self->labels, CareChartLabel, i);

      set_colour (cr, label->colour);
      care_mirror_show_layout (cr, label->layout, label->x, label->y);
    }
  cairo_restore (cr);
}
