/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_verdict (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *pledge = check_add (fixture, "pledge", "title", "Remove barriers", "kind", "action", NULL);
  CareRecord *verdict;

  check_write (fixture, "It was promised: {pledge:%d}.", pledge);
  check_assert_passes (fixture, "source-verdict");
  check_refer (check_add (fixture, "verdict", "whose", "source", "label", "Broken", NULL), "pledge", pledge);
  check_assert_finds (fixture, "source-verdict", "“Broken”, and none of ours");
  verdict = check_add (fixture, "verdict", "whose", "ours", "delivery", "cannot-be-rated", NULL);
  check_refer (verdict, "pledge", pledge);
  check_assert_passes (fixture, "source-verdict");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/source-verdict/verdict", test_verdict);
  return g_test_run ();
}
