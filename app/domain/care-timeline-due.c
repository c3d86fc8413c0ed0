/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a pledge or limb is due: by the last of its deadlines, which those before it have been
 * extended or revised to. */

#include "care-timeline-facts-private.h"

static CareDue
get_due (const CareTimelineDeadline *deadline)
{
  return care_deadline_due (deadline->qualifier, deadline->date, deadline->reading);
}

/* The first deadline is part of the pledge; one that it is moved to is known from the day that
 * it is counted from, as far as that is recorded. */
static gboolean
is_said (const CareTimelineSight *sight, const CareTimelineDeadline *deadline)
{
  return deadline->anchor == NULL || care_timeline_is_known (deadline->anchor, sight->as_of, sight->today);
}

/* (nullable): the one that counts, of the pledge or of the limb that @entry is; with the days
 * of the one before it that has any. */
static const CareTimelineDeadline *
find_last (const CareTimelineSight *sight, const CareTimelineMatter *matter, const CareTimelineEntry *entry, CareDue *before)
{
  CareId limb = entry->shape == CARE_TIMELINE_ENTRY_LIMB ? entry->id : 0;
  const CareTimelineDeadline *last = NULL;

  for (guint i = 0; i < matter->deadlines.n; i++)
    {
      const CareTimelineDeadline *deadline = care_timeline_run_get (&matter->deadlines, i);

      if (deadline->limb != limb || (last != NULL && !is_said (sight, deadline)))
        continue;
      if (last != NULL && get_due (last).first != 0)
        *before = get_due (last);
      last = deadline;
    }
  return last;
}

static void
set_days (const CareTimelineDeadline *deadline, CareTimelineEntry *entry)
{
  CareDue days[CARE_TIMELINE_ENTRY_N_DUE];
  guint n_days = care_deadline_list_days (deadline->qualifier, deadline->date, deadline->reading, days);

  for (guint i = 0; i < n_days; i++)
    entry->due[i] = (CareSpan){ days[i].first, days[i].last };
  if (deadline->qualifier == CARE_QUALIFIER_EVERY)
    entry->flags |= CARE_TIMELINE_ENTRY_RECURS;
  else if (n_days == 0)
    entry->flags |= CARE_TIMELINE_ENTRY_HAS_WORDS;
}

/* Two deadlines of the same days are one in two wordings, and nothing was revised. */
static void
set_revised (CareDue before, CareDue due, CareTimelineEntry *entry)
{
  if (before.first != 0 && (before.first != due.first || before.last != due.last))
    entry->revised = (CareSpan){ before.first, before.last };
}

/* Says in @entry, a pledge or a limb, when it is due; returns the same, 0 where no day follows. */
CareDue
care_timeline_set_due (const CareTimelineSight *sight, const CareTimelineMatter *matter, CareTimelineEntry *entry)
{
  CareDue before = { 0, 0 };
  CareDue due = { 0, 0 };
  const CareTimelineDeadline *last = find_last (sight, matter, entry, &before);

  if (last == NULL)
    return due;
  due = get_due (last);
  set_days (last, entry);
  set_revised (before, due, entry);
  return due;
}
