/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entries that follow from facts as of a day. */

#include "care-timeline-facts-private.h"

/* 1 + index of what has @id; 0: nothing has. */
static guint
find_number (GArray *rows, CareId id)
{
  const char *row = id == 0 ? NULL : care_timeline_row_find (rows, id);

  return row == NULL ? 0 : 1 + (guint) ((gsize) (row - rows->data) / g_array_get_element_size (rows));
}

static void
add_pledge (const CareTimelineSight *sight, const CareTimelineMatter *matter, GArray *entries)
{
  const CareTimelinePledge *pledge = matter->pledge;
  CareTimelineEntry entry = { .id = pledge->row.id,
                              .actor = pledge->actor,
                              .theme = find_number (sight->facts->themes, pledge->theme),
                              .place = find_number (sight->facts->places, pledge->place),
                              .kind = pledge->kind,
                              .start = care_timeline_span (pledge->made),
                              .start_doubt = care_timeline_doubt (pledge->made),
                              .shape = CARE_TIMELINE_ENTRY_PLEDGE };

  care_timeline_judge (sight, matter, &entry);
  g_array_append_val (entries, entry);
}

/* What belongs to the pledge that is the last of @entries. */
static CareTimelineEntry
begin_part (GArray *entries, guint pledge, CareId id, CareTimelineEntryShape shape)
{
  const CareTimelineEntry *whole = &g_array_index (entries, CareTimelineEntry, pledge);

  return (CareTimelineEntry){ .id = id,
                              .owner = whole->id,
                              .actor = whole->actor,
                              .theme = whole->theme,
                              .place = whole->place,
                              .kind = whole->kind,
                              .shape = (guint8) shape };
}

static void
add_limbs (const CareTimelineSight *sight, const CareTimelineMatter *matter, guint pledge, GArray *entries)
{
  for (guint i = 0; i < matter->limbs.n; i++)
    {
      const CareTimelineLimb *limb = care_timeline_run_get (&matter->limbs, i);
      CareTimelineEntry entry = begin_part (entries, pledge, limb->row.id, CARE_TIMELINE_ENTRY_LIMB);

      if (care_timeline_run_of_limb (&matter->deadlines, limb->row.id).n == 0)
        continue;
      entry.start = care_timeline_span (matter->pledge->made);
      entry.start_doubt = care_timeline_doubt (matter->pledge->made);
      if (limb->kind != 0)
        entry.kind = limb->kind;
      care_timeline_judge (sight, matter, &entry);
      g_array_append_val (entries, entry);
    }
}

static void
add_milestones (const CareTimelineSight *sight, const CareTimelineMatter *matter, guint pledge, GArray *entries)
{
  for (guint i = 0; i < matter->milestones.n; i++)
    {
      const CareTimelineMilestone *milestone = care_timeline_run_get (&matter->milestones, i);
      CareTimelineEntry entry = begin_part (entries, pledge, milestone->row.id, CARE_TIMELINE_ENTRY_MILESTONE);

      care_timeline_judge_milestone (sight, milestone, &entry);
      g_array_append_val (entries, entry);
    }
}

/* Moves @matter on to @pledge. */
static void
take_next (const CareTimelineFacts *facts, const CareTimelinePledge *pledge, CareTimelineMatter *matter)
{
  CareId id = pledge->row.id;

  matter->pledge = pledge;
  matter->limbs = care_timeline_run_next (facts->limbs, &matter->limbs, id);
  matter->deadlines = care_timeline_run_next (facts->deadlines, &matter->deadlines, id);
  matter->verdicts = care_timeline_run_next (facts->verdicts, &matter->verdicts, id);
  matter->evidence = care_timeline_run_next (facts->evidence, &matter->evidence, id);
  matter->milestones = care_timeline_run_next (facts->milestones, &matter->milestones, id);
}

/* What has no date was said by the day on which it was first heard of; where nothing is known of
 * that either, it may have been said at any time. */
static gboolean
is_said (const CareTimelineSight *sight, const CareDate *date, const CareDate *heard)
{
  return care_timeline_span (date != NULL ? date : heard).first <= sight->as_of;
}

