/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a mark of the timeline is due, in words. */

#include "care-timeline-words-private.h"

#include "care-deadline-words.h"
#include "care-timeline-facts.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * care_timeline_say_days:
 * @ask: where records are found
 * @entry: an entry
 *
 * Returns: (transfer full): when it is due, as far as that has been chosen: "31 December 2017,
 *   31 March 2018 or 31 December 2018"; "" where no day follows.
 */
char *
care_timeline_say_days (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  CareDue days[CARE_TIMELINE_ENTRY_N_DUE];
  guint n_days = care_timeline_entry_count_due (entry);

  for (guint i = 0; i < n_days; i++)
    days[i] = (CareDue){ entry->due[i].first, entry->due[i].last };
  return care_deadline_format_days (days, n_days, care_timeline_get_dates (ask));
}

static gboolean
is_said (const CareTimelineAsk *ask, CareRecord *deadline)
{
  g_autoptr (CareDate) anchor = care_record_dup_date (deadline, "anchor");

  return care_timeline_is_known (anchor, ask->as_of, ask->today);
}

/* (transfer full): the deadlines of @entry that were said, in order. */
static GPtrArray *
list_deadlines (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  gboolean is_limb = entry->shape == CARE_TIMELINE_ENTRY_LIMB;
  g_autoptr (GPtrArray) all = ask->list (ask->data, "deadline", "pledge", is_limb ? entry->owner : entry->id);
  GPtrArray *said = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      CareRecord *deadline = g_ptr_array_index (all, i);

      if (care_record_get_reference (deadline, "limb") == (is_limb ? entry->id : 0) && (said->len == 0 || is_said (ask, deadline)))
        g_ptr_array_add (said, g_object_ref (deadline));
    }
  return said;
}

/* (transfer full) (nullable): the deadline that @entry is due by, the last that was said. */
static CareRecord *
find_deadline (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (GPtrArray) said = list_deadlines (ask, entry);

  return said->len == 0 ? NULL : g_object_ref (g_ptr_array_index (said, said->len - 1));
}

/**
 * care_timeline_say_due:
 * @ask: where records are found
 * @entry: an entry
 *
 * Returns: (transfer full): the words of its deadline, such as "by 2018"; "" where it has none.
 */
char *
care_timeline_say_due (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  gboolean is_milestone = entry->shape == CARE_TIMELINE_ENTRY_MILESTONE;
  CareRecord *milestone = is_milestone ? ask->lookup ("milestone", entry->id, ask->data) : NULL;
  g_autoptr (CareRecord) deadline = care_timeline_entry_is_pledged (entry) ? find_deadline (ask, entry) : NULL;
  g_autoptr (CareDate) due = milestone == NULL ? NULL : care_record_dup_date (milestone, "due");

  if (due != NULL)
    return care_date_format (due, care_timeline_get_dates (ask));
  if (milestone != NULL)
    return care_record_format (milestone, "due_words");
  return g_strdup (deadline == NULL ? "" : care_record_get_title (deadline));
}

/**
 * care_timeline_say_when:
 * @ask: where records are found
 * @entry: an entry
 *
 * Returns: (transfer full): by when, and where nothing is due, since when; "" where neither is said.
 */
char *
care_timeline_say_when (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autofree char *due = care_timeline_say_due (ask, entry);

  return due[0] != '\0' ? g_steal_pointer (&due) : care_timeline_say_start (ask, entry, NULL);
}

/* "By April 2018" says nothing of 31 March, which somebody read it as. */
static gboolean
is_read_otherwise (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (CareRecord) deadline = care_timeline_entry_is_pledged (entry) ? find_deadline (ask, entry) : NULL;
  CareQualifier qualifier = care_qualifier_from_word (deadline == NULL ? NULL : care_record_get (deadline, "qualifier"));
  g_autoptr (CareDate) named = deadline == NULL ? NULL : care_record_dup_date (deadline, "due");

  return (qualifier == CARE_QUALIFIER_BY || qualifier == CARE_QUALIFIER_IN) && named != NULL
         && entry->due[0].last != care_date_get_latest (named);
}

/* Words that name the year of the only day that follows tell it well enough, and those that are
 * in the words already. */
static gboolean
tells_days (const CareTimelineAsk *ask, const CareTimelineEntry *entry, const char *words, const char *days)
{
  int year, month, day;
  g_autofree char *name = NULL;

  if (strstr (words, days) != NULL || entry->due[1].first != 0)
    return entry->due[1].first == 0;
  care_day_to_ymd (entry->due[0].last, &year, &month, &day);
  name = g_strdup_printf ("%d", year);
  return strstr (words, name) != NULL && !is_read_otherwise (ask, entry);
}

/* (transfer full): when it is due, as a sentence; "" where that says nothing. */
char *
care_timeline_write_due (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autofree char *words = care_timeline_say_due (ask, entry);
  g_autofree char *days = care_timeline_say_days (ask, entry);

  if (words[0] == '\0')
    return g_strdup (entry->shape == CARE_TIMELINE_ENTRY_PLEDGE ? _ ("No deadline.") : "");
  if (entry->flags & CARE_TIMELINE_ENTRY_HAS_WORDS)
    return g_strdup_printf (_ ("Due “%s”, from which no day follows."), words);
  if (!tells_days (ask, entry, words, days))
    return g_strdup_printf (_ ("Due %s: %s."), words, days);
  return g_strdup_printf (_ ("Due %s."), words);
}

/* (transfer full): the days of each deadline of @entry that another one took the place of, as
 * care_timeline_set_due() goes through them. */
static GArray *
list_revised (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (GPtrArray) said = list_deadlines (ask, entry);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CareSpan));
  CareDue standing = { 0, 0 };

  for (guint i = 0; i < said->len; i++)
    {
      CareDue due = care_deadline_get_due (g_ptr_array_index (said, i));
      CareSpan before = { standing.first, standing.last };
      gboolean is_listed = list->len > 0 && g_array_index (list, CareSpan, list->len - 1).first == before.first
                           && g_array_index (list, CareSpan, list->len - 1).last == before.last;

      if (before.first != 0 && !is_listed && !care_due_is_within (due, standing))
        g_array_append_val (list, before);
      if (due.first != 0)
        standing = due;
    }
  return list;
}

/* (transfer full) (nullable): which deadlines there were before, as a sentence. */
char *
care_timeline_write_revised (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (GArray) revised = entry->revised.first == 0 ? NULL : list_revised (ask, entry);
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; revised != NULL && i < revised->len; i++)
    {
      g_autofree char *day = care_span_format (g_array_index (revised, CareSpan, i), care_timeline_get_dates (ask));

      g_string_append_printf (days, "%s%s", i > 0 ? _ (", then ") : "", day);
    }
  if (days->len == 0)
    return NULL;
  /* Translators: a day; or days, one after the other: “31 December 2014, then 31 March 2016” */
  return g_strdup_printf (revised->len > 1 ? _ ("The deadline was first %s.") : _ ("The deadline was %s before."), days->str);
}
