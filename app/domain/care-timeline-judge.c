/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a pledge stands on a day: what is known of it by then, and what follows for its state. */

#include "care-timeline-facts-private.h"

#include "care-timeline-lapse.h"
#include "care-verdict.h"
#include "care-vocabularies.h"

#include <string.h>

/**
 * care_timeline_is_known:
 * @date: (nullable): when something was said, judged or found
 * @as_of: the day that is looked from
 * @today: the day that it is
 *
 * What is recorded is known now, unless all of its days lie ahead. Of a day that has passed
 * this is sure only of what was over by then: a verdict of "2019" may be of December.
 *
 * Returns: whether it was known on @as_of.
 */
gboolean
care_timeline_is_known (const CareDate *date, CareDay as_of, CareDay today)
{
  CareDay latest = date == NULL ? 0 : care_date_get_latest (date);

  if (as_of >= today)
    return date == NULL || care_date_get_earliest (date) <= as_of;
  return latest != 0 && latest <= as_of;
}

/* (transfer full): of "since May 2014", May 2014. */
static CareDate *
find_known_end (const CareDate *date)
{
  g_auto (GStrv) ends = g_strsplit (care_date_get_edtf (date), "/", 2);

  return care_date_from_edtf (ends[care_date_get_earliest (date) == 0 ? 1 : 0], NULL);
}

/* The days that @date, which may be NULL, can be; where an end is open, those of the other one. */
CareSpan
care_timeline_span (const CareDate *date)
{
  CareSpan span = { date == NULL ? 0 : care_date_get_earliest (date), date == NULL ? 0 : care_date_get_latest (date) };

  if ((span.first == 0) != (span.last == 0))
    {
      g_autoptr (CareDate) known = find_known_end (date);

      return (CareSpan){ care_date_get_earliest (known), care_date_get_latest (known) };
    }
  return span;
}

/* How sure @date, which may be NULL, is: of CareTimelineDoubt. */
guint8
care_timeline_doubt (const CareDate *date)
{
  if (date == NULL)
    return 0;
  return (care_date_is_approximate (date) ? CARE_TIMELINE_ABOUT : 0)
         | (care_date_is_uncertain (date) ? CARE_TIMELINE_UNCERTAIN : 0);
}

/* Whether it had come about by then; of what no day is known of, that cannot be said. */
static gboolean
has_happened (const CareTimelineSight *sight, const CareDate *date)
{
  CareDay first = care_timeline_span (date).first;

  return first != 0 && first <= sight->as_of && care_timeline_is_known (date, sight->as_of, sight->today);
}

static const CareDate *
get_found (const CareTimelineSight *sight, const CareTimelineEvidence *evidence)
{
  const CareTimelineEvent *event = evidence->found != NULL ? NULL : care_timeline_row_find (sight->facts->events, evidence->event);

  return event == NULL ? evidence->found : event->happened;
}

/* (nullable): the first date of which evidence says that it had come about. A pledge and its
 * limbs do not inherit that from one another. */
static const CareDate *
find_reached (const CareTimelineSight *sight, const CareTimelineMatter *matter)
{
  const CareDate *first = NULL;

  for (guint i = 0; i < matter->evidence.n; i++)
    {
      const CareTimelineEvidence *evidence = care_timeline_run_get (&matter->evidence, i);
      const CareDate *found = get_found (sight, evidence);

      if (has_happened (sight, found)
          && care_verdict_is_reached (care_timeline_entry_word (&care_vocabulary_bearing, evidence->bearing), found, first))
        first = found;
    }
  return first;
}

/* Late is only what was so under every reading, and whichever day it was. */
static void
set_reached (CareTimelineEntry *entry, CareDue due, const CareDate *reached)
{
  int least, most;

  entry->reached = care_timeline_span (reached);
  entry->reached_doubt = care_timeline_doubt (reached);
  if (reached == NULL || care_deadline_leaves_open (due, reached) || !care_deadline_lateness (due, reached, &least, &most))
    return;
  entry->late_least = (gint16) MIN (least, G_MAXINT16);
  entry->late_most = (gint16) MIN (most, G_MAXINT16);
  entry->flags |= CARE_TIMELINE_ENTRY_IS_LATE;
}

/* Of ours, or of those of sources that say how far it was delivered. */
static const CareTimelineVerdict *
find_newest (const CareTimelineSight *sight, const CareTimelineRun *run, gboolean ours, gboolean delivery)
{
  const CareTimelineVerdict *newest = NULL;

  for (guint i = 0; i < run->n; i++)
    {
      const CareTimelineVerdict *one = care_timeline_run_get (run, i);

      if (one->is_ours == ours && (!delivery || one->delivery != 0)
          && care_timeline_is_known (one->judged, sight->as_of, sight->today)
          && (newest == NULL || care_verdict_compare_ages (one->judged, one->part.row.id, newest->judged, newest->part.row.id) < 0))
        newest = one;
    }
  return newest;
}

static gboolean
says (const CareVocabulary *vocabulary, guint8 index, const char *const *words)
{
  const char *word = care_timeline_entry_word (vocabulary, index);

  return word == NULL || g_strv_contains (words, word);
}

static gboolean
says_nothing (const CareTimelineVerdict *verdict)
{
  static const char *const nothing[] = { "not-assessed", NULL };

  return says (&care_vocabulary_delivery, verdict->delivery, nothing)
         && says (&care_vocabulary_timeliness, verdict->timeliness, nothing);
}

