/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline-follow.h"

#include "care-deadline-read.h"
#include "care-deadline-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* The fields that follow from the words; a milestone has but one of them. */
static const char *const fields[] = { "qualifier", "due", "anchor", "anchor_words", "recurrence" };

static const char *
get (CareRecord *record, const char *field)
{
  return care_kind_field (care_record_get_kind (record), field) == NULL ? NULL : care_record_get (record, field);
}

/**
 * care_deadline_words_field:
 * @record: a record
 *
 * Returns: (nullable): the field of @record that says in words by when; %NULL where it is
 *   neither a deadline nor a milestone.
 */
const char *
care_deadline_words_field (CareRecord *record)
{
  if (care_record_is (record, "deadline"))
    return "words";
  return care_record_is (record, "milestone") ? "due_words" : NULL;
}

static CareDeadlineMeaning *
read_for (CareRecord *record, CareRecord *pledge)
{
  const char *words = care_record_get (record, care_deadline_words_field (record));
  g_autoptr (CareDate) made = pledge == NULL ? NULL : care_record_dup_date (pledge, "made");
  g_autoptr (CareDate) anchor = care_record_is (record, "deadline") ? care_record_dup_date (record, "anchor") : NULL;
  gboolean is_own = anchor != NULL && (made == NULL || !care_date_equal (anchor, made));

  return care_deadline_read (words != NULL ? words : "", made, is_own ? anchor : NULL);
}

static CareDate *
new_day (CareDay day, const CareDate *like)
{
  const char *edtf = care_date_get_edtf (like);
  char mark[2] = { edtf[strlen (edtf) - 1], '\0' };
  int year, month, mday;
  g_autofree char *text = NULL;

  if (day == 0)
    return NULL;
  care_day_to_ymd (day, &year, &month, &mday);
  text = g_strdup_printf ("%04d-%02d-%02d%s", year, month, mday, strchr ("?~%", mark[0]) != NULL ? mark : "");
  return care_date_from_edtf (text, NULL);
}

/* (transfer full) (nullable): a milestone has a date and nothing that says how it is meant:
 * the end of June is the 30th. */
static CareDate *
dup_due (CareRecord *record, const CareDeadlineMeaning *meaning)
{
  CareDate *due = meaning->due;

  if (due == NULL)
    return NULL;
  if (care_record_is (record, "milestone") && care_date_get_latest (due) != 0)
    {
      if (g_strcmp0 (meaning->qualifier, "end-of") == 0)
        return new_day (care_date_get_latest (due), due);
      if (g_strcmp0 (meaning->qualifier, "start-of") == 0)
        return new_day (care_date_get_earliest (due), due);
      if (g_strcmp0 (meaning->qualifier, "before") == 0)
        return new_day (care_date_get_earliest (due) - 1, due);
    }
  return care_date_ref (due);
}

/* (transfer full) (nullable) */
static char *
dup_field (CareRecord *record, const CareDeadlineMeaning *meaning, const char *field)
{
  g_autoptr (CareDate) due = dup_due (record, meaning);

  if (strcmp (field, "qualifier") == 0)
    return g_strdup (meaning->qualifier);
  if (strcmp (field, "due") == 0)
    return due == NULL ? NULL : g_strdup (care_date_get_edtf (due));
  if (strcmp (field, "anchor") == 0)
    return meaning->anchor == NULL ? NULL : g_strdup (care_date_get_edtf (meaning->anchor));
  return g_strdup (strcmp (field, "anchor_words") == 0 ? meaning->anchor_words : meaning->recurrence);
}

/* A month without a year is all that words gave before it was known when they were said. */
static gboolean
has_no_year (const char *edtf)
{
  g_autoptr (CareDate) date = care_date_from_edtf (edtf, NULL);

  return date != NULL && care_date_get_precision (date) == CARE_DATE_NO_YEAR;
}

/* Whether nobody has said otherwise. A day to count from is nobody's own where it is that on
 * which the pledge was made. */
static gboolean
follows (CareRecord *record, CareRecord *pledge, const char *field, const CareDeadlineMeaning *had)
{
  const char *now = get (record, field);
  g_autofree char *value = dup_field (record, had, field);

  if (now == NULL || (strcmp (field, "due") == 0 && has_no_year (now)))
    return TRUE;
  if (strcmp (field, "anchor") == 0)
    return pledge != NULL && g_strcmp0 (now, care_record_get (pledge, "made")) == 0;
  return g_strcmp0 (now, value) == 0;
}

