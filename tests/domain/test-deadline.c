/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline.h"

#include "care-vocabularies.h"

static CareDate *
new_date (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  CareDate *date = care_date_from_edtf (edtf, &error);

  g_assert_no_error (error);
  g_assert_nonnull (date);
  return date;
}

static CareDay
day (const char *edtf)
{
  g_autoptr (CareDate) date = edtf != NULL ? new_date (edtf) : NULL;

  return date != NULL ? care_date_get_earliest (date) : 0;
}

static void
test_words (void)
{
  g_assert_cmpint (care_qualifier_from_word ("by"), ==, CARE_QUALIFIER_BY);
  g_assert_cmpint (care_qualifier_from_word ("before"), ==, CARE_QUALIFIER_BEFORE);
  g_assert_cmpint (care_qualifier_from_word ("in"), ==, CARE_QUALIFIER_IN);
  g_assert_cmpint (care_qualifier_from_word ("end-of"), ==, CARE_QUALIFIER_END_OF);
  g_assert_cmpint (care_qualifier_from_word ("start-of"), ==, CARE_QUALIFIER_START_OF);
  g_assert_cmpint (care_qualifier_from_word ("within"), ==, CARE_QUALIFIER_WITHIN);
  g_assert_cmpint (care_qualifier_from_word ("at-once"), ==, CARE_QUALIFIER_AT_ONCE);
  g_assert_cmpint (care_qualifier_from_word ("every"), ==, CARE_QUALIFIER_EVERY);
  g_assert_cmpint (care_qualifier_from_word ("someday"), ==, CARE_QUALIFIER_NONE);
  g_assert_cmpint (care_qualifier_from_word (NULL), ==, CARE_QUALIFIER_NONE);

  g_assert_cmpint (care_reading_from_word ("open"), ==, CARE_READING_OPEN);
  g_assert_cmpint (care_reading_from_word ("strict"), ==, CARE_READING_STRICT);
  g_assert_cmpint (care_reading_from_word ("lenient"), ==, CARE_READING_LENIENT);
  g_assert_cmpint (care_reading_from_word ("financial-year"), ==, CARE_READING_FINANCIAL_YEAR);
  g_assert_cmpint (care_reading_from_word ("kind"), ==, CARE_READING_OPEN);
  g_assert_cmpint (care_reading_from_word (NULL), ==, CARE_READING_OPEN);
}

/* Every word of the vocabulary is a qualifier of its own. */
static void
test_words_are_the_vocabulary (void)
{
  guint seen = 0;

  for (const CareTerm *term = care_vocabulary_qualifier.terms; term->word != NULL; term++)
    {
      g_assert_cmpint (care_qualifier_from_word (term->word), !=, CARE_QUALIFIER_NONE);
      seen |= 1u << care_qualifier_from_word (term->word);
    }

  g_assert_cmpuint (seen, ==, 0x1fe);
}

