/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_pinpoint (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *quotation = check_add (fixture, "quotation", "text", "painfully slow", NULL);

  check_refer (check_add_box (fixture, "pull-quote", "Quoted"), "quotation", quotation);
  check_assert_finds (fixture, "quotation-pinpoint", "has no source");
  check_refer (quotation, "source", check_add (fixture, "source", "title", "A report", "kind", "report", NULL));
  check_assert_finds (fixture, "quotation-pinpoint", "where in its source");
  check_set (quotation, "pinpoint", "p.67");
  check_assert_passes (fixture, "quotation-pinpoint");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/quotation-pinpoint/pinpoint", test_pinpoint);
  return g_test_run ();
}
