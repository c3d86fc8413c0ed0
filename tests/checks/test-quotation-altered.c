/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static CareRecord *
add_quotation (CheckFixture *fixture, const char *words, const char *passage)
{
  CareRecord *source = check_add (fixture, "source", "title", "A report", "kind", "report", "passage", passage, NULL);
  CareRecord *quotation = check_add (fixture, "quotation", "text", words, NULL);

  check_refer (quotation, "source", source);
  check_refer (check_add_box (fixture, "pull-quote", "Quoted"), "quotation", quotation);
  return quotation;
}

static void
test_altered (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *quotation = add_quotation (fixture, "progress has been rather painfully slow so far",
                                         "We find that progress has been painfully slow so far, as others do.");

  check_assert_finds (fixture, "quotation-altered", "differs from the passage");
  check_set (quotation, "text", "progress has been […] slow so far");
  check_assert_passes (fixture, "quotation-altered");
}

static void
test_no_passage (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  add_quotation (fixture, "painfully slow", NULL);
  check_assert_passes (fixture, "quotation-altered");
  check_assert_passes (fixture, "quotation-found");
}

/* Words in quotation marks are looked for in what their sentence cites. */
static void
test_in_text (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *source = check_add (fixture, "source", "title", "A report", "kind", "report", "passage",
                                  "Progress has been painfully slow so far.", NULL);

  check_write (fixture, "It says “progress has been very slow so far”. [@%d]", source);
  check_assert_finds (fixture, "quotation-altered", "differs from the passage kept of the source cited");
  check_write (fixture, "It says “progress has been painfully slow”. [@%d] It is a “dreadful wall”. [@%d]", source);
  check_assert_passes (fixture, "quotation-altered");
  check_assert_passes (fixture, "quotation-found");
  check_write (fixture, "It says “progress has been no longer so slow”.", NULL);
  check_assert_passes (fixture, "quotation-altered");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/quotation-altered/altered", test_altered);
  g_test_add_func ("/checks/quotation-altered/no-passage", test_no_passage);
  g_test_add_func ("/checks/quotation-altered/in-text", test_in_text);
  return g_test_run ();
}
