/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of marks. What each is, is told by its shape alone:
 *
 *   a dot, small for a limb: a pledge was made     a square: something happened
 *   a bubble, with a hole where it was revised: a position was stated
 *   a triangle: a milestone                        a diamond: it was reached
 *   a bar: due on that day                         brackets: due within, or by one of them
 *   a thin bar that is struck through, and an arrow: it was due then, and is due now
 *   the line breaks off: nobody knows when         with strokes: again and again
 *   "~" and "?" beside a date: it is approximate, it is uncertain
 *
 * What is wide has the shape of its point at both ends: it was somewhere within. */

#include "care-timeline-ink-private.h"

#include <math.h>

/* From pixel to pixel, where units are pixels: such rectangles are cheap and sharp. */
static void
trace_box (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  x0 = round (x0);
  y0 = round (y0);
  cairo_rectangle (cr, x0, y0, MAX (round (x1) - x0, 0), MAX (round (y1) - y0, 0));
}

static void
trace_upright (const CareTimelineBrush *brush, double x, double middle, double thickness, double reach)
{
  double left = round (x - thickness / 2);

  trace_box (brush->cr, left, middle - reach, left + thickness, middle + reach);
}

/* The line breaks off where nothing is known, and has strokes where it is again and again. */
static void
trace_fade (const CareTimelineBrush *brush, double from, double to, double middle, double half,
            gboolean recurs)
{
  double width = to - from;

  for (int i = 0; i < 3; i++)
    {
      double x = from + width * i / 3;

      if (recurs)
        trace_upright (brush, x + width / 3, middle, brush->slim, brush->radius * 0.7);
      trace_box (brush->cr, x, middle - half, x + width * (recurs ? 1 : 0.7 - 0.2 * i) / 3, middle + half);
    }
}

/* @inwards: 1 opens to the right, -1 to the left. */
static void
trace_bracket (const CareTimelineBrush *brush, double x, double middle, double inwards, double reach,
               double arm, double thick)
{
  double end = x + inwards * arm, back = x + inwards * thick;

  trace_box (brush->cr, MIN (x, back), middle - reach, MAX (x, back), middle + reach);
  trace_box (brush->cr, MIN (x, end), middle - reach, MAX (x, end), middle - reach + thick);
  trace_box (brush->cr, MIN (x, end), middle + reach - thick, MAX (x, end), middle + reach);
}

/* Its deadline has words, from which no day follows. */
static void
trace_empty_bracket (const CareTimelineBrush *brush, double x, double middle)
{
  double r = brush->radius - 1, arm = brush->slim * 2;

  trace_bracket (brush, x - r, middle, 1, r, arm, brush->slim);
  trace_bracket (brush, x + r, middle, -1, r, arm, brush->slim);
}

/* All of it but where a doubt stands. */
static void
trace_piece (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark, double from, double to,
             double middle, double half)
{
  gboolean due_first = mark->due_doubt.x < mark->reached_doubt.x;
  const CareTimelineStretch gaps[] = { due_first ? mark->due_doubt : mark->reached_doubt,
                                       due_first ? mark->reached_doubt : mark->due_doubt };

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (gaps[i].width > 0 && gaps[i].x > from && gaps[i].x < to)
      {
        trace_box (brush->cr, from, middle - half, gaps[i].x, middle + half);
        from = care_timeline_stretch_get_end (gaps[i]);
      }
  trace_box (brush->cr, from, middle - half, to, middle + half);
}

/**
 * care_timeline_trace_line:
 * @brush: what paints
 * @mark: a mark
 * @entry: its entry
 *
 * The line from where it was made to the last that is known, but not through brackets.
 */
void
care_timeline_trace_line (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                          const CareTimelineEntry *entry)
{
  double half = (entry->shape == CARE_TIMELINE_ENTRY_LIMB ? brush->slim : brush->thick) / 2,
         middle = care_timeline_brush_get_middle (brush, mark);
  double from = care_timeline_span_is_wide (entry->start) ? care_timeline_stretch_get_end (mark->start)
                                                          : mark->start.x + mark->start.width / 2;
  double to = care_timeline_stretch_get_end (mark->line),
         open = mark->between.width > 0 ? mark->between.x : to;

  if (mark->line.width == 0)
    return;
  if (entry->due[0].first == 0 && entry->reached.first == 0)
    {
      trace_fade (brush, from, to, middle, half, (entry->flags & CARE_TIMELINE_ENTRY_RECURS) != 0);
      if (entry->flags & CARE_TIMELINE_ENTRY_HAS_WORDS)
        trace_empty_bracket (brush, to - brush->radius / 2, middle);
      return;
    }
  trace_piece (brush, mark, from, MIN (to, open), middle, half);
  if (mark->between.width > 0 && care_timeline_stretch_get_end (mark->between) < to)
    trace_piece (brush, mark, MAX (care_timeline_stretch_get_end (mark->between), from), to, middle, half);
}

