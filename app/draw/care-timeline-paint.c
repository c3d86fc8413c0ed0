/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-private.h"

#include "care-mirror.h"

#include <math.h>

static void
set_colour (cairo_t *cr, CareColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
show (cairo_t *cr, PangoLayout *layout, double x, double y, CareColour colour)
{
  set_colour (cr, colour);
  care_mirror_show_layout (cr, layout, x, y);
}

/* In the middle of a pixel, where units are pixels. */
static double
crisp (double x)
{
  return floor (x) + 0.5;
}

static void
line (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

static void
paint_axis (const CareTimeline *self, const CareTimelineStyle *style, cairo_t *cr)
{
  CareColour quiet = care_colour_legible (care_colour_mix (style->ink, style->ground, 0.3), style->ground,
                                          CARE_CONTRAST_TEXT);
  double y = self->header - self->line - self->em * 0.3;

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      double x = g_array_index (self->ticks, CareTimelineTick, i).x;

      set_colour (cr, style->faint);
      line (cr, crisp (x), y + 2, crisp (x), self->height);
      show (cr, self->tick_layouts->pdata[i], x + 4, y, quiet);
    }
}

/* Two short slanting strokes across the top of the lanes. */
static void
paint_break (const CareTimeline *self, double x, const CareTimelineStyle *style, cairo_t *cr)
{
  double half = self->em * 0.35;

  set_colour (cr, care_colour_legible (style->faint, style->ground, CARE_CONTRAST_GRAPHICS));
  cairo_set_line_width (cr, 1);
  for (int i = -1; i <= 1; i += 2)
    line (cr, x + i * 2 - half / 2, self->header + half, x + i * 2 + half / 2, self->header - half);
  set_colour (cr, style->faint);
  cairo_set_dash (cr, (const double[]){ 2, 3 }, 2, 0);
  line (cr, crisp (x), self->header + half, crisp (x), self->height);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_lane (const CareTimeline *self, const CareTimelineRow *lane, const CareTimelineStyle *style,
            cairo_t *cr)
{
  double side = round (self->em * 0.9), top = round (lane->name_y + (self->line - side) / 2);
  PangoRectangle name;

  cairo_set_line_width (cr, 1);
  set_colour (cr, style->faint);
  line (cr, 0, crisp (lane->band.y), self->width, crisp (lane->band.y));
  set_colour (cr, lane->colour);
  cairo_rectangle (cr, 0.5, top + 0.5, side - 1, side - 1);
  cairo_fill_preserve (cr);
  set_colour (cr, care_colour_legible (lane->colour, style->ground, CARE_CONTRAST_GRAPHICS));
  cairo_stroke (cr);
  pango_layout_get_extents (lane->name, NULL, &name);
  set_colour (cr, style->ground);
  cairo_rectangle (cr, side, lane->name_y, lane->name_x - side + name.width / (double) PANGO_SCALE + 2,
                   name.height / (double) PANGO_SCALE);
  cairo_fill (cr);
  show (cr, lane->name, lane->name_x, lane->name_y, style->ink);
}

static void
paint_today (const CareTimeline *self, const CareTimelineStyle *style, cairo_t *cr)
{
  double x = crisp (self->today_x), width;

  if (self->today == NULL)
    return;
  width = care_timeline_text_width (self->today);
  show (cr, self->today, CLAMP (x - width / 2, self->gutter, MAX (self->width - width, self->gutter)), 0,
        style->ink);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, (const double[]){ 4, 3 }, 2, 0);
  line (cr, x, self->line + 1, x, self->height);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Nothing runs through a label; only those within the clip are looked at. */
static void
clear_labels (const CareTimeline *self, const CareTimelineStyle *style, cairo_t *cr)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  set_colour (cr, style->ground);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const CareTimelineMark *mark = &g_array_index (self->marks, CareTimelineMark, i);
      double left, right;

      if (mark->y > y1 || mark->y + self->line < y0)
        continue;
      left = MAX (mark->label_x - 2, 0);
      right = MIN (mark->label_x + mark->label_width + 2, self->width);
      cairo_rectangle (cr, left, mark->y, right - left, self->line);
      cairo_fill (cr);
    }
}

/**
 * care_timeline_paint_ground:
 * @self: a timeline
 * @style: its colours
 * @cr: what to paint on; its state is kept
 *
 * Paints the axis, the lanes with their names, and today; the marks go on top.
 */
void
care_timeline_paint_ground (const CareTimeline *self, const CareTimelineStyle *style, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  paint_axis (self, style, cr);
  paint_today (self, style, cr);
  if (self->range.cut_before)
    paint_break (self, self->axis_x - self->em * 0.5, style, cr);
  if (self->range.cut_after)
    paint_break (self, self->axis_x + self->axis_width + self->em * 0.5, style, cr);
  clear_labels (self, style, cr);
  for (guint i = 0; i < self->lanes->len; i++)
    paint_lane (self, &g_array_index (self->lanes, CareTimelineRow, i), style, cr);
  cairo_restore (cr);
}

/* Marks */

typedef struct
{
  const CareTimelineMark *mark;
  const CareTimelineInk *ink;
  CareColour fill, thin, pale;
  CareColour ground;
  double radius, middle;
} Brush;

