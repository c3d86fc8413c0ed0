/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-filter.h"

#include "care-timeline-facts-private.h"

struct _CareTimelineFound
{
  GArray *shown; /* of CareTimelineShown, of no briefing */
  gboolean is_sorted;
};

/**
 * care_timeline_found_new:
 *
 * Returns: (transfer full): nothing found yet.
 */
CareTimelineFound *
care_timeline_found_new (void)
{
  CareTimelineFound *self = g_new0 (CareTimelineFound, 1);

  self->shown = g_array_new (FALSE, FALSE, sizeof (CareTimelineShown));
  return self;
}

/**
 * care_timeline_found_free:
 * @self: (transfer full): what was found
 */
void
care_timeline_found_free (CareTimelineFound *self)
{
  g_array_unref (self->shown);
  g_free (self);
}

/**
 * care_timeline_found_add:
 * @self: what was found
 * @kind: a kind of record; one that the timeline shows nothing of is left out
 * @id: of a record of it
 */
void
care_timeline_found_add (CareTimelineFound *self, const char *kind, CareId id)
{
  care_timeline_shown_add (self->shown, kind, id, 0);
  self->is_sorted = FALSE;
}

/**
 * care_timeline_found_has:
 * @self: what was found
 * @entry: an entry
 *
 * Returns: whether it was found, or the pledge or position that it belongs to.
 */
gboolean
care_timeline_found_has (CareTimelineFound *self, const CareTimelineEntry *entry)
{
  if (!self->is_sorted)
    care_timeline_shown_sort (self->shown);
  self->is_sorted = TRUE;
  return care_timeline_shown_has (self->shown, 0, entry);
}

static gboolean
takes_words (const CareTimelineFilter *self, const CareTimelineContent *content, const CareTimelineEntry *entry)
{
  const CareTimelineName *theme = care_timeline_name_get (content->themes, entry->theme);
  const CareTimelineName *place = care_timeline_name_get (content->places, entry->place);

  if (self->actor != 0 && entry->actor != self->actor)
    return FALSE;
  if (self->theme != 0 && (theme == NULL || theme->id != self->theme))
    return FALSE;
  if (self->shapes != 0 && !(self->shapes & (1u << entry->shape)))
    return FALSE;
  if (self->kind != 0 && (!care_timeline_entry_is_pledged (entry) || entry->kind != self->kind))
    return FALSE;
  if (self->place != 0 && !care_timeline_content_is_within (content, place, self->place))
    return FALSE;
  if (self->briefing != 0 && !care_timeline_content_shows (content, self->briefing, entry))
    return FALSE;
  return self->found == NULL || care_timeline_found_has (self->found, entry);
}

static guint
list_chips (const CareTimelineEntry *entry)
{
  guint chips = 0;

  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    if (care_timeline_chip_takes (chip, entry))
      chips |= 1u << chip;
  return chips;
}

/**
 * care_timeline_filter_takes:
 * @self: what is looked for
 * @content: where
 * @entry: one of its entries
 *
 * Returns: whether it is looked for.
 */
gboolean
care_timeline_filter_takes (const CareTimelineFilter *self, const CareTimelineContent *content, const CareTimelineEntry *entry)
{
  return (self->chips == 0 || (self->chips & list_chips (entry)) != 0) && takes_words (self, content, entry);
}

/**
 * care_timeline_filter_count:
 * @self: what is looked for
 * @content: where
 *
 * Returns: how many entries there are, and how many are looked for.
 */
CareTimelineCounts
care_timeline_filter_count (const CareTimelineFilter *self, const CareTimelineContent *content)
{
  CareTimelineCounts counts = { .n_all = content->entries->len };

  for (guint i = 0; i < content->entries->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (content->entries, CareTimelineEntry, i);
      gboolean has_words = takes_words (self, content, entry);
      guint chips = has_words ? list_chips (entry) : 0;
      gboolean taken = has_words && (self->chips == 0 || (self->chips & chips) != 0);

      for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
        counts.chips[chip] += (chips >> chip) & 1;
      counts.n_taken += taken ? 1 : 0;
      counts.shapes[entry->shape] += taken ? 1 : 0;
    }
  return counts;
}
