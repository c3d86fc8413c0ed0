/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-pattern.h"

#include <math.h>

/* How thick a line is, and how wide a dot, as shares of the step. */
#define LINE 0.3
#define DOT 0.55

typedef struct
{
  cairo_t *cr;
  double x, y, width, height;
  double step;
} Area;

static void
set_colour (cairo_t *cr, CareColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
trace_level (const Area *area)
{
  for (double y = area->y + area->step / 2; y < area->y + area->height; y += area->step)
    {
      cairo_move_to (area->cr, area->x, y);
      cairo_rel_line_to (area->cr, area->width, 0);
    }
}

static void
trace_upright (const Area *area)
{
  for (double x = area->x + area->step / 2; x < area->x + area->width; x += area->step)
    {
      cairo_move_to (area->cr, x, area->y);
      cairo_rel_line_to (area->cr, 0, area->height);
    }
}

/* As far apart as the level ones, measured across. */
static void
trace_slanting (const Area *area, gboolean rises)
{
  double end = area->x + area->width + area->height;

  for (double x = area->x; x < end; x += area->step * G_SQRT2)
    {
      cairo_move_to (area->cr, x, rises ? area->y : area->y + area->height);
      cairo_rel_line_to (area->cr, -area->height, rises ? area->height : -area->height);
    }
}

/* In rows that stand between each other. */
static void
trace_dots (const Area *area)
{
  double radius = area->step * DOT / 2;
  int row = 0;

  for (double y = area->y + area->step / 2; y < area->y + area->height + radius; y += area->step * 0.75, row++)
    for (double x = area->x + area->step * (row % 2 == 0 ? 0.5 : 1); x < area->x + area->width + radius; x += area->step)
      {
        cairo_new_sub_path (area->cr);
        cairo_arc (area->cr, x, y, radius, 0, 2 * G_PI);
      }
  cairo_fill (area->cr);
}

static void
trace (const Area *area, CarePattern pattern)
{
  if (pattern == CARE_PATTERN_DOTS)
    trace_dots (area);
  if (pattern == CARE_PATTERN_LINES || pattern == CARE_PATTERN_GRID)
    trace_level (area);
  if (pattern == CARE_PATTERN_POSTS || pattern == CARE_PATTERN_GRID)
    trace_upright (area);
  if (pattern == CARE_PATTERN_HATCH || pattern == CARE_PATTERN_BACK_HATCH)
    trace_slanting (area, pattern == CARE_PATTERN_HATCH);
  cairo_stroke (area->cr);
}

/**
 * care_pattern_fill:
 * @cr: what to paint on; its state is kept
 * @pattern: a pattern
 * @x: the left edge of the area
 * @y: its top
 * @width: how wide it is
 * @height: and how high
 * @ink: the colour of what is drawn
 * @ground: the colour of what is behind
 * @step: from one line to the next
 *
 * Fills an area.
 */
void
care_pattern_fill (cairo_t *cr, CarePattern pattern, double x, double y, double width, double height, CareColour ink,
                   CareColour ground, double step)
{
  const Area area = { cr, x, y, width, height, step };

  if (width <= 0 || height <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  set_colour (cr, pattern == CARE_PATTERN_SOLID ? ink : ground);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  set_colour (cr, ink);
  cairo_set_line_width (cr, step * LINE);
  if (pattern != CARE_PATTERN_SOLID && pattern != CARE_PATTERN_EMPTY)
    trace (&area, pattern);
  cairo_restore (cr);
}