/* Pale and outlined: somewhere within. */
static void
paint_wide (const Brush *b, double x, double width, cairo_t *cr)
{
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, b->middle - b->radius + 0.5, MAX (width - 1, 0.5), 2 * b->radius - 1);
  set_colour (cr, b->pale);
  cairo_fill_preserve (cr);
  set_colour (cr, b->thin);
  cairo_stroke (cr);
}

/* An arrow head that points beyond the axis. */
static void
trace_beyond (const Brush *b, double x, cairo_t *cr)
{
  double half = b->radius - 0.5, reach = b->ink->beyond * half;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x + reach, b->middle);
  cairo_line_to (cr, x - reach * 0.8, b->middle - half);
  cairo_line_to (cr, x - reach * 0.8, b->middle + half);
  cairo_close_path (cr);
}

static void
paint_point (const Brush *b, double x, cairo_t *cr)
{
  double side = b->radius - 1;

  if (b->ink->beyond != 0)
    trace_beyond (b, x, cr);
  else if (b->ink->shape == CARE_TIMELINE_PLEDGE)
    cairo_arc (cr, x, b->middle, b->radius - 0.5, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, x - side, b->middle - side, 2 * side, 2 * side);
  set_colour (cr, b->fill);
  cairo_fill_preserve (cr);
  set_colour (cr, b->thin);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
paint_start (const Brush *b, cairo_t *cr)
{
  double middle = b->mark->start_x + b->mark->start_width / 2, width = MAX (b->mark->start_width, 5);

  if (b->ink->vague && b->mark->start_width > 0)
    paint_wide (b, middle - width / 2, width, cr);
  else
    paint_point (b, middle, cr);
}

/* From where the start ends to the deadline, or a little way into the unknown. */
static void
paint_line (const Brush *b, cairo_t *cr)
{
  const CareTimelineMark *mark = b->mark;
  double from = mark->start_x + mark->start_width;
  double to = mark->has_due ? mark->due_x : from + b->ink->tail;
  cairo_pattern_t *fade;

  cairo_set_line_width (cr, 2);
  if (mark->has_due)
    {
      set_colour (cr, b->thin);
      line (cr, from, b->middle, to, b->middle);
      return;
    }
  fade = cairo_pattern_create_linear (from, 0, to, 0);
  cairo_pattern_add_color_stop_rgb (fade, 0, b->thin.red, b->thin.green, b->thin.blue);
  cairo_pattern_add_color_stop_rgb (fade, 1, b->ground.red, b->ground.green, b->ground.blue);
  cairo_set_source (cr, fade);
  line (cr, from, b->middle, to, b->middle);
  cairo_pattern_destroy (fade);
}

static void
paint_bracket (const Brush *b, double x, double inwards, cairo_t *cr)
{
  cairo_move_to (cr, x + inwards, b->middle - b->radius);
  cairo_line_to (cr, x, b->middle - b->radius);
  cairo_line_to (cr, x, b->middle + b->radius);
  cairo_line_to (cr, x + inwards, b->middle + b->radius);
  cairo_stroke (cr);
}

/* One day: a bar. Several readings: brackets around what lies between them. */
static void
paint_due (const Brush *b, cairo_t *cr)
{
  double x = b->mark->due_x, width = b->mark->due_width, arm = MIN (3, width / 2);

  cairo_set_line_width (cr, 2);
  if (width <= 0)
    {
      set_colour (cr, b->thin);
      line (cr, x, b->middle - b->radius, x, b->middle + b->radius);
      return;
    }
  set_colour (cr, b->pale);
  cairo_rectangle (cr, x, b->middle - b->radius, width, 2 * b->radius);
  cairo_fill (cr);
  set_colour (cr, b->thin);
  paint_bracket (b, x, arm, cr);
  paint_bracket (b, x + width, -arm, cr);
}

/**
 * care_timeline_paint_mark:
 * @self: a timeline
 * @mark: index of a mark
 * @style: its colours
 * @cr: what to paint on; its state is kept
 *
 * Paints the mark with its label at its place, within its x, y, width and height.
 */
void
care_timeline_paint_mark (const CareTimeline *self, guint mark, const CareTimelineStyle *style, cairo_t *cr)
{
  const CareTimelineMark *place = &g_array_index (self->marks, CareTimelineMark, mark);
  const CareTimelineInk *ink = &g_array_index (self->inks, CareTimelineInk, mark);
  CareColour colour = g_array_index (self->lanes, CareTimelineRow, ink->lane).colour;
  Brush brush = { .mark = place, .ink = ink, .fill = colour, .ground = style->ground };

  brush.thin = care_colour_legible (colour, style->ground, CARE_CONTRAST_GRAPHICS);
  brush.pale = care_colour_mix (style->ground, colour, 0.3);
  brush.radius = self->radius;
  brush.middle = place->y + self->line + self->radius + 1;

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (place->has_start && ink->shape == CARE_TIMELINE_PLEDGE)
    paint_line (&brush, cr);
  if (place->has_due)
    paint_due (&brush, cr);
  if (place->has_start)
    paint_start (&brush, cr);
  show (cr, ink->label, place->label_x, place->y, style->ink);
  cairo_restore (cr);
}
