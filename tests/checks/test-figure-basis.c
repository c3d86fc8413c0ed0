/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_estimator (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Savings", "value", "4e9 GBP", "flow", "saving",
                                  "period_basis", "not-stated", "standing", "estimate", NULL);

  check_write (fixture, "{figure:%d} is hoped for.", figure);
  check_assert_finds (fixture, "figure-basis", "who estimated it");
  check_refer (figure, "estimator", check_add (fixture, "actor", "name", "Monitor", "kind", "public-body", NULL));
  check_assert_passes (fixture, "figure-basis");
}

/* That a source states no period is an answer; that nobody looked is none. */
static void
test_period (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Fund", "value", "25e8 GBP", "flow", "spend", NULL);

  check_refer (figure, "actor", check_add (fixture, "actor", "name", "Monitor", "kind", "public-body", NULL));
  check_write (fixture, "{figure:%d} is promised.", figure);
  check_assert_finds (fixture, "figure-basis", "for what period");
  check_set (figure, "period_basis", "not-stated");
  check_assert_passes (fixture, "figure-basis");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/figure-basis/estimator", test_estimator);
  g_test_add_func ("/checks/figure-basis/period", test_period);
  return g_test_run ();
}