static void
add_pledges (const CareTimelineSight *sight, GArray *entries)
{
  GArray *pledges = sight->facts->pledges;
  CareTimelineMatter matter = { NULL };

  for (guint i = 0; i < pledges->len; i++)
    {
      guint place = entries->len;

      take_next (sight->facts, &g_array_index (pledges, CareTimelinePledge, i), &matter);
      if (!is_said (sight, matter.pledge->made, matter.pledge->heard))
        continue;
      add_pledge (sight, &matter, entries);
      add_limbs (sight, &matter, place, entries);
      add_milestones (sight, &matter, place, entries);
    }
}

static void
add_versions (const CareTimelineSight *sight, GArray *entries)
{
  GArray *versions = sight->facts->versions;

  for (guint i = 0; i < versions->len; i++)
    {
      const CareTimelineVersion *version = &g_array_index (versions, CareTimelineVersion, i);
      const CareTimelinePosition *position = care_timeline_row_find (sight->facts->positions, version->row.owner);
      CareTimelineEntry entry = { .id = version->row.id,
                                  .owner = version->row.owner,
                                  .start = care_timeline_span (version->stated),
                                  .start_doubt = care_timeline_doubt (version->stated),
                                  .shape = CARE_TIMELINE_ENTRY_POSITION };

      if (!is_said (sight, version->stated, version->heard))
        continue;
      if (position != NULL)
        {
          entry.actor = position->actor;
          entry.theme = find_number (sight->facts->themes, position->theme);
          entry.place = find_number (sight->facts->places, position->place);
        }
      if (version->supersedes != 0)
        entry.flags |= CARE_TIMELINE_ENTRY_IS_REVISION;
      g_array_append_val (entries, entry);
    }
}

/* What lies ahead is planned as of now, and of a day that has passed nobody recorded the plans. */
static void
add_events (const CareTimelineSight *sight, GArray *entries)
{
  GArray *events = sight->facts->events;

  for (guint i = 0; i < events->len; i++)
    {
      const CareTimelineEvent *event = &g_array_index (events, CareTimelineEvent, i);
      const CareTimelinePledge *pledge = care_timeline_row_find (sight->facts->pledges, event->row.owner);
      CareTimelineEntry entry = { .id = event->row.id,
                                  .actor = event->actor,
                                  .theme = pledge == NULL ? 0 : find_number (sight->facts->themes, pledge->theme),
                                  .place = find_number (sight->facts->places, event->place),
                                  .kind = event->kind,
                                  .start = care_timeline_span (event->happened),
                                  .start_doubt = care_timeline_doubt (event->happened),
                                  .shape = CARE_TIMELINE_ENTRY_EVENT };

      if (sight->as_of >= sight->today || is_said (sight, event->happened, event->heard))
        g_array_append_val (entries, entry);
    }
}

/**
 * care_timeline_facts_list_entries:
 * @self: facts, to which nothing more is added
 * @as_of: the day that is looked from
 * @today: the day that it is
 *
 * Returns: (transfer full) (element-type CareTimelineEntry): an entry for each pledge, limb
 *   with a deadline of its own, milestone, wording of a position and event that was known on
 *   @as_of, by shape and id but for what belongs to a pledge, which follows it.
 */
GArray *
care_timeline_facts_list_entries (CareTimelineFacts *self, CareDay as_of, CareDay today)
{
  CareTimelineSight sight = { self, as_of, today };
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (CareTimelineEntry),
                                       self->pledges->len + self->versions->len + self->events->len);

  care_timeline_facts_sort (self);
  add_pledges (&sight, entries);
  add_versions (&sight, entries);
  add_events (&sight, entries);
  return entries;
}

/**
 * care_timeline_facts_take_content:
 * @self: (transfer full): facts
 * @as_of: the day that is looked from
 * @today: the day that it is
 *
 * Returns: (transfer full): all that is known of them as of that day.
 */
CareTimelineContent *
care_timeline_facts_take_content (CareTimelineFacts *self, CareDay as_of, CareDay today)
{
  CareTimelineContent *content = g_new0 (CareTimelineContent, 1);

  g_atomic_ref_count_init (&content->refs);
  content->as_of = as_of;
  content->today = today;
  content->entries = care_timeline_facts_list_entries (self, as_of, today);
  content->actors = g_array_ref (self->actors);
  content->themes = g_array_ref (self->themes);
  content->places = g_array_ref (self->places);
  content->briefings = g_array_ref (self->briefings);
  content->shown = care_timeline_facts_list_shown (self);
  content->texts = g_steal_pointer (&self->texts);
  care_timeline_facts_free (self);
  return content;
}
