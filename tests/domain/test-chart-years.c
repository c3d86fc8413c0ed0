/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of different years, and where a series of them is broken. */

#include "chart-fixture.h"

static void
test_years (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_add_year (1, "2014", "3e9 GBP");
  chart_add_year (2, "2012", "1e9 GBP");
  chart_add_year (3, "2013", "2e9 GBP");
  content = chart_make (CARE_CHART_YEARS);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2012 + i);

      g_assert_cmpstr (chart_get_bar (content, i)->label, ==, year);
      g_assert_null (chart_get_bar (content, i)->gap);
      g_assert_null (chart_get_bar (content, i)->heading);
    }
  g_assert_cmpstr (content->title, ==, "Up from £1 billion in 2012 to £3 billion in 2014");
  g_assert_cmpstr (content->subtitle, ==, "Spending, level in a stated year, cash");
}

/* What is said of a series is so of all of it; bounds that overlap are neither more nor less. */
static void
test_findings_over_years (void)
{
  static const struct
  {
    const char *values[3];
    guint most;
    const char *finding;
  } cases[] = {
    { { "1e9 GBP" }, 20, "“Spending” is £1 billion" },
    { { "not-specified GBP" }, 20, "“Spending” is not specified" },
    { { "3e9 GBP", "2e9 GBP", "1e9 GBP" }, 20, "Down from £3 billion in 2013 to £1 billion in 2015" },
    { { "1e9..3e9 GBP", "2e9 GBP" }, 20, "From £1 billion to £3 billion in 2013 to £2 billion in 2014" },
    { { "1e9 GBP", "not-specified GBP", "3e9 GBP" }, 20, "Figures of different years, which are not all one series" },
    { { "1e9 GBP", "2e9 GBP", "3e9 GBP" }, 2, "Figures of different years, not all of which are shown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareChartContent) content = NULL;
      g_autoptr (GPtrArray) figures = NULL;

      g_ptr_array_set_size (chart_records, 0);
      for (guint k = 0; k < 3 && cases[i].values[k] != NULL; k++)
        chart_add_year (1 + k, (const char *[]){ "2013", "2014", "2015" }[k], cases[i].values[k]);
      figures = chart_list_figures ();
      content = care_chart_content_new (&chart_ask, figures, CARE_CHART_YEARS, cases[i].most);
      g_assert_cmpstr (content->title, ==, cases[i].finding);
    }
}

/* What has no year is told in words, and is no end of a series. */
static void
test_undated (void)
{
  g_autoptr (CareChartContent) none = NULL, some = NULL;

  chart_set (chart_add_year (1, "2012", "5e9 GBP"), "period", NULL);
  none = chart_make (CARE_CHART_YEARS);
  g_assert_cmpstr (none->title, ==, "No year is stated");
  chart_add_year (2, "2013", "1e9 GBP");
  chart_add_year (3, "2014", "2e9 GBP");
  some = chart_make (CARE_CHART_YEARS);
  g_assert_cmpstr (some->title, ==, "Up from £1 billion in 2013 to £2 billion in 2014");
}

/* Whatever the two were not counted alike in is said between them. */
static void
test_breaks (void)
{
  static const struct
  {
    const char *field, *text, *gap;
  } cases[] = {
    { "flow", "saving", "Break: saving, not spending" },
    { "price_basis", "real", "Break: real terms, not cash" },
    { "place", "7", "Break: extent: Scotland" },
    { "estimator", "5", "Break: estimated by Monitor, before by nobody named" },
    { "period", "2016", "Break: no figure for the years between" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareChartContent) content = NULL;

      g_ptr_array_set_size (chart_records, 0);
      chart_add ("place", 7, "name", "Scotland", NULL);
      chart_add ("actor", 5, "name", "Monitor", "kind", "public-body", NULL);
      chart_add_year (1, "2013", "1e9 GBP");
      chart_set (chart_add_year (2, "2014", "2e9 GBP"), cases[i].field, cases[i].text);
      content = chart_make (CARE_CHART_YEARS);
      g_assert_null (chart_get_bar (content, 0)->gap);
      g_assert_cmpstr (chart_get_bar (content, 1)->gap, ==, cases[i].gap);
      g_assert_cmpstr (content->title, ==, "Figures of different years, which are not all one series");
    }
}

/* All that changed is said, and beside a year who gave its figure and as what. */
static void
test_break_for_two_reasons (void)
{
  g_autoptr (CareChartContent) content = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  CareRecord *second;

  chart_add ("actor", 5, "name", "Monitor", "kind", "public-body", NULL);
  chart_set (chart_add_year (1, "2013", "1e9 GBP"), "standing", "estimate");
  second = chart_add_year (2, "2016", "2e9 GBP");
  chart_set (second, "estimator", "5");
  chart_set (second, "standing", "projection");
  content = chart_make (CARE_CHART_YEARS);
  g_assert_cmpstr (chart_get_bar (content, 1)->gap, ==,
                   "Break: estimated by Monitor, before by nobody named; no figure for the years between");
  g_assert_cmpstr (chart_get_bar (content, 0)->note, ==, "estimate");
  g_assert_cmpstr (chart_get_bar (content, 1)->note, ==, "projection · Monitor");
  cells = care_chart_content_list_cells (content);
  g_assert_cmpstr (((char **) cells->pdata[2])[1], ==, "projection · Monitor");
  g_assert_cmpstr (((char **) cells->pdata[2])[6], ==, chart_get_bar (content, 1)->gap);
}

/* Series of several owners follow each other; what has no year, or another period basis, has no place. */
static void
test_series (void)
{
  g_autoptr (CareChartContent) content = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  g_autofree char *words = NULL;

  chart_add ("actor", 5, "name", "Labour", "kind", "party", NULL);
  chart_add_year (1, "2013", "1e9 GBP");
  chart_set (chart_add_year (2, "2012", "1e9 GBP"), "actor", "5");
  chart_set (chart_add_year (3, "2014", "1e9 GBP"), "period", NULL);
  chart_set (chart_add_year (4, "2014", "1e9 GBP"), "period_basis", "per-year");
  chart_add_year (5, "2014", "1e9 GBP");
  chart_set (chart_add_year (6, "2014", "1e9 GBP"), "period", "../2014");
  content = chart_make (CARE_CHART_YEARS);
  g_assert_cmpstr (chart_get_bar (content, 0)->heading, ==, "Spending");
  g_assert_cmpstr (chart_get_bar (content, 1)->label, ==, "2014");
  g_assert_null (chart_get_bar (content, 1)->gap);
  g_assert_cmpstr (chart_get_bar (content, 2)->heading, ==, "Labour: Spending");
  g_assert_cmpstr (chart_get_bar (content, 3)->note, ==, "no year is stated");
  g_assert_cmpstr (chart_get_bar (content, 4)->note, ==, "no year is stated");
  g_assert_cmpstr (chart_get_bar (content, 5)->note, ==, "per year, not level in a stated year");
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (chart_get_bar (content, i)->is_apart, ==, i > 2);
  words = care_chart_content_describe (content);
  g_assert_true (g_str_has_prefix (words, "Spending: 2013: £1 billion; 2014: £1 billion; Labour: Spending: 2012: £1 billion; "));
  figures = chart_list_figures ();
  for (guint most = 1; most < 6; most++)
    {
      g_autoptr (CareChartContent) some = care_chart_content_new (&chart_ask, figures, CARE_CHART_YEARS, most);

      g_assert_cmpuint (some->bars->len, ==, most);
    }
}

/* A series is of one fund, or of what is counted, or of one name. */
static void
test_one_series (void)
{
  static const struct
  {
    const char *labels[2], *counts, *funds[2];
    gboolean is_one;
  } cases[] = {
    { { "Spending", "Spending" }, NULL, { NULL, NULL }, TRUE },
    { { "Spending", "Savings" }, NULL, { NULL, NULL }, FALSE },
    { { "Beds in 2013", "Beds in 2014" }, "beds", { NULL, NULL }, TRUE },
    { { "Planned", "Spent" }, NULL, { "8", "8" }, TRUE },
    { { "Spending", "Spending" }, "beds", { "8", "9" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareChartContent) content = NULL;

      g_ptr_array_set_size (chart_records, 0);
      for (guint k = 0; k < 2; k++)
        {
          CareRecord *figure = chart_add_year (1 + k, k == 0 ? "2013" : "2014", "1e9 GBP");

          chart_set (figure, "label", cases[i].labels[k]);
          chart_set (figure, "counts", cases[i].counts);
          chart_set (figure, "fund", cases[i].funds[k]);
        }
      content = chart_make (CARE_CHART_YEARS);
      g_assert_cmpint (chart_get_bar (content, 1)->heading == NULL, ==, cases[i].is_one);
      g_assert_cmpstr (content->title, ==,
                       cases[i].is_one ? "From £1 billion in 2013 to £1 billion in 2014"
                                       : "Figures of different years, which are not all one series");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  chart_add_test ("/chart-years/years", test_years);
  chart_add_test ("/chart-years/findings-over-years", test_findings_over_years);
  chart_add_test ("/chart-years/undated", test_undated);
  chart_add_test ("/chart-years/breaks", test_breaks);
  chart_add_test ("/chart-years/break-for-two-reasons", test_break_for_two_reasons);
  chart_add_test ("/chart-years/series", test_series);
  chart_add_test ("/chart-years/one-series", test_one_series);
  return g_test_run ();
}
