/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of a mark are in a viewport. */

#include "care-timeline-frame-private.h"

/* What is further outside than this is cut off: Cairo's numbers end at eight million. */
#define OUTSIDE 4096

/* A text that was not measured, or has not all of its room, needs this much, in sizes of the text. */
#define LEAST_ROOM 4

/* What is lost in sums. */
#define SLACK 0.01

/**
 * care_timeline_frame_get_row:
 * @pack: a pack
 * @lane: one of its lanes
 * @row: one of the rows of that
 *
 * Returns: the marks of the row.
 */
CareTimelineFrameRow
care_timeline_frame_get_row (const CareTimelinePack *pack, guint lane, guint row)
{
  guint first = pack->lanes[lane].first_row + row;
  guint32 from = g_array_index (pack->rows, guint32, first),
          to = g_array_index (pack->rows, guint32, first + 1);

  return (CareTimelineFrameRow){ pack, &g_array_index (pack->marks, guint32, from), to - from, lane };
}

/**
 * care_timeline_frame_row_reach:
 * @row: a row
 * @viewport: what is looked at
 * @index: of one of its marks
 *
 * Returns: where it is in the viewport.
 */
CareTimelineReach
care_timeline_frame_row_reach (const CareTimelineFrameRow *row, const CareTimelineViewport *viewport,
                               guint index)
{
  double left = viewport->first * viewport->scale;
  CareTimelineReach reach
    = care_timeline_pack_reach (row->pack, row->lane, row->entries[index], viewport->scale);

  reach.left -= left;
  reach.right -= left;
  reach.start -= left;
  reach.end -= left;
  reach.label -= left;
  return reach;
}

/**
 * care_timeline_frame_row_find:
 * @row: a row
 * @viewport: what is looked at
 * @x: where
 *
 * Returns: the index of the first mark that ends right of @x, or how many there are.
 */
