/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T12: 15 million, 20% and 18 million. */
static void
test_projection (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "Numbers");
  CareRecord *then = check_add (fixture, "figure", "label", "Then", "value", "15e6 people", "period", "2012", NULL);
  CareRecord *rise = check_add (fixture, "figure", "label", "Rise", "value", "20 %", "period", "2012/2025", NULL);
  CareRecord *later = check_add (fixture, "figure", "label", "Later", "value", "18e6 people", "period", "2025", NULL);

  check_add_item (fixture, box, "figure", then);
  check_add_item (fixture, box, "figure", rise);
  check_add_item (fixture, box, "figure", later);
  check_assert_passes (fixture, "projection");
  check_set (later, "value", "21e6 people");
  check_assert_finds (fixture, "projection", "“Rise” does not lead from “Then” to “Later”");
  check_set (later, "value", "18e6 people");
  check_set (then, "value", "12e6 people");
  check_assert_finds (fixture, "projection", "Rise");
  check_set (then, "value", "15e6 people");
  check_set (rise, "value", "50 %");
  check_assert_finds (fixture, "projection", "Rise");
}

/* As precisely as it is told, and no more. */
static void
test_rounded (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "Numbers");

  check_add_item (fixture, box, "figure",
                  check_add (fixture, "figure", "label", "Then", "value", "147e5 people", "period", "2012", NULL));
  check_add_item (fixture, box, "figure",
                  check_add (fixture, "figure", "label", "Rise", "value", "20 %", "period", "2012/2025", NULL));
  check_add_item (fixture, box, "figure",
                  check_add (fixture, "figure", "label", "Later", "value", "18e6 people", "period", "2025", NULL));
  check_assert_passes (fixture, "projection");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/projection/projection", test_projection);
  g_test_add_func ("/checks/projection/rounded", test_rounded);
  return g_test_run ();
}
