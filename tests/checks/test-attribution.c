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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/attribution/attribution", test_attribution);
  return g_test_run ();
}
