/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures can stand on one axis, and why others cannot. */

#include "chart-fixture.h"

static void
assert_groups (guint n, const char *first, const char *refusal)
{
  g_autoptr (GPtrArray) figures = chart_list_figures ();
  g_autoptr (CareChartGroups) groups = care_chart_groups_new (&chart_ask, figures, FALSE);
  g_autofree char *words = care_chart_groups_say (&chart_ask, groups, 0), *why = care_chart_groups_refuse (&chart_ask, groups);

  g_assert_cmpuint (groups->groups->len, ==, n);
  g_assert_cmpstr (words, ==, first);
  g_assert_cmpstr (why, ==, refusal);
}

/* Among several of which nobody says enough no one has a bar. */
static void
assert_none_stands (const char *why)
{
  g_autoptr (CareChartContent) content = chart_make (CARE_CHART_BARS);

  for (guint i = 0; i < content->bars->len; i++)
    {
      g_assert_true (chart_get_bar (content, i)->is_apart);
      g_assert_true (g_str_has_suffix (chart_get_bar (content, i)->note, why));
    }
}

/* Each field in which two cannot stand on one axis is named. */
static void
test_refused (void)
{
  static const struct
  {
    const char *field, *text, *why;
  } cases[] = {
    { "value", "20 %", "what it counts (money, a percentage)" },
    { "flow", "saving", "flow kind (spending, saving)" },
    { "period_basis", "total", "period basis (per year, total over stated years)" },
    { "period_basis", "not-stated", "period basis (per year, not stated)" },
    { "price_basis", "real", "price basis (cash, real terms)" },
    { "place", "7", "extent (not stated, Scotland)" },
  };

  chart_add ("place", 7, "name", "Scotland", NULL);
  chart_add_figure (1, "One", "1e9 GBP");
  chart_add_figure (2, "Two", "2e9 GBP");
  assert_groups (1, "Spending, per year, cash", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareRecord *third = chart_add_figure (3, "Three", "3e9 GBP");
      g_autofree char *why = g_strdup_printf ("They differ in %s.", cases[i].why);

      chart_set (third, cases[i].field, cases[i].text);
      assert_groups (2, "Spending, per year, cash", why);
      g_ptr_array_remove (chart_records, third);
    }
}

/* Owners are what is compared, and so are two years; two totals are of the same years. */
static void
test_alike (void)
{
  CareRecord *first, *second;

  chart_add ("actor", 5, "name", "Labour", "kind", "party", NULL);
  first = chart_add_figure (1, "One", "1e9 GBP");
  second = chart_add_figure (2, "Two", "2e9 GBP");
  chart_set (second, "actor", "5");
  chart_set (first, "period", "2013");
  chart_set (second, "period", "2014");
  assert_groups (1, "Spending, per year, cash", NULL);
  chart_set (first, "period_basis", "total");
  chart_set (second, "period_basis", "total");
  assert_groups (2, "Spending, total over stated years, 2013, cash", "They differ in period (2013, 2014).");
  chart_set (second, "period", "2013");
  assert_groups (1, "Spending, total over stated years, 2013, cash", NULL);
  /* Of which years, nobody knows. */
  chart_set (first, "period", NULL);
  chart_set (second, "period", NULL);
  assert_groups (1, "Spending, total over stated years, cash", NULL);
  assert_none_stands ("period: not stated");
  /* A change between two years is of those. */
  chart_set (first, "period_basis", "change");
  chart_set (second, "period_basis", "change");
  chart_set (first, "period", "2013");
  chart_set (second, "period", "2014");
  assert_groups (2, "Spending, change between two years, 2013, cash", "They differ in period (2013, 2014).");
}

/* Two sums of £2.5 billion may be a year's and five years'. The parts of a whole are of its period, whatever
 * that is. */
