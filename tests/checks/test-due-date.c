/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

typedef struct
{
  CheckFixture *fixture;
  CareRecord *pledge;
  CareRecord *milestone;
  CareRecord *event;
} T10;

/* T10: "the end of June" and "September", of a pledge of May 2013. */
static T10
t10_new (const char *due, const char *words)
{
  T10 t10 = { .fixture = check_fixture_new () };

  t10.pledge = check_add (t10.fixture, "pledge", "title", "Open pioneer areas", "kind", "action", NULL);
  t10.event = check_add (t10.fixture, "event", "title", "What came of it", NULL);
  t10.milestone = check_add (t10.fixture, "milestone", "text", "Sites", "due", due, "due_words", words, NULL);
  check_refer (t10.milestone, "pledge", t10.pledge);
  check_refer (t10.milestone, "event", t10.event);
  check_write (t10.fixture, "See {pledge:%d}.", t10.pledge);
  return t10;
}

static void
test_no_year (void)
{
  T10 t10 = t10_new ("XXXX-06", "by the end of June");
  g_autoptr (CheckFixture) fixture = t10.fixture;

  check_assert_finds (fixture, "due-date", "“Sites” has a month but no year");
  check_set (t10.pledge, "made", "2013-05");
  check_assert_finds (fixture, "due-date", "“Sites” has no date, and its words say 30 June 2013");
  check_set (t10.milestone, "due", "2013-06-30");
  check_assert_passes (fixture, "due-date");
  check_set (t10.milestone, "due", NULL);
  check_assert_finds (fixture, "due-date", "its words say 30 June 2013");
  check_set (t10.milestone, "due_words", NULL);
  check_assert_passes (fixture, "due-date");
}

static void
test_deadline (void)
{
  T10 t10 = t10_new ("2013-09", "September");
  g_autoptr (CheckFixture) fixture = t10.fixture;
  CareRecord *deadline = check_add (fixture, "deadline", "words", "in September", "qualifier", "in", "due", "XXXX-09", NULL);

  check_refer (deadline, "pledge", t10.pledge);
  check_assert_finds (fixture, "due-date", "“in September” has a month but no year");
  check_set (t10.pledge, "made", "2013-05");
  check_assert_finds (fixture, "due-date", "its words say September 2013");
  check_set (deadline, "due", "2013-09");
  check_assert_passes (fixture, "due-date");
  check_set (deadline, "words", "by 2018");
  check_set (deadline, "due", NULL);
  check_set (deadline, "qualifier", NULL);
  check_assert_finds (fixture, "due-date", "“by 2018” has no date, and its words say 2018");
  /* What the words say besides is no date. */
  check_set (deadline, "due", "2018");
  check_assert_passes (fixture, "due-date");
}

/* A later source says the day; then the milestone has it. */
static void
test_more_exact (void)
{
  T10 t10 = t10_new ("2013-06", "by the end of June");
  g_autoptr (CheckFixture) fixture = t10.fixture;

  check_set (t10.event, "kind", "deadline");
  check_set (t10.event, "happened", "2013-06-28");
  check_assert_finds (fixture, "due-date", "“Sites” has June 2013 as its date, and “What came of it” says 28 June 2013");
  check_set (t10.milestone, "due", "2013-06-30");
  check_assert_finds (fixture, "due-date", "“Sites” has 30 June 2013 as its date, and “What came of it” says 28 June 2013");
  check_set (t10.milestone, "due", "2013-06-28");
  check_assert_passes (fixture, "due-date");
}

/* The first and the last day are within; what reaches beyond is not more exact, and what has no
 * year is no date. */
static void
test_within (void)
{
  static const struct
  {
    const char *happened;
    gboolean is_found;
  } cases[] = { { "2013-06-01", TRUE },  { "2013-06-30", TRUE }, { "2013-07-02", TRUE }, { "2013-05-31", TRUE },
                { "2013-06-20/2013-07-05", FALSE }, { "2013-05-20/2013-06-05", FALSE }, { "2013-06", FALSE },
                { "XXXX-07", FALSE }, { "../2013-05", FALSE }, { "2013-07/..", FALSE } };
  T10 t10 = t10_new ("2013-06", NULL);
  g_autoptr (CheckFixture) fixture = t10.fixture;

  check_set (t10.event, "kind", "deadline");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      check_set (t10.event, "happened", cases[i].happened);
      if (cases[i].is_found)
        check_assert_finds (fixture, "due-date", "as its date, and “What came of it” says");
      else
        check_assert_passes (fixture, "due-date");
    }
}

/* Without a date or an event nothing is compared. */
static void
test_nothing_to_compare (void)
{
  T10 t10 = t10_new ("2013-09", NULL);
  g_autoptr (CheckFixture) fixture = t10.fixture;

  check_set (t10.event, "happened", "2013-11-01");
  check_assert_finds (fixture, "due-date", "slipped");
  check_set (t10.milestone, "due", NULL);
  check_assert_passes (fixture, "due-date");
  check_set (t10.milestone, "due", "2013-09/..");
  check_assert_passes (fixture, "due-date");
  check_set (t10.milestone, "due", "2013-09");
  check_set (t10.milestone, "event", NULL);
  check_assert_passes (fixture, "due-date");
}

/* What came about in November was due in September. */
static void
test_slip (void)
{
  T10 t10 = t10_new ("2013-09", "in September");
  g_autoptr (CheckFixture) fixture = t10.fixture;

  check_set (t10.event, "kind", "announcement");
  check_set (t10.event, "happened", "2013-09");
  check_assert_passes (fixture, "due-date");
  check_set (t10.event, "happened", "2013-09-30");
  check_assert_passes (fixture, "due-date");
  check_set (t10.event, "happened", "2013-11-01");
  check_assert_finds (fixture, "due-date", "“Sites” slipped from September 2013 to 1 November 2013");
  check_set (t10.milestone, "note", "It slipped to November.");
  check_assert_passes (fixture, "due-date");
}

/* A timeline shows the event only. */
static void
test_event_is_shown (void)
{
  T10 t10 = t10_new ("2013-09", "in September");
  g_autoptr (CheckFixture) fixture = t10.fixture;

  check_set (t10.event, "happened", "2013-11-01");
  check_write (fixture, "Nothing here.", NULL);
  check_add_item (fixture, check_add_box (fixture, "timeline", "Dates"), "event", t10.event);
  check_assert_passes (fixture, "due-date");
  check_refer (t10.event, "pledge", t10.pledge);
  check_assert_finds (fixture, "due-date", "slipped");
  /* It is told once, where the pledge is shown as well. */
  check_write (fixture, "See {pledge:%d}.", t10.pledge);
  check_assert_finds (fixture, "due-date", "slipped");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/due-date/no-year", test_no_year);
  g_test_add_func ("/checks/due-date/deadline", test_deadline);
  g_test_add_func ("/checks/due-date/more-exact", test_more_exact);
  g_test_add_func ("/checks/due-date/within", test_within);
  g_test_add_func ("/checks/due-date/nothing-to-compare", test_nothing_to_compare);
  g_test_add_func ("/checks/due-date/slip", test_slip);
  g_test_add_func ("/checks/due-date/event-is-shown", test_event_is_shown);
  return g_test_run ();
}
