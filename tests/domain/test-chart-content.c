/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart shows and says of its figures. */

#include "chart-fixture.h"

#include "care-number-style.h"

/* What cannot stand beside the first keeps its place, and says why. */
static void
test_apart (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_add ("actor", 5, "name", "Labour", "kind", "party", NULL);
  chart_add_figure (1, "One", "1e9 GBP");
  chart_set (chart_add_figure (2, "Two", "9e9 GBP"), "flow", "saving");
  chart_set (chart_lookup ("figure", 2, NULL), "actor", "5");
  chart_add_figure (3, "Three", "3e9 GBP");
  chart_set (chart_add_figure (4, "Four", "3 %"), "flow", "saving");
  content = chart_make (CARE_CHART_BARS);
  g_assert_cmpuint (content->bars->len, ==, 4);
  g_assert_cmpstr (chart_get_bar (content, 3)->note, ==, "a percentage, not money");
  g_assert_false (chart_get_bar (content, 0)->is_apart);
  g_assert_true (chart_get_bar (content, 1)->is_apart);
  g_assert_cmpstr (chart_get_bar (content, 1)->note, ==, "saving, not spending");
  g_assert_cmpstr (content->title, ==, "“Three” is more than “One”: £3 billion and £1 billion");
  g_assert_cmpstr (content->subtitle, ==, "Spending, per year, cash");
}

/* What tells one bar from the next stands below its name: whose, when, how new, and who says so. */
static void
test_notes (void)
{
  CareRecord *figure = chart_add_figure (1, "One", "1e9 GBP"), *second = chart_add_figure (2, "Two", "1e9 GBP");
  g_autoptr (CareChartContent) bars = NULL, stacked = NULL;

  chart_set (chart_add ("actor", 5, "name", "Labour Party", "kind", "party", NULL), "short_name", "Labour");
  chart_set (chart_lookup ("actor", 5, NULL), "colour", "#e4003b");
  chart_add ("actor", 6, "name", "Monitor", "kind", "public-body", NULL);
  chart_set (figure, "actor", "5");
  chart_set (figure, "period", "2013");
  chart_set (figure, "newness", "mixed");
  chart_set (figure, "newness_share", "most");
  chart_set (figure, "estimator", "6");
  chart_set (second, "actor", "6");
  chart_set (second, "period_words", "some years");
  chart_set (second, "newness", "not-stated");
  bars = chart_make (CARE_CHART_BARS);
  g_assert_cmpstr (chart_get_bar (bars, 0)->note, ==, "Labour · 2013 · mixed (most) · Monitor");
  g_assert_cmpstr (chart_get_bar (bars, 1)->note, ==, "Monitor · some years");
  g_assert_cmpstr (chart_get_bar (bars, 0)->colour, ==, "#e4003b");
  g_assert_null (chart_get_bar (bars, 1)->colour);
  g_assert_cmpuint (chart_get_bar (bars, 0)->owner, !=, chart_get_bar (bars, 1)->owner);
  stacked = chart_make (CARE_CHART_STACKED);
  g_assert_cmpstr (chart_get_bar (stacked, 0)->note, ==, "Labour · 2013 · Monitor");
  chart_set (second, "actor", "5");
  g_clear_pointer (&bars, care_chart_content_free);
  bars = chart_make (CARE_CHART_BARS);
  g_assert_cmpuint (chart_get_bar (bars, 0)->owner, ==, chart_get_bar (bars, 1)->owner);
}

