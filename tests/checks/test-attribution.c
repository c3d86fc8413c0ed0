/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_attribution (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Savings", "value", "4e9 GBP", "standing", "estimate", NULL);

  check_refer (figure, "estimator", check_add (fixture, "actor", "name", "Department of Health", "kind", "department", NULL));
  check_write (fixture, "Integration saves {figure:%d}.", figure);
  check_assert_finds (fixture, "attribution", "estimate of Department of Health");
  check_write (fixture, "Integration saves {figure:%d}, according to the Government.", figure);
  check_assert_passes (fixture, "attribution");
  check_write (fixture, "The Department of Health hopes for {figure:%d}.", figure);
  check_assert_passes (fixture, "attribution");
  check_write (fixture, "The Department of Health has hopes. Integration saves {figure:%d}.", figure);
  check_assert_finds (fixture, "attribution", "£4 billion");
}

/* Item 7: a summary that drops "according to". */
static void
test_summary (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *version = check_add (fixture, "position_version", "wording", "Integration, according to Monitor, pays for itself", NULL);
  CareRecord *line = check_add (fixture, "party_line", "line", "Integration pays for itself", NULL);

  check_refer (line, "actor", check_add (fixture, "actor", "name", "Labour", "kind", "party", NULL));
  check_refer (line, "version", version);
  check_add_item (fixture, check_add_box (fixture, "party-lines", "Party lines"), "party_line", line);
  check_assert_finds (fixture, "attribution", "what it sums up says “according to”");
  check_set (line, "line", "Integration pays for itself, Monitor says");
  check_assert_passes (fixture, "attribution");
  check_set (line, "line", "Integration pays for itself");
  check_set (version, "wording", "Integration pays for itself");
  check_assert_passes (fixture, "attribution");
}

/* A pledge is summed up by its title. */
static void
test_pledge (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *pledge = check_add (fixture, "pledge", "title", "Save money by integration", "kind", "outcome", "wording",
                                  "Integration, according to Monitor, saves money", NULL);

  check_assert_passes (fixture, "attribution"); /* not printed */
  check_write (fixture, "See {pledge:%d}.", pledge);
  check_assert_finds (fixture, "attribution", "“Save money by integration”: what it sums up says “according to”");
  check_set (pledge, "title", "Save the money that Monitor says integration saves");
  check_assert_passes (fixture, "attribution");
}

/* What is projected is somebody's, as what is estimated is; what is announced is a fact. */
static void
test_standing (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Savings", "value", "4e9 GBP", "standing", "projection", NULL);

  check_refer (figure, "estimator", check_add (fixture, "actor", "name", "Monitor", "kind", "public-body", NULL));
  check_write (fixture, "Integration saves {figure:%d}.", figure);
  check_assert_finds (fixture, "attribution", "Monitor");
  check_set (figure, "standing", NULL);
  check_assert_passes (fixture, "attribution");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/attribution/attribution", test_attribution);
  g_test_add_func ("/checks/attribution/summary", test_summary);
  g_test_add_func ("/checks/attribution/pledge", test_pledge);
  g_test_add_func ("/checks/attribution/standing", test_standing);
  return g_test_run ();
}
