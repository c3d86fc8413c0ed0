/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_source (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Better Care Fund", "value", "38e8 GBP", NULL);

  check_assert_passes (fixture, "figure-source"); /* not printed */
  check_write (fixture, "It has {figure:%d}.", figure);
  check_assert_finds (fixture, "figure-source", "Better Care Fund");
  check_refer (check_add (fixture, "citation", NULL), "figure", figure);
  check_assert_passes (fixture, "figure-source");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/figure-source/source", test_source);
  return g_test_run ();
}
