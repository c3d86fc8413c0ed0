/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_version (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *actor = check_add (fixture, "actor", "name", "Labour Party", "kind", "party", NULL);
  CareRecord *before = check_add (fixture, "position_version", "wording", "Led by hospitals", "stated", "2014-09", NULL);
  CareRecord *after = check_add (fixture, "position_version", "wording", "Led by anyone", "stated", "2015-01-27", NULL);
  CareRecord *line = check_add (fixture, "party_line", "line", "Anyone may lead", NULL);

  check_refer (after, "supersedes", before);
  check_refer (line, "actor", actor);
  check_refer (line, "version", after);
  check_add_item (fixture, check_add_box (fixture, "party-lines", "Party lines"), "party_line", line);
  check_assert_passes (fixture, "cause");
  check_set (after, "stated", "2014-01-27");
  check_assert_finds (fixture, "cause", "“Led by anyone” is dated before “Led by hospitals”");
  /* Which is first is not known. */
  check_set (after, "stated", "2014");
  check_assert_passes (fixture, "cause");
}

static void
test_pledge (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *pledge = check_add (fixture, "pledge", "title", "Join up care", "kind", "outcome", "made", "2013-05", NULL);
  CareRecord *deadline = check_add (fixture, "deadline", "words", "by the end of 2012", "qualifier", "end-of", "due", "2012", NULL);
  CareRecord *verdict = check_add (fixture, "verdict", "whose", "ours", "judged", "2012-12", NULL);

  check_write (fixture, "See {pledge:%d}.", pledge);
  check_assert_passes (fixture, "cause");
  check_refer (deadline, "pledge", pledge);
  check_assert_finds (fixture, "cause", "“by the end of 2012” was past when the pledge");
  check_set (deadline, "due", "2018");
  check_assert_passes (fixture, "cause");
  check_refer (verdict, "pledge", pledge);
  check_assert_finds (fixture, "cause", "“Join up care” was judged before it was made");
  check_set (verdict, "judged", "2013-05-30");
  check_assert_passes (fixture, "cause");
}

/* Of a position that a text names, each wording counts. */
static void
test_position (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *position = check_add (fixture, "position", "title", "Who leads", NULL);
  CareRecord *before = check_add (fixture, "position_version", "wording", "Led by hospitals", "stated", "2014-09", NULL);
  CareRecord *after = check_add (fixture, "position_version", "wording", "Led by anyone", "stated", "2014-01", NULL);

  check_refer (before, "position", position);
  check_refer (after, "position", position);
  check_refer (after, "supersedes", before);
  check_assert_passes (fixture, "cause"); /* not printed */
  check_write (fixture, "See {position:%d}.", position);
  check_assert_finds (fixture, "cause", "“Led by anyone” is dated before “Led by hospitals”");
  check_set (after, "stated", "2014-09");
  check_assert_passes (fixture, "cause");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/cause/version", test_version);
  g_test_add_func ("/checks/cause/pledge", test_pledge);
  g_test_add_func ("/checks/cause/position", test_position);
  return g_test_run ();
}
