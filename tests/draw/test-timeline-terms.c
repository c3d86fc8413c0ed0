/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is behind a timeline tells no more than was known on the day as of which it is. */

#include "care-timeline-terms.h"

static CareDay
day_of (const char *edtf)
{
  g_autoptr (CareDate) date = care_date_from_edtf (edtf, NULL);

  return care_date_get_earliest (date);
}

/* "2010–15 Parliament", "2015– Parliament →": what has no end goes on. */
static char *
list_terms (CareTimelineRulerKind kind, const char *as_of, CareDay from)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < care_timeline_terms_count (kind); i++)
    {
      CareTimelineTerm term;
      gboolean is_known = care_timeline_terms_get (kind, i, as_of == NULL ? 0 : day_of (as_of), &term);
      g_autofree char *name = is_known ? term.name : NULL;
      g_autofree char *brief = is_known ? term.brief : NULL;

      if (is_known && term.first >= from)
        g_string_append_printf (list, "%s%s%s", list->len > 0 ? ", " : "", name == NULL ? "campaign" : name,
                                term.end == 0 ? " →" : "");
    }
  return g_string_free (list, FALSE);
}

static void
test_as_of (void)
{
  static const struct
  {
    CareTimelineRulerKind kind;
    const char *as_of, *terms;
  } cases[] = {
    { CARE_TIMELINE_RULER_PARLIAMENTS, "2015-03-29", "2010– Parliament →" },
    { CARE_TIMELINE_RULER_PARLIAMENTS, "2015-03-30", "2010–15 Parliament" },
    { CARE_TIMELINE_RULER_PARLIAMENTS, "2016-06-01", "2010–15 Parliament, 2015– Parliament →" },
    { CARE_TIMELINE_RULER_GOVERNMENTS, "2015-05-01", "Cameron (Conservative and Liberal Democrat) →" },
    { CARE_TIMELINE_RULER_SESSIONS, "2012-01-01", "2010– →" },
    { CARE_TIMELINE_RULER_SESSIONS, "2013-01-01", "2010–12, 2012– →" },
    { CARE_TIMELINE_RULER_ELECTIONS, "2015-03-29", "Election 6 May 2010 →" },
    { CARE_TIMELINE_RULER_ELECTIONS, "2015-03-30", "Election 6 May 2010, campaign, Election 7 May 2015 →" },
    { CARE_TIMELINE_RULER_ELECTIONS, "2017-05-02", "Election 6 May 2010, campaign, Election 7 May 2015 →" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *terms = list_terms (cases[i].kind, cases[i].as_of, day_of ("2010-05-01"));

      g_assert_cmpstr (terms, ==, cases[i].terms);
    }
}

/* An election is known of once the Parliament before it is dissolved; the first has none before it. */
static void
test_first_elections (void)
{
  static const char *const as_of[] = { "1979-05-02", "1979-05-03", "1983-05-12", "1983-05-13" };
  static const char *const known[]
    = { "", "Election 3 May 1979 →", "Election 3 May 1979 →", "Election 3 May 1979, campaign, Election 9 Jun 1983 →" };

  for (guint i = 0; i < G_N_ELEMENTS (as_of); i++)
    {
      g_autofree char *terms = list_terms (CARE_TIMELINE_RULER_ELECTIONS, as_of[i], 0);

      g_assert_cmpstr (terms, ==, known[i]);
    }
}

/* All that is known is known as of a day that is yet to come, and nothing before the first. */
static void
test_ends (void)
{
  for (guint kind = CARE_TIMELINE_RULER_SESSIONS; kind <= CARE_TIMELINE_RULER_ELECTIONS; kind++)
    {
      g_autofree char *all = list_terms (kind, NULL, 0);
      g_autofree char *later = list_terms (kind, "2999-01-01", 0);
      g_autofree char *before = list_terms (kind, "1979-05-01", 0);

      g_assert_cmpstr (later, ==, all);
      g_assert_cmpstr (before, ==, "");
    }
}

/* A Parliament begins on its polling day, and ends when the campaign for the next one begins. */
static void
test_elections (void)
{
  for (guint i = 0; i < care_timeline_terms_count (CARE_TIMELINE_RULER_PARLIAMENTS); i++)
    {
      CareTimelineTerm parliament = { 0 }, election = { 0 }, campaign = { 0 };
      gboolean is_over;

      g_assert_true (care_timeline_terms_get (CARE_TIMELINE_RULER_PARLIAMENTS, i, 0, &parliament));
      g_assert_true (care_timeline_terms_get (CARE_TIMELINE_RULER_ELECTIONS, 2 * i, 0, &election));
      is_over = care_timeline_terms_get (CARE_TIMELINE_RULER_ELECTIONS, 2 * i + 1, 0, &campaign);
      g_assert_true (election.is_polling_day && !campaign.is_polling_day);
      g_assert_cmpuint (election.first, ==, parliament.first);
      g_assert_cmpuint (election.end, ==, parliament.end);
      g_assert_cmpuint (campaign.first, ==, is_over ? parliament.end : 0);
      g_free (parliament.name);
      g_free (parliament.brief);
      g_free (election.name);
      g_free (election.brief);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-terms/as-of", test_as_of);
  g_test_add_func ("/timeline-terms/first-elections", test_first_elections);
  g_test_add_func ("/timeline-terms/ends", test_ends);
  g_test_add_func ("/timeline-terms/elections", test_elections);
  return g_test_run ();
}