/**
 * care_deadline_understand:
 * @record: a deadline or a milestone
 * @pledge: (nullable): the pledge that it is of
 * @field: what says it in words, "anchor", or another field that nothing follows from
 * @value: (nullable): what it is to be, in its canonical form
 *
 * What follows from the words is set, unless a person has said otherwise: a field keeps
 * what it has where that does not follow from what @record said before.
 *
 * Returns: (transfer full): a copy of @record with @value and what follows from it.
 */
CareRecord *
care_deadline_understand (CareRecord *record, CareRecord *pledge, const char *field, const char *value)
{
  CareRecord *copy = care_record_copy (record);
  g_autoptr (CareDeadlineMeaning) had = read_for (record, pledge);
  g_autoptr (CareDeadlineMeaning) has = NULL;

  care_record_set (copy, field, value, NULL);
  if (strcmp (field, care_deadline_words_field (record)) != 0 && strcmp (field, "anchor") != 0)
    return copy;
  has = read_for (copy, pledge);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i], field) != 0 && care_kind_field (care_record_get_kind (record), fields[i]) != NULL
        && follows (record, pledge, fields[i], had))
      {
        g_autofree char *text = dup_field (record, has, fields[i]);

        care_record_set (copy, fields[i], text, NULL);
      }
  return copy;
}

/* (transfer full): a deadline that says @words. */
static CareRecord *
new_deadline (const char *words)
{
  CareRecord *deadline = care_record_new (care_kind_find ("deadline"), 1);

  care_record_set (deadline, "words", words, NULL);
  return deadline;
}

/**
 * care_deadline_explain:
 * @record: a deadline or a milestone
 * @pledge: (nullable): the pledge that it is of
 * @words: what is typed as its words
 *
 * Returns: (transfer full): what is understood of @words, and what is not: for whoever
 *   types them.
 */
char *
care_deadline_explain (CareRecord *record, CareRecord *pledge, const char *words)
{
  g_autoptr (CareRecord) as_deadline = care_record_is (record, "deadline") ? g_object_ref (record) : new_deadline (NULL);
  g_autoptr (CareRecord) read = care_deadline_understand (as_deadline, pledge, "words", words);
  g_autoptr (CareDeadlineMeaning) meaning = read_for (read, pledge);
  g_autofree char *says = NULL;

  if (g_strcmp0 (care_record_get (read, "qualifier"), "every") == 0)
    return g_strdup (_ ("It comes again and again: no one day is due."));
  if (care_deadline_get_due (read).first == 0 && meaning->remark != NULL)
    return g_steal_pointer (&meaning->remark);
  says = care_deadline_say_due (read);
  return meaning->remark == NULL ? g_steal_pointer (&says) : g_strdup_printf ("%s %s", says, meaning->remark);
}

static gboolean
names_day (CareRecord *record)
{
  g_autoptr (CareDate) due = care_record_is (record, "milestone") ? care_record_dup_date (record, "due") : NULL;

  return care_record_is (record, "milestone") ? due != NULL && care_date_get_latest (due) != 0
                                              : care_deadline_get_due (record).first != 0;
}

/**
 * care_deadline_offer:
 * @record: a deadline or a milestone
 * @pledge: (nullable): the pledge that it is of
 *
 * Of what was written before its words could be read, or before the day on which it was said
 * was known.
 *
 * Returns: (transfer full) (nullable): a copy of @record that says what its words say;
 *   %NULL where that names no day, or @record names one already.
 */
CareRecord *
care_deadline_offer (CareRecord *record, CareRecord *pledge)
{
  g_autoptr (CareDeadlineMeaning) has = read_for (record, pledge);
  g_autoptr (CareRecord) copy = care_record_copy (record);

  if (names_day (record))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = dup_field (record, has, fields[i]);

      if (value != NULL && care_kind_field (care_record_get_kind (record), fields[i]) != NULL)
        care_record_set (copy, fields[i], value, NULL);
    }
  return names_day (copy) ? g_steal_pointer (&copy) : NULL;
}
