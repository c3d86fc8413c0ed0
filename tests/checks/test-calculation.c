/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T12: 15 million, and 20% more, are 18 million; changing one of them flags the others. */
static void
test_t12 (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "People");
  CareRecord *people = check_add (fixture, "figure", "label", "People", "value", "15 million people", NULL);
  CareRecord *rise = check_add (fixture, "figure", "label", "Rise", "value", "20%", NULL);
  CareRecord *later = check_add (fixture, "figure", "label", "People in 2025", "value", "18 million people", NULL);
  CareRecord *calculation = check_add (fixture, "calculation", "operation", "percent-more", NULL);

  check_refer (calculation, "first", people);
  check_refer (calculation, "second", rise);
  check_refer (calculation, "result", later);
  check_add_item (fixture, box, "figure", later);
  check_assert_passes (fixture, "calculation");
  check_set (people, "value", "16 million people");
  check_assert_finds (fixture, "calculation", "16 million people and 20% more come to 19.2 million people, not 18 million people");
  check_set (people, "value", "15 million people");
  check_set (rise, "value", "30%");
  check_assert_finds (fixture, "calculation", "come to 19.5 million people");
  check_set (rise, "value", "20%");
  check_set (later, "value", "19 million people");
  check_assert_finds (fixture, "calculation", "not 19 million people");
  check_set (later, "value", "not specified");
  check_assert_passes (fixture, "calculation");
}

/* Nothing is told of figures that the briefing does not show, and each once by one check. */
static void
test_shown (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "People");
  CareRecord *people = check_add (fixture, "figure", "label", "People", "value", "15 million people", "period", "2012", NULL);
  CareRecord *rise = check_add (fixture, "figure", "label", "Rise", "value", "50%", "period", "2012/2025", NULL);
  CareRecord *later = check_add (fixture, "figure", "label", "Later", "value", "18 million people", "period", "2025", NULL);
  CareRecord *figures[] = { people, rise, later };
  CareRecord *calculation = check_add (fixture, "calculation", "operation", "percent-more", NULL);

  check_refer (calculation, "first", people);
  check_refer (calculation, "second", rise);
  check_assert_passes (fixture, "calculation");
  check_refer (calculation, "result", later);
  check_assert_passes (fixture, "calculation");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    check_add_item (fixture, box, "figure", figures[i]);
  check_assert_finds (fixture, "calculation", "22.5 million people");
  check_assert_passes (fixture, "projection");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/calculation/T12", test_t12);
  g_test_add_func ("/checks/calculation/shown", test_shown);
  return g_test_run ();
}