/**
 * care_timeline_trace_between:
 * @brush: what paints
 * @mark: a mark
 * @entry: its entry
 *
 * The ground between brackets: it is due somewhere within. Between readings there is none, as it
 * is due by one or the other.
 */
void
care_timeline_trace_between (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                             const CareTimelineEntry *entry)
{
  double middle = care_timeline_brush_get_middle (brush, mark);

  if (mark->between.width > 0 && entry->due[1].first == 0)
    trace_box (brush->cr, mark->between.x, middle - brush->radius,
               care_timeline_stretch_get_end (mark->between), middle + brush->radius);
}

static void
trace_deadline (const CareTimelineBrush *brush, double x, double middle)
{
  trace_upright (brush, x, middle, brush->thick, brush->radius + 1);
}

/**
 * care_timeline_trace_due:
 * @brush: what paints
 * @mark: a mark
 * @entry: its entry
 *
 * When it is due: one day as a bar; several readings, or one that is wider, as brackets, with
 * a bar for a reading between them.
 */
void
care_timeline_trace_due (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                         const CareTimelineEntry *entry)
{
  double middle = care_timeline_brush_get_middle (brush, mark), thick = brush->thick,
         reach = brush->radius + 1;
  double x = mark->between.x, end = care_timeline_stretch_get_end (mark->between);
  guint n = care_timeline_entry_count_due (entry);

  if (n == 0 || (entry->shape == CARE_TIMELINE_ENTRY_MILESTONE && care_timeline_span_is_day (entry->due[0])))
    return;
  if (mark->between.width < 3 * thick)
    {
      trace_deadline (brush, care_timeline_stretch_get_end (mark->due[n - 1]), middle);
      return;
    }
  trace_bracket (brush, x, middle, 1, reach, MIN (2 * thick, (end - x) / 3), thick);
  trace_bracket (brush, end, middle, -1, reach, MIN (2 * thick, (end - x) / 3), thick);
  for (guint i = 1; i + 1 < n; i++)
    if (care_timeline_stretch_get_end (mark->due[i]) > x + 4 * thick
        && care_timeline_stretch_get_end (mark->due[i]) < end - 4 * thick)
      trace_deadline (brush, care_timeline_stretch_get_end (mark->due[i]), middle);
}

/**
 * care_timeline_trace_revised:
 * @brush: what paints
 * @mark: a mark
 * @entry: its entry
 *
 * The deadline that was revised, struck through, and an arrow at the one that is due now.
 */
void
care_timeline_trace_revised (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                             const CareTimelineEntry *entry)
{
  double middle = care_timeline_brush_get_middle (brush, mark), r = brush->radius,
         x = care_timeline_stretch_get_end (mark->revised);
  double now = care_timeline_span_is_day (entry->due[0]) ? care_timeline_stretch_get_end (mark->due[0])
                                                         : mark->due[0].x;
  double onwards = now >= x ? 1 : -1;

  if (mark->revised.width == 0)
    return;
  trace_upright (brush, x, middle, brush->slim, r);
  cairo_move_to (brush->cr, x - r, middle + r - brush->slim);
  cairo_line_to (brush->cr, x + r - brush->slim, middle - r);
  cairo_line_to (brush->cr, x + r, middle - r + brush->slim);
  cairo_line_to (brush->cr, x - r + brush->slim, middle + r);
  cairo_close_path (brush->cr);
  if (entry->due[0].first == 0 || fabs (now - x) < 3 * r)
    return;
  now -= onwards * brush->thick;
  cairo_move_to (brush->cr, now, middle);
  cairo_line_to (brush->cr, now - onwards * r * 1.4, middle - r * 0.8);
  cairo_line_to (brush->cr, now - onwards * r * 1.4, middle + r * 0.8);
  cairo_close_path (brush->cr);
}
