/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a row first, and how much of it a mark takes. All that grows with the scale are the days between
 * its first and its last; what is added at both ends is the same at any scale. */

#include "care-timeline-pack-private.h"

#include "care-vocabularies.h"

typedef enum
{
  CLASS_OVERDUE,
  CLASS_SLIPPED,
  CLASS_JUDGED,
  CLASS_PLEDGE,
  CLASS_PART,
  CLASS_POSITION,
  CLASS_EVENT,
} Class;

static gboolean
is_missed (const CareTimelineEntry *entry)
{
  const char *timeliness = care_timeline_entry_word (&care_vocabulary_timeliness, entry->timeliness);

  return g_strcmp0 (timeliness, "missed") == 0;
}

/**
 * care_timeline_entry_get_class:
 * @entry: an entry
 *
 * Returns: who comes first where not all have room: lower ones.
 */
guint8
care_timeline_entry_get_class (const CareTimelineEntry *entry)
{
  if (entry->state == CARE_TIMELINE_ENTRY_OVERDUE)
    return CLASS_OVERDUE;
  if (care_timeline_entry_is_slipped (entry) || is_missed (entry))
    return CLASS_SLIPPED;
  switch ((CareTimelineEntryShape) entry->shape)
    {
    case CARE_TIMELINE_ENTRY_LIMB:
    case CARE_TIMELINE_ENTRY_MILESTONE:
      return CLASS_PART;
    case CARE_TIMELINE_ENTRY_POSITION:
      return CLASS_POSITION;
    case CARE_TIMELINE_ENTRY_EVENT:
      return CLASS_EVENT;
    case CARE_TIMELINE_ENTRY_PLEDGE:
    default:
      return entry->state == CARE_TIMELINE_ENTRY_JUDGED ? CLASS_JUDGED : CLASS_PLEDGE;
    }
}

/**
 * care_timeline_entry_fades:
 * @self: an entry
 *
 * Returns: whether it is a pledge, or part of one, whose line goes a little way into the
 *   unknown, as nobody knows when it is due or was reached.
 */
gboolean
care_timeline_entry_fades (const CareTimelineEntry *self)
{
  return self->shape <= CARE_TIMELINE_ENTRY_MILESTONE && self->due[0].first == 0 && self->reached.first == 0;
}

/**
 * care_timeline_entry_has_symbol:
 * @self: an entry
 *
 * Returns: whether there is something to say of how it stands.
 */
gboolean
care_timeline_entry_has_symbol (const CareTimelineEntry *self)
{
  return self->state >= CARE_TIMELINE_ENTRY_OPEN;
}

/**
 * care_timeline_pack_get_extent:
 * @self: a pack, at least with its lanes
 * @lane: a lane
 * @entry: an entry of it
 *
 * Returns: how wide its texts are; 0 where they have no room of their own.
 */
CareTimelineExtent
care_timeline_pack_get_extent (const CareTimelinePack *self, guint lane, guint entry)
{
  if (self->extents == NULL || !self->lanes[lane].labelled)
    return (CareTimelineExtent){ 0, 0 };
  return g_array_index (self->extents, CareTimelineExtent, entry);
}

static double
get_tail (const CareTimelinePack *self, const CareTimelineEntry *entry, CareTimelineExtent extent)
{
  double tail = 0;

  if (care_timeline_entry_has_symbol (entry))
    tail += care_timeline_metrics_symbol (&self->metrics);
  if (entry->flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT)
    tail += care_timeline_metrics_symbol (&self->metrics);
  if (extent.words > 0)
    tail += care_timeline_metrics_gap (&self->metrics) + extent.words;
  return tail;
}

/* Of what is the last to be known of it. */
static guint
get_last_doubt (const CareTimelineEntry *entry)
{
  guint n = care_timeline_entry_count_due (entry);
  CareDay due = n == 0 ? 0 : entry->due[n - 1].last;

  return (entry->reached.last >= due ? entry->reached_doubt : 0)
         | (due >= entry->reached.last ? entry->due_doubt : 0);
}

/**
 * care_timeline_pack_reach:
 * @self: a pack, at least with its lanes
 * @lane: a lane
 * @entry: an entry of it that has a day
 * @scale: pixels per day
 *
 * Returns: where it is at that scale, counted from the beginning of day 0.
 */
CareTimelineReach
care_timeline_pack_reach (const CareTimelinePack *self, guint lane, guint entry, double scale)
{
  const CareTimelineEntry *known = &g_array_index (self->entries, CareTimelineEntry, entry);
  CareTimelineExtent extent = care_timeline_pack_get_extent (self, lane, entry);
  CareSpan days = care_timeline_entry_span (known);
  double edge = care_timeline_metrics_edge (&self->metrics);
  CareTimelineReach reach = { .start = days.first * scale };

  reach.label = reach.start - edge;
  reach.left = reach.label - care_timeline_metrics_doubt (&self->metrics, known->start_doubt);
  reach.end
    = (days.last + 1) * scale + edge + care_timeline_metrics_doubt (&self->metrics, get_last_doubt (known));
  if (care_timeline_entry_fades (known))
    reach.end += care_timeline_metrics_fade (&self->metrics);
  if (self->edge > 0 && reach.label + extent.label > self->edge)
    reach.label = self->edge - extent.label;
  reach.left = MIN (reach.left, reach.label);
  reach.right = MAX (reach.end + get_tail (self, known, extent), reach.label + extent.label);
  return reach;
}
