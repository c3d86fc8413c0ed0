/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline-follow.h"

#include "care-date-words.h"
#include "care-deadline-read.h"
#include "care-deadline-words.h"
#include "care-parliament.h"

#include <string.h>

typedef struct
{
  const char *words;
  const char *said;
  const char *qualifier;
  const char *due;
  const char *first; /* due by, strictly; NULL: no day follows */
  const char *last;  /* leniently; NULL: the same */
} Case;

static CareDate *
new_date (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  CareDate *date = edtf == NULL ? NULL : care_date_from_edtf (edtf, &error);

  g_assert_no_error (error);
  return date;
}

static CareRecord *
new_pledge (const char *made)
{
  g_autoptr (GError) error = NULL;
  CareRecord *pledge = care_record_new (care_kind_find ("pledge"), 1);

  care_record_set (pledge, "title", "Join up care", NULL);
  care_record_set (pledge, "made", made, &error);
  g_assert_no_error (error);
  return pledge;
}

static char *
format (CareDay day)
{
  int year, month, mday;

  if (day == 0)
    return NULL;
  care_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

static void
check (const Case *one)
{
  g_autoptr (CareRecord) deadline = care_record_new (care_kind_find ("deadline"), 2);
  g_autoptr (CareRecord) pledge = new_pledge (one->said);
  g_autoptr (CareRecord) read = care_deadline_understand (deadline, pledge, "words", one->words);
  CareDue due = care_deadline_get_due (read);
  g_autofree char *first = format (due.first);
  g_autofree char *last = format (due.last);

  g_test_message ("%s, said %s", one->words, one->said == NULL ? "nobody knows when" : one->said);
  g_assert_cmpstr (care_record_get (read, "words"), ==, one->words);
  g_assert_cmpstr (care_record_get (read, "qualifier"), ==, one->qualifier);
  g_assert_cmpstr (care_record_get (read, "due"), ==, one->due);
  g_assert_cmpstr (first, ==, one->first);
  g_assert_cmpstr (last, ==, one->last != NULL ? one->last : one->first);
}

/* Each of the forms that the articles have. */
static void
test_forms (void)
{
  static const Case cases[] = {
    { "by 2018", NULL, "by", "2018", "2017-12-31", "2018-12-31" },
    { "in time for the start of the 2018 financial year", "2017", "start-of", "2018-04-01/2019-03-31", "2018-04-01", NULL },
    { "before April 2018", NULL, "before", "2018-04", "2018-03-31", NULL },
    { "the end of June", "2013-05", "end-of", "2013-06", "2013-06-30", NULL },
    { "by the end of June", "2013-05?", "end-of", "2013-06?", "2013-06-30", NULL },
    { "by the end of June", NULL, "end-of", "XXXX-06", NULL, NULL },
    { "September", "2013-05", "in", "2013-09", "2013-09-01", "2013-09-30" },
    { "in September", "2013-05?", "in", "2013-09?", "2013-09-01", "2013-09-30" },
    { "in September", NULL, "in", "XXXX-09", NULL, NULL },
    { "next winter", "2015-03", "in", "2015-24", "2015-12-01", "2016-02-29" },
    { "immediately", "2015-05-07", "at-once", NULL, "2015-05-07", NULL },
    { "immediately", NULL, "at-once", NULL, NULL, NULL },
    { "over the next three years", "2015-03", "within", "2015-03/2018-03", "2018-03-31", NULL },
    { "over the next three years", NULL, "within", NULL, NULL, NULL },
    { "10-year", "2015", NULL, NULL, NULL, NULL },
    { "annually", "2015", "every", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_more_forms (void)
{
  static const Case cases[] = {
    { "by the end of 2018", NULL, "end-of", "2018", "2018-12-31", NULL },
    { "By the end of 2018.", NULL, "end-of", "2018", "2018-12-31", NULL },
    { "“by 2018”", NULL, "by", "2018", "2017-12-31", "2018-12-31" },
    { "by April 2015", NULL, "by", "2015-04", "2015-03-31", "2015-04-30" },
    { "by 31 March 2018 at the latest", NULL, "by", "2018-03-31", "2018-03-31", NULL },
    { "no later than April 2018", NULL, "end-of", "2018-04", "2018-04-30", NULL },
    { "before the end of 2018", NULL, "end-of", "2018", "2018-12-31", NULL },
    { "by the start of 2018/19", NULL, "start-of", "2018-04-01/2019-03-31", "2018-04-01", NULL },
    { "from April 2016", NULL, "start-of", "2016-04", "2016-04-01", NULL },
    { "2013/14", NULL, "in", "2013-04-01/2014-03-31", "2013-04-01", "2014-03-31" },
    { "in 2013–14", NULL, "in", "2013-04-01/2014-03-31", "2013-04-01", "2014-03-31" },
    { "by 2013/14", NULL, "by", "2013-04-01/2014-03-31", "2013-03-31", "2014-03-31" },
    { "by the end of 2013/14", NULL, "end-of", "2013-04-01/2014-03-31", "2014-03-31", NULL },
    { "by the end of this financial year", "2015-02", "end-of", "2014-04-01/2015-03-31", "2015-03-31", NULL },
    { "in the next financial year", "2015-04-01", "in", "2016-04-01/2017-03-31", "2016-04-01", "2017-03-31" },
    { "by the end of this financial year", "2015", "end-of", NULL, NULL, NULL },
    { "within 18 months", "2014-12", "within", "2014-12/2016-06", "2016-06-30", NULL },
    { "within 18 months", "2014-12-31", "within", "2014-12-31/2016-06-30", "2016-06-30", NULL },
    { "within 18 months", "2014", "within", NULL, NULL, NULL },
    { "within two years", "2014", "within", "2014/2016", "2016-12-31", NULL },
    { "within two years", "2014~", "within", "2014~/2016~", "2016-12-31", NULL },
    { "within two years of April 2015", NULL, "within", "2015-04/2017-04", "2017-04-30", NULL },
    { "within 100 days", "2015-05-08", "within", "2015-05-08/2015-08-16", "2015-08-16", NULL },
    { "within 100 days", "2015-05", "within", NULL, NULL, NULL },
    { "within 100 days of taking office", "2015-05-08", "within", NULL, NULL, NULL },
    { "within a year", "2015-05", "within", "2015-05/2016-05", "2016-05-31", NULL },
    { "in three years’ time", "2015-05", "within", "2015-05/2018-05", "2018-05-31", NULL },
    { "by the next election", "2013-05", "by", "2015-05-07", "2015-05-07", NULL },
    { "before the next general election", "2015-01-27", "before", "2015-05-07", "2015-05-06", NULL },
    { "by the next election", "2015", "by", NULL, NULL, NULL },
    { "by the next election", "2025-01", "by", NULL, NULL, NULL },
    { "by the next election", NULL, "by", NULL, NULL, NULL },
    { "before the 2015 general election", NULL, "before", "2015-05-07", "2015-05-06", NULL },
    { "in this Parliament", "2014-06", "in", "2010-05-18/2015-03-30", "2010-05-18", "2015-03-30" },
    { "by the end of the Parliament", "2014-06", "end-of", "2010-05-18/2015-03-30", "2015-03-30", NULL },
    { "over the course of the next Parliament", "2015-02", "within", "2015-05-18/2017-05-03", "2017-05-03", NULL },
    { "over the lifetime of this Parliament", "2017-05-18", "within", "2017-06-13/2019-11-06", "2019-11-06", NULL },
    { "by the end of this Parliament", "2024-09", "end-of", NULL, NULL, NULL },
    { "by the end of the decade", "2013", "end-of", "201X", "2019-12-31", NULL },
    { "by the end of the year", "2013-05", "end-of", "2013", "2013-12-31", NULL },
    { "by the end of next month", "2013-12-05", "end-of", "2014-01", "2014-01-31", NULL },
    { "late 2018", NULL, "in", "2018", "2018-01-01", "2018-12-31" },
    { "until 2020", NULL, "within", "../2020", "2020-12-31", NULL },
    { "on 3 May 2018", NULL, "in", "2018-05-03", "2018-05-03", NULL },
    { "at once", "2015-05", "at-once", NULL, "2015-05-01", "2015-05-31" },
    { "every year", NULL, "every", NULL, NULL, NULL },
    { "in due course", "2015-05", NULL, NULL, NULL, NULL },
    { "within 48 hours", "2015-05-01", NULL, NULL, NULL, NULL },
    { "10-year journey", "2015-05-01", NULL, NULL, NULL, NULL },
    { "once the sites are ready", "2015-05-01", NULL, NULL, NULL, NULL },
    { "by Tuesday", "2015-05", "by", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

/* What is left open says why, and what is not, nothing. */
static void
test_explain (void)
{
  static const struct
  {
    const char *words;
    const char *said;
    const char *expected;
  } cases[] = {
    { "by 2018", NULL, "Open until a reading is chosen: due by 31 December 2017, 31 March 2018 or 31 December 2018." },
    { "by the end of 2018", NULL, "“by the end of 2018”: due by 31 December 2018." },
    { "within 18 months", NULL,
      "“18 months” is counted from the day on which it was said: enter that under Made of the pledge, or under Counted From." },
    { "within 18 months", "2014",
      "“18 months” cannot be counted from “2014”: enter a more exact day under Counted From." },
    { "within 100 days of taking office", "2015",
      "“100 days of taking office” is counted from “taking office”: enter that day under Counted From." },
    { "when pigs fly", NULL,
      "“when pigs fly” is kept as it is, but no date can be read in it: if it names one, choose a qualifier and enter the date." },
    { "annually", NULL, "It comes again and again: no one day is due." },
    { "in due course", NULL, "“in due course” names no date, so no deadline follows from it." },
    { "by the end of this Parliament", "2024-09", "“this Parliament” has no known date: enter the date once it is known." },
    { "by late 2018", NULL,
      "Open until a reading is chosen: due by 31 December 2017, 31 March 2018 or 31 December 2018. Which part of “2018” is meant is kept in "
      "the words only: the date is the whole of it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareRecord) deadline = care_record_new (care_kind_find ("deadline"), 2);
      g_autoptr (CareRecord) pledge = new_pledge (cases[i].said);
      g_autofree char *said = care_deadline_explain (deadline, pledge, cases[i].words);

      g_assert_cmpstr (said, ==, cases[i].expected);
    }
}

static void
set (CareRecord *record, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, value, &error);
  g_assert_no_error (error);
}

/* What a person has said stays; what only followed goes with the words. */
static void
test_a_person_comes_first (void)
{
  g_autoptr (CareRecord) pledge = new_pledge ("2013-05");
  g_autoptr (CareRecord) deadline = care_record_new (care_kind_find ("deadline"), 2);
  g_autoptr (CareRecord) first = NULL;
  g_autoptr (CareRecord) second = NULL;
  g_autoptr (CareRecord) third = NULL;

  first = care_deadline_understand (deadline, pledge, "words", "within two years");
  g_assert_cmpstr (care_record_get (first, "due"), ==, "2013-05/2015-05");
  g_assert_cmpstr (care_record_get (first, "anchor"), ==, "2013-05");
  second = care_deadline_understand (first, pledge, "words", "by 2018");
  g_assert_cmpstr (care_record_get (second, "qualifier"), ==, "by");
  g_assert_cmpstr (care_record_get (second, "due"), ==, "2018");
  g_assert_null (care_record_get (second, "anchor"));

  set (second, "due", "2018-04");
  set (second, "anchor", "2014-01-01");
  third = care_deadline_understand (second, pledge, "words", "by the end of 2019");
  g_assert_cmpstr (care_record_get (third, "qualifier"), ==, "end-of");
  g_assert_cmpstr (care_record_get (third, "due"), ==, "2018-04");
  g_assert_cmpstr (care_record_get (third, "anchor"), ==, "2014-01-01");
}

/* What is counted from another day than the pledge's. */
static void
test_own_anchor (void)
{
  g_autoptr (CareRecord) pledge = new_pledge ("2013-05");
  g_autoptr (CareRecord) deadline = care_record_new (care_kind_find ("deadline"), 2);
  g_autoptr (CareRecord) read = NULL;

  set (deadline, "anchor", "2015-05-08");
  read = care_deadline_understand (deadline, pledge, "words", "within 100 days of taking office");
  g_assert_cmpstr (care_record_get (read, "anchor_words"), ==, "taking office");
  g_assert_cmpstr (care_record_get (read, "due"), ==, "2015-05-08/2015-08-16");
}

/* What is counted from another day is due on another. */
static void
test_anchor_is_changed (void)
{
  g_autoptr (CareRecord) pledge = new_pledge (NULL);
  g_autoptr (CareRecord) deadline = care_record_new (care_kind_find ("deadline"), 2);
  g_autoptr (CareRecord) first = care_deadline_understand (deadline, pledge, "words", "within 18 months");
  g_autoptr (CareRecord) second = care_deadline_understand (first, pledge, "anchor", "2014-12");
  g_autoptr (CareRecord) third = care_deadline_understand (second, pledge, "anchor", "2015-01");
  g_autoptr (CareRecord) other = NULL;

  g_assert_cmpstr (care_record_get (second, "due"), ==, "2014-12/2016-06");
  g_assert_cmpstr (care_record_get (second, "anchor"), ==, "2014-12");
  g_assert_cmpstr (care_record_get (third, "due"), ==, "2015-01/2016-07");
  other = care_deadline_understand (third, pledge, "note", "As it says");
  g_assert_cmpstr (care_record_get (other, "due"), ==, "2015-01/2016-07");
}

/* T10: once it is known when it was said. */
static void
test_offer (void)
{
  g_autoptr (CareRecord) unknown = new_pledge (NULL);
  g_autoptr (CareRecord) pledge = new_pledge ("2013-05");
  g_autoptr (CareRecord) deadline = care_record_new (care_kind_find ("deadline"), 2);
  g_autoptr (CareRecord) offer = NULL;
  g_autoptr (CareRecord) changed = NULL;

  set (deadline, "words", "in September");
  set (deadline, "qualifier", "in");
  set (deadline, "due", "XXXX-09");
  g_assert_null (care_deadline_offer (deadline, unknown));
  changed = care_deadline_understand (deadline, pledge, "words", "by the end of September");
  g_assert_cmpstr (care_record_get (changed, "due"), ==, "2013-09");
  g_assert_cmpstr (care_record_get (changed, "qualifier"), ==, "end-of");
  offer = care_deadline_offer (deadline, pledge);
  g_assert_nonnull (offer);
  g_assert_cmpstr (care_record_get (offer, "due"), ==, "2013-09");
  g_assert_null (care_deadline_offer (offer, pledge));
}

/* T10: a milestone has a date only. */
static void
test_milestone (void)
{
  static const struct
  {
    const char *words;
    const char *due;
  } cases[] = {
    { "by the end of June", "2013-06-30?" },
    { "in September", "2013-09?" },
    { "before April 2018", "2018-03-31" },
    { "by 2018", "2018" },
    { "in due course", NULL },
  };
  g_autoptr (CareRecord) pledge = new_pledge ("2013-05?");
  g_autoptr (CareRecord) milestone = care_record_new (care_kind_find ("milestone"), 3);
  g_autofree char *says = care_deadline_explain (milestone, pledge, "by the end of June");

  g_assert_cmpstr (says, ==, "“by the end of June”: due by 30 June 2013.");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareRecord) read = care_deadline_understand (milestone, pledge, "due_words", cases[i].words);
      g_autoptr (CareRecord) unread = care_record_copy (milestone);
      g_autoptr (CareRecord) offer = NULL;

      g_assert_cmpstr (care_record_get (read, "due"), ==, cases[i].due);
      set (unread, "due_words", cases[i].words);
      offer = care_deadline_offer (unread, pledge);
      g_assert_cmpstr (offer == NULL ? NULL : care_record_get (offer, "due"), ==, cases[i].due);
      if (cases[i].due != NULL)
        g_assert_null (care_deadline_offer (read, pledge));
    }
}

static char *
random_date (void)
{
  int year = g_test_rand_int_range (1900, 2100);
  int month = g_test_rand_int_range (1, 13);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return g_strdup_printf ("%d", year);
    case 1:
      return g_strdup_printf ("%s %d", care_date_words_months[month - 1], year);
    case 2:
      return g_strdup_printf ("%d %s %d", g_test_rand_int_range (1, 29), care_date_words_months[month - 1], year);
    default:
      return g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
    }
}

/* Whatever stands before a date, the date is as exact as it was. */
static void
test_never_more_exact (void)
{
  static const char *const openings[] = { "by ", "by the end of ", "before ", "in ", "at the start of ", "from ", "no later than ", "" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *date = random_date ();
      g_autofree char *words = g_strconcat (openings[g_test_rand_int_range (0, G_N_ELEMENTS (openings))], date, NULL);
      g_autoptr (CareDate) meant = care_date_parse (date, NULL, NULL);
      g_autoptr (CareDate) said = new_date (g_test_rand_bit () ? "2013-05" : NULL);
      g_autoptr (CareDeadlineMeaning) meaning = care_deadline_read (words, said, NULL);

      g_assert_nonnull (meaning->due);
      g_assert_cmpstr (care_date_get_edtf (meaning->due), ==, care_date_get_edtf (meant));
      g_assert_nonnull (meaning->qualifier);
      g_assert_null (meaning->anchor);
    }
}

/* However long it is, a period ends as exactly as it begins, and not before. */
static void
test_lengths_are_as_exact_as_their_beginning (void)
{
  static const char *const units[] = { "years", "months", "weeks", "days", "decades" };
  static const char *const beginnings[] = { "2015", "2015-01", "2015-01-31", "2016-02-29", "2015-05?", "2012~" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *words = g_strdup_printf ("within %d %s", g_test_rand_int_range (1, 200),
                                                units[g_test_rand_int_range (0, G_N_ELEMENTS (units))]);
      g_autoptr (CareDate) said = new_date (beginnings[g_test_rand_int_range (0, G_N_ELEMENTS (beginnings))]);
      g_autoptr (CareDeadlineMeaning) meaning = care_deadline_read (words, said, NULL);
      g_auto (GStrv) ends = meaning->due == NULL ? NULL : g_strsplit (care_date_get_edtf (meaning->due), "/", 2);

      g_assert_cmpstr (meaning->qualifier, ==, "within");
      if (ends == NULL)
        {
          g_assert_nonnull (meaning->remark);
          continue;
        }
      g_assert_cmpstr (ends[0], ==, care_date_get_edtf (said));
      g_assert_cmpuint (strlen (ends[1]), ==, strlen (ends[0]));
      g_assert_cmpuint (care_date_get_latest (meaning->due), >, care_date_get_latest (said));
    }
}

/* Any text at all: there is a date with a qualifier, or it is said why not. */
static void
test_any_text (void)
{
  static const char *const parts[] = { "by ", "the ", "end of ", "2018", "/19", "Parliament", "next ", "election", " ", "-", "’",
                                       "months", "within ", "3 ", "\xc2\xa3", "early ", "June", "until ", "of ", "\n" };

  for (guint i = 0; i < 5000; i++)
    {
      GString *words = g_string_new (NULL);
      g_autofree char *text = NULL;
      g_autoptr (CareDate) said = new_date (g_test_rand_bit () ? "2013-05-14" : NULL);
      g_autoptr (CareDeadlineMeaning) meaning = NULL;

      for (gint n = g_test_rand_int_range (0, 9); n > 0; n--)
        g_string_append (words, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      text = g_string_free (words, FALSE);
      meaning = care_deadline_read (text, said, NULL);
      g_assert_true (meaning->due == NULL || meaning->qualifier != NULL);
      g_assert_true (meaning->due != NULL || meaning->remark != NULL || g_strcmp0 (meaning->qualifier, "every") == 0
                     || g_strcmp0 (meaning->qualifier, "at-once") == 0);
    }
}

static void
test_parliaments (void)
{
  CareParliament parliament;

  g_assert_true (care_parliament_at (care_day_from_ymd (2015, 4, 14), &parliament));
  g_assert_cmpuint (parliament.elected, ==, care_day_from_ymd (2015, 5, 7));
  g_assert_true (care_parliament_at (care_day_from_ymd (2015, 3, 29), &parliament));
  g_assert_cmpuint (parliament.elected, ==, care_day_from_ymd (2010, 5, 6));
  g_assert_true (care_parliament_after (care_day_from_ymd (2015, 4, 14), &parliament));
  g_assert_cmpuint (parliament.elected, ==, care_day_from_ymd (2015, 5, 7));
  g_assert_true (care_parliament_elected_after (care_day_from_ymd (2015, 5, 7), &parliament));
  g_assert_cmpuint (parliament.elected, ==, care_day_from_ymd (2017, 6, 8));
  g_assert_false (care_parliament_elected_after (care_day_from_ymd (2024, 7, 4), &parliament));
  g_assert_false (care_parliament_at (care_day_from_ymd (1970, 1, 1), &parliament));
  g_assert_false (care_parliament_elected_in (2016, &parliament));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline-read/forms", test_forms);
  g_test_add_func ("/deadline-read/more-forms", test_more_forms);
  g_test_add_func ("/deadline-read/explain", test_explain);
  g_test_add_func ("/deadline-read/a-person-comes-first", test_a_person_comes_first);
  g_test_add_func ("/deadline-read/own-anchor", test_own_anchor);
  g_test_add_func ("/deadline-read/anchor-is-changed", test_anchor_is_changed);
  g_test_add_func ("/deadline-read/offer", test_offer);
  g_test_add_func ("/deadline-read/milestone", test_milestone);
  g_test_add_func ("/deadline-read/never-more-exact", test_never_more_exact);
  g_test_add_func ("/deadline-read/lengths", test_lengths_are_as_exact_as_their_beginning);
  g_test_add_func ("/deadline-read/any-text", test_any_text);
  g_test_add_func ("/deadline-read/parliaments", test_parliaments);
  return g_test_run ();
}
