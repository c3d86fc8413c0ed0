/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-government.h"

#include "care-parliament.h"

static CareDay
day (const char *edtf)
{
  g_autoptr (CareDate) date = care_date_from_edtf (edtf, NULL);

  g_assert_nonnull (date);
  return care_date_get_earliest (date);
}

static void
test_one_after_another (void)
{
  for (guint i = 0; i < care_government_count (); i++)
    {
      CareGovernment government = care_government_get (i);

      g_assert_cmpuint (government.parties, !=, 0);
      if (i + 1 == care_government_count ())
        g_assert_cmpuint (government.ended, ==, 0);
      else
        g_assert_cmpuint (government.ended, ==, care_government_get (i + 1).formed);
      if (i > 0)
        g_assert_cmpuint (government.formed, >, care_government_get (i - 1).formed);
    }
}

/* Parties change in the days after an election, and never between two. */
static void
test_parties_change_with_elections (void)
{
  for (guint i = 1; i < care_government_count (); i++)
    {
      CareGovernment before = care_government_get (i - 1);
      CareGovernment after = care_government_get (i);
      CareParliament parliament;

      if (before.parties == after.parties)
        continue;
      g_assert_true (care_parliament_at (after.formed, &parliament));
      g_assert_cmpuint (after.formed, >, parliament.elected);
      g_assert_cmpuint (after.formed, <=, parliament.elected + 10);
    }
}

static void
test_between (void)
{
  g_assert_cmpuint (care_government_parties_between (day ("1950-01-01"), day ("1979-05-03")), ==, 0);
  g_assert_cmpuint (care_government_parties_between (day ("1979-05-04"), day ("1979-05-04")), ==,
                    CARE_GOVERNMENT_CONSERVATIVE);
  g_assert_cmpuint (care_government_parties_between (day ("2010-05-10"), day ("2010-05-10")), ==, CARE_GOVERNMENT_LABOUR);
  g_assert_cmpuint (care_government_parties_between (day ("2010-05-11"), day ("2015-05-07")), ==,
                    CARE_GOVERNMENT_CONSERVATIVE | CARE_GOVERNMENT_LIBERAL_DEMOCRAT);
  g_assert_cmpuint (care_government_parties_between (day ("2015-05-08"), day ("2024-07-04")), ==,
                    CARE_GOVERNMENT_CONSERVATIVE);
  g_assert_cmpuint (care_government_parties_between (day ("2024-07-04"), day ("2024-07-05")), ==,
                    CARE_GOVERNMENT_CONSERVATIVE | CARE_GOVERNMENT_LABOUR);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    guint party;
  } cases[] = {
    { "Conservative Party", CARE_GOVERNMENT_CONSERVATIVE },
    { "Conservatives", CARE_GOVERNMENT_CONSERVATIVE },
    { "Conservative and Unionist Party", CARE_GOVERNMENT_CONSERVATIVE },
    { "Scottish Conservatives", CARE_GOVERNMENT_CONSERVATIVE },
    { "Tories", CARE_GOVERNMENT_CONSERVATIVE },
    { "Labour", CARE_GOVERNMENT_LABOUR },
    { "Labour Party", CARE_GOVERNMENT_LABOUR },
    { "Welsh Labour", CARE_GOVERNMENT_LABOUR },
    { "Liberal Democrats", CARE_GOVERNMENT_LIBERAL_DEMOCRAT },
    { "Lib Dem", CARE_GOVERNMENT_LIBERAL_DEMOCRAT },
    { "LIBERAL DEMOCRATS", CARE_GOVERNMENT_LIBERAL_DEMOCRAT },
    { "Social Democratic and Labour Party", 0 },
    { "Labourers’ Party", 0 },
    { "Scottish National Party", 0 },
    { "Green Party", 0 },
    { "", 0 },
    { NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (care_government_party_from_name (cases[i].name), ==, cases[i].party);
}

static void
test_words (void)
{
  CareGovernment government = care_government_get (4);
  g_autofree char *words = care_government_describe (&government);

  g_assert_cmpstr (words, ==, "Cameron (Conservative and Liberal Democrat)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/government/one-after-another", test_one_after_another);
  g_test_add_func ("/government/parties-change-with-elections", test_parties_change_with_elections);
  g_test_add_func ("/government/between", test_between);
  g_test_add_func ("/government/names", test_names);
  g_test_add_func ("/government/words", test_words);
  return g_test_run ();
}