static void
test_no_period (void)
{
  g_autoptr (CareChartContent) whole = NULL, mixed = NULL;

  chart_add ("actor", 5, "name", "Labour Party", "short_name", "Labour", "kind", "party", NULL);
  chart_set (chart_add_figure (1, "Time to Care fund", "25e8 GBP"), "actor", "5");
  chart_add_figure (2, "Healthcare fund", "25e8 GBP");
  for (guint i = 1; i < 3; i++)
    chart_set (chart_records->pdata[i], "period_basis", "not-stated");
  assert_groups (1, "Spending, cash, period not stated", NULL);
  assert_none_stands ("period basis: not stated");
  /* Whose each is is said all the same. */
  mixed = chart_make (CARE_CHART_BARS);
  g_assert_cmpstr (chart_get_bar (mixed, 0)->note, ==, "Labour · period basis: not stated");
  g_assert_cmpstr (mixed->title, ==, "These figures cannot be compared: for what period they are is not stated");
  g_assert_cmpstr (mixed->subtitle, ==, "Spending, cash, period not stated");

  chart_set (chart_add_figure (3, "New", "1e9 GBP"), "period_basis", "not-stated");
  chart_add_part_of (20, "3", "1");
  assert_groups (2, "Spending, cash, period not stated, in “Time to Care fund”", "They differ in period basis (not stated).");
  whole = chart_make (CARE_CHART_BARS);
  g_assert_false (chart_get_bar (whole, 0)->is_apart);
  g_assert_true (chart_get_bar (whole, 1)->is_apart);
  g_assert_false (chart_get_bar (whole, 2)->is_apart);
  g_assert_cmpstr (whole->title, ==, "“Time to Care fund” is more than “New”: £2.5 billion and £1 billion");
}

/* Where the period is known it does not matter what they are parts of. */
static void
test_parts_of_known_periods (void)
{
  for (CareId id = 1; id < 5; id++)
    chart_add_figure (id, "Fund", "25e8 GBP");
  chart_add_part_of (20, "2", "1");
  chart_add_part_of (21, "4", "3");
  assert_groups (1, "Spending, per year, cash", NULL);
}

/* Beside what counts something else it is the same; that says why of itself. */
static void
test_no_period_beside_others (void)
{
  g_autoptr (CareChartContent) content = NULL;

  for (CareId id = 1; id < 3; id++)
    chart_set (chart_add_figure (id, "Fund", "25e8 GBP"), "period_basis", "not-stated");
  chart_add_figure (3, "People", "5 people");
  assert_none_stands ("");
  content = chart_make (CARE_CHART_BARS);
  g_assert_cmpstr (chart_get_bar (content, 2)->note, ==, "people, not money");
}

/* Parts of parts are of the whole; who goes round in a circle comes to an end. */
static void
test_wholes (void)
{
  chart_add_part_of (20, "3", "2");
  chart_add_part_of (21, "2", "1");
  chart_add ("link", 22, "relation", "restates", "from_figure", "4", "to_figure", "1", NULL);
  for (CareId id = 1; id < 4; id++)
    g_assert_cmpint (care_chart_find_whole (&chart_ask, id), ==, 1);
  g_assert_cmpint (care_chart_find_whole (&chart_ask, 4), ==, 0);
  chart_add_part_of (23, "1", "3");
  g_assert_cmpint (care_chart_find_whole (&chart_ask, 1), !=, 0);
}

/* A percentage is of something, and money is in prices; of people neither plays a part. */
static void
test_fields_of_unit (void)
{
  CareRecord *first = chart_add_figure (1, "One", "10 people"), *second = chart_add_figure (2, "Two", "20 people");

  chart_set (second, "base", "the staff");
  chart_set (second, "price_basis", "real");
  chart_set (second, "price_year", "2013/14");
  assert_groups (1, "People, spending, per year, cash", NULL);
  chart_set (first, "value", "10 %");
  chart_set (second, "value", "20 %");
  assert_groups (2, "A percentage, spending, per year, cash",
                 "They differ in what it is a percentage of (not stated, the staff).");
}

