/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keys go up and down from a mark: to what is nearest in time and in sight in the
 * next row that has something, to the counts below the last row, and to the next lane. */

#include "care-timeline-canvas-private.h"

#include <math.h>

static double
find_distance (double x, double left, double right)
{
  return x < left ? left - x : x > right ? x - right : 0;
}

/* The mark in sight of a row that is nearest to @x. */
static guint
find_in_row (CareTimelineCanvas *self, guint lane, guint row, double x)
{
  guint n_marks, nearest = CARE_TIMELINE_NO_ENTRY;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (self->frame, &n_marks);
  double least = INFINITY;

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].lane == lane && marks[i].row == row && fabs (x - MAX (marks[i].x, 0)) < least)
      {
        least = fabs (x - MAX (marks[i].x, 0));
        nearest = marks[i].entry;
      }
  return nearest;
}

/* Has the frame show a row, without anything being drawn so yet. */
static void
frame_row (CareTimelineCanvas *self, guint lane, guint row)
{
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);
  double y = care_timeline_pack_get_lane (self->pack, lane)->rows_y
             + row * care_timeline_metrics_pitch (&self->metrics);

  viewport.top = CLAMP (viewport.top, y + care_timeline_metrics_row (&self->metrics) - viewport.height, y);
  care_timeline_frame_set (self->frame, self->pack, &viewport);
}

/* The nearest one in the rows of a lane from @row on, that is in sight in time. */
static guint
find_in_rows (CareTimelineCanvas *self, guint lane, int row, int by, double x)
{
  int n_rows = (int) care_timeline_pack_get_lane (self->pack, lane)->n_rows;
  guint found = CARE_TIMELINE_NO_ENTRY;

  for (; row >= 0 && row < n_rows && found == CARE_TIMELINE_NO_ENTRY; row += by)
    {
      frame_row (self, lane, (guint) row);
      found = find_in_row (self, lane, (guint) row, x);
    }
  return found;
}

/* The count of a lane nearest to @x, among those that have a button. */
static CareTimelineSpot *
find_chip (CareTimelineCanvas *self, guint lane, double x)
{
  CareTimelineSpot *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < self->chips->len; i++)
    {
      CareTimelineSpot *spot = g_ptr_array_index (self->chips, i);
      const CareTimelineFrameChip *chip = care_timeline_spot_get_chip (spot);
      double distance = chip == NULL ? INFINITY : find_distance (x, chip->x, chip->x + chip->width);

      if (chip != NULL && chip->lane == lane && distance < least)
        {
          least = distance;
          nearest = spot;
        }
    }
  return nearest;
}

static gboolean
focus_chip (CareTimelineCanvas *self, guint lane, double x)
{
  CareTimelineSpot *chip = find_chip (self, lane, x);

  return chip != NULL && gtk_widget_grab_focus (GTK_WIDGET (chip));
}

/* Into the next lane that has anything, from above or from below. */
static gboolean
go_to_lanes (CareTimelineCanvas *self, int lane, int by, double x)
{
  int n_lanes = (int) care_timeline_pack_get_n_lanes (self->pack);
  CareDay day = care_timeline_viewport_day (care_timeline_frame_get_viewport (self->frame), x);

  for (; lane >= 0 && lane < n_lanes; lane += by)
    {
      const CareTimelineLanePlace *place = care_timeline_pack_get_lane (self->pack, (guint) lane);
      guint found;

      if (by < 0 && focus_chip (self, (guint) lane, x))
        return TRUE;
      found = find_in_rows (self, (guint) lane, by > 0 ? 0 : (int) place->n_rows - 1, by, x);
      if (found == CARE_TIMELINE_NO_ENTRY)
        found = care_timeline_pack_get_nearest (self->pack, (guint) lane, day);
      if (care_timeline_canvas_focus_entry (self, found) || (by > 0 && focus_chip (self, (guint) lane, x)))
        return TRUE;
    }
  return FALSE;
}

/* To the row above or below, or to the lane. */
gboolean
care_timeline_canvas_go_across (CareTimelineCanvas *self, CareTimelineSpot *spot, int by)
{
  const CareTimelineFrameChip *chip = care_timeline_spot_get_chip (spot);
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);
  CareTimelinePlace place = { 0 };
  double x = chip == NULL ? 0 : chip->x;
  guint found;
  int row;

  if (chip == NULL)
    {
      const CareTimelineEntry *entry
        = care_timeline_pack_get_entry (self->pack, care_timeline_spot_get_entry (spot));

      place = care_timeline_pack_get_place (self->pack, care_timeline_spot_get_entry (spot), viewport.scale);
      x = CLAMP (care_timeline_viewport_x (&viewport, care_timeline_entry_span (entry).first), 0, viewport.width);
    }
  else
    place.lane = chip->lane;
  if (place.lane == CARE_TIMELINE_NO_LANE)
    return FALSE;
  row = chip == NULL && !place.is_hidden ? (int) place.row + by
        : by < 0                         ? (int) care_timeline_pack_get_lane (self->pack, place.lane)->n_rows - 1
                                         : G_MAXINT;
  found = find_in_rows (self, place.lane, row, by, x);
  if (care_timeline_canvas_focus_entry (self, found))
    return TRUE;
  if (chip == NULL && by > 0 && focus_chip (self, place.lane, x))
    return TRUE;
  return go_to_lanes (self, (int) place.lane + by, by, x);
}

/* As far up or down as can be seen at once. */
gboolean
care_timeline_canvas_go_page (CareTimelineCanvas *self, guint entry, int by)
{
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);
  CareTimelinePlace place = care_timeline_pack_get_place (self->pack, entry, viewport.scale);
  double height = care_timeline_pack_get_height (self->pack);
  double x = CLAMP (place.left - viewport.first * viewport.scale, 0, viewport.width);
  double y = CLAMP (place.y + by * viewport.height, 0, height - 1);
  guint lane = care_timeline_pack_find_lane (self->pack, y);
  double row = floor ((y - care_timeline_pack_get_lane (self->pack, lane)->rows_y)
                      / care_timeline_metrics_pitch (&self->metrics));
  int last = (int) care_timeline_pack_get_lane (self->pack, lane)->n_rows - 1;
  guint found = find_in_rows (self, lane, CLAMP ((int) row, 0, MAX (last, 0)), -by, x);

  return care_timeline_canvas_focus_entry (self, found) || go_to_lanes (self, (int) lane, -by, x);
}
