/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T17: one body with two names. */
static void
test_name (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *actor = check_add (fixture, "actor", "name", "NHS England", "kind", "public-body", NULL);
  CareRecord *alias = check_add (fixture, "alias", "name", "NHS Commissioning Board", "until", "2013-03", NULL);

  check_refer (alias, "actor", actor);
  check_write (fixture, "The NHS Commissioning Board plans.", NULL);
  check_assert_finds (fixture, "name-at-date", "it is NHS England now");
  check_assert_mends (fixture, "name-at-date", "The NHS England plans.");
  check_write (fixture, "The NHS Commissioning Board, now NHS England, plans.", NULL);
  check_assert_passes (fixture, "name-at-date");
  check_write (fixture, "The NHS Commissioning Board plans.", NULL);
  check_set (fixture->briefing, "published", "2012");
  check_assert_passes (fixture, "name-at-date");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/name-at-date/name", test_name);
  return g_test_run ();
}
