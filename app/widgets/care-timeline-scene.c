/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-scene.h"

/* Of what begins first and ends last, one in so many is not looked at at first. */
#define FAR 16

static void
clear_lane (gpointer data)
{
  g_free (((CareTimelineSceneLane *) data)->name);
}

/**
 * care_timeline_scene_new:
 * @entries: (transfer full) (element-type CareTimelineEntry): what there is
 *
 * Returns: (transfer full): a scene of those entries and no lane, so that none is shown.
 */
CareTimelineScene *
care_timeline_scene_new (GArray *entries)
{
  CareTimelineScene *self = g_new0 (CareTimelineScene, 1);
  const CareColour grey = { 0.5, 0.5, 0.5 };

  self->entries = entries;
  self->lane_of = g_new (guint16, entries->len + 1);
  for (guint i = 0; i < entries->len; i++)
    self->lane_of[i] = CARE_TIMELINE_NO_LANE;
  self->colour_of = g_new0 (guint8, entries->len + 1);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (CareTimelineSceneLane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->palette = g_array_new (FALSE, FALSE, sizeof (CareColour));
  g_array_append_val (self->palette, grey);
  return self;
}

/**
 * care_timeline_scene_free:
 * @self: (transfer full): a scene
 */
void
care_timeline_scene_free (CareTimelineScene *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_array_unref (self->entries);
  g_array_unref (self->lanes);
  g_array_unref (self->palette);
  g_free (self->lane_of);
  g_free (self->colour_of);
  g_free (self);
}

/**
 * care_timeline_scene_add_colour:
 * @self: a scene
 * @colour: (nullable): a colour
 *
 * More colours than an entry can name are told apart by their lanes only.
 *
 * Returns: 1 + its index in the palette; 0: none.
 */
guint
care_timeline_scene_add_colour (CareTimelineScene *self, const CareColour *colour)
{
  if (colour == NULL || self->palette->len > G_MAXUINT8)
    return 0;
  g_array_append_val (self->palette, *colour);
  return self->palette->len;
}

/**
 * care_timeline_scene_add_lane:
 * @self: a scene
 * @name: what the lane is called
 * @key: by which it is known again
 * @colour: (nullable): of what is in it
 *
 * Adds a lane below the others.
 *
 * Returns: its index.
 */
guint
care_timeline_scene_add_lane (CareTimelineScene *self, const char *name, CareId key,
                                const CareColour *colour)
{
  CareTimelineSceneLane lane = { g_strdup (name), key, care_timeline_scene_add_colour (self, colour) };

  g_array_append_val (self->lanes, lane);
  return self->lanes->len - 1;
}

static void
take_in (CareSpan *all, CareSpan span)
{
  all->first = all->first == 0 ? span.first : MIN (all->first, span.first);
  all->last = MAX (all->last, span.last);
}

/**
 * care_timeline_scene_place:
 * @self: a scene
 * @entry: an entry that has no lane yet
 * @lane: the one that it is to be in
 *
 * Puts an entry into a lane.
 */
void
care_timeline_scene_place (CareTimelineScene *self, guint entry, guint lane)
{
  CareSpan span = care_timeline_entry_span (care_timeline_scene_get (self, entry));
  guint colour = g_array_index (self->lanes, CareTimelineSceneLane, lane).colour;

  self->lane_of[entry] = (guint16) lane;
  care_timeline_scene_set_colour (self, entry, colour);
  self->n_shown++;
  if (span.first == 0)
    self->n_undated++;
  else
    take_in (&self->span, span);
}

/**
 * care_timeline_scene_set_colour:
 * @self: a scene
 * @entry: an entry that has a lane
 * @colour: 1 + its index in the palette; 0: none
 *
 * Has it be in another colour than its lane.
 */
void
care_timeline_scene_set_colour (CareTimelineScene *self, guint entry, guint colour)
{
  self->colour_of[entry] = (guint8) (colour == 0 ? 0 : colour - 1);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  CareDay first = *(const CareDay *) a, second = *(const CareDay *) b;

  return (first > second) - (first < second);
}

/**
 * care_timeline_scene_close:
 * @self: a scene in which all has been placed
 *
 * Finds what of it is looked at first: a few entries that are far from all others would
 * leave the rest too little room.
 */
void
care_timeline_scene_close (CareTimelineScene *self)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (CareDay));
  g_autoptr (GArray) lasts = g_array_new (FALSE, FALSE, sizeof (CareDay));

  for (guint i = 0; i < self->entries->len; i++)
    {
      CareSpan span = care_timeline_entry_span (care_timeline_scene_get (self, i));

      if (self->lane_of[i] == CARE_TIMELINE_NO_LANE || span.first == 0)
        continue;
      g_array_append_val (firsts, span.first);
      g_array_append_val (lasts, span.last);
    }
  if (firsts->len == 0)
    return;
  g_array_sort (firsts, compare_days);
  g_array_sort (lasts, compare_days);
  self->core.first = g_array_index (firsts, CareDay, firsts->len / FAR);
  self->core.last = g_array_index (lasts, CareDay, lasts->len - 1 - lasts->len / FAR);
}

/**
 * care_timeline_scene_get:
 * @self: a scene
 * @entry: an index
 *
 * Returns: (transfer none): that entry.
 */
const CareTimelineEntry *
care_timeline_scene_get (const CareTimelineScene *self, guint entry)
{
  return &g_array_index (self->entries, CareTimelineEntry, entry);
}

/**
 * care_timeline_scene_find:
 * @self: a scene
 * @like: an entry, perhaps of another scene
 *
 * Returns: the entry of the same record, if it has a lane; or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_scene_find (const CareTimelineScene *self, const CareTimelineEntry *like)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CareTimelineEntry *entry = care_timeline_scene_get (self, i);

      if (entry->id == like->id && entry->shape == like->shape)
        return self->lane_of[i] == CARE_TIMELINE_NO_LANE ? CARE_TIMELINE_NO_ENTRY : i;
    }
  return CARE_TIMELINE_NO_ENTRY;
}