static void
test_findings (void)
{
  static const struct
  {
    const char *values[3];
    const char *finding;
  } cases[] = {
    { { "1e9 GBP", "2e9 GBP", "3e9 GBP" }, "“C” is the largest of 3: £3 billion" },
    { { "1e9 GBP", "2e9 GBP", ">=3e9 GBP" }, "“C” is the largest of 3: at least £3 billion" },
    { { "1e9 GBP", "2e9 GBP", "2e9..3e9 GBP" }, "“B” (£2 billion) or “C” (£2 billion to £3 billion) is the largest of 3" },
    { { "1e9 GBP", ">=1e9 GBP", "3e9 GBP" }, "“B” (at least £1 billion) or “C” (£3 billion) is the largest of 3" },
    { { "5e9 GBP", "<=2e9 GBP", "3e9 GBP" }, "“A” is the largest of 3: £5 billion" },
    { { "<=9e9 GBP", "2e9 GBP", "3e9 GBP" }, "“A” (up to £9 billion) or “C” (£3 billion) is the largest of 3" },
    { { "<=9e9 GBP", ">=2e9 GBP", "3e9 GBP" }, "It is not known which of 3 is the largest" },
    { { "4e9..6e9 GBP", "4e9 GBP", "not-found GBP" },
      "It is not known which is more: “A” (£4 billion to £6 billion) or “B” (£4 billion)" },
    { { "2e9 GBP", "20e8 GBP", "not-found GBP" }, "“A” and “B” are both £2 billion" },
    { { "1e9 GBP", "2e9 GBP", "2e9 GBP" }, "“B” and “C” are the largest of 3: both £2 billion" },
    { { "2e9 GBP", "2e9 GBP", "2e9 GBP" }, "All 3 are £2 billion" },
    /* Two that are about the same are not the same. */
    { { "~2e9 GBP", "~2e9 GBP", "not-found GBP" },
      "It is not known which is more: “A” (about £2 billion) or “B” (about £2 billion)" },
    { { "~2e9 GBP", "19e8 GBP", "not-found GBP" },
      "It is not known which is more: “A” (about £2 billion) or “B” (£1.9 billion)" },
    { { "~3e9 GBP", "19e8 GBP", "not-found GBP" }, "“A” is more than “B”: about £3 billion and £1.9 billion" },
    { { "<=9e9 GBP", "<=2e9 GBP", "<=3e9 GBP" }, "It is not known which of 3 is the largest" },
    { { "not-specified GBP", "2e9 GBP", "not-found GBP" }, "“B” is £2 billion" },
    { { "not-specified GBP", "not-assessed GBP", "not-found GBP" }, "No value is stated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareChartContent) content = NULL;

      g_ptr_array_set_size (chart_records, 0);
      chart_add_figure (1, "A", cases[i].values[0]);
      chart_add_figure (2, "B", cases[i].values[1]);
      chart_add_figure (3, "C", cases[i].values[2]);
      content = chart_make (CARE_CHART_BARS);
      g_assert_cmpstr (content->title, ==, cases[i].finding);
    }
}

/* What has no value may be more than any, and is not among those that the title is of. */
static void
test_some_values (void)
{
  static const struct
  {
    const char *third;
    const char *finding;
  } cases[] = { { "3e9 GBP", "“C” is the largest of 3 with a value: £3 billion" },
                { "2e9 GBP", "All 3 with a value are £2 billion" },
                { "~2e9 GBP", "It is not known which of 3 with a value is the largest" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareChartContent) bars = NULL, stacked = NULL;

      g_ptr_array_set_size (chart_records, 0);
      chart_add_figure (1, "A", "2e9 GBP");
      chart_add_figure (2, "B", "2e9 GBP");
      chart_add_figure (3, "C", cases[i].third);
      chart_add_figure (4, "D", "not-specified GBP");
      bars = chart_make (CARE_CHART_BARS);
      stacked = chart_make (CARE_CHART_STACKED);
      g_assert_cmpstr (bars->title, ==, cases[i].finding);
      g_assert_cmpstr (stacked->title, ==, cases[i].finding);
    }
}

/* Who worked it out and who is quoted as giving it are two, and both are named; each source once. */
static void
test_sources (void)
{
  CareRecord *figure = chart_add_figure (1, "Savings", "4e9..6e9 GBP");
  g_autoptr (CareChartContent) content = NULL;
  g_autofree char *line = NULL;

  chart_add ("actor", 5, "name", "Monitor", "kind", "public-body", NULL);
  chart_add ("actor", 6, "name", "Pulse", "kind", "publisher", NULL);
  chart_add ("person", 7, "name", "Andy Burnham", NULL);
  chart_add ("source", 8, "title", "Labour backs down", "kind", "article", "creator", "6", NULL);
  chart_add ("source", 9, "title", "Key Issues", "kind", "briefing", "creator", "6", NULL);
  chart_add ("citation", 10, "source", "8", "figure", "1", NULL);
  chart_add ("citation", 11, "source", "9", "figure", "2", "pinpoint", "Money", NULL);
  chart_add ("citation", 12, "source", "9", "figure", "3", NULL);
  chart_set (figure, "estimator", "5");
  chart_set (figure, "reporter", "7");
  chart_add_figure (2, "Two", "1e9 GBP");
  chart_add_figure (3, "Three", "1e9 GBP");
  content = chart_make (CARE_CHART_BARS);
  line = care_chart_content_say_sources (content);
  g_assert_cmpstr (line, ==, "Source: Monitor, as reported by Andy Burnham, in Pulse; Pulse, Key Issues");
  g_assert_cmpstr (chart_get_bar (content, 0)->note, ==, "Monitor, as reported by Andy Burnham");
}

static void
assert_source (const CareChartContent *content, guint index, CareId id, const char *pinpoint)
{
  const CareChartSource *source;

  g_assert_cmpuint (index, <, content->sources->len);
  source = content->sources->pdata[index];
  g_assert_cmpint (source->id, ==, id);
  g_assert_cmpstr (source->pinpoint, ==, pinpoint);
}

/* Each place in a source is kept once, to be gone to; where two are called the same, each is. */
static void
test_places (void)
{
  g_autoptr (CareChartContent) content = NULL;
  g_autofree char *line = NULL;

  chart_add ("actor", 6, "name", "Pulse", "kind", "publisher", NULL);
  chart_add ("source", 8, "title", "Budget", "creator", "6", NULL);
  chart_add ("source", 9, "title", "Budget", "creator", "6", NULL);
  chart_add ("citation", 10, "source", "8", "figure", "1", "pinpoint", "p.1", NULL);
  chart_add ("citation", 11, "source", "8", "figure", "2", "pinpoint", "p.1", NULL);
  chart_add ("citation", 12, "source", "8", "figure", "3", "pinpoint", "p.2", NULL);
  chart_add ("citation", 13, "source", "9", "figure", "4", "pinpoint", "p.2", NULL);
  for (CareId id = 1; id <= 4; id++)
    chart_add_figure (id, "One", "1e9 GBP");
  content = chart_make (CARE_CHART_BARS);
  g_assert_cmpuint (content->sources->len, ==, 3);
  assert_source (content, 0, 8, "p.1");
  assert_source (content, 1, 8, "p.2");
  assert_source (content, 2, 9, "p.2");
  line = care_chart_content_say_sources (content);
  g_assert_cmpstr (line, ==, "Source: Pulse, Budget");
}

/* Who is only quoted has not worked it out; who reports what is their own is named once. */
static void
test_reported (void)
{
  CareRecord *figure = chart_add_figure (1, "Savings", "4e9 GBP");
  g_autofree char *quoted = NULL, *own = NULL, *line = NULL;
  g_autoptr (CareChartContent) content = NULL;

  chart_add ("actor", 5, "name", "Monitor", "kind", "public-body", NULL);
  chart_add ("citation", 10, "source", "99", "figure", "1", NULL); /* it is not there */
  chart_set (figure, "reporting_body", "5");
  quoted = care_chart_say_attribution (&chart_ask, figure);
  g_assert_cmpstr (quoted, ==, "reported by Monitor");
  chart_set (figure, "estimator", "5");
  own = care_chart_say_attribution (&chart_ask, figure);
  g_assert_cmpstr (own, ==, "Monitor");
  content = chart_make (CARE_CHART_BARS);
  assert_source (content, 0, 0, NULL);
  line = care_chart_content_say_sources (content);
  g_assert_cmpstr (line, ==, "Source: Monitor");
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) figures = NULL;
  static const CareId by_size[] = { 5, 4, 2, 1, 6, 3 }, by_owner[] = { 1, 6, 3, 4, 2, 5 };

  chart_add ("actor", 5, "name", "Labour", "kind", "party", "ordinal", "2", NULL);
  chart_add ("actor", 6, "name", "SNP", "kind", "party", "ordinal", "1", NULL);
  chart_set (chart_add_figure (1, "A", "1e9 GBP"), "actor", "6");
  chart_set (chart_add_figure (2, "B", "2e9 GBP"), "actor", "5");
  chart_set (chart_add_figure (3, "C", "not-specified GBP"), "actor", "6");
  chart_set (chart_add_figure (4, "D", "3e9 GBP"), "actor", "5");
  chart_add_figure (5, "E", "9e9 GBP");
  chart_set (chart_add_figure (6, "F", "-1e9 GBP"), "actor", "6");
  figures = chart_list_figures ();
  care_chart_sort (&chart_ask, figures, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (by_size); i++)
    g_assert_cmpint (care_record_get_id (figures->pdata[i]), ==, by_size[i]);
  care_chart_sort (&chart_ask, figures, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (by_size); i++)
    g_assert_cmpint (care_record_get_id (figures->pdata[i]), ==, by_owner[i]);
}

