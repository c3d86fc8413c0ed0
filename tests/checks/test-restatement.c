/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T6: 8,000 GPs entered twice. */
static void
test_twice (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "Numbers");
  CareRecord *first = check_add (fixture, "figure", "label", "More GPs", "value", "8000 GPs", NULL);
  CareRecord *second = check_add (fixture, "figure", "label", "8,000 GPs", "value", "8000 GPs", NULL);
  CareRecord *party = check_add (fixture, "actor", "name", "Labour Party", "kind", "party", NULL);
  CareRecord *link;

  check_add_item (fixture, box, "figure", first);
  check_add_item (fixture, box, "figure", second);
  check_refer (first, "actor", party);
  check_assert_passes (fixture, "restatement"); /* the second is nobody's */
  check_refer (second, "actor", party);
  check_assert_finds (fixture, "restatement", "“8,000 GPs” may be “More GPs” once more");
  link = check_add (fixture, "link", "relation", "restates", NULL);
  check_refer (link, "from_figure", second);
  check_refer (link, "to_figure", first);
  check_assert_passes (fixture, "restatement");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/restatement/T6", test_twice);
  return g_test_run ();
}
