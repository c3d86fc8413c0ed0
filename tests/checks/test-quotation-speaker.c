/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T14: a pull quote without a speaker. */
static void
test_pull_quote (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "pull-quote", "No appetite");
  CareRecord *quotation = check_add (fixture, "quotation", "text", "we detect no appetite", NULL);

  check_assert_finds (fixture, "quotation-speaker", "has no quotation");
  check_refer (box, "quotation", quotation);
  check_assert_finds (fixture, "quotation-speaker", "has no speaker");
  check_refer (quotation, "actor", check_add (fixture, "actor", "name", "NHS England", "kind", "public-body", NULL));
  check_assert_passes (fixture, "quotation-speaker");
}

static void
test_in_text (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *quotation = check_add (fixture, "quotation", "text", "very distant", NULL);

  check_assert_passes (fixture, "quotation-speaker"); /* not printed */
  check_write (fixture, "It is {quotation:%d}.", quotation);
  check_assert_finds (fixture, "quotation-speaker", "very distant");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/quotation-speaker/pull-quote", test_pull_quote);
  g_test_add_func ("/checks/quotation-speaker/in-text", test_in_text);
  return g_test_run ();
}