static const char *const flows[] = { "spend", "saving", "revenue", "loss", "allocation" };

/* Of many no more than three are named. */
static void
test_many (void)
{
  for (guint i = 0; i < 3; i++)
    chart_set (chart_add_figure (1 + i, "One", "1e9 GBP"), "flow", flows[i]);
  assert_groups (3, "Spending, per year, cash", "They differ in flow kind (spending, saving, revenue).");
  for (guint i = 3; i < G_N_ELEMENTS (flows); i++)
    chart_set (chart_add_figure (1 + i, "One", "1e9 GBP"), "flow", flows[i]);
  assert_groups (5, "Spending, per year, cash", "They differ in flow kind (spending, saving, revenue…).");
}

/* What counts something else says nothing of whether the rest differ. */
static void
test_many_units (void)
{
  static const char *const values[] = { "1 people", "2 sites", "3 beds", "4 GPs" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    chart_add ("figure", 1 + i, "label", "One", "value", values[i], "flow", flows[i], NULL);
  chart_add ("figure", 9, "label", "One", "value", "5 people", "flow", flows[4], NULL);
  assert_groups (5, "People, spending",
                 "They differ in what it counts (people, sites, beds…); flow kind (spending, saving, revenue…).");
}

static void
assert_first_group (gboolean over_years, const char *unit, guint n)
{
  g_autoptr (GPtrArray) figures = chart_list_figures ();
  g_autoptr (CareChartGroups) groups = care_chart_groups_new (&chart_ask, figures, over_years);
  const CareChartGroup *first = groups->groups->pdata[0];

  g_assert_cmpuint (groups->groups->len, ==, 2);
  g_assert_cmpstr (first->basis->unit, ==, unit);
  g_assert_cmpuint (first->figures->len, ==, n);
  g_assert_true (first->figures->pdata[0] == chart_lookup ("figure", first->basis->id, NULL));
}

/* Those first of which most can be shown; of as many, money. */
static void
test_groups (void)
{
  chart_add_figure (1, "One", "20 people");
  chart_set (chart_add_figure (2, "Two", "1e9 GBP"), "period", "2014");
  assert_first_group (FALSE, "GBP", 1);
  chart_add_figure (3, "Three", "not-specified people");
  assert_first_group (FALSE, "GBP", 1);
  chart_add_figure (4, "Four", "30 people");
  assert_first_group (FALSE, "people", 3);
  assert_first_group (TRUE, "GBP", 1); /* the others have no year */
}

static void
test_unstated_is_said (void)
{
  CareRecord *figure = chart_add_figure (1, "One", "1e9 GBP");

  chart_set (figure, "period_basis", "not-stated");
  assert_groups (1, "Spending, cash, period not stated", NULL);
  chart_set (figure, "price_basis", NULL);
  assert_groups (1, "Spending, period and prices not stated", NULL);
  chart_set (figure, "value", "10 people");
  assert_groups (1, "People, spending", NULL);
  chart_set (figure, "flow", "non-money");
  assert_groups (1, "People", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  chart_add_test ("/chart-basis/refused", test_refused);
  chart_add_test ("/chart-basis/alike", test_alike);
  chart_add_test ("/chart-basis/fields-of-unit", test_fields_of_unit);
  chart_add_test ("/chart-basis/many", test_many);
  chart_add_test ("/chart-basis/many-units", test_many_units);
  chart_add_test ("/chart-basis/groups", test_groups);
  chart_add_test ("/chart-basis/no-period", test_no_period);
  chart_add_test ("/chart-basis/no-period-beside-others", test_no_period_beside_others);
  chart_add_test ("/chart-basis/parts-of-known-periods", test_parts_of_known_periods);
  chart_add_test ("/chart-basis/wholes", test_wholes);
  chart_add_test ("/chart-basis/unstated-is-said", test_unstated_is_said);
  return g_test_run ();
}
