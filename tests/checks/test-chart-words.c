/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_chart (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "chart", "Local areas pooled more");

  check_assert_finds (fixture, "chart-words", "The chart “Local areas pooled more” has no alternative text");
  check_set (box, "alternative", "Two bars, of which the second is longer.");
  check_assert_passes (fixture, "chart-words");
}

/* A table is read as it is. */
static void
test_table (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  check_add_box (fixture, "table", "Local areas pooled more");
  check_assert_passes (fixture, "chart-words");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/chart-words/chart", test_chart);
  g_test_add_func ("/checks/chart-words/table", test_table);
  return g_test_run ();
}
