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

/* A projection is somebody's; whose an announced sum is may be said in several ways. */
static void
test_owner (void)
{
  static const char *const fields[] = { "actor", "reporting_body" };
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *body = check_add (fixture, "actor", "name", "Monitor", "kind", "public-body", NULL);
  CareRecord *figure = check_add (fixture, "figure", "label", "Fund", "value", "25e8 GBP", "period_basis", "not-stated", NULL);

  check_write (fixture, "{figure:%d} is promised.", figure);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      check_assert_finds (fixture, "figure-basis", "Fund");
      check_refer (figure, fields[i], body);
      check_assert_passes (fixture, "figure-basis");
      check_set (figure, "standing", "projection");
      check_assert_finds (fixture, "figure-basis", "who estimated it");
      check_set (figure, "standing", NULL);
      check_set (figure, fields[i], NULL);
    }
  check_set (figure, "flow", "non-money");
  check_assert_passes (fixture, "figure-basis");
}

/* Only money has a period. */
static void
test_no_money (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Share", "value", "2 %", "flow", "non-money", NULL);

  check_write (fixture, "{figure:%d} is set aside.", figure);
  check_assert_passes (fixture, "figure-basis");
}

/* A ledger in a box prints its figures, added or not. */
static void
test_ledger (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Savings", "value", "4e9 GBP", "flow", "saving",
                                  "period_basis", "not-stated", "standing", "estimate", NULL);
  CareRecord *ledger = check_add (fixture, "ledger", "question", "Does it add up?", NULL);
  CareRecord *item = check_add (fixture, "ledger_item", NULL);
  CareRecord *box = check_add_box (fixture, "ledger", "Money");

  check_refer (item, "ledger", ledger);
  check_refer (item, "figure", figure);
  check_assert_passes (fixture, "figure-basis");
  check_refer (box, "ledger", ledger);
  check_assert_finds (fixture, "figure-basis", "who estimated it");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/figure-basis/estimator", test_estimator);
  g_test_add_func ("/checks/figure-basis/period", test_period);
  g_test_add_func ("/checks/figure-basis/owner", test_owner);
  g_test_add_func ("/checks/figure-basis/no-money", test_no_money);
  g_test_add_func ("/checks/figure-basis/ledger", test_ledger);
  return g_test_run ();
}
