/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T15: "many … could" becomes "will". */
static void
test_line (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *version = check_add (fixture, "position_version", "wording",
                                   "Many of the new GPs could be employed as salaried doctors", NULL);
  CareRecord *line = check_add (fixture, "party_line", "line", "employ 8,000 salaried GPs", NULL);

  check_refer (line, "version", version);
  check_add_item (fixture, check_add_box (fixture, "party-lines", "Party lines"), "party_line", line);
  check_assert_finds (fixture, "hedge", "many … could");
  check_set (line, "line", "recruit 8,000 GPs, who could be salaried");
  check_assert_passes (fixture, "hedge");
  check_set (line, "line", "employ 8,000 salaried GPs");
  check_set (version, "strength", "will");
  check_assert_passes (fixture, "hedge");
}

/* "To consider setting aside 2%" becomes "must". */
static void
test_sentence (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Share", "value", "2 %", NULL);
  CareRecord *pledge = check_add (fixture, "pledge", "title", "CCGs could set money aside", "kind", "process", "strength",
                                  "consider", NULL);

  check_refer (figure, "pledge", pledge);
  check_write (fixture, "CCGs must set {figure:%d} aside. It is theirs.", figure);
  check_assert_finds (fixture, "hedge", "would consider");
  check_write (fixture, "CCGs were asked to consider setting {figure:%d} aside.", figure);
  check_assert_passes (fixture, "hedge");
}

/* The title of a pledge sums it up. */
static void
test_pledge (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *pledge = check_add (fixture, "pledge", "title", "Set up a department", "kind", "action", "wording",
                                  "It would potentially set up a department", NULL);

  check_write (fixture, "See {pledge:%d}.", pledge);
  check_assert_finds (fixture, "hedge", "“Set up a department”: what it sums up says “potentially”");
  check_set (pledge, "title", "Potentially set up a department");
  check_assert_passes (fixture, "hedge");
}

/* The newest wording of a position is what a sentence on it is held against. */
static void
test_position (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *position = check_add (fixture, "position", "title", "A department", NULL);
  CareRecord *version = check_add (fixture, "position_version", "wording", "It could set one up", NULL);

  check_write (fixture, "On {position:%d}: it will have one.", position);
  check_assert_passes (fixture, "hedge"); /* nothing is known of what was said */
  check_refer (version, "position", position);
  check_assert_finds (fixture, "hedge", "says “will”: its source says “could”");
  check_write (fixture, "On {position:%d}: it could have one.", position);
  check_assert_passes (fixture, "hedge");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/hedge/line", test_line);
  g_test_add_func ("/checks/hedge/sentence", test_sentence);
  g_test_add_func ("/checks/hedge/pledge", test_pledge);
  g_test_add_func ("/checks/hedge/position", test_position);
  return g_test_run ();
}