guint
care_timeline_frame_row_find (const CareTimelineFrameRow *row, const CareTimelineViewport *viewport, double x)
{
  guint low = 0, high = row->n_entries;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (care_timeline_frame_row_reach (row, viewport, middle).right <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static CareTimelineStretch
stretch (const CareTimelineViewport *viewport, double from, double to)
{
  from = CLAMP (from, -OUTSIDE, viewport->width + OUTSIDE);
  to = CLAMP (to, -OUTSIDE, viewport->width + OUTSIDE);
  return (CareTimelineStretch){ (float) from, (float) MAX (to - from, 0) };
}

static CareTimelineStretch
stretch_span (const CareTimelineViewport *viewport, CareSpan span)
{
  if (span.first == 0)
    return (CareTimelineStretch){ 0, 0 };
  return stretch (viewport, care_timeline_viewport_x (viewport, span.first),
                  care_timeline_viewport_x (viewport, span.last + 1));
}

static void
place_between (CareTimelineFrameMark *mark, const CareTimelineEntry *entry,
               const CareTimelineViewport *viewport)
{
  guint n = care_timeline_entry_count_due (entry);
  CareDay from, to;

  if (n == 0 || entry->due[0].first == entry->due[n - 1].last)
    return;
  from = n == 1 ? entry->due[0].first : entry->due[0].last + 1;
  to = entry->due[n - 1].last + 1;
  mark->between
    = stretch (viewport, care_timeline_viewport_x (viewport, from), care_timeline_viewport_x (viewport, to));
}

/* From the day it was made to the last that is known of it, or a little way on. */
static void
place_line (CareTimelineFrameMark *mark, const CareTimelineEntry *entry, const CareTimelineViewport *viewport,
            const CareTimelineReach *reach, double edge)
{
  CareDay last = MAX (entry->reached.last, entry->revised.last);

  if (entry->shape > CARE_TIMELINE_ENTRY_MILESTONE)
    return;
  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    last = MAX (last, entry->due[i].last);
  mark->line = stretch (viewport, care_timeline_viewport_x (viewport, MAX (entry->start.first, 1)),
                        care_timeline_entry_fades (entry) ? reach->end - edge
                                                          : care_timeline_viewport_x (viewport, last + 1));
  if (entry->start.first == 0)
    mark->line.width = 0;
}

static void
place_days (CareTimelineFrameMark *mark, const CareTimelineEntry *entry, const CareTimelineViewport *viewport)
{
  mark->start = stretch_span (viewport, entry->start);
  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    mark->due[i] = stretch_span (viewport, entry->due[i]);
  mark->revised = stretch_span (viewport, entry->revised);
  mark->reached = stretch_span (viewport, entry->reached);
  place_between (mark, entry, viewport);
}

/* From @x on, if that is before @room. */
static CareTimelineStretch
place_doubt (const CareTimelineViewport *viewport, const CareTimelinePack *pack, guint doubt, double x,
             double room)
{
  double width = care_timeline_metrics_doubt (&pack->metrics, doubt);

  return x + width <= room ? stretch (viewport, x, x + width) : (CareTimelineStretch){ 0, 0 };
}

/* Each beside its date, where the next one leaves room. */
static void
place_doubts (CareTimelineFrameMark *mark, const CareTimelineEntry *entry,
              const CareTimelineViewport *viewport, const CareTimelinePack *pack)
{
  double edge = care_timeline_metrics_edge (&pack->metrics), endless = viewport->width + 2 * OUTSIDE;
  guint n = care_timeline_entry_count_due (entry);
  double start = care_timeline_viewport_x (viewport, entry->start.first) - edge,
         reached = care_timeline_viewport_x (viewport, entry->reached.last + 1),
         due = n == 0 ? 0 : care_timeline_viewport_x (viewport, entry->due[n - 1].last + 1);

  if (entry->start.first != 0)
    mark->start_doubt
      = place_doubt (viewport, pack, entry->start_doubt,
                     start - care_timeline_metrics_doubt (&pack->metrics, entry->start_doubt), start);
  if (n > 0)
    mark->due_doubt
      = place_doubt (viewport, pack, entry->due_doubt, due + edge,
                     mark->reached.width > 0 && reached > due ? mark->reached.x - edge : endless);
  if (mark->reached.width > 0)
    mark->reached_doubt = place_doubt (viewport, pack, entry->reached_doubt, reached + edge,
                                       due > reached ? mark->due[0].x - edge : endless);
}

/* @measured: 0, and it may have all the room. @room: where the next mark of the row begins, less
 * the space before it, which is less than was measured only where the pack is for a larger scale. */
static CareTimelineStretch
place_text (const CareTimelineViewport *viewport, const CareTimelinePack *pack, double x, double measured,
            double room)
{
  if (measured > 0 && x + measured <= room + SLACK)
    return stretch (viewport, x, x + measured);
  if (room - x < LEAST_ROOM * pack->metrics.em)
    return (CareTimelineStretch){ 0, 0 };
  return stretch (viewport, x, room);
}

static void
place_tail (CareTimelineFrameMark *mark, const CareTimelineEntry *entry, const CareTimelineViewport *viewport,
            const CareTimelinePack *pack, const CareTimelineReach *reach, double room)
{
  double x = reach->end, symbol = care_timeline_metrics_symbol (&pack->metrics);
  CareTimelineExtent extent = care_timeline_pack_get_extent (pack, mark->lane, mark->entry);

  if (care_timeline_entry_has_symbol (entry))
    {
      mark->symbol = stretch (viewport, x, x + symbol);
      x += symbol;
    }
  if (entry->flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT)
    {
      mark->source = stretch (viewport, x, x + symbol);
      x += symbol;
    }
  x += care_timeline_metrics_gap (&pack->metrics);
  if (extent.words > 0 || extent.label == 0)
    mark->words = place_text (viewport, pack, x, extent.words, room);
}

static void
place_label (CareTimelineFrameMark *mark, const CareTimelineViewport *viewport, const CareTimelinePack *pack,
             const CareTimelineReach *reach, double room)
{
  double measured = care_timeline_pack_get_extent (pack, mark->lane, mark->entry).label;
  double x = MAX (reach->label, MIN (0, reach->right - measured));

  mark->label = place_text (viewport, pack, x, measured, room);
}

/* Where the texts of a mark must end: before the next one, and on paper before the edge. */
static double
find_room (const CareTimelineFrameRow *row, const CareTimelineViewport *viewport, guint index)
{
  double gap = care_timeline_metrics_gap (&row->pack->metrics), room = viewport->width + OUTSIDE;

  if (row->pack->edge > 0)
    room = row->pack->edge - viewport->first * viewport->scale;
  if (index + 1 < row->n_entries)
    room = MIN (care_timeline_frame_row_reach (row, viewport, index + 1).left - gap, room);
  return room;
}

static void
add_mark (CareTimelineFrame *self, const CareTimelineFrameRow *row, guint index, guint32 nth, double y)
{
  const CareTimelineViewport *viewport = &self->viewport;
  const CareTimelinePack *pack = self->pack;
  const CareTimelineEntry *entry = care_timeline_pack_get_entry (pack, row->entries[index]);
  CareTimelineReach reach = care_timeline_frame_row_reach (row, viewport, index);
  CareTimelineFrameMark mark = { .entry = row->entries[index], .lane = row->lane, .row = nth };
  CareTimelineStretch all = stretch (viewport, reach.left, reach.right);
  double room = find_room (row, viewport, index);

  mark.x = all.x;
  mark.width = all.width;
  mark.y = (float) y;
  mark.height = (float) care_timeline_metrics_row (&pack->metrics);
  place_days (&mark, entry, viewport);
  place_doubts (&mark, entry, viewport, pack);
  place_line (&mark, entry, viewport, &reach, care_timeline_metrics_edge (&pack->metrics));
  place_tail (&mark, entry, viewport, pack, &reach, room);
  place_label (&mark, viewport, pack, &reach, room);
  g_array_append_val (self->marks, mark);
}

/**
 * care_timeline_frame_add_row:
 * @self: a frame with its pack and viewport
 * @lane: a lane
 * @row: one of its rows
 *
 * Adds those of its marks that can be seen.
 */
void
care_timeline_frame_add_row (CareTimelineFrame *self, guint lane, guint row)
{
  CareTimelineFrameRow marks = care_timeline_frame_get_row (self->pack, lane, row);
  double y = self->pack->lanes[lane].place.rows_y + row * care_timeline_metrics_pitch (&self->pack->metrics);

  for (guint i = care_timeline_frame_row_find (&marks, &self->viewport, 0);
       i < marks.n_entries
       && care_timeline_frame_row_reach (&marks, &self->viewport, i).left < self->viewport.width;
       i++)
    add_mark (self, &marks, i, row, y - self->viewport.top);
}