static void
test_due (void)
{
  static const struct
  {
    const char *name;
    CareQualifier qualifier;
    const char *date;
    const char *open[2];
    const char *strict;
    const char *lenient;
    const char *financial_year;
  } cases[] = {
    { "T9, D22, E01: by 2018",
      CARE_QUALIFIER_BY,
      "2018",
      { "2017-12-31", "2018-12-31" },
      "2017-12-31",
      "2018-12-31",
      "2018-03-31" },
    { "by April 2018",
      CARE_QUALIFIER_BY,
      "2018-04",
      { "2018-03-31", "2018-04-30" },
      "2018-03-31",
      "2018-04-30",
      "2018-03-31" },
    { "by 2018/19",
      CARE_QUALIFIER_BY,
      "2018-04-01/2019-03-31",
      { "2018-03-31", "2019-03-31" },
      "2018-03-31",
      "2019-03-31",
      "2018-03-31" },
    { "by next winter",
      CARE_QUALIFIER_BY,
      "2015-24",
      { "2015-11-30", "2016-02-29" },
      "2015-11-30",
      "2016-02-29",
      "2015-11-30" },
    { "by a day",
      CARE_QUALIFIER_BY,
      "2013-06-28",
      { "2013-06-28", "2013-06-28" },
      "2013-06-28",
      "2013-06-28",
      "2013-06-28" },
    { "by a minute",
      CARE_QUALIFIER_BY,
      "2013-06-28T17:00",
      { "2013-06-28", "2013-06-28" },
      "2013-06-28",
      "2013-06-28",
      "2013-06-28" },
    { "by a date that says before",
      CARE_QUALIFIER_BY,
      "../2018-03-31",
      { "2018-03-31", "2018-03-31" },
      "2018-03-31",
      "2018-03-31",
      "2018-03-31" },
    { "by a date with no end", CARE_QUALIFIER_BY, "2018/..", { NULL, NULL }, NULL, NULL, NULL },
    { "C03: before April 2018",
      CARE_QUALIFIER_BEFORE,
      "2018-04",
      { "2018-03-31", "2018-03-31" },
      "2018-03-31",
      "2018-03-31",
      "2018-03-31" },
    { "before a date that says before",
      CARE_QUALIFIER_BEFORE,
      "../2018-03-31",
      { "2018-03-31", "2018-03-31" },
      "2018-03-31",
      "2018-03-31",
      "2018-03-31" },
    { "before a day",
      CARE_QUALIFIER_BEFORE,
      "2018-04-01",
      { "2018-03-31", "2018-03-31" },
      "2018-03-31",
      "2018-03-31",
      "2018-03-31" },
    { "before the first day of all", CARE_QUALIFIER_BEFORE, "0001", { NULL, NULL }, NULL, NULL, NULL },
    { "T10, E04: in September",
      CARE_QUALIFIER_IN,
      "2013-09",
      { "2013-09-01", "2013-09-30" },
      "2013-09-01",
      "2013-09-30",
      "2013-09-01" },
    { "on a day",
      CARE_QUALIFIER_IN,
      "2013-09-14",
      { "2013-09-14", "2013-09-14" },
      "2013-09-14",
      "2013-09-14",
      "2013-09-14" },
    { "in September of no year", CARE_QUALIFIER_IN, "XXXX-09", { NULL, NULL }, NULL, NULL, NULL },
    { "T10, E04: end of June",
      CARE_QUALIFIER_END_OF,
      "2013-06",
      { "2013-06-30", "2013-06-30" },
      "2013-06-30",
      "2013-06-30",
      "2013-06-30" },
    { "C05: start of the 2018 financial year",
      CARE_QUALIFIER_START_OF,
      "2018-04-01/2019-03-31",
      { "2018-04-01", "2018-04-01" },
      "2018-04-01",
      "2018-04-01",
      "2018-04-01" },
    { "A21: over the next three years",
      CARE_QUALIFIER_WITHIN,
      "2015-05/2018-05",
      { "2018-05-31", "2018-05-31" },
      "2018-05-31",
      "2018-05-31",
      "2018-05-31" },
    { "within a period with no end", CARE_QUALIFIER_WITHIN, "2015-05/..", { NULL, NULL }, NULL, NULL, NULL },
    { "A12: immediately",
      CARE_QUALIFIER_AT_ONCE,
      "2015-05-07",
      { "2015-05-07", "2015-05-07" },
      "2015-05-07",
      "2015-05-07",
      "2015-05-07" },
    { "B09, E02: each year", CARE_QUALIFIER_EVERY, "2015", { NULL, NULL }, NULL, NULL, NULL },
    { "A07: a 10-year plan", CARE_QUALIFIER_NONE, "2015/2025", { NULL, NULL }, NULL, NULL, NULL },
    { "no date", CARE_QUALIFIER_BY, NULL, { NULL, NULL }, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareDate) date = cases[i].date != NULL ? new_date (cases[i].date) : NULL;
      CareDue open = care_deadline_due (cases[i].qualifier, date, CARE_READING_OPEN);
      CareDue strict = care_deadline_due (cases[i].qualifier, date, CARE_READING_STRICT);
      CareDue lenient = care_deadline_due (cases[i].qualifier, date, CARE_READING_LENIENT);
      CareDue year = care_deadline_due (cases[i].qualifier, date, CARE_READING_FINANCIAL_YEAR);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (open.first, ==, day (cases[i].open[0]));
      g_assert_cmpuint (open.last, ==, day (cases[i].open[1]));
      g_assert_cmpuint (strict.first, ==, day (cases[i].strict));
      g_assert_cmpuint (strict.last, ==, strict.first);
      g_assert_cmpuint (lenient.first, ==, day (cases[i].lenient));
      g_assert_cmpuint (lenient.last, ==, lenient.first);
      g_assert_cmpuint (year.first, ==, day (cases[i].financial_year));
      g_assert_cmpuint (year.last, ==, year.first);
      g_assert_cmpint (care_deadline_is_ambiguous (cases[i].qualifier, date), ==,
                       strict.first != lenient.first || strict.first != year.first);
    }
}

