/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T16: December 2018, then April 2018 as the sixth delay. */
static void
test_lines (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  check_write (fixture, "- December 2018 – 5th delay\n- April 2018 – 6th delay", NULL);
  check_assert_finds (fixture, "chronology", "April 2018 stands after December 2018");
  check_write (fixture, "- April 2018 – 5th delay\n- December 2018 – 6th delay", NULL);
  check_assert_passes (fixture, "chronology");
  check_write (fixture, "2018, December – 5th delay\n\n2018, April – 6th delay", NULL);
  check_assert_finds (fixture, "chronology", "April 2018 stands after December 2018");
  /* Which is first is not known. */
  check_write (fixture, "- December 2018 – 5th delay\n- 2018 – 6th delay", NULL);
  check_assert_passes (fixture, "chronology");
}

static void
test_headings (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *later = check_add (fixture, "section", "heading", "April 2018 – 6th delay", "ordinal", "2", NULL);

  check_set (fixture->section, "heading", "December 2018 – 5th delay");
  check_assert_finds (fixture, "chronology", "April 2018 stands after December 2018");
  check_set (later, "heading", "April 2019 – 6th delay");
  check_assert_passes (fixture, "chronology");
}

static void
test_events (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "timeline", "Delays");
  CareRecord *first = check_add (fixture, "event", "title", "Fifth delay", "happened", "2018-12", NULL);
  CareRecord *second = check_add (fixture, "event", "title", "Sixth delay", "happened", "2018-04", NULL);
  CareRecord *pledge = check_add (fixture, "pledge", "title", "A paper", "kind", "action", "made", "2017", NULL);

  check_add_item (fixture, box, "event", first);
  check_add_item (fixture, box, "event", second);
  check_assert_finds (fixture, "chronology", "“Sixth delay” stands after");
  check_set (second, "happened", "XXXX-04");
  check_assert_finds (fixture, "chronology", "month but no year");
  check_set (second, "happened", "2019-04");
  check_assert_passes (fixture, "chronology");
  check_refer (second, "pledge", pledge);
  check_assert_passes (fixture, "chronology");
  check_set (pledge, "made", "2020");
  check_assert_finds (fixture, "chronology", "before its pledge was made");
}

static void
test_twice (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "timeline", "Delays");
  CareRecord *other = check_add (fixture, "event", "title", "fifth delay", "happened", "2018-12", NULL);

  check_add_item (fixture, box, "event", check_add (fixture, "event", "title", "Fifth delay", "happened", "2018-12", NULL));
  check_add_item (fixture, box, "event", other);
  check_assert_finds (fixture, "chronology", "told twice");
  check_set (other, "happened", "2019-12");
  check_assert_passes (fixture, "chronology");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/chronology/lines", test_lines);
  g_test_add_func ("/checks/chronology/headings", test_headings);
  g_test_add_func ("/checks/chronology/events", test_events);
  g_test_add_func ("/checks/chronology/twice", test_twice);
  return g_test_run ();
}
