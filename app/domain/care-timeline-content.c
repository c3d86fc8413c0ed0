/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-content.h"

#include "care-timeline-facts-private.h"

/**
 * care_timeline_content_ref:
 * @self: content
 *
 * Returns: (transfer full): @self; from any thread.
 */
CareTimelineContent *
care_timeline_content_ref (CareTimelineContent *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * care_timeline_content_unref:
 * @self: (transfer full): content
 *
 * From any thread.
 */
void
care_timeline_content_unref (CareTimelineContent *self)
{
  GArray *all[] = { self->entries, self->actors, self->themes, self->places, self->briefings, self->shown };

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_unref (all[i]);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* In their order: what belongs to pledges, to positions, and to nothing. */
static guint
get_part (guint shape)
{
  return shape == CARE_TIMELINE_ENTRY_EVENT ? 2 : shape == CARE_TIMELINE_ENTRY_POSITION ? 1 : 0;
}

static int
compare_owner (const CareTimelineEntry *entry, guint shape, CareId owner)
{
  guint part = get_part (entry->shape), other = get_part (shape);
  CareId of = entry->owner != 0 ? entry->owner : entry->id;

  return part != other ? (part > other) - (part < other) : (of > owner) - (of < owner);
}

/**
 * care_timeline_content_find:
 * @self: content
 * @shape: a #CareTimelineEntryShape
 * @id: of a record of its kind
 * @owner: the pledge or position that it belongs to; where it does not, @id
 * @index: (out): the index of its entry
 *
 * Returns: whether it has one.
 */
gboolean
care_timeline_content_find (const CareTimelineContent *self, guint shape, CareId id, CareId owner, guint *index)
{
  const CareTimelineEntry *entries = (const CareTimelineEntry *) (void *) self->entries->data;
  guint first = 0, end = self->entries->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (compare_owner (&entries[middle], shape, owner) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  for (; first < self->entries->len && compare_owner (&entries[first], shape, owner) == 0; first++)
    if (entries[first].id == id && entries[first].shape == shape)
      {
        *index = first;
        return TRUE;
      }
  return FALSE;
}

/**
 * care_timeline_name_find:
 * @names: (element-type CareTimelineName): actors, themes, places or briefings
 * @id: the id of one
 *
 * Returns: (transfer none) (nullable): that one.
 */
const CareTimelineName *
care_timeline_name_find (GArray *names, CareId id)
{
  return care_timeline_row_find (names, id);
}

/**
 * care_timeline_name_get:
 * @names: (element-type CareTimelineName): themes or places of what an entry was read with
 * @number: what the entry has of them
 *
 * Returns: (transfer none) (nullable): that one; %NULL for 0.
 */
const CareTimelineName *
care_timeline_name_get (GArray *names, guint number)
{
  return number == 0 ? NULL : &g_array_index (names, CareTimelineName, number - 1);
}

/**
 * care_timeline_name_compare:
 * @a: a name
 * @b: another of the same kind
 *
 * The declared order: governments first, then by place in order, then by name; those that
 * have no place come after those that have.
 *
 * Returns: less than, equal to or greater than 0.
 */
int
care_timeline_name_compare (const CareTimelineName *a, const CareTimelineName *b)
{
  gboolean governs = a->role == CARE_TIMELINE_ROLE_GOVERNMENT;
  gboolean other_governs = b->role == CARE_TIMELINE_ROLE_GOVERNMENT;
  int by_name;

  if (governs != other_governs)
    return governs ? -1 : 1;
  if (a->ordinal != b->ordinal)
    return a->ordinal < b->ordinal ? -1 : 1;
  by_name = g_utf8_collate (a->name, b->name);
  return by_name != 0 ? by_name : (a->id > b->id) - (a->id < b->id);
}

/**
 * care_timeline_content_is_within:
 * @self: content
 * @place: (nullable): a place of it
 * @whole: the id of a place
 *
 * Returns: whether @place is @whole or a part of it.
 */
gboolean
care_timeline_content_is_within (const CareTimelineContent *self, const CareTimelineName *place, CareId whole)
{
  for (guint i = 0; place != NULL && i < CARE_TIMELINE_MAX_WITHIN; i++)
    {
      if (place->id == whole)
        return TRUE;
      place = care_timeline_name_find (self->places, place->place);
    }
  return FALSE;
}
