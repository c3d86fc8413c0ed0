/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines and verdicts in words. */

#include "care-deadline-words.h"
#include "care-verdict.h"

#include "care-vocabularies.h"

static CareRecord *
make (const char *kind, CareId id, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list args;

  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      care_record_set (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  return record;
}

static CareRecord *
make_deadline (const char *words, const char *qualifier, const char *due, const char *reading)
{
  return make ("deadline", 1, "words", words, "qualifier", qualifier, "due", due, "reading", reading, NULL);
}

static void
assert_done (CareRecord *deadline, const char *done, const char *expected)
{
  g_autoptr (CareDate) date = care_date_from_edtf (done, NULL);
  g_autofree char *said = care_deadline_say_done (deadline, date);

  g_assert_cmpstr (said, ==, expected);
}

static void
assert_due (CareRecord *deadline, const char *expected)
{
  g_autofree char *said = care_deadline_say_due (deadline);

  g_assert_cmpstr (said, ==, expected);
}

/* T8: nine full months from 1 April 2018, under a reading; without the days, eight to nine. */
static void
test_t8 (void)
{
  g_autoptr (CareRecord) read = make_deadline ("before April 2018", "before", "2018-04", "strict");
  g_autoptr (CareRecord) month = make_deadline ("April 2018", "in", "2018-04", "open");

  assert_due (read, "“before April 2018”: due by 31 March 2018.");
  assert_done (read, "2019-01", "Due by 31 March 2018, counted to January 2019: late by nine months.");
  assert_done (read, "2018-03", "Due by 31 March 2018, counted to March 2018: in time.");
  assert_done (month, "2019-01", "Due in April 2018, counted to January 2019: late by eight to nine months.");
}

/* T9: both readings, and timeliness open until one is chosen. */
static void
test_t9 (void)
{
  g_autoptr (CareRecord) open = make_deadline ("by 2018", "by", "2018", "open");
  g_autoptr (CareRecord) strict = make_deadline ("by 2018", "by", "2018", "strict");
  g_autoptr (CareRecord) lenient = make_deadline ("by 2018", "by", "2018", "lenient");

  assert_due (open, "Open until a reading is chosen: due by 31 December 2017, 31 March 2018 or 31 December 2018.");
  assert_done (open, "2018-06", "Due by 31 December 2017, 31 March 2018 or 31 December 2018, counted to June 2018: open until a reading is "
                                "chosen; in time, or late by up to five months.");
  assert_done (open, "2017-12", "Due by 31 December 2017, 31 March 2018 or 31 December 2018, counted to December 2017: in time.");
  assert_done (strict, "2018-06", "Due by 31 December 2017, counted to June 2018: late by five months.");
  assert_done (lenient, "2018-06", "Due by 31 December 2018, counted to June 2018: in time.");
}

static void
test_no_date (void)
{
  g_autoptr (CareRecord) yearly = make_deadline ("annually", "every", NULL, "open");
  g_autoptr (CareRecord) at_once = make_deadline ("immediately", "at-once", NULL, "open");
  g_autoptr (CareRecord) unread = make_deadline ("by March 2017", NULL, NULL, NULL);

  assert_due (unread, "No date is recorded for “by March 2017”: open it to say which it names.");
  assert_due (yearly, "No date follows from “annually”.");
  assert_done (yearly, "2018", "No date follows from “annually”.");
  assert_due (at_once, "No date follows from “immediately”.");
  care_record_set (at_once, "anchor", "2015-05-08", NULL);
  assert_due (at_once, "“immediately”: due by 8 May 2015.");
}

static void
assert_reading (GPtrArray *readings, guint index, const char *word, const char *due)
{
  const CareDeadlineReading *reading = g_ptr_array_index (readings, index);

  g_assert_cmpstr (reading->word, ==, word);
  g_assert_cmpstr (reading->due, ==, due);
}

/* Whatever has been chosen; what comes to the same day is one. */
static void
test_readings (void)
{
  g_autoptr (CareRecord) year = make_deadline ("by 2018", "by", "2018", "lenient");
  g_autoptr (CareRecord) before = make_deadline ("before April 2018", "before", "2018-04", "open");
  g_autoptr (CareRecord) yearly = make_deadline ("annually", "every", NULL, "open");
  g_autoptr (GPtrArray) three = care_deadline_list_readings (year);
  g_autoptr (GPtrArray) one = care_deadline_list_readings (before);
  g_autoptr (GPtrArray) none = care_deadline_list_readings (yearly);

  g_assert_cmpuint (three->len, ==, 3);
  assert_reading (three, 0, "strict", "due by 31 December 2017");
  assert_reading (three, 1, "lenient", "due by 31 December 2018");
  assert_reading (three, 2, "financial-year", "due by 31 March 2018");
  g_assert_cmpuint (one->len, ==, 1);
  assert_reading (one, 0, "strict", "due by 31 March 2018");
  g_assert_cmpuint (none->len, ==, 0);
}

static GPtrArray *
make_verdicts (void)
{
  GPtrArray *verdicts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (verdicts, make ("verdict", 1, "pledge", "9", "whose", "source", "source", "8", "label", "Broken",
                                   "timeliness", "missed", NULL));
  g_ptr_array_add (verdicts, make ("verdict", 2, "pledge", "9", "whose", "ours", "delivery", "in-progress", "timeliness",
                                   "missed", "evidence_strength", "moderate", "judged", "2019-05-16", NULL));
  g_ptr_array_add (verdicts, make ("verdict", 3, "pledge", "9", "whose", "ours", "delivery", "cannot-be-rated", "judged",
                                   "2026-11", NULL));
  g_ptr_array_add (verdicts, make ("verdict", 4, "pledge", "9", "whose", "ours", NULL));
  return verdicts;
}

static void
assert_summary (GPtrArray *verdicts, guint index, const char *expected)
{
  g_autofree char *said = care_verdict_summarise (g_ptr_array_index (verdicts, index));

  g_assert_cmpstr (said, ==, expected);
}

/* A source's "Broken" is reported, and ours is what it was. That a pledge cannot be rated
 * is not that nobody has. */
static void
test_verdicts (void)
{
  g_autoptr (GPtrArray) all = make_verdicts ();
  g_autoptr (GPtrArray) ours = care_verdict_pick (all, TRUE);
  g_autoptr (GPtrArray) theirs = care_verdict_pick (all, FALSE);

  g_assert_cmpuint (ours->len, ==, 3);
  g_assert_cmpuint (theirs->len, ==, 1);
  assert_summary (ours, 0, "Delivery: cannot be rated");
  assert_summary (ours, 1, "Delivery: in progress · Timeliness: missed · Evidence: moderate");
  assert_summary (ours, 2, "Not yet rated. Nobody has judged this pledge.");
  assert_summary (theirs, 0, "“Broken” · Timeliness: missed");
  /* The newest of the pledge, and of each limb. */
  g_assert_true (care_verdict_is_newest (ours, 0));
  g_assert_false (care_verdict_is_newest (ours, 1));
  care_record_set (g_ptr_array_index (ours, 1), "limb", "7", NULL);
  g_assert_true (care_verdict_is_newest (ours, 1));
  g_assert_false (care_verdict_is_newest (ours, 2));
}

static CareRecord *
find (const char *kind, CareId id, gpointer records)
{
  for (guint i = 0; i < ((GPtrArray *) records)->len; i++)
    if (care_record_is (g_ptr_array_index ((GPtrArray *) records, i), kind)
        && care_record_get_id (g_ptr_array_index ((GPtrArray *) records, i)) == id)
      return g_ptr_array_index ((GPtrArray *) records, i);
  return NULL;
}

static void
test_describe (void)
{
  g_autoptr (GPtrArray) records = make_verdicts ();
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  g_ptr_array_add (records, make ("source", 8, "title", "Tracker", "kind", "tracker", NULL));
  g_ptr_array_add (records, make ("limb", 7, "pledge", "9", "text", "Review the market", NULL));
  care_record_set (g_ptr_array_index (records, 1), "limb", "7", NULL);
  care_record_set (g_ptr_array_index (records, 1), "author", "A. Writer", NULL);
  theirs = care_verdict_describe (g_ptr_array_index (records, 0), find, records);
  ours = care_verdict_describe (g_ptr_array_index (records, 1), find, records);
  g_assert_cmpstr (theirs, ==, "reported by Tracker");
  g_assert_cmpstr (ours, ==, "Limb: Review the market · 16 May 2019 · by A. Writer");
}

/* Every bearing has its place. */
static void
test_bearings (void)
{
  guint n = 0;

  for (const CareTerm *term = care_vocabulary_bearing.terms; term->word != NULL; term++, n++)
    g_assert_true (g_strv_contains (care_verdict_bearings, term->word));
  g_assert_cmpuint (g_strv_length ((char **) care_verdict_bearings), ==, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deadline-words/T8", test_t8);
  g_test_add_func ("/deadline-words/T9", test_t9);
  g_test_add_func ("/deadline-words/no-date", test_no_date);
  g_test_add_func ("/deadline-words/readings", test_readings);
  g_test_add_func ("/verdict/pick", test_verdicts);
  g_test_add_func ("/verdict/describe", test_describe);
  g_test_add_func ("/verdict/bearings", test_bearings);
  return g_test_run ();
}
