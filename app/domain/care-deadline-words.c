/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline-words.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>

static CareDue
get_due_read (CareRecord *deadline, CareReading reading)
{
  CareQualifier qualifier = care_qualifier_from_word (care_record_get (deadline, "qualifier"));
  g_autoptr (CareDate) due = care_record_dup_date (deadline, "due");
  g_autoptr (CareDate) anchor = care_record_dup_date (deadline, "anchor");

  return care_deadline_due (qualifier, care_deadline_get_date (qualifier, due, anchor), reading);
}

/* When it is due by the reading that was chosen, or by each of them where none was. */
static guint
list_days (CareRecord *deadline, CareDue days[3])
{
  CareQualifier qualifier = care_qualifier_from_word (care_record_get (deadline, "qualifier"));
  g_autoptr (CareDate) due = care_record_dup_date (deadline, "due");
  g_autoptr (CareDate) anchor = care_record_dup_date (deadline, "anchor");

  return care_deadline_list_days (qualifier, care_deadline_get_date (qualifier, due, anchor),
                                  care_reading_from_word (care_record_get (deadline, "reading")), days);
}

/**
 * care_deadline_get_due:
 * @deadline: a deadline
 *
 * Returns: when it is due by the reading that was chosen, or by all of them where none was.
 */
CareDue
care_deadline_get_due (CareRecord *deadline)
{
  return get_due_read (deadline, care_reading_from_word (care_record_get (deadline, "reading")));
}

/**
 * care_deadline_format_days:
 * @days: when it is due, as care_deadline_list_days() gives it
 * @n_days: how many those are
 * @style: how to write them
 *
 * Returns: (transfer full): "31 December 2017, 31 March 2018 or 31 December 2018", or
 *   "September 2013" where no more is known; "" where there are none.
 */
char *
care_deadline_format_days (const CareDue *days, guint n_days, const CareDateStyle *style)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_days; i++)
    {
      g_autoptr (CareDate) date = care_date_from_days (days[i].first, days[i].last);
      g_autofree char *day = care_date_format (date, style);

      if (i > 0)
        g_string_append (text, i + 1 == n_days ? _ (" or ") : _ (", "));
      g_string_append (text, day);
    }
  return g_string_free (text, FALSE);
}

/* A day is due by its end; of a longer time it is not known which day is meant. */
static gboolean
is_day (const CareDue *days)
{
  return days[0].first == days[0].last;
}

static char *
say_due (const CareDue *days, guint n_days)
{
  g_autofree char *when = care_deadline_format_days (days, n_days, CARE_DATE_HOUSE);

  if (n_days == 0)
    return g_strdup (_ ("no date follows"));
  return g_strdup_printf (is_day (days) ? _ ("due by %s") : _ ("due in %s"), when);
}

/* At the beginning of a sentence. */
static char *
say_due_first (const CareDue *days, guint n_days)
{
  g_autofree char *when = care_deadline_format_days (days, n_days, CARE_DATE_HOUSE);

  return g_strdup_printf (is_day (days) ? _ ("Due by %s") : _ ("Due in %s"), when);
}

static void
reading_free (CareDeadlineReading *reading)
{
  g_free (reading->label);
  g_free (reading->due);
  g_free (reading);
}

/**
 * care_deadline_list_readings:
 * @deadline: a deadline
 *
 * Returns: (transfer full) (element-type CareDeadlineReading): what its words can mean, each
 *   with the day that follows; those that come to the same day as one before are left out,
 *   and the only one is said to be it however it is read.
 *   Empty where no day follows under any of them.
 */
GPtrArray *
care_deadline_list_readings (CareRecord *deadline)
{
  static const CareReading readings[] = { CARE_READING_STRICT, CARE_READING_LENIENT, CARE_READING_FINANCIAL_YEAR };
  static const char *const words[] = { "strict", "lenient", "financial-year" };
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) reading_free);
  CareDay seen[G_N_ELEMENTS (readings)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      CareDue due = get_due_read (deadline, readings[i]);
      CareDeadlineReading *reading;
      gboolean is_new = due.first != 0;

      for (guint j = 0; j < i; j++)
        is_new = is_new && seen[j] != due.first;
      if (!is_new)
        continue;
      seen[i] = due.first;
      reading = g_new0 (CareDeadlineReading, 1);
      reading->word = words[i];
      reading->label = g_strdup (care_vocabulary_label (&care_vocabulary_reading, words[i]));
      reading->due = say_due (&due, 1);
      g_ptr_array_add (list, reading);
    }
  if (list->len == 1)
    {
      CareDeadlineReading *only = g_ptr_array_index (list, 0);

      g_free (only->label);
      only->label = g_strdup (_ ("however it is read"));
    }
  return list;
}

/**
 * care_deadline_say_due:
 * @deadline: a deadline
 *
 * Returns: (transfer full): when it is due, or that this is open until a reading is chosen.
 */
char *
care_deadline_say_due (CareRecord *deadline)
{
  CareDue due = care_deadline_get_due (deadline);
  CareDue days[3];
  g_autofree char *words = say_due (days, list_days (deadline, days));

  if (due.first == 0 && care_record_get (deadline, "qualifier") == NULL)
    return g_strdup_printf (_ ("No date is recorded for “%s”: open it to say which it names."), care_record_get_title (deadline));
  if (due.first == 0)
    return g_strdup_printf (_ ("No date follows from “%s”."), care_record_get_title (deadline));
  if (due.first != due.last)
    return g_strdup_printf (_ ("Open until a reading is chosen: %s."), words);
  return g_strdup_printf (_ ("“%s”: %s."), care_record_get_title (deadline), words);
}

/**
 * care_deadline_say_done:
 * @deadline: a deadline
 * @done: when it was done
 *
 * Returns: (transfer full): how late that was, in full months, as a span where the day due
 *   or the day done is not known; and that it is open where it depends on the reading.
 */
char *
care_deadline_say_done (CareRecord *deadline, const CareDate *done)
{
  CareDue due = care_deadline_get_due (deadline);
  CareDue days[3];
  g_autofree char *when = care_date_format (done, CARE_DATE_HOUSE);
  g_autofree char *words = NULL;
  g_autofree char *late = NULL;
  int least, most;

  if (due.first == 0)
    return care_deadline_say_due (deadline);
  words = say_due_first (days, list_days (deadline, days));
  if (care_date_get_latest (done) == 0)
    return g_strdup_printf (_ ("%s; whether %s is in time cannot be said."), words, when);
  if (!care_deadline_lateness (due, done, &least, &most))
    return g_strdup_printf (_ ("%s, counted to %s: in time."), words, when);
  late = care_deadline_format_lateness (least, most);
  if (due.first != due.last && care_deadline_leaves_open (due, done))
    return g_strdup_printf (_ ("%s, counted to %s: open until a reading is chosen; in time, or late by %s."), words, when, late);
  return g_strdup_printf (_ ("%s, counted to %s: late by %s."), words, when, late);
}
