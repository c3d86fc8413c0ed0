/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_version (CheckFixture *fixture, CareRecord *position, const char *wording, const char *stated)
{
  CareRecord *version = check_add (fixture, "position_version", "wording", wording, "stated", stated, NULL);

  check_refer (version, "position", position);
  return version;
}

static void
test_changed (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *actor = check_add (fixture, "actor", "name", "Labour Party", "kind", "party", NULL);
  CareRecord *position = check_add (fixture, "position", "title", "Who leads", NULL);
  CareRecord *before = add_version (fixture, position, "Hospitals lead", "2014-09");
  CareRecord *line = check_add (fixture, "party_line", "line", "let hospitals lead", NULL);
  CareRecord *after;

  check_refer (line, "actor", actor);
  check_refer (line, "version", before);
  check_add_item (fixture, check_add_box (fixture, "party-lines", "Party lines"), "party_line", line);
  check_assert_passes (fixture, "earlier-wording");

  /* Two accounts of one position are no change. */
  after = add_version (fixture, position, "Anyone may lead", "2015-01-27");
  check_assert_passes (fixture, "earlier-wording");

  check_refer (after, "supersedes", before);
  check_assert_finds (fixture, "earlier-wording", "“let hospitals lead” sums up an earlier wording: the newest is “Anyone may lead”");
  check_refer (line, "version", after);
  check_assert_passes (fixture, "earlier-wording");
}

/* What is in no box is not printed. */
static void
test_not_printed (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *position = check_add (fixture, "position", "title", "Who leads", NULL);
  CareRecord *before = add_version (fixture, position, "Hospitals lead", "2014-09");
  CareRecord *line = check_add (fixture, "party_line", "line", "let hospitals lead", NULL);

  check_refer (add_version (fixture, position, "Anyone may lead", "2015-01-27"), "supersedes", before);
  check_refer (line, "version", before);
  check_assert_passes (fixture, "earlier-wording");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/earlier-wording/changed", test_changed);
  g_test_add_func ("/checks/earlier-wording/not-printed", test_not_printed);
  return g_test_run ();
}
