/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-lanes.h"

#include "care-timeline-facts-private.h"

#include <glib/gi18n.h>

/* More lanes than can be told apart by number share the last one. */
#define MAX_LANES (CARE_TIMELINE_LEFT_OUT - 1)

typedef struct
{
  const CareTimelineContent *content;
  CareTimelineLanesBy by;
  GArray *firsts;    /* of care_timeline_shown_list_firsts(), if lanes are of briefings */
  GHashTable *found; /* id -> 1 + index in lanes */
  GArray *lanes;     /* of Lane, as they are met */
} Sorting;

typedef struct
{
  const CareTimelineName *name; /* NULL: of what has none */
  guint n_entries;
  guint place; /* among all, once they are in order */
} Lane;

/* (nullable): what @entry's lane is of. */
static const CareTimelineName *
find_name (const Sorting *self, const CareTimelineEntry *entry)
{
  const CareTimelineName *actor;

  switch (self->by)
    {
    case CARE_TIMELINE_LANES_THEME:
      return care_timeline_name_get (self->content->themes, entry->theme);
    case CARE_TIMELINE_LANES_PROMISOR:
      return care_timeline_name_find (self->content->actors, entry->actor);
    case CARE_TIMELINE_LANES_PARTY:
      actor = care_timeline_name_find (self->content->actors, entry->actor);
      return actor == NULL || actor->role == CARE_TIMELINE_ROLE_OTHER ? NULL : actor;
    case CARE_TIMELINE_LANES_BRIEFING:
      return care_timeline_shown_find_first (self->firsts, entry);
    case CARE_TIMELINE_LANES_NONE:
    default:
      return NULL;
    }
}

static guint16
find_lane (Sorting *self, const CareTimelineName *name)
{
  const CareId none = 0;
  gboolean is_full = self->lanes->len >= MAX_LANES - 1;
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->found, name == NULL ? &none : &name->id));
  Lane lane = { name, 0, 0 };

  if (found == 0 && is_full && name != NULL)
    return find_lane (self, NULL);
  if (found == 0)
    {
      g_array_append_val (self->lanes, lane);
      found = self->lanes->len;
      g_hash_table_insert (self->found, g_memdup2 (name == NULL ? &none : &name->id, sizeof none), GUINT_TO_POINTER (found));
    }
  g_array_index (self->lanes, Lane, found - 1).n_entries++;
  return (guint16) (found - 1);
}

static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  const Lane *first = *(const Lane *const *) a;
  const Lane *second = *(const Lane *const *) b;

  if (first->name == NULL || second->name == NULL)
    return (first->name == NULL) - (second->name == NULL);
  return care_timeline_name_compare (first->name, second->name);
}

static const char *
name_of_none (CareTimelineLanesBy by)
{
  switch (by)
    {
    case CARE_TIMELINE_LANES_PARTY:
      return _ ("Others");
    case CARE_TIMELINE_LANES_THEME:
      return _ ("No Theme");
    case CARE_TIMELINE_LANES_PROMISOR:
      return _ ("Nobody Named");
    case CARE_TIMELINE_LANES_BRIEFING:
      return _ ("In No Briefing");
    case CARE_TIMELINE_LANES_NONE:
    default:
      return _ ("All");
    }
}

/* Lists the lanes in order, and says in each of them which place it has come to. */
static GArray *
put_in_order (Sorting *self)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (CareTimelineLaneOf));

  for (guint i = 0; i < self->lanes->len; i++)
    g_ptr_array_add (order, &g_array_index (self->lanes, Lane, i));
  g_ptr_array_sort (order, compare_lanes);
  for (guint i = 0; i < order->len; i++)
    {
      Lane *lane = g_ptr_array_index (order, i);
      CareTimelineLaneOf of = { 0, name_of_none (self->by), NULL, lane->n_entries };

      if (lane->name != NULL)
        of = (CareTimelineLaneOf){ lane->name->id, lane->name->name, lane->name->colour, lane->n_entries };
      lane->place = i;
      g_array_append_val (lanes, of);
    }
  return lanes;
}

/**
 * care_timeline_lanes_new:
 * @content: what there is, which has to last as long as the lanes
 * @filter: (nullable): what is looked for
 * @by: what lanes are of
 *
 * In any thread.
 *
 * Returns: (transfer full): the lane of each entry that @filter takes.
 */
CareTimelineLanes *
care_timeline_lanes_new (const CareTimelineContent *content, const CareTimelineFilter *filter, CareTimelineLanesBy by)
{
  CareTimelineLanes *self = g_new0 (CareTimelineLanes, 1);
  g_autoptr (GArray) firsts = by == CARE_TIMELINE_LANES_BRIEFING
                                ? care_timeline_shown_list_firsts (content->shown, content->briefings) : NULL;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (Lane));
  Sorting sorting = { content, by, firsts, found, lanes };

  self->of = g_new (guint16, content->entries->len);
  for (guint i = 0; i < content->entries->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (content->entries, CareTimelineEntry, i);
      gboolean taken = filter == NULL || care_timeline_filter_takes (filter, content, entry);

      self->of[i] = taken ? find_lane (&sorting, find_name (&sorting, entry)) : CARE_TIMELINE_LEFT_OUT;
    }
  self->lanes = put_in_order (&sorting);
  for (guint i = 0; i < content->entries->len; i++)
    if (self->of[i] != CARE_TIMELINE_LEFT_OUT)
      self->of[i] = (guint16) g_array_index (lanes, Lane, self->of[i]).place;
  return self;
}

/**
 * care_timeline_lanes_free:
 * @self: (transfer full): lanes
 */
void
care_timeline_lanes_free (CareTimelineLanes *self)
{
  g_array_unref (self->lanes);
  g_free (self->of);
  g_free (self);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return care_timeline_entry_compare (*(gconstpointer const *) a, *(gconstpointer const *) b);
}

/**
 * care_timeline_lanes_list:
 * @self: lanes
 * @content: what they are of
 * @lane: the index of one
 *
 * Returns: (transfer container) (element-type CareTimelineEntry): what is in it, in the order
 *   of time.
 */
GPtrArray *
care_timeline_lanes_list (const CareTimelineLanes *self, const CareTimelineContent *content, guint lane)
{
  const CareTimelineLaneOf *of = &g_array_index (self->lanes, CareTimelineLaneOf, lane);
  GPtrArray *entries = g_ptr_array_sized_new (of->n_entries);

  for (guint i = 0; i < content->entries->len; i++)
    if (self->of[i] == lane)
      g_ptr_array_add (entries, &g_array_index (content->entries, CareTimelineEntry, i));
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

static const struct
{
  const char *name;
  const char *label;
} ways[CARE_TIMELINE_N_LANES_BY] = {
  { "none", N_("One Lane") },          { "party", N_("Parties") },      { "theme", N_("Themes") },
  { "promisor", N_("Promisors") }, { "briefing", N_("Briefings") },
};

/**
 * care_timeline_lanes_by_name:
 * @by: what lanes are of
 *
 * Returns: (transfer none): what a command calls it.
 */
const char *
care_timeline_lanes_by_name (CareTimelineLanesBy by)
{
  return ways[by].name;
}

/**
 * care_timeline_lanes_by_label:
 * @by: what lanes are of
 *
 * Returns: (transfer none): what a menu says.
 */
const char *
care_timeline_lanes_by_label (CareTimelineLanesBy by)
{
  return _ (ways[by].label);
}
