/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-frame-private.h"

#include <math.h>

/**
 * care_timeline_viewport_x:
 * @self: a viewport
 * @day: a day
 *
 * Returns: where it begins, from the left edge.
 */
double
care_timeline_viewport_x (const CareTimelineViewport *self, CareDay day)
{
  return (day - self->first) * self->scale;
}

/**
 * care_timeline_viewport_day:
 * @self: a viewport
 * @x: a place, from the left edge
 *
 * Returns: the day that is there; the first or the last of all days if it is not one of them.
 */
CareDay
care_timeline_viewport_day (const CareTimelineViewport *self, double x)
{
  return (CareDay) CLAMP (floor (self->first + x / self->scale), 1, CARE_DAY_LAST);
}

/**
 * care_timeline_viewport_span:
 * @self: a viewport
 *
 * Returns: the first and last day of which anything can be seen.
 */
CareSpan
care_timeline_viewport_span (const CareTimelineViewport *self)
{
  double last = ceil (self->first + self->width / self->scale) - 1;

  return (CareSpan){ care_timeline_viewport_day (self, 0), (CareDay) CLAMP (last, 1, CARE_DAY_LAST) };
}

/**
 * care_timeline_frame_new:
 *
 * Returns: (transfer full): a frame of nothing yet.
 */
CareTimelineFrame *
care_timeline_frame_new (void)
{
  CareTimelineFrame *self = g_new0 (CareTimelineFrame, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (CareTimelineFrameMark));
  self->chips = g_array_new (FALSE, FALSE, sizeof (CareTimelineFrameChip));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (CareTimelineFrameLane));
  return self;
}

/**
 * care_timeline_frame_free:
 * @self: (transfer full): a frame
 */
void
care_timeline_frame_free (CareTimelineFrame *self)
{
  g_clear_pointer (&self->pack, care_timeline_pack_unref);
  g_array_unref (self->marks);
  g_array_unref (self->chips);
  g_array_unref (self->lanes);
  g_free (self);
}

static void
add_rows (CareTimelineFrame *self, guint lane)
{
  const CareTimelineLanePlace *place = &self->pack->lanes[lane].place;
  double pitch = care_timeline_metrics_pitch (&self->pack->metrics);
  double first = floor ((self->viewport.top - place->rows_y) / pitch);
  double end = ceil ((self->viewport.top + self->viewport.height - place->rows_y) / pitch);

  for (guint row = (guint) MAX (first, 0); row < MIN (end, place->n_rows); row++)
    care_timeline_frame_add_row (self, lane, row);
}

static void
add_lane (CareTimelineFrame *self, guint lane)
{
  const CareTimelineLanePlace *place = &self->pack->lanes[lane].place;
  CareTimelineFrameLane seen = { lane, (float) (place->y - self->viewport.top), (float) place->height };

  g_array_append_val (self->lanes, seen);
  add_rows (self, lane);
  if (place->n_hidden > 0)
    care_timeline_frame_add_chips (self, lane);
}

/**
 * care_timeline_frame_set:
 * @self: a frame
 * @pack: what is shown
 * @viewport: what is seen of it
 *
 * Lays out what is seen.
 */
void
care_timeline_frame_set (CareTimelineFrame *self, CareTimelinePack *pack,
                         const CareTimelineViewport *viewport)
{
  guint lane;

  care_timeline_pack_ref (pack);
  g_clear_pointer (&self->pack, care_timeline_pack_unref);
  self->pack = pack;
  self->viewport = *viewport;
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->chips, 0);
  g_array_set_size (self->lanes, 0);
  lane = care_timeline_pack_find_lane (pack, MAX (viewport->top, 0));
  for (; lane < pack->n_lanes && pack->lanes[lane].place.y < viewport->top + viewport->height; lane++)
    add_lane (self, lane);
}

/**
 * care_timeline_frame_get_pack:
 * @self: a frame
 *
 * Returns: (transfer none) (nullable): what it was set to show.
 */
CareTimelinePack *
care_timeline_frame_get_pack (const CareTimelineFrame *self)
{
  return self->pack;
}

/**
 * care_timeline_frame_get_viewport:
 * @self: a frame
 *
 * Returns: (transfer none): what is seen of its pack.
 */
const CareTimelineViewport *
care_timeline_frame_get_viewport (const CareTimelineFrame *self)
{
  return &self->viewport;
}

/**
 * care_timeline_frame_get_marks:
 * @self: a frame
 * @n_marks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_marks): the marks that can be seen, by lane, row
 *   and x, until the frame is set again.
 */
const CareTimelineFrameMark *
care_timeline_frame_get_marks (const CareTimelineFrame *self, guint *n_marks)
{
  *n_marks = self->marks->len;
  return (const CareTimelineFrameMark *) (void *) self->marks->data;
}

/**
 * care_timeline_frame_get_chips:
 * @self: a frame
 * @n_chips: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_chips): the counts, by lane and x, until the
 *   frame is set again.
 */
const CareTimelineFrameChip *
care_timeline_frame_get_chips (const CareTimelineFrame *self, guint *n_chips)
{
  *n_chips = self->chips->len;
  return (const CareTimelineFrameChip *) (void *) self->chips->data;
}

/**
 * care_timeline_frame_get_lanes:
 * @self: a frame
 * @n_lanes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_lanes): the lanes that can be seen, from the top,
 *   until the frame is set again.
 */
const CareTimelineFrameLane *
care_timeline_frame_get_lanes (const CareTimelineFrame *self, guint *n_lanes)
{
  *n_lanes = self->lanes->len;
  return (const CareTimelineFrameLane *) (void *) self->lanes->data;
}

/* The row at @y of all lanes; FALSE between rows and outside of them. */
static gboolean
find_row (const CareTimelinePack *pack, double y, guint *lane, guint *row)
{
  const CareTimelineLanePlace *place;
  double pitch = care_timeline_metrics_pitch (&pack->metrics), nth;

  *lane = care_timeline_pack_find_lane (pack, y);
  if (*lane == CARE_TIMELINE_NO_LANE)
    return FALSE;
  place = care_timeline_pack_get_lane (pack, *lane);
  nth = floor ((y - place->rows_y) / pitch);
  if (nth < 0 || nth >= place->n_rows)
    return FALSE;
  *row = (guint) nth;
  return y - place->rows_y - nth * pitch < care_timeline_metrics_row (&pack->metrics);
}

/**
 * care_timeline_frame_hit:
 * @self: a frame
 * @x: a place in its viewport
 * @y: a place in its viewport
 *
 * Returns: the entry whose mark is there, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_frame_hit (const CareTimelineFrame *self, double x, double y)
{
  CareTimelineFrameRow marks;
  guint lane, row, index;

  if (self->pack == NULL || x < 0 || x >= self->viewport.width || y < 0 || y >= self->viewport.height
      || !find_row (self->pack, y + self->viewport.top, &lane, &row))
    return CARE_TIMELINE_NO_ENTRY;
  marks = care_timeline_frame_get_row (self->pack, lane, row);
  index = care_timeline_frame_row_find (&marks, &self->viewport, x);
  if (index == marks.n_entries || care_timeline_frame_row_reach (&marks, &self->viewport, index).left > x)
    return CARE_TIMELINE_NO_ENTRY;
  return marks.entries[index];
}
