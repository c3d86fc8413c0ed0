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
 * it is counted from. */
static gboolean
is_said (const CareTimelineSight *sight, const CareTimelineDeadline *deadline)
{
  return care_timeline_is_known (deadline->anchor, sight->as_of, sight->today);
}

/* (nullable): the one that counts, with the days of the first that another took the place of:
 * however often it is moved, what was promised stays. */
static const CareTimelineDeadline *
find_last (const CareTimelineSight *sight, const CareTimelineMatter *matter, CareDue *before)
{
  const CareTimelineDeadline *last = NULL;
  CareDue standing = { 0, 0 };

  for (guint i = 0; i < matter->deadlines.n; i++)
    {
      const CareTimelineDeadline *deadline = care_timeline_run_get (&matter->deadlines, i);
      CareDue due = get_due (deadline);

      if (last != NULL && !is_said (sight, deadline))
        continue;
      if (before->first == 0 && !care_due_is_within (due, standing))
        *before = standing;
      if (due.first != 0)
        standing = due;
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
  entry->due_doubt = care_timeline_doubt (deadline->date);
  if (deadline->qualifier == CARE_QUALIFIER_EVERY)
    entry->flags |= CARE_TIMELINE_ENTRY_RECURS;
  else if (n_days == 0)
    entry->flags |= CARE_TIMELINE_ENTRY_HAS_WORDS;
}

/* Says in @entry, a pledge or a limb, when it is due; returns the same, 0 where no day follows. */
CareDue
care_timeline_set_due (const CareTimelineSight *sight, const CareTimelineMatter *matter, CareTimelineEntry *entry)
{
  CareDue before = { 0, 0 };
  CareDue due = { 0, 0 };
  const CareTimelineDeadline *last = find_last (sight, matter, &before);

  if (last == NULL)
    return due;
  due = get_due (last);
  set_days (last, entry);
  entry->revised = (CareSpan){ before.first, before.last };
  return due;
}
