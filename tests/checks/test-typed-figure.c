/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_typed (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Better Care Fund", "value", "38e8 GBP", NULL);
  g_autofree char *mended = g_strdup_printf ("It has {figure:%" G_GINT64_FORMAT "} pooled.", care_record_get_id (figure));

  check_write (fixture, "It has £3.8bn pooled.", NULL);
  check_assert_finds (fixture, "typed-figure", "“£3.8bn” is typed: the library holds it as “Better Care Fund”");
  check_assert_mends (fixture, "typed-figure", mended);
  check_write (fixture, mended, NULL);
  check_assert_passes (fixture, "typed-figure");
}

/* What counts something is the figure only where the same is counted. */
static void
test_counted (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  check_add (fixture, "figure", "label", "Pilot areas", "value", "29 areas", NULL);
  check_write (fixture, "In 29 chosen areas.", NULL);
  check_assert_finds (fixture, "typed-figure", "29 chosen areas");
  check_write (fixture, "In 29 days.", NULL);
  check_assert_passes (fixture, "typed-figure");
  check_write (fixture, "In “29 areas”, as it says.", NULL);
  check_assert_passes (fixture, "typed-figure");
}

static void
test_ambiguous (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  check_add (fixture, "figure", "label", "Healthcare fund", "value", "25e8 GBP", NULL);
  check_add (fixture, "figure", "label", "Time to Care fund", "value", "25e8 GBP", NULL);
  check_write (fixture, "A fund of £2.5 billion.", NULL);
  check_assert_finds (fixture, "typed-figure", "or another figure");
  check_assert_mends (fixture, "typed-figure", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/typed-figure/typed", test_typed);
  g_test_add_func ("/checks/typed-figure/counted", test_counted);
  g_test_add_func ("/checks/typed-figure/ambiguous", test_ambiguous);
  return g_test_run ();
}
