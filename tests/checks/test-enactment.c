/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_event (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *act = check_add (fixture, "legislation", "title", "Care Act 2014", "kind", "act", "year", "2014", NULL);
  CareRecord *box = check_add_box (fixture, "timeline", "How it came about");
  CareRecord *event = check_add (fixture, "event", "title", "Councils promote integration under the Care Act 2014", "happened",
                                 "2013-06", NULL);

  check_add_item (fixture, box, "event", event);
  check_assert_finds (fixture, "enactment", "is dated June 2013, before the Care Act 2014 was passed");
  check_set (event, "happened", "2014-01");
  check_assert_passes (fixture, "enactment");
  check_set (act, "assent", "2014-05-14");
  check_assert_finds (fixture, "enactment", "is dated January 2014");
  check_set (event, "title", "Government announces the Care Act 2014");
  check_assert_passes (fixture, "enactment");
  check_set (event, "title", "Councils promote integration");
  check_assert_passes (fixture, "enactment");
}

/* By another name, or by the source that both rest on. */
static void
test_name_and_source (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *act = check_add (fixture, "legislation", "title", "Care Act 2014", "kind", "act", "year", "2014", NULL);
  CareRecord *alias = check_add (fixture, "alias", "name", "the 2014 Act", NULL);
  CareRecord *source = check_add (fixture, "source", "title", "Care Act 2014", "kind", "legislation", NULL);
  CareRecord *box = check_add_box (fixture, "timeline", "How it came about");
  CareRecord *event = check_add (fixture, "event", "title", "Boards meet as the 2014 Act requires", "happened", "2012", NULL);
  CareRecord *citations[] = { check_add (fixture, "citation", NULL), check_add (fixture, "citation", NULL) };

  check_refer (alias, "legislation", act);
  check_add_item (fixture, box, "event", event);
  check_assert_finds (fixture, "enactment", "is dated 2012");
  check_set (event, "title", "Boards meet");
  check_assert_passes (fixture, "enactment");
  check_refer (citations[0], "source", source);
  check_refer (citations[0], "legislation", act);
  check_refer (citations[1], "source", source);
  check_refer (citations[1], "event", event);
  check_assert_finds (fixture, "enactment", "“Boards meet” is dated 2012");
}

static void
test_lines (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  check_add (fixture, "legislation", "title", "Care Act 2014", "kind", "act", "year", "2014", NULL);
  check_write (fixture, "- June 2013 – duties of the Care Act 2014 begin\n- 2015 – they are reviewed", NULL);
  check_assert_finds (fixture, "enactment", "What is told of June 2013 relies on the Care Act 2014");
  check_write (fixture, "- June 2013 – a Bill, later the Care Act 2014, is introduced\n- 2015 – it is reviewed", NULL);
  check_assert_passes (fixture, "enactment");
  check_write (fixture, "- April 2015 – duties of the Care Act 2014 begin", NULL);
  check_assert_passes (fixture, "enactment");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/enactment/event", test_event);
  g_test_add_func ("/checks/enactment/name-and-source", test_name_and_source);
  g_test_add_func ("/checks/enactment/lines", test_lines);
  return g_test_run ();
}
