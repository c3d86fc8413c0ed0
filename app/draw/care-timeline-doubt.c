/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signs beside a date that is not sure: "~" where it is approximate, and "?" where it is
 * uncertain whether it is that date. */

#include "care-timeline-ink-private.h"

/* Each sign is drawn within this. */
#define SIDE 10.0

static const double wave[][2] = { { 0.5, 5.6 }, { 2.4, 3.2 }, { 3.8, 3.2 }, { 6, 5 },     { 7.6, 3.4 },
                                  { 9, 4.4 },   { 7, 7 },     { 5.4, 7 },   { 3.2, 5.2 }, { 1.8, 6.8 } };

static const double hook[][2]
  = { { 1.6, 3.4 }, { 1.6, 1.4 }, { 3, 0 },   { 7, 0 },   { 8.4, 1.4 }, { 8.4, 3.8 }, { 6, 5.6 },
      { 6, 7 },     { 4, 7 },     { 4, 4.6 }, { 6.4, 3 }, { 6.4, 2 },   { 3.6, 2 },   { 3.6, 3.4 } };

static const double dot[][2] = { { 4, 8 }, { 6, 8 }, { 6, 10 }, { 4, 10 } };

typedef struct
{
  cairo_t *cr;
  double x, y, scale_x, scale_y; /* the first is less than 0: from right to left */
} Place;

static void
trace_points (const Place *place, const double (*points)[2], guint n_points)
{
  cairo_new_sub_path (place->cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (place->cr, place->x + points[i][0] * place->scale_x,
                   place->y + points[i][1] * place->scale_y);
  cairo_close_path (place->cr);
}

/* Signs are not turned round with the picture. */
static Place
find_place (const CareTimelineBrush *brush, double x, double width, double middle)
{
  double height = 2 * brush->radius;
  Place place = { brush->cr, x, middle - height / 2, width / SIDE, height / SIDE };
  cairo_matrix_t matrix;

  cairo_get_matrix (brush->cr, &matrix);
  if (matrix.xx < 0)
    {
      place.x += width;
      place.scale_x = -place.scale_x;
    }
  return place;
}

static void
trace_signs (const CareTimelineBrush *brush, CareTimelineStretch stretch, double middle, guint doubt)
{
  gboolean is_both = doubt == (CARE_TIMELINE_ABOUT | CARE_TIMELINE_UNCERTAIN);
  double width = stretch.width / (is_both ? 2 : 1);
  Place place = find_place (brush, stretch.x, width, middle);

  if (stretch.width <= 0)
    return;
  if (doubt & CARE_TIMELINE_ABOUT)
    trace_points (&place, wave, G_N_ELEMENTS (wave));
  place.x += is_both ? width : 0;
  if (doubt & CARE_TIMELINE_UNCERTAIN)
    {
      trace_points (&place, hook, G_N_ELEMENTS (hook));
      trace_points (&place, dot, G_N_ELEMENTS (dot));
    }
}

/**
 * care_timeline_trace_doubts:
 * @brush: what paints
 * @mark: a mark
 * @entry: its entry
 *
 * Which of its dates are approximate or uncertain.
 */
void
care_timeline_trace_doubts (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                            const CareTimelineEntry *entry)
{
  double middle = care_timeline_brush_get_middle (brush, mark);

  trace_signs (brush, mark->start_doubt, middle, entry->start_doubt);
  trace_signs (brush, mark->due_doubt, middle, entry->due_doubt);
  trace_signs (brush, mark->reached_doubt, middle, entry->reached_doubt);
}
