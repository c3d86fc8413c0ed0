/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T14: a callout without a source. */
static void
test_callout (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "statistic", "Long-term conditions");
  CareRecord *figure = check_add (fixture, "figure", "label", "People", "value", "15e6 people", NULL);
  CareRecord *citation;

  check_assert_finds (fixture, "statistic-source", "has no figure");
  check_refer (box, "figure", figure);
  check_assert_finds (fixture, "statistic-source", "“15 million people” has no source");
  citation = check_add (fixture, "citation", NULL);
  check_refer (citation, "figure", figure);
  check_assert_passes (fixture, "statistic-source");
}

static void
test_cited_in_text (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "statistic", "Long-term conditions");

  check_refer (box, "figure", check_add (fixture, "figure", "label", "People", "value", "15e6 people", NULL));
  check_set (box, "text", "estimated in 2012. [@7004]");
  check_assert_passes (fixture, "statistic-source");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/statistic-source/callout", test_callout);
  g_test_add_func ("/checks/statistic-source/cited-in-text", test_cited_in_text);
  return g_test_run ();
}