static void
test_timeliness (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *today;
    CareTimeliness timeliness;
  } cases[] = {
    { NULL, NULL, "2018-01-01", CARE_TIMELINESS_NO_DEADLINE },
    /* T9: by 2018, not read */
    { "2017-12-31", "2018-12-31", "2017-12-31", CARE_TIMELINESS_NOT_YET_DUE },
    { "2017-12-31", "2018-12-31", "2018-01-01", CARE_TIMELINESS_OPEN },
    { "2017-12-31", "2018-12-31", "2018-12-31", CARE_TIMELINESS_OPEN },
    { "2017-12-31", "2018-12-31", "2019-01-01", CARE_TIMELINESS_OVERDUE },
    /* T8 */
    { "2018-03-31", "2018-03-31", "2018-03-31", CARE_TIMELINESS_NOT_YET_DUE },
    { "2018-03-31", "2018-03-31", "2018-04-01", CARE_TIMELINESS_OVERDUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareDue due = { day (cases[i].first), day (cases[i].last) };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (care_deadline_timeliness (due, day (cases[i].today)), ==, cases[i].timeliness);
    }
}

static void
test_lateness (void)
{
  static const struct
  {
    const char *name;
    CareQualifier qualifier;
    const char *date;
    CareReading reading;
    const char *done;
    const char *text; /* NULL: not late, or it cannot be said */
  } cases[] = {
    { "T8: before April 2018", CARE_QUALIFIER_BEFORE, "2018-04", CARE_READING_STRICT, "2019-01",
      "nine months" },
    { "T8: in April 2018", CARE_QUALIFIER_IN, "2018-04", CARE_READING_OPEN, "2019-01",
      "eight to nine months" },
    { "T8: by April 2018", CARE_QUALIFIER_BY, "2018-04", CARE_READING_OPEN, "2019-01",
      "eight to nine months" },
    { "T8: by April 2018, strictly", CARE_QUALIFIER_BY, "2018-04", CARE_READING_STRICT, "2019-01",
      "nine months" },
    { "T8: by April 2018, leniently", CARE_QUALIFIER_BY, "2018-04", CARE_READING_LENIENT, "2019-01",
      "eight months" },
    { "T8: to the day", CARE_QUALIFIER_BEFORE, "2018-04", CARE_READING_OPEN, "2019-01-07", "nine months" },
    { "T9: by 2018", CARE_QUALIFIER_BY, "2018", CARE_READING_OPEN, "2018-06", "up to five months" },
    { "T10: past September", CARE_QUALIFIER_IN, "2013-09", CARE_READING_LENIENT, "2013-11-01", "one month" },
    { "the next day", CARE_QUALIFIER_BY, "2018-03-31", CARE_READING_OPEN, "2018-04-01", "less than a month" },
    { "a month less a day", CARE_QUALIFIER_BY, "2018-03-31", CARE_READING_OPEN, "2018-04-30",
      "less than a month" },
    { "a month", CARE_QUALIFIER_BY, "2018-03-31", CARE_READING_OPEN, "2018-05-01", "one month" },
    { "a year", CARE_QUALIFIER_BY, "2018-03-31", CARE_READING_OPEN, "2019-04", "twelve months" },
    { "more than twelve", CARE_QUALIFIER_BY, "2018-03-31", CARE_READING_OPEN, "2019-05", "13 months" },
    { "done in a year", CARE_QUALIFIER_BY, "2018-03-31", CARE_READING_OPEN, "2019", "nine to 20 months" },
    { "on the day", CARE_QUALIFIER_BY, "2018-03-31", CARE_READING_OPEN, "2018-03-31", NULL },
    { "in time under every reading", CARE_QUALIFIER_BY, "2018", CARE_READING_OPEN, "2017-12", NULL },
    { "not done", CARE_QUALIFIER_BY, "2018", CARE_READING_OPEN, NULL, NULL },
    { "done, no saying when", CARE_QUALIFIER_BY, "2018", CARE_READING_OPEN, "2019/..", NULL },
    { "done in no year", CARE_QUALIFIER_BY, "2018", CARE_READING_OPEN, "XXXX-01", NULL },
    { "no deadline", CARE_QUALIFIER_NONE, "2018", CARE_READING_OPEN, "2019-01", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareDate) date = new_date (cases[i].date);
      g_autoptr (CareDate) done = cases[i].done != NULL ? new_date (cases[i].done) : NULL;
      CareDue due = care_deadline_due (cases[i].qualifier, date, cases[i].reading);
      g_autofree char *text = NULL;
      int least = -1;
      int most = -1;
      gboolean late = care_deadline_lateness (due, done, &least, &most);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (late, ==, cases[i].text != NULL);
      if (!late)
        {
          g_assert_cmpint (least, ==, -1);
          g_assert_cmpint (most, ==, -1);
          continue;
        }
      text = care_deadline_format_lateness (least, most);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The least is never more than the most, and a reading chosen lies between. */
static void
test_lateness_property (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *due_edtf
        = g_strdup_printf ("20%02d-%02d", g_test_rand_int_range (10, 20), g_test_rand_int_range (1, 13));
      g_autofree char *done_edtf
        = g_strdup_printf ("20%02d-%02d", g_test_rand_int_range (10, 25), g_test_rand_int_range (1, 13));
      g_autoptr (CareDate) date = new_date (due_edtf);
      g_autoptr (CareDate) done = new_date (done_edtf);
      CareDue open = care_deadline_due (CARE_QUALIFIER_BY, date, CARE_READING_OPEN);
      CareDue read = care_deadline_due (CARE_QUALIFIER_BY, date,
                                        i % 2 == 0 ? CARE_READING_STRICT : CARE_READING_LENIENT);
      int least, most, read_least, read_most;

      if (!care_deadline_lateness (read, done, &read_least, &read_most))
        continue;

      g_assert_true (care_deadline_lateness (open, done, &least, &most));
      g_assert_cmpint (0, <=, least);
      g_assert_cmpint (least, <=, read_least);
      g_assert_cmpint (read_least, <=, read_most);
      g_assert_cmpint (read_most, <=, most);
    }
}

/* The days of all readings are those of each, in order and none twice. */
static void
test_days (void)
{
  static const char *const dates[] = { "2018", "2018-04", "2018-04-01", "2015-24", "2015-04-01/2018-03-31", "../2018-03-31", "XXXX-09" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (CareQualifier qualifier = CARE_QUALIFIER_NONE; qualifier <= CARE_QUALIFIER_EVERY; qualifier++)
      {
        g_autoptr (CareDate) date = new_date (dates[i]);
        CareDue due = care_deadline_due (qualifier, date, CARE_READING_OPEN);
        CareDue days[3];
        guint n_days = care_deadline_list_days (qualifier, date, CARE_READING_OPEN, days);

        g_assert_cmpint (n_days == 0, ==, due.first == 0);
        if (n_days == 0)
          continue;
        g_assert_cmpuint (days[0].first, ==, due.first);
        g_assert_cmpuint (days[n_days - 1].last, ==, due.last);
        for (guint d = 0; d < n_days; d++)
          g_assert_cmpuint (days[d].first, ==, qualifier == CARE_QUALIFIER_BY ? days[d].last : due.first);
        for (guint d = 1; d < n_days; d++)
          g_assert_cmpuint (days[d].first, >, days[d - 1].first);
      }
}

static void
test_leaves_open (void)
{
  static const struct
  {
    const char *first, *last, *done;
    gboolean open;
  } cases[] = {
    { "2018-03-31", "2018-03-31", "2018-03", FALSE }, { "2018-03-31", "2018-03-31", "2018", TRUE },
    { "2018-03-31", "2018-03-31", "2018-04", FALSE }, { "2017-12-31", "2018-12-31", "2018-06", TRUE },
    { "2017-12-31", "2018-12-31", "2019", FALSE },    { "2017-12-31", "2018-12-31", "2017", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareDate) done = new_date (cases[i].done);
      CareDue due = { day (cases[i].first), day (cases[i].last) };

      g_assert_cmpint (care_deadline_leaves_open (due, done), ==, cases[i].open);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deadline/words", test_words);
  g_test_add_func ("/deadline/words/vocabulary", test_words_are_the_vocabulary);
  g_test_add_func ("/deadline/due", test_due);
  g_test_add_func ("/deadline/timeliness", test_timeliness);
  g_test_add_func ("/deadline/lateness", test_lateness);
  g_test_add_func ("/deadline/lateness/property", test_lateness_property);

  g_test_add_func ("/deadline/days", test_days);
  g_test_add_func ("/deadline/leaves-open", test_leaves_open);
  return g_test_run ();
}
