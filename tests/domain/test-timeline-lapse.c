/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pledges of parties that did not come into office. */

#include "timeline-fixture.h"

#include "care-government.h"
#include "care-timeline-lapse.h"

static void
test_lapse (void)
{
  static const struct
  {
    const char *made;
    const char *due; /* the last day, or NULL */
    guint parties;
    const char *as_of;
    const char *out; /* or NULL: it has not lapsed */
  } cases[] = {
    /* By the end of a whole Parliament. */
    { "2015-01-27", NULL, CARE_GOVERNMENT_LABOUR, "2019-06-01", "2015-05-07..2017-05-03" },
    { "2015-01-27", NULL, CARE_GOVERNMENT_LABOUR, "2017-05-03", NULL },
    { "2015-01-27", NULL, CARE_GOVERNMENT_CONSERVATIVE, "2019-06-01", NULL },
    { "2015-01-27", NULL, 0, "2019-06-01", "2015-05-07..2017-05-03" },
    /* By a deadline, which may be in a later Parliament, and under another government. */
    { "2015-01-27", "2018-12-31", CARE_GOVERNMENT_LABOUR, "2019-01-01", "2015-05-07..2018-12-31" },
    { "2015-01-27", "2018-12-31", CARE_GOVERNMENT_LABOUR, "2018-12-31", NULL },
    { "2015-01-27", "2025-12-31", CARE_GOVERNMENT_LABOUR, "2026-01-01", NULL },
    { "2015-01-27", "2024-07-04", CARE_GOVERNMENT_LABOUR, "2026-01-01", "2015-05-07..2024-07-04" },
    /* The Liberal Democrats came into office in 2010 and not in 2015. */
    { "2010-04", "2012-12-31", CARE_GOVERNMENT_LIBERAL_DEMOCRAT, "2019-01-01", NULL },
    { "2013-05", "2018-12-31", CARE_GOVERNMENT_LIBERAL_DEMOCRAT, "2019-01-01", "2015-05-07..2018-12-31" },
    /* Labour was still in office for five days of May 2010. */
    { "2010-04", NULL, CARE_GOVERNMENT_LABOUR, "2016-01-01", "2010-05-06..2015-03-30" },
    /* What a party in office says in the middle of a Parliament is of that one. */
    { "2012-05-01", NULL, CARE_GOVERNMENT_LIBERAL_DEMOCRAT, "2019-01-01", NULL },
    { "2012-05-01", NULL, CARE_GOVERNMENT_LABOUR, "2019-01-01", "2015-05-07..2017-05-03" },
    { "2015-02-01", NULL, CARE_GOVERNMENT_LIBERAL_DEMOCRAT, "2019-01-01", "2015-05-07..2017-05-03" },
    /* Due before there was an election: whoever governed, governed already. */
    { "2013-05", "2014-12-31", CARE_GOVERNMENT_LABOUR, "2019-01-01", NULL },
    /* Made before or after the election: in office only after one of the two. */
    { "2024", NULL, CARE_GOVERNMENT_CONSERVATIVE, "2026-01-01", NULL },
    { "2010", NULL, CARE_GOVERNMENT_LIBERAL_DEMOCRAT, "2018-01-01", NULL },
    { "2015", "2018-12-31", CARE_GOVERNMENT_LABOUR, "2019-01-01", "2017-06-08..2018-12-31" },
    { "1960", NULL, CARE_GOVERNMENT_LABOUR, "2019-01-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareDate) made = care_date_from_edtf (cases[i].made, NULL);
      CareSpan span = { care_date_get_earliest (made), care_date_get_latest (made) };
      CareDay due = cases[i].due == NULL ? 0 : timeline_day (cases[i].due);
      CareSpan out = { 0, 0 };
      gboolean lapsed = care_timeline_lapse (span, due, cases[i].parties, timeline_day (cases[i].as_of), &out);

      g_assert_cmpint (lapsed, ==, cases[i].out != NULL);
      if (lapsed)
        timeline_assert_span (out, cases[i].out);
    }
}

static void
test_lapse_explained (void)
{
  CareSpan out = { timeline_day ("2015-05-07"), timeline_day ("2017-05-03") };
  g_autofree char *why = care_timeline_lapse_explain ("Labour", out);

  g_assert_cmpstr (why, ==, "Labour was in no government from the election of 7 May 2015 to 3 May 2017.");
}

/* Pledges for Scotland do not lapse with the government of the United Kingdom, those of
 * governments and of nobody not either, and a verdict of ours goes before. Whether a deadline in
 * words from which no day follows has passed, nobody knows. */
static void
test_lapsed_state (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) entries = NULL;
  static const CareTimelineEntryState expected[] = {
    CARE_TIMELINE_ENTRY_LAPSED, CARE_TIMELINE_ENTRY_UNDATED, CARE_TIMELINE_ENTRY_UNDATED, CARE_TIMELINE_ENTRY_UNDATED,
    CARE_TIMELINE_ENTRY_UNDATED, CARE_TIMELINE_ENTRY_JUDGED, CARE_TIMELINE_ENTRY_LAPSED,  CARE_TIMELINE_ENTRY_UNDATED,
  };

  timeline_add (records, "place", 90, "name", "Scotland", NULL);
  timeline_add (records, "place", 91, "name", "Glasgow", "within", "90", NULL);
  timeline_add (records, "place", 92, "name", "England", NULL);
  timeline_add (records, "actor", 1, "name", "Labour Party", "kind", "party", NULL);
  timeline_add (records, "actor", 2, "name", "SNP", "kind", "party", "place", "90", NULL);
  timeline_add (records, "actor", 3, "name", "Government (2010-15 coalition)", "kind", "government", NULL);
  timeline_add (records, "pledge", 10, "title", "A", "kind", "action", "made", "2015-01", "actor", "1", NULL);
  timeline_add (records, "pledge", 11, "title", "B", "kind", "action", "made", "2015-01", "actor", "1", "place", "91", NULL);
  timeline_add (records, "pledge", 12, "title", "C", "kind", "action", "made", "2015-01", "actor", "2", NULL);
  timeline_add (records, "pledge", 13, "title", "D", "kind", "action", "made", "2015-01", "actor", "3", NULL);
  timeline_add (records, "pledge", 14, "title", "E", "kind", "action", "made", "2015-01", NULL);
  timeline_add (records, "pledge", 15, "title", "F", "kind", "action", "made", "2015-01", "actor", "1", NULL);
  timeline_add (records, "pledge", 16, "title", "G", "kind", "action", "made", "2015-01", "actor", "2", "place", "92", NULL);
  timeline_add (records, "pledge", 17, "title", "H", "kind", "action", "made", "2015-01", "actor", "1", NULL);
  timeline_add (records, "deadline", 20, "pledge", "17", "words", "over ten years", "qualifier", "within", NULL);
  timeline_add (records, "verdict", 40, "pledge", "15", "whose", "ours", "delivery", "delivered", "judged", "2018", NULL);
  entries = timeline_entries_then (records, "2019-06-01");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (timeline_find (entries, CARE_TIMELINE_ENTRY_PLEDGE, 10 + i)->state, ==, expected[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/timeline-lapse/rule", test_lapse);
  g_test_add_func ("/timeline-lapse/explained", test_lapse_explained);
  g_test_add_func ("/timeline-lapse/state", test_lapsed_state);
  return g_test_run ();
}