/* As the briefing that it stands in writes its own. */
static void
test_numbers (void)
{
  CareChartAsk other = chart_ask;
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (CareChartContent) content = NULL;

  other.numbers = care_number_style_find ("trade");
  chart_add_figure (1, "One", "38e8 GBP");
  figures = chart_list_figures ();
  content = care_chart_content_new (&other, figures, CARE_CHART_BARS, 20);
  g_assert_cmpstr (content->title, ==, "“One” is £3.8bn");
}

static void
test_kinds (void)
{
  g_assert_cmpint (care_chart_kind_find ("bars"), ==, CARE_CHART_BARS);
  g_assert_cmpint (care_chart_kind_find ("stacked"), ==, CARE_CHART_STACKED);
  g_assert_cmpint (care_chart_kind_find ("years"), ==, CARE_CHART_YEARS);
  g_assert_cmpint (care_chart_kind_find (NULL), ==, CARE_CHART_BARS);
}

static void
test_more (void)
{
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (CareChartContent) content = NULL;

  for (CareId i = 1; i <= 25; i++)
    chart_add_figure (i, "One", "1e9 GBP");
  figures = chart_list_figures ();
  content = care_chart_content_new (&chart_ask, figures, CARE_CHART_BARS, 20);
  g_assert_cmpuint (content->bars->len, ==, 20);
  g_assert_cmpuint (content->n_more, ==, 5);
}

