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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/hedge/line", test_line);
  g_test_add_func ("/checks/hedge/sentence", test_sentence);
  return g_test_run ();
}
