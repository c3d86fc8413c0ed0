/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of marks that say when something was, at a point or somewhere within. */

#include "care-timeline-ink-private.h"

#include <math.h>

/**
 * care_timeline_brush_get_middle:
 * @self: a brush
 * @mark: a mark
 *
 * Returns: the middle of the second line of the mark, in which all but its label stands.
 */
double
care_timeline_brush_get_middle (const CareTimelineBrush *self, const CareTimelineFrameMark *mark)
{
  return round (mark->y + self->line * 1.5);
}

/**
 * care_timeline_stretch_get_end:
 * @self: a stretch
 *
 * Returns: where it ends.
 */
double
care_timeline_stretch_get_end (CareTimelineStretch self)
{
  return (double) self.x + self.width;
}

/**
 * care_timeline_span_is_day:
 * @self: a span
 *
 * Returns: whether the day is known.
 */
gboolean
care_timeline_span_is_day (CareSpan self)
{
  return self.first != 0 && self.first == self.last;
}

/**
 * care_timeline_span_is_wide:
 * @self: a span
 *
 * Returns: whether it was somewhere within.
 */
gboolean
care_timeline_span_is_wide (CareSpan self)
{
  return self.first != 0 && self.first != self.last;
}

/* A box with square, round or pointed ends. */
static void
trace_ends (const CareTimelineBrush *brush, CareTimelineStretch stretch, double middle, guint shape)
{
  cairo_t *cr = brush->cr;
  double r = brush->radius - 0.5, width = MAX (stretch.width, 2 * r),
         x = stretch.x + stretch.width / 2 - width / 2;
  double end = x + width;

  if (shape == CARE_TIMELINE_ENTRY_EVENT)
    {
      cairo_rectangle (cr, x, middle - r, width, 2 * r);
      return;
    }
  cairo_new_sub_path (cr);
  if (shape == CARE_TIMELINE_ENTRY_PLEDGE || shape == CARE_TIMELINE_ENTRY_LIMB)
    {
      cairo_arc (cr, end - r, middle, r, -G_PI / 2, G_PI / 2);
      cairo_arc (cr, x + r, middle, r, G_PI / 2, 3 * G_PI / 2);
    }
  else
    {
      cairo_line_to (cr, x, middle);
      cairo_line_to (cr, x + r, middle - r);
      cairo_line_to (cr, end - r, middle - r);
      cairo_line_to (cr, end, middle);
      cairo_line_to (cr, end - r, middle + r);
      cairo_line_to (cr, x + r, middle + r);
    }
  cairo_close_path (cr);
}

/* The same with a tail, for what was said. */
static void
trace_bubble (const CareTimelineBrush *brush, double x, double width, double middle, gboolean has_hole)
{
  cairo_t *cr = brush->cr;
  double r = brush->radius - 0.5, top = middle - r, bottom = middle + r * 0.55;

  cairo_new_sub_path (cr);
  cairo_line_to (cr, x, top);
  cairo_line_to (cr, x + width, top);
  cairo_line_to (cr, x + width, bottom);
  cairo_line_to (cr, x + r * 1.2, bottom);
  cairo_line_to (cr, x + r * 0.4, middle + r);
  cairo_line_to (cr, x + r * 0.4, bottom);
  cairo_line_to (cr, x, bottom);
  cairo_close_path (cr);
  if (has_hole)
    cairo_rectangle (cr, x + 1, top + 1, width - 2, bottom - top - 2);
}

/**
 * care_timeline_trace_wide:
 * @brush: what paints
 * @mark: a mark
 * @entry: its entry
 *
 * What was somewhere within a month or a year.
 */
void
care_timeline_trace_wide (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                          const CareTimelineEntry *entry)
{
  double middle = care_timeline_brush_get_middle (brush, mark), least = 2 * brush->radius - 1;

  if (care_timeline_span_is_wide (entry->reached))
    trace_ends (brush, mark->reached, middle, CARE_TIMELINE_ENTRY_MILESTONE);
  if (!care_timeline_span_is_wide (entry->start))
    return;
  if (entry->shape == CARE_TIMELINE_ENTRY_POSITION)
    trace_bubble (brush, mark->start.x, MAX (mark->start.width, least), middle,
                  (entry->flags & CARE_TIMELINE_ENTRY_IS_REVISION) != 0);
  else
    trace_ends (brush, mark->start, middle, entry->shape);
}

static void
trace_dot (const CareTimelineBrush *brush, double x, double middle, double radius)
{
  cairo_new_sub_path (brush->cr);
  cairo_arc (brush->cr, x, middle, radius, 0, 2 * G_PI);
  cairo_close_path (brush->cr);
}

static void
trace_diamond (const CareTimelineBrush *brush, double x, double middle)
{
  double r = brush->radius + 0.5;

  cairo_move_to (brush->cr, x, middle - r);
  cairo_line_to (brush->cr, x + r, middle);
  cairo_line_to (brush->cr, x, middle + r);
  cairo_line_to (brush->cr, x - r, middle);
  cairo_close_path (brush->cr);
}

static void
trace_triangle (const CareTimelineBrush *brush, double x, double middle)
{
  double r = brush->radius;

  cairo_move_to (brush->cr, x - r, middle - r + 0.5);
  cairo_line_to (brush->cr, x + r, middle - r + 0.5);
  cairo_line_to (brush->cr, x, middle + r);
  cairo_close_path (brush->cr);
}

static void
trace_shape (const CareTimelineBrush *brush, const CareTimelineEntry *entry, double x, double middle)
{
  double r = brush->radius - 0.5;

  switch ((CareTimelineEntryShape) entry->shape)
    {
    case CARE_TIMELINE_ENTRY_LIMB:
      trace_dot (brush, x, middle, r * 0.65);
      break;
    case CARE_TIMELINE_ENTRY_MILESTONE:
      trace_triangle (brush, x, middle);
      break;
    case CARE_TIMELINE_ENTRY_POSITION:
      trace_bubble (brush, x - r, 2 * r, middle, (entry->flags & CARE_TIMELINE_ENTRY_IS_REVISION) != 0);
      break;
    case CARE_TIMELINE_ENTRY_EVENT:
      cairo_rectangle (brush->cr, round (x - r) + 0.5, round (middle - r) + 0.5, round (2 * r) - 1,
                       round (2 * r) - 1);
      break;
    case CARE_TIMELINE_ENTRY_PLEDGE:
    default:
      trace_dot (brush, x, middle, r);
      break;
    }
}

/* Where it was reached on the day on which it was due, one shape says both. */
static gboolean
is_reached_there (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark)
{
  return mark->reached.width > 0
         && fabs (care_timeline_stretch_get_end (mark->reached)
                  - care_timeline_stretch_get_end (mark->due[0]))
              < 2 * brush->radius;
}

/**
 * care_timeline_trace_point:
 * @brush: what paints
 * @mark: a mark
 * @entry: its entry
 *
 * What was on a day that is known.
 */
void
care_timeline_trace_point (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                           const CareTimelineEntry *entry)
{
  double middle = care_timeline_brush_get_middle (brush, mark);

  if (care_timeline_span_is_day (entry->start))
    trace_shape (brush, entry, mark->start.x + mark->start.width / 2, middle);
  if (entry->shape == CARE_TIMELINE_ENTRY_MILESTONE && care_timeline_span_is_day (entry->due[0])
      && !is_reached_there (brush, mark))
    trace_shape (brush, entry, mark->due[0].x + mark->due[0].width / 2, middle);
  if (care_timeline_span_is_day (entry->reached))
    trace_diamond (brush, mark->reached.x + mark->reached.width / 2, middle);
}