/* A verdict from before the deadline that leaves open how it will end does not judge what came
 * of it; where the deadline was moved, what it says to have been missed was the one before. */
static gboolean
is_outdated (const CareTimelineVerdict *verdict, CareDue due, gboolean is_moved, CareDay as_of)
{
  static const char *const unfinished[]
    = { "not-assessed", "too-early", "not-started", "in-progress", "stalled", "blocked", "in-part", NULL };
  static const char *const untimed[] = { "not-assessed", "no-deadline", "not-yet-due", "revised", NULL };
  CareDay judged = verdict->judged == NULL ? 0 : care_date_get_latest (verdict->judged);

  return judged != 0 && judged <= due.last && due.last < as_of
         && says (&care_vocabulary_delivery, verdict->delivery, unfinished)
         && (is_moved || says (&care_vocabulary_timeliness, verdict->timeliness, untimed));
}

/* What is pledged for a nation with a parliament of its own does not depend on who governs the
 * United Kingdom; and of "in ten years" without a day nobody knows that they have passed. */
static gboolean
has_lapsed (const CareTimelineSight *sight, const CareTimelineEntry *entry, CareDue due)
{
  const CareTimelineName *actor = care_timeline_row_find (sight->facts->actors, entry->actor);
  const CareTimelineName *place;
  CareSpan out_of_office;

  if (actor == NULL || actor->role != CARE_TIMELINE_ROLE_PARTY || (entry->flags & CARE_TIMELINE_ENTRY_HAS_WORDS))
    return FALSE;
  place = entry->place != 0 ? care_timeline_name_get (sight->facts->places, entry->place)
                            : care_timeline_row_find (sight->facts->places, actor->place);
  if (place != NULL && place->is_devolved)
    return FALSE;
  return care_timeline_lapse (entry->start, due.last, actor->parties, sight->as_of, &out_of_office);
}

static CareTimelineEntryState
read_calendar (CareDue due, CareDay as_of)
{
  switch (care_deadline_timeliness (due, as_of))
    {
    case CARE_TIMELINESS_NOT_YET_DUE:
      return CARE_TIMELINE_ENTRY_NOT_DUE;
    case CARE_TIMELINESS_OPEN:
      return CARE_TIMELINE_ENTRY_OPEN;
    case CARE_TIMELINESS_OVERDUE:
      return CARE_TIMELINE_ENTRY_OVERDUE;
    case CARE_TIMELINESS_NO_DEADLINE:
    default:
      return CARE_TIMELINE_ENTRY_UNDATED;
    }
}

static void
set_source_verdict (const CareTimelineSight *sight, const CareTimelineMatter *matter, CareTimelineEntry *entry)
{
  const CareTimelineVerdict *saying = find_newest (sight, &matter->verdicts, FALSE, TRUE);

  if (find_newest (sight, &matter->verdicts, FALSE, FALSE) != NULL)
    entry->flags |= CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT;
  entry->source_delivery = saying == NULL ? 0 : saying->delivery;
}

/* What is of @entry alone, a pledge or a limb. */
static CareTimelineMatter
get_part (const CareTimelineMatter *whole, const CareTimelineEntry *entry)
{
  CareId limb = entry->shape == CARE_TIMELINE_ENTRY_LIMB ? entry->id : 0;
  CareTimelineMatter part = *whole;

  part.deadlines = care_timeline_run_of_limb (&whole->deadlines, limb);
  part.verdicts = care_timeline_run_of_limb (&whole->verdicts, limb);
  part.evidence = care_timeline_run_of_limb (&whole->evidence, limb);
  return part;
}

/* Fills in what @entry, a pledge or a limb whose ids, shape and start are there, was due by and
 * how it stood. What sources say of it changes nothing of that. */
void
care_timeline_judge (const CareTimelineSight *sight, const CareTimelineMatter *whole, CareTimelineEntry *entry)
{
  const CareTimelineMatter matter = get_part (whole, entry);
  CareDue due = care_timeline_set_due (sight, &matter, entry);
  const CareTimelineVerdict *ours = find_newest (sight, &matter.verdicts, TRUE, FALSE);

  set_reached (entry, due, find_reached (sight, &matter));
  set_source_verdict (sight, &matter, entry);
  if (ours != NULL && !says_nothing (ours))
    {
      entry->delivery = ours->delivery;
      entry->timeliness = ours->timeliness;
    }
  if (ours != NULL && !says_nothing (ours) && !is_outdated (ours, due, entry->revised.first != 0, sight->as_of))
    entry->state = CARE_TIMELINE_ENTRY_JUDGED;
  else if (has_lapsed (sight, entry, due))
    entry->state = CARE_TIMELINE_ENTRY_LAPSED;
  else
    entry->state = read_calendar (due, sight->as_of);
}

/* The same of a milestone, which is reached when its event has happened, and is not judged. */
void
care_timeline_judge_milestone (const CareTimelineSight *sight, const CareTimelineMilestone *milestone,
                               CareTimelineEntry *entry)
{
  const CareTimelineEvent *event = care_timeline_row_find (sight->facts->events, milestone->event);
  const CareDate *happened = event == NULL ? NULL : event->happened;
  CareDue due;

  entry->due[0] = care_timeline_span (milestone->due);
  entry->due_doubt = care_timeline_doubt (milestone->due);
  due = (CareDue){ entry->due[0].first, entry->due[0].last };
  if (has_happened (sight, happened))
    set_reached (entry, due, happened);
  else
    entry->state = read_calendar (due, sight->as_of);
}
