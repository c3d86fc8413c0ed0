/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a pack: where things are, and what comes next in time. */

#include "care-timeline-pack-private.h"

#include <math.h>

/**
 * care_timeline_pack_scale:
 * @scale: pixels per day, over 0
 *
 * Returns: the greatest power of two that is no more than @scale, for which to pack so as
 *   to show at @scale.
 */
double
care_timeline_pack_scale (double scale)
{
  int exponent;

  frexp (scale, &exponent);
  return ldexp (1, exponent - 1);
}

/**
 * care_timeline_pack_get_scale:
 * @self: a pack
 *
 * Returns: the least scale, in pixels per day, that it is for.
 */
double
care_timeline_pack_get_scale (const CareTimelinePack *self)
{
  return self->scale;
}

/**
 * care_timeline_pack_get_metrics:
 * @self: a pack
 *
 * Returns: (transfer none): the sizes it was made with.
 */
const CareTimelineMetrics *
care_timeline_pack_get_metrics (const CareTimelinePack *self)
{
  return &self->metrics;
}

/**
 * care_timeline_pack_get_entry:
 * @self: a pack
 * @entry: an index of what went in
 *
 * Returns: (transfer none): that entry.
 */
const CareTimelineEntry *
care_timeline_pack_get_entry (const CareTimelinePack *self, guint entry)
{
  return &g_array_index (self->entries, CareTimelineEntry, entry);
}

/**
 * care_timeline_pack_get_height:
 * @self: a pack
 *
 * Returns: the height of all lanes, in pixels.
 */
double
care_timeline_pack_get_height (const CareTimelinePack *self)
{
  return self->height;
}

/**
 * care_timeline_pack_get_n_lanes:
 * @self: a pack
 *
 * Returns: how many lanes it has.
 */
guint
care_timeline_pack_get_n_lanes (const CareTimelinePack *self)
{
  return self->n_lanes;
}

/**
 * care_timeline_pack_get_lane:
 * @self: a pack
 * @lane: a lane
 *
 * Returns: (transfer none): where it is, and how much of it is drawn.
 */
const CareTimelineLanePlace *
care_timeline_pack_get_lane (const CareTimelinePack *self, guint lane)
{
  return &self->lanes[lane].place;
}

/**
 * care_timeline_pack_find_lane:
 * @self: a pack
 * @y: a height
 *
 * Returns: the lane that is there; %CARE_TIMELINE_NO_LANE above and below all of them.
 */
guint
care_timeline_pack_find_lane (const CareTimelinePack *self, double y)
{
  guint low = 0, high = self->n_lanes;

  if (y < 0 || y >= self->height)
    return CARE_TIMELINE_NO_LANE;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->lanes[middle].place.y <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * care_timeline_pack_get_place:
 * @self: a pack
 * @entry: an index of what went in
 * @scale: pixels per day
 *
 * Returns: where it is at that scale; its lane is %CARE_TIMELINE_NO_LANE, and nothing else
 *   is set, if it is nowhere.
 */
CareTimelinePlace
care_timeline_pack_get_place (const CareTimelinePack *self, guint entry, double scale)
{
  CareTimelinePlace place = { .lane = self->lane_of[entry] };
  const CareTimelineLanePlace *lane;
  CareTimelineReach reach;

  if (place.lane == CARE_TIMELINE_NO_LANE)
    return place;
  lane = care_timeline_pack_get_lane (self, place.lane);
  reach = care_timeline_pack_reach (self, place.lane, entry, scale);
  place.left = reach.left;
  place.right = reach.right;
  place.is_hidden = self->row_of[entry] == CARE_TIMELINE_HIDDEN;
  place.row = place.is_hidden ? 0 : self->row_of[entry];
  place.y = place.is_hidden ? lane->chips_y
                            : lane->rows_y + place.row * care_timeline_metrics_pitch (&self->metrics);
  place.height = place.is_hidden ? care_timeline_metrics_chip (&self->metrics)
                                 : care_timeline_metrics_row (&self->metrics);
  return place;
}

static guint
count_marks (const CareTimelinePack *self, guint lane)
{
  return self->lanes[lane].place.n_entries - self->lanes[lane].place.n_hidden;
}

static guint
get_nth (const CareTimelinePack *self, guint lane, guint nth)
{
  return nth < count_marks (self, lane)
           ? g_array_index (self->order, guint32, self->lanes[lane].first_mark + nth)
           : CARE_TIMELINE_NO_ENTRY;
}

/* How many marks of @lane come before @entry in time. */
static guint
count_before (const CareTimelinePack *self, guint lane, const CareTimelineEntry *entry)
{
  guint low = 0, high = count_marks (self, lane);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const CareTimelineEntry *other = care_timeline_pack_get_entry (self, get_nth (self, lane, middle));

      if (care_timeline_entry_compare (other, entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * care_timeline_pack_get_first:
 * @self: a pack
 * @lane: a lane
 *
 * Returns: its first mark in time, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_pack_get_first (const CareTimelinePack *self, guint lane)
{
  return get_nth (self, lane, 0);
}

/**
 * care_timeline_pack_get_last:
 * @self: a pack
 * @lane: a lane
 *
 * Returns: its last mark in time, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_pack_get_last (const CareTimelinePack *self, guint lane)
{
  return get_nth (self, lane, count_marks (self, lane) - 1);
}

/**
 * care_timeline_pack_get_next:
 * @self: a pack
 * @entry: an entry
 *
 * Returns: the mark after it in its lane, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_pack_get_next (const CareTimelinePack *self, guint entry)
{
  guint lane = self->lane_of[entry], nth;

  if (lane == CARE_TIMELINE_NO_LANE)
    return CARE_TIMELINE_NO_ENTRY;
  nth = count_before (self, lane, care_timeline_pack_get_entry (self, entry));
  return get_nth (self, lane, get_nth (self, lane, nth) == entry ? nth + 1 : nth);
}

/**
 * care_timeline_pack_get_previous:
 * @self: a pack
 * @entry: an entry
 *
 * Returns: the mark before it in its lane, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_pack_get_previous (const CareTimelinePack *self, guint entry)
{
  guint lane = self->lane_of[entry];

  if (lane == CARE_TIMELINE_NO_LANE)
    return CARE_TIMELINE_NO_ENTRY;
  return get_nth (self, lane, count_before (self, lane, care_timeline_pack_get_entry (self, entry)) - 1);
}

static CareDay
get_begin (const CareTimelinePack *self, guint entry)
{
  return care_timeline_entry_span (care_timeline_pack_get_entry (self, entry)).first;
}

/**
 * care_timeline_pack_get_nearest:
 * @self: a pack
 * @lane: a lane
 * @day: a day
 *
 * Returns: the mark of @lane that begins nearest to @day, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_pack_get_nearest (const CareTimelinePack *self, guint lane, CareDay day)
{
  const CareTimelineEntry at = { .start = { day, day } };
  guint nth = count_before (self, lane, &at);
  guint after = get_nth (self, lane, nth), before = get_nth (self, lane, nth - 1);

  if (before == CARE_TIMELINE_NO_ENTRY || after == CARE_TIMELINE_NO_ENTRY)
    return before == CARE_TIMELINE_NO_ENTRY ? after : before;
  return day - get_begin (self, before) < get_begin (self, after) - day ? before : after;
}
