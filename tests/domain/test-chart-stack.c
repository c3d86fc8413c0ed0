/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that are divided by how new the money is. */

#include "chart-fixture.h"

static void
assert_part (const CareChartBar *bar, guint index, const char *newness, const char *quantity)
{
  const CareChartPart *part;
  g_autofree char *stored = NULL;

  g_assert_nonnull (bar->parts);
  g_assert_cmpuint (index, <, bar->parts->len);
  part = &g_array_index (bar->parts, CareChartPart, index);
  stored = care_quantity_to_string (part->quantity);
  g_assert_cmpstr (part->newness, ==, newness);
  g_assert_cmpstr (stored, ==, quantity);
}

/* The parts of a whole, and what none of them accounts for. */
static void
test_parts (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_set (chart_add_figure (1, "Fund", "300e7 GBP"), "newness", "mixed");
  chart_set (chart_add_figure (2, "New", "2e9 GBP"), "newness", "new");
  chart_set (chart_add_figure (3, "Old", "5e8 GBP"), "newness", "existing");
  chart_add_part_of (20, "2", "1");
  chart_add_part_of (21, "3", "1");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (chart_get_bar (content, 0)->parts->len, ==, 3);
  assert_part (chart_get_bar (content, 0), 0, "new", "2e9 GBP");
  assert_part (chart_get_bar (content, 0), 1, "existing", "5e8 GBP");
  assert_part (chart_get_bar (content, 0), 2, "not-stated", "5e8 GBP");
  g_assert_cmpuint (chart_get_bar (content, 1)->parts->len, ==, 1);
  assert_part (chart_get_bar (content, 1), 0, "new", "2e9 GBP");
}

/* Parts as new as each other are one, and together they may be what the whole is rounded to. */
static void
test_parts_alike (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_set (chart_add_figure (1, "Fund", "25e8 GBP"), "newness", "mixed");
  chart_set (chart_add_figure (2, "Tax", "12e8 GBP"), "newness", "new");
  chart_set (chart_add_figure (3, "Levy", "125e7 GBP"), "newness", "new");
  chart_add_part_of (20, "2", "1");
  chart_add_part_of (21, "3", "1");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (chart_get_bar (content, 0)->parts->len, ==, 1);
  assert_part (chart_get_bar (content, 0), 0, "new", "245e7 GBP");
}

/* A part that is only known to be some of it does not make all of it new. */
static void
test_bounds (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_set (chart_add_figure (1, "Fund", "25e8 GBP"), "newness", "mixed");
  chart_set (chart_add_figure (2, "Tax", ">=12e8 GBP"), "newness", "new");
  chart_add_part_of (20, "2", "1");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (chart_get_bar (content, 0)->parts->len, ==, 1);
  assert_part (chart_get_bar (content, 0), 0, "mixed", "25e8 GBP");
}

/* What a part is made of is not counted again. */
static void
test_parts_of_parts (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_set (chart_add_figure (1, "Fund", "300e7 GBP"), "newness", "mixed");
  chart_set (chart_add_figure (2, "New", "2e9 GBP"), "newness", "new");
  chart_set (chart_add_figure (3, "Old", "1e9 GBP"), "newness", "existing");
  chart_set (chart_add_figure (4, "Transfer", "5e8 GBP"), "newness", "re-announced");
  chart_add_part_of (20, "2", "1");
  chart_add_part_of (21, "3", "1");
  chart_add_part_of (22, "4", "2");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (chart_get_bar (content, 0)->parts->len, ==, 2);
  assert_part (chart_get_bar (content, 0), 0, "new", "2e9 GBP");
  assert_part (chart_get_bar (content, 0), 1, "existing", "1e9 GBP");
}

/* Bids are of areas, but no length of a bar that shows areas. */
static void
test_other_counts (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_set (chart_add_figure (1, "Areas", "29 areas"), "newness", "existing");
  chart_set (chart_add_figure (2, "Bids", "9 bids"), "newness", "new");
  chart_add_part_of (20, "2", "1");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (chart_get_bar (content, 0)->parts->len, ==, 1);
  assert_part (chart_get_bar (content, 0), 0, "existing", "29 areas");
}

/* Parts that come to more than the whole do not divide it. */
static void
test_over (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_set (chart_add_figure (1, "Fund", "3e9 GBP"), "newness", "mixed");
  chart_set (chart_add_figure (2, "New", "4e9 GBP"), "newness", "new");
  chart_add_part_of (20, "2", "1");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (chart_get_bar (content, 0)->parts->len, ==, 1);
  assert_part (chart_get_bar (content, 0), 0, "mixed", "3e9 GBP");
}

/* Figures of one name are one bar only where a ledger may add them. */
static void
test_one_name (void)
{
  g_autoptr (CareChartContent) added = NULL, refused = NULL;
  g_autofree char *total = NULL;
  CareRecord *second;

  chart_set (chart_add_figure (1, "Fund", "2e8 GBP"), "newness", "new");
  second = chart_add_figure (2, "Fund", "1e8 GBP");
  chart_set (second, "newness", "existing");
  added = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (added->bars->len, ==, 1);
  total = care_quantity_to_string (chart_get_bar (added, 0)->quantity);
  g_assert_cmpstr (total, ==, "3e8 GBP");
  assert_part (chart_get_bar (added, 0), 0, "new", "2e8 GBP");
  assert_part (chart_get_bar (added, 0), 1, "existing", "1e8 GBP");

  chart_set (second, "period", "2014");
  refused = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (refused->bars->len, ==, 2);
  assert_part (chart_get_bar (refused, 0), 0, "new", "2e8 GBP");
}

