/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has no row is counted where it ends, by periods of some days that stay where they are
 * when the view is moved. Each count takes two searches in the sorted days of the lane. */

#include "care-timeline-frame-private.h"

#include <math.h>

/* How wide a period is at the least, and how much of one has a count of its own. */
#define WIDTH 48
#define LEAST_WIDTH 24
#define SPACE 4

/* How many of the sorted days come before @day. */
static guint
count_before (const GArray *days, guint from, guint n, CareDay day)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (days, CareDay, from + middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  CareTimelineFrame *frame;
  const CareTimelinePackedLane *lane;
  guint index;
  CareSpan seen;
  CareDay step;
} Counting;

static guint
count_ended (const Counting *self, CareDay before)
{
  return count_before (self->frame->pack->ends, self->lane->first_day, self->lane->place.n_hidden, before);
}

static guint
count_begun (const Counting *self, CareDay before)
{
  return count_before (self->frame->pack->starts, self->lane->first_day, self->lane->place.n_hidden, before);
}

static void
add_chip (const Counting *self, CareDay from, CareDay to)
{
  const CareTimelineViewport *viewport = &self->frame->viewport;
  gboolean is_last = to > self->seen.last;
  guint begun = count_begun (self, to);
  guint until = is_last ? begun : count_ended (self, to);
  double x = MAX (care_timeline_viewport_x (viewport, from), 0);
  double end = MIN (care_timeline_viewport_x (viewport, to) - SPACE, viewport->width);
  CareTimelineFrameChip chip = { .lane = self->index,
                                 .count = until - count_ended (self, from),
                                 .goes_on = is_last && begun > count_ended (self, to),
                                 .days = { from, to - 1 },
                                 .x = (float) x,
                                 .width = (float) MAX (end - x, 1),
                                 .y = (float) (self->lane->place.chips_y - viewport->top),
                                 .height = (float) care_timeline_metrics_chip (&self->frame->pack->metrics) };

  if (chip.count > 0)
    g_array_append_val (self->frame->chips, chip);
}

/* Where the period ends that begins at @from: what is too narrow goes with its neighbour. */
static CareDay
find_end (const Counting *self, CareDay from)
{
  const CareTimelineViewport *viewport = &self->frame->viewport;
  CareDay end = (from / self->step + 1) * self->step;
  double x = care_timeline_viewport_x (viewport, end);

  if (x - MAX (care_timeline_viewport_x (viewport, from), 0) < LEAST_WIDTH)
    end += self->step;
  if (viewport->width - care_timeline_viewport_x (viewport, end) < WIDTH)
    return self->seen.last + 1;
  return MIN (end, self->seen.last + 1);
}

/**
 * care_timeline_frame_add_chips:
 * @self: a frame with its pack and viewport
 * @lane: a lane
 *
 * Adds the counts of what has no row in it and meets the days that can be seen.
 */
void
care_timeline_frame_add_chips (CareTimelineFrame *self, guint lane)
{
  Counting counting = { .frame = self,
                        .lane = &self->pack->lanes[lane],
                        .index = lane,
                        .seen = care_timeline_viewport_span (&self->viewport),
                        .step = (CareDay) ceil (WIDTH / self->viewport.scale) };
  CareDay from = counting.seen.first;

  while (from <= counting.seen.last)
    {
      CareDay to = find_end (&counting, from);

      add_chip (&counting, from, to);
      from = to;
    }
}