/* In words for those who do not see it, and as a table with digits for a spreadsheet. */
static void
test_words (void)
{
  g_autoptr (CareChartContent) content = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *words = NULL;
  char **row;

  chart_set (chart_add_figure (1, "Fund", "38e8 GBP"), "newness", "existing");
  chart_add_figure (2, "Bound", ">=125e-2 GBP");
  chart_add_figure (3, "None", "not-specified GBP");
  content = chart_make (CARE_CHART_BARS);
  words = care_chart_content_describe (content);
  g_assert_cmpstr (words, ==, "Fund (Existing): £3.8 billion; Bound: at least £1.25; None: not specified");
  cells = care_chart_content_list_cells (content);
  g_assert_cmpuint (cells->len, ==, 4);
  row = cells->pdata[1];
  g_assert_cmpstr (row[2], ==, "£3.8 billion");
  g_assert_cmpstr (row[3], ==, "3800000000");
  g_assert_cmpstr (row[4], ==, "3800000000");
  g_assert_cmpstr (row[1], ==, "Existing");
  g_assert_cmpstr (row[6], ==, "");
  row = cells->pdata[2];
  g_assert_cmpstr (row[3], ==, "1.25");
  g_assert_cmpstr (row[4], ==, "");
  g_assert_null (care_chart_content_say_sources (content));
  row = cells->pdata[3];
  g_assert_cmpstr (row[2], ==, "not specified");
  g_assert_cmpstr (row[3], ==, "");
}

/* With all digits, so that a spreadsheet reckons with them as they are. */
static void
test_digits (void)
{
  static const char *const cases[][2] = { { "5e-2 GBP", "0.05" }, { "-5e-3 GBP", "-0.005" }, { "125e-1 GBP", "12.5" },
                                          { "-38e8 GBP", "-3800000000" }, { "0 GBP", "0" }, { "7 GBP", "7" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareChartContent) content = NULL;
      g_autoptr (GPtrArray) cells = NULL;

      g_ptr_array_set_size (chart_records, 0);
      chart_add_figure (1, "One", cases[i][0]);
      content = chart_make (CARE_CHART_BARS);
      cells = care_chart_content_list_cells (content);
      g_assert_cmpstr (((char **) cells->pdata[1])[3], ==, cases[i][1]);
    }
}

static void
assert_measure (const char *measure)
{
  g_autoptr (CareChartContent) content = chart_make (CARE_CHART_BARS);

  g_assert_cmpstr (content->subtitle, ==, measure);
}

/* What all of them have alike, and nothing that only some have. */
static void
test_measure (void)
{
  CareRecord *first = chart_add_figure (1, "One", "1e9 GBP"), *second = chart_add_figure (2, "Two", "2e9 GBP");

  chart_set (first, "counts", "beds");
  assert_measure ("Spending, per year, cash");
  chart_set (second, "counts", "beds");
  assert_measure ("Spending, per year, cash: beds");
  chart_set (first, "period", "2013");
  assert_measure ("Spending, per year, cash: beds");
  chart_set (second, "period", "2013");
  assert_measure ("Spending, per year, 2013, cash: beds");
}

/* Of what nothing is known it is said what it counts. */
static void
test_measure_of_counts (void)
{
  CareRecord *figure = chart_add ("figure", 1, "label", "One", "value", "3", NULL);

  assert_measure ("");
  chart_set (figure, "counts", "beds");
  assert_measure ("beds");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  chart_add_test ("/chart-content/apart", test_apart);
  chart_add_test ("/chart-content/notes", test_notes);
  chart_add_test ("/chart-content/findings", test_findings);
  chart_add_test ("/chart-content/some-values", test_some_values);
  chart_add_test ("/chart-content/sources", test_sources);
  chart_add_test ("/chart-content/places", test_places);
  chart_add_test ("/chart-content/reported", test_reported);
  chart_add_test ("/chart-content/order", test_order);
  chart_add_test ("/chart-content/numbers", test_numbers);
  chart_add_test ("/chart-content/kinds", test_kinds);
  chart_add_test ("/chart-content/more", test_more);
  chart_add_test ("/chart-content/words", test_words);
  chart_add_test ("/chart-content/digits", test_digits);
  chart_add_test ("/chart-content/measure", test_measure);
  chart_add_test ("/chart-content/measure-of-counts", test_measure_of_counts);
  return g_test_run ();
}