/* Those of one name and owner are one; what stands between keeps its bar. */
static void
test_names_of_owners (void)
{
  static const char *const left[] = { "3e8 GBP", "7e8 GBP", "4e8 GBP" };
  g_autoptr (CareChartContent) content = NULL;

  chart_add ("actor", 5, "name", "Labour", "kind", "party", NULL);
  chart_add ("actor", 6, "name", "SNP", "kind", "party", NULL);
  chart_set (chart_add_figure (1, "Fund", "2e8 GBP"), "actor", "5");
  chart_add_figure (2, "Grant", "7e8 GBP");
  chart_set (chart_add_figure (3, "Fund", "4e8 GBP"), "actor", "6");
  chart_set (chart_add_figure (4, "Fund", "1e8 GBP"), "actor", "5");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (content->bars->len, ==, G_N_ELEMENTS (left));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *quantity = care_quantity_to_string (chart_get_bar (content, i)->quantity);

      g_assert_cmpstr (quantity, ==, left[i]);
      for (guint k = 0; k < i; k++)
        g_assert_cmpuint (chart_get_bar (content, i)->owner, !=, chart_get_bar (content, k)->owner);
    }
}

/* The title is of the bars as they stand: together those of one name are the largest. */
static void
test_finding (void)
{
  g_autoptr (CareChartContent) content = NULL, some = NULL;
  g_autoptr (GPtrArray) figures = NULL;

  chart_set (chart_add_figure (1, "Fund", "2e9 GBP"), "newness", "new");
  chart_add_figure (2, "Grant", "3e9 GBP");
  chart_set (chart_add_figure (3, "Fund", "2e9 GBP"), "newness", "existing");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpstr (content->title, ==, "“Fund” is more than “Grant”: £4 billion and £3 billion");
  /* What is not shown may be of one name with what is. */
  figures = chart_list_figures ();
  some = care_chart_content_new (&chart_ask, figures, CARE_CHART_STACKED, 2);
  g_assert_cmpstr (some->title, ==, "Figures by how new the money is, not all of which are shown");
}

/* What two worked out is not told as what one of them did. */
static void
test_estimators (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_add ("actor", 6, "name", "Monitor", "kind", "public-body", NULL);
  chart_set (chart_add_figure (1, "Fund", "2e9 GBP"), "estimator", "6");
  chart_add_figure (2, "Fund", "2e9 GBP");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (content->bars->len, ==, 2);
}

/* Where a ledger would leave one of them out, all stay. */
static void
test_names_of_years (void)
{
  g_autoptr (CareChartContent) content = NULL;

  for (CareId id = 1; id <= 3; id++)
    chart_set (chart_add_figure (id, "Fund", "1e8 GBP"), "period", id < 3 ? "2013" : "2014");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_cmpuint (content->bars->len, ==, 3);
}

/* Neither what has no bar nor what goes below nought is divided. */
static void
test_not_divided (void)
{
  g_autoptr (CareChartContent) content = NULL;

  chart_add_figure (1, "Spent", "1e9 GBP");
  chart_set (chart_add_figure (2, "Nobody knows", "not-specified GBP"), "newness", "new");
  chart_set (chart_add_figure (3, "Less", "-1e9 GBP"), "newness", "new");
  chart_set (chart_add_figure (4, "Saved", "1e9 GBP"), "flow", "saving");
  content = chart_make (CARE_CHART_STACKED);
  g_assert_nonnull (chart_get_bar (content, 0)->parts);
  for (guint i = 1; i < 4; i++)
    g_assert_null (chart_get_bar (content, i)->parts);
}

/* What is all of its bar needs no value of its own. */
static void
test_words_of_parts (void)
{
  g_autoptr (CareChartContent) content = NULL;
  g_autofree char *words = NULL;

  chart_set (chart_add_figure (1, "Fund", "3e9 GBP"), "newness", "mixed");
  chart_set (chart_add_figure (2, "Grant", "2e9 GBP"), "newness", "new");
  chart_set (chart_add_figure (3, "Rest", "1e9 GBP"), "newness", "existing");
  chart_add_part_of (20, "2", "1");
  chart_add_part_of (21, "3", "1");
  content = chart_make (CARE_CHART_STACKED);
  words = care_chart_content_describe (content);
  g_assert_cmpstr (words, ==,
                   "Fund: £3 billion, of which new £2 billion, existing £1 billion; Grant: £2 billion, new; "
                   "Rest: £1 billion, existing");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  chart_add_test ("/chart-stack/parts", test_parts);
  chart_add_test ("/chart-stack/parts-alike", test_parts_alike);
  chart_add_test ("/chart-stack/bounds", test_bounds);
  chart_add_test ("/chart-stack/parts-of-parts", test_parts_of_parts);
  chart_add_test ("/chart-stack/other-counts", test_other_counts);
  chart_add_test ("/chart-stack/over", test_over);
  chart_add_test ("/chart-stack/one-name", test_one_name);
  chart_add_test ("/chart-stack/names-of-owners", test_names_of_owners);
  chart_add_test ("/chart-stack/finding", test_finding);
  chart_add_test ("/chart-stack/estimators", test_estimators);
  chart_add_test ("/chart-stack/names-of-years", test_names_of_years);
  chart_add_test ("/chart-stack/not-divided", test_not_divided);
  chart_add_test ("/chart-stack/words-of-parts", test_words_of_parts);
  return g_test_run ();
}
