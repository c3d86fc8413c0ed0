/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_text (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  check_write (fixture, "There is no evidence of savings.", NULL);
  check_assert_finds (fixture, "bounded-absence", "no evidence");
  check_write (fixture, "As of May 2015 there is no evidence of savings in the reports listed.", NULL);
  check_assert_passes (fixture, "bounded-absence");
  check_write (fixture, "There is no evidence of savings by 2013/14.", NULL);
  check_assert_passes (fixture, "bounded-absence");
  check_write (fixture, "There is no evidence of savings in 20150 homes, or from Mrs 2015.", NULL);
  check_assert_finds (fixture, "bounded-absence", "no evidence");
}

/* What was looked at, or is named after a year, is not known as of that year. */
static void
test_bound (void)
{
  static const char *const bounded[]
    = { "In 2013/14 there was no evidence of savings.", "Until the end of 2014 no study was published.",
        "No data were published in October 2014.", "Between 2013 and May 2015 it published no figures.",
        "On 24 February 2017 it had no evidence of savings." };
  static const char *const open[]
    = { "There is no evidence that the fund that was set up in 2013 saves money.",
        "There is no evidence of savings in the 2013 study.", "No data are given from 2013 manifestos.",
        "No figures are known since 2010." };
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bounded); i++)
    {
      check_write (fixture, bounded[i], NULL);
      check_assert_passes (fixture, "bounded-absence");
    }
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    {
      check_write (fixture, open[i], NULL);
      check_assert_finds (fixture, "bounded-absence", "does not say as of when");
    }
}

/* Who says so does not say since when; a source of which the date is known does. */
static void
test_attributed (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *source = check_add (fixture, "source", "title", "Review", "kind", "report", NULL);

  check_add (fixture, "actor", "name", "Nuffield Trust", "kind", "research-body", NULL);
  check_write (fixture, "The Nuffield Trust finds no evidence of savings [@%d p.3]. They may come.", source);
  check_assert_finds (fixture, "bounded-absence", "no evidence");
  check_set (source, "published", "XXXX-09");
  check_assert_finds (fixture, "bounded-absence", "no evidence");
  check_set (source, "published", "2014-10");
  check_assert_passes (fixture, "bounded-absence");
}

static void
test_records (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *figure = check_add (fixture, "figure", "label", "Cost", "value", "not-found GBP", NULL);
  CareRecord *pledge = check_add (fixture, "pledge", "title", "Integrate", "kind", "outcome", NULL);
  CareRecord *verdict = check_add (fixture, "verdict", "whose", "ours", "evidence_strength", "none-found", NULL);

  check_write (fixture, "{figure:%d}.", figure);
  check_assert_finds (fixture, "bounded-absence", "was not found");
  check_set (figure, "note", "Looked for in the three reports cited.");
  check_assert_finds (fixture, "bounded-absence", "was not found");
  check_set (figure, "note", "As of May 2015, in the three reports cited.");
  check_assert_passes (fixture, "bounded-absence");
  check_refer (verdict, "pledge", pledge);
  check_write (fixture, "{pledge:%d}.", pledge);
  check_assert_finds (fixture, "bounded-absence", "No evidence was found on “Integrate”");
  check_set (verdict, "judged", "2015-05");
  check_set (verdict, "reasoning", "Searched the three reports cited.");
  check_assert_passes (fixture, "bounded-absence");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/bounded-absence/text", test_text);
  g_test_add_func ("/checks/bounded-absence/bound", test_bound);
  g_test_add_func ("/checks/bounded-absence/attributed", test_attributed);
  g_test_add_func ("/checks/bounded-absence/records", test_records);
  return g_test_run ();
}
