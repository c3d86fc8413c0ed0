/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart shows and says, and what it refuses to show on one axis. */

#include "care-chart-content.h"
#include "care-number-style.h"

#include <string.h>

static GPtrArray *records;

static CareRecord *
lookup (const char *kind, CareId id, gpointer data)
{
  for (guint i = 0; i < records->len; i++)
    if (care_record_is (records->pdata[i], kind) && care_record_get_id (records->pdata[i]) == id)
      return records->pdata[i];
  return NULL;
}

static GPtrArray *
list (gpointer data, const char *kind, const char *field, CareId id)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (records->pdata[i], kind) && care_record_get_reference (records->pdata[i], field) == id)
      g_ptr_array_add (found, records->pdata[i]);
  return found;
}

static const CareChartAsk ask = { lookup, list, NULL, CARE_QUANTITY_HOUSE };

/* Fields and what is in them by turns, ended by NULL. */
static CareRecord *
add (const char *kind, CareId id, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  va_list fields;

  va_start (fields, id);
  for (const char *field; (field = va_arg (fields, const char *)) != NULL;)
    {
      g_autoptr (GError) error = NULL;

      care_record_set (record, field, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (fields);
  g_ptr_array_add (records, record);
  return record;
}

static void
set (CareRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, text, &error);
  g_assert_no_error (error);
}

/* Money of one kind a year, so that a test says only what differs. */
static CareRecord *
add_figure (CareId id, const char *label, const char *value)
{
  return add ("figure", id, "label", label, "value", value, "flow", "spend", "period_basis", "per-year", "price_basis", "cash",
              NULL);
}

static GPtrArray *
list_figures (void)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (records->pdata[i], "figure"))
      g_ptr_array_add (figures, g_object_ref (records->pdata[i]));
  return figures;
}

static CareChartContent *
make (CareChartKind kind)
{
  g_autoptr (GPtrArray) figures = list_figures ();

  return care_chart_content_new (&ask, figures, kind, 20);
}

static const CareChartBar *
get_bar (const CareChartContent *content, guint index)
{
  g_assert_cmpuint (index, <, content->bars->len);
  return content->bars->pdata[index];
}

static void
assert_groups (guint n, const char *first, const char *refusal)
{
  g_autoptr (GPtrArray) figures = list_figures ();
  g_autoptr (CareChartGroups) groups = care_chart_groups_new (&ask, figures, FALSE);
  g_autofree char *words = care_chart_groups_say (&ask, groups, 0), *why = care_chart_groups_refuse (&ask, groups);

  g_assert_cmpuint (groups->groups->len, ==, n);
  g_assert_cmpstr (words, ==, first);
  g_assert_cmpstr (why, ==, refusal);
}

static void
add_part_of (CareId id, const char *part, const char *whole)
{
  add ("link", id, "relation", "part-of", "from_figure", part, "to_figure", whole, NULL);
}

/* Among several of which nobody says enough no one has a bar. */
static void
assert_none_stands (const char *why)
{
  g_autoptr (CareChartContent) content = make (CARE_CHART_BARS);

  for (guint i = 0; i < content->bars->len; i++)
    {
      g_assert_true (get_bar (content, i)->is_apart);
      g_assert_true (g_str_has_suffix (get_bar (content, i)->note, why));
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

  add ("place", 7, "name", "Scotland", NULL);
  add_figure (1, "One", "1e9 GBP");
  add_figure (2, "Two", "2e9 GBP");
  assert_groups (1, "Spending, per year, cash", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareRecord *third = add_figure (3, "Three", "3e9 GBP");
      g_autofree char *why = g_strdup_printf ("They differ in %s.", cases[i].why);

      set (third, cases[i].field, cases[i].text);
      assert_groups (2, "Spending, per year, cash", why);
      g_ptr_array_remove (records, third);
    }
}

/* Owners are what is compared, and so are two years; two totals are of the same years. */
static void
test_alike (void)
{
  CareRecord *first, *second;

  add ("actor", 5, "name", "Labour", "kind", "party", NULL);
  first = add_figure (1, "One", "1e9 GBP");
  second = add_figure (2, "Two", "2e9 GBP");
  set (second, "actor", "5");
  set (first, "period", "2013");
  set (second, "period", "2014");
  assert_groups (1, "Spending, per year, cash", NULL);
  set (first, "period_basis", "total");
  set (second, "period_basis", "total");
  assert_groups (2, "Spending, total over stated years, 2013, cash", "They differ in period (2013, 2014).");
  set (second, "period", "2013");
  assert_groups (1, "Spending, total over stated years, 2013, cash", NULL);
  /* Of which years, nobody knows. */
  set (first, "period", NULL);
  set (second, "period", NULL);
  assert_groups (1, "Spending, total over stated years, cash", NULL);
  assert_none_stands ("period: not stated");
  /* A change between two years is of those. */
  set (first, "period_basis", "change");
  set (second, "period_basis", "change");
  set (first, "period", "2013");
  set (second, "period", "2014");
  assert_groups (2, "Spending, change between two years, 2013, cash", "They differ in period (2013, 2014).");
}

/* Two sums of £2.5 billion may be a year's and five years'. The parts of a whole are of its period, whatever
 * that is. */
static void
test_no_period (void)
{
  g_autoptr (CareChartContent) whole = NULL, mixed = NULL;

  add ("actor", 5, "name", "Labour Party", "short_name", "Labour", "kind", "party", NULL);
  set (add_figure (1, "Time to Care fund", "25e8 GBP"), "actor", "5");
  add_figure (2, "Healthcare fund", "25e8 GBP");
  for (guint i = 1; i < 3; i++)
    set (records->pdata[i], "period_basis", "not-stated");
  assert_groups (1, "Spending, cash, period not stated", NULL);
  assert_none_stands ("period basis: not stated");
  /* Whose each is is said all the same. */
  mixed = make (CARE_CHART_BARS);
  g_assert_cmpstr (get_bar (mixed, 0)->note, ==, "Labour · period basis: not stated");
  g_assert_cmpstr (mixed->title, ==, "These figures cannot be compared: for what period they are is not stated");
  g_assert_cmpstr (mixed->subtitle, ==, "Spending, cash, period not stated");

  set (add_figure (3, "New", "1e9 GBP"), "period_basis", "not-stated");
  add_part_of (20, "3", "1");
  assert_groups (2, "Spending, cash, period not stated, in “Time to Care fund”", "They differ in period basis (not stated).");
  whole = make (CARE_CHART_BARS);
  g_assert_false (get_bar (whole, 0)->is_apart);
  g_assert_true (get_bar (whole, 1)->is_apart);
  g_assert_false (get_bar (whole, 2)->is_apart);
  g_assert_cmpstr (whole->title, ==, "“Time to Care fund” is more than “New”: £2.5 billion and £1 billion");
}

/* The same beside what counts something else, which says why of itself. */
static void
test_no_period_beside_others (void)
{
  g_autoptr (CareChartContent) content = NULL;

  for (CareId id = 1; id < 3; id++)
    set (add_figure (id, "Fund", "25e8 GBP"), "period_basis", "not-stated");
  add_figure (3, "People", "5 people");
  assert_none_stands ("");
  content = make (CARE_CHART_BARS);
  g_assert_cmpstr (get_bar (content, 2)->note, ==, "people, not money");
}

/* Parts of parts are of the whole; who goes round in a circle comes to an end. */
static void
test_wholes (void)
{
  add_part_of (20, "3", "2");
  add_part_of (21, "2", "1");
  add ("link", 22, "relation", "restates", "from_figure", "4", "to_figure", "1", NULL);
  for (CareId id = 1; id < 4; id++)
    g_assert_cmpint (care_chart_find_whole (&ask, id), ==, 1);
  g_assert_cmpint (care_chart_find_whole (&ask, 4), ==, 0);
  add_part_of (23, "1", "3");
  g_assert_cmpint (care_chart_find_whole (&ask, 1), !=, 0);
}

/* A percentage is of something, and money is in prices; of people neither plays a part. */
static void
test_fields_of_unit (void)
{
  CareRecord *first = add_figure (1, "One", "10 people"), *second = add_figure (2, "Two", "20 people");

  set (second, "base", "the staff");
  set (second, "price_basis", "real");
  set (second, "price_year", "2013/14");
  assert_groups (1, "People, spending, per year, cash", NULL);
  set (first, "value", "10 %");
  set (second, "value", "20 %");
  assert_groups (2, "A percentage, spending, per year, cash",
                 "They differ in what it is a percentage of (not stated, the staff).");
}

static const char *const flows[] = { "spend", "saving", "revenue", "loss", "allocation" };

/* Of many no more than three are named. */
static void
test_many (void)
{
  for (guint i = 0; i < 3; i++)
    set (add_figure (1 + i, "One", "1e9 GBP"), "flow", flows[i]);
  assert_groups (3, "Spending, per year, cash", "They differ in flow kind (spending, saving, revenue).");
  for (guint i = 3; i < G_N_ELEMENTS (flows); i++)
    set (add_figure (1 + i, "One", "1e9 GBP"), "flow", flows[i]);
  assert_groups (5, "Spending, per year, cash", "They differ in flow kind (spending, saving, revenue…).");
}

/* What counts something else says nothing of whether the rest differ. */
static void
test_many_units (void)
{
  static const char *const values[] = { "1 people", "2 sites", "3 beds", "4 GPs" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    add ("figure", 1 + i, "label", "One", "value", values[i], "flow", flows[i], NULL);
  add ("figure", 9, "label", "One", "value", "5 people", "flow", flows[4], NULL);
  assert_groups (5, "People, spending",
                 "They differ in what it counts (people, sites, beds…); flow kind (spending, saving, revenue…).");
}

static void
assert_first_group (gboolean over_years, const char *unit, guint n)
{
  g_autoptr (GPtrArray) figures = list_figures ();
  g_autoptr (CareChartGroups) groups = care_chart_groups_new (&ask, figures, over_years);
  const CareChartGroup *first = groups->groups->pdata[0];

  g_assert_cmpuint (groups->groups->len, ==, 2);
  g_assert_cmpstr (first->basis->unit, ==, unit);
  g_assert_cmpuint (first->figures->len, ==, n);
  g_assert_true (first->figures->pdata[0] == lookup ("figure", first->basis->id, NULL));
}

/* Those first of which most can be shown; of as many, money. */
static void
test_groups (void)
{
  add_figure (1, "One", "20 people");
  set (add_figure (2, "Two", "1e9 GBP"), "period", "2014");
  assert_first_group (FALSE, "GBP", 1);
  add_figure (3, "Three", "not-specified people");
  assert_first_group (FALSE, "GBP", 1);
  add_figure (4, "Four", "30 people");
  assert_first_group (FALSE, "people", 3);
  assert_first_group (TRUE, "GBP", 1); /* the others have no year */
}

static void
test_unstated_is_said (void)
{
  CareRecord *figure = add_figure (1, "One", "1e9 GBP");

  set (figure, "period_basis", "not-stated");
  assert_groups (1, "Spending, cash, period not stated", NULL);
  set (figure, "price_basis", NULL);
  assert_groups (1, "Spending, period and prices not stated", NULL);
  set (figure, "value", "10 people");
  assert_groups (1, "People, spending", NULL);
  set (figure, "flow", "non-money");
  assert_groups (1, "People", NULL);
}

/* What cannot stand beside the first keeps its place, and says why. */
static void
test_apart (void)
{
  g_autoptr (CareChartContent) content = NULL;

  add ("actor", 5, "name", "Labour", "kind", "party", NULL);
  add_figure (1, "One", "1e9 GBP");
  set (add_figure (2, "Two", "9e9 GBP"), "flow", "saving");
  set (lookup ("figure", 2, NULL), "actor", "5");
  add_figure (3, "Three", "3e9 GBP");
  set (add_figure (4, "Four", "3 %"), "flow", "saving");
  content = make (CARE_CHART_BARS);
  g_assert_cmpuint (content->bars->len, ==, 4);
  g_assert_cmpstr (get_bar (content, 3)->note, ==, "a percentage, not money");
  g_assert_false (get_bar (content, 0)->is_apart);
  g_assert_true (get_bar (content, 1)->is_apart);
  g_assert_cmpstr (get_bar (content, 1)->note, ==, "saving, not spending");
  g_assert_cmpstr (content->title, ==, "“Three” is more than “One”: £3 billion and £1 billion");
  g_assert_cmpstr (content->subtitle, ==, "Spending, per year, cash");
}

/* What tells one bar from the next stands below its name: whose, when, how new, and who says so. */
static void
test_notes (void)
{
  CareRecord *figure = add_figure (1, "One", "1e9 GBP"), *second = add_figure (2, "Two", "1e9 GBP");
  g_autoptr (CareChartContent) bars = NULL, stacked = NULL;

  set (add ("actor", 5, "name", "Labour Party", "kind", "party", NULL), "short_name", "Labour");
  set (lookup ("actor", 5, NULL), "colour", "#e4003b");
  add ("actor", 6, "name", "Monitor", "kind", "public-body", NULL);
  set (figure, "actor", "5");
  set (figure, "period", "2013");
  set (figure, "newness", "mixed");
  set (figure, "newness_share", "most");
  set (figure, "estimator", "6");
  set (second, "actor", "6");
  set (second, "period_words", "some years");
  set (second, "newness", "not-stated");
  bars = make (CARE_CHART_BARS);
  g_assert_cmpstr (get_bar (bars, 0)->note, ==, "Labour · 2013 · mixed (most) · Monitor");
  g_assert_cmpstr (get_bar (bars, 1)->note, ==, "Monitor · some years");
  g_assert_cmpstr (get_bar (bars, 0)->colour, ==, "#e4003b");
  g_assert_null (get_bar (bars, 1)->colour);
  g_assert_cmpuint (get_bar (bars, 0)->owner, !=, get_bar (bars, 1)->owner);
  stacked = make (CARE_CHART_STACKED);
  g_assert_cmpstr (get_bar (stacked, 0)->note, ==, "Labour · 2013 · Monitor");
  set (second, "actor", "5");
  g_clear_pointer (&bars, care_chart_content_free);
  bars = make (CARE_CHART_BARS);
  g_assert_cmpuint (get_bar (bars, 0)->owner, ==, get_bar (bars, 1)->owner);
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
    { { "<=9e9 GBP", "<=2e9 GBP", "<=3e9 GBP" }, "It is not known which of 3 is the largest" },
    { { "not-specified GBP", "2e9 GBP", "not-found GBP" }, "“B” is £2 billion" },
    { { "not-specified GBP", "not-assessed GBP", "not-found GBP" }, "No value is stated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareChartContent) content = NULL;

      g_ptr_array_set_size (records, 0);
      add_figure (1, "A", cases[i].values[0]);
      add_figure (2, "B", cases[i].values[1]);
      add_figure (3, "C", cases[i].values[2]);
      content = make (CARE_CHART_BARS);
      g_assert_cmpstr (content->title, ==, cases[i].finding);
    }
}

/* Who worked it out and who is quoted as giving it are two, and both are named; each source once. */
static void
test_sources (void)
{
  CareRecord *figure = add_figure (1, "Savings", "4e9..6e9 GBP");
  g_autoptr (CareChartContent) content = NULL;
  g_autofree char *line = NULL;

  add ("actor", 5, "name", "Monitor", "kind", "public-body", NULL);
  add ("actor", 6, "name", "Pulse", "kind", "publisher", NULL);
  add ("person", 7, "name", "Andy Burnham", NULL);
  add ("source", 8, "title", "Labour backs down", "kind", "article", "creator", "6", NULL);
  add ("source", 9, "title", "Key Issues", "kind", "briefing", "creator", "6", NULL);
  add ("citation", 10, "source", "8", "figure", "1", NULL);
  add ("citation", 11, "source", "9", "figure", "2", "pinpoint", "Money", NULL);
  add ("citation", 12, "source", "9", "figure", "3", NULL);
  set (figure, "estimator", "5");
  set (figure, "reporter", "7");
  add_figure (2, "Two", "1e9 GBP");
  add_figure (3, "Three", "1e9 GBP");
  content = make (CARE_CHART_BARS);
  line = care_chart_content_say_sources (content);
  g_assert_cmpstr (line, ==, "Source: Monitor, as reported by Andy Burnham, in Pulse; Pulse, Key Issues");
  g_assert_cmpstr (get_bar (content, 0)->note, ==, "Monitor, as reported by Andy Burnham");
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

  add ("actor", 6, "name", "Pulse", "kind", "publisher", NULL);
  add ("source", 8, "title", "Budget", "creator", "6", NULL);
  add ("source", 9, "title", "Budget", "creator", "6", NULL);
  add ("citation", 10, "source", "8", "figure", "1", "pinpoint", "p.1", NULL);
  add ("citation", 11, "source", "8", "figure", "2", "pinpoint", "p.1", NULL);
  add ("citation", 12, "source", "8", "figure", "3", "pinpoint", "p.2", NULL);
  add ("citation", 13, "source", "9", "figure", "4", "pinpoint", "p.2", NULL);
  for (CareId id = 1; id <= 4; id++)
    add_figure (id, "One", "1e9 GBP");
  content = make (CARE_CHART_BARS);
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
  CareRecord *figure = add_figure (1, "Savings", "4e9 GBP");
  g_autofree char *quoted = NULL, *own = NULL, *line = NULL;
  g_autoptr (CareChartContent) content = NULL;

  add ("actor", 5, "name", "Monitor", "kind", "public-body", NULL);
  add ("citation", 10, "source", "99", "figure", "1", NULL); /* it is not there */
  set (figure, "reporting_body", "5");
  quoted = care_chart_say_attribution (&ask, figure);
  g_assert_cmpstr (quoted, ==, "reported by Monitor");
  set (figure, "estimator", "5");
  own = care_chart_say_attribution (&ask, figure);
  g_assert_cmpstr (own, ==, "Monitor");
  content = make (CARE_CHART_BARS);
  assert_source (content, 0, 0, NULL);
  line = care_chart_content_say_sources (content);
  g_assert_cmpstr (line, ==, "Source: Monitor");
}

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

  set (add_figure (1, "Fund", "300e7 GBP"), "newness", "mixed");
  set (add_figure (2, "New", "2e9 GBP"), "newness", "new");
  set (add_figure (3, "Old", "5e8 GBP"), "newness", "existing");
  add_part_of (20, "2", "1");
  add_part_of (21, "3", "1");
  content = make (CARE_CHART_STACKED);
  g_assert_cmpuint (get_bar (content, 0)->parts->len, ==, 3);
  assert_part (get_bar (content, 0), 0, "new", "2e9 GBP");
  assert_part (get_bar (content, 0), 1, "existing", "5e8 GBP");
  assert_part (get_bar (content, 0), 2, "not-stated", "5e8 GBP");
  g_assert_cmpuint (get_bar (content, 1)->parts->len, ==, 1);
  assert_part (get_bar (content, 1), 0, "new", "2e9 GBP");
}

/* Parts as new as each other are one, and together they may be what the whole is rounded to. */
static void
test_parts_alike (void)
{
  g_autoptr (CareChartContent) content = NULL;

  set (add_figure (1, "Fund", "25e8 GBP"), "newness", "mixed");
  set (add_figure (2, "Tax", "12e8 GBP"), "newness", "new");
  set (add_figure (3, "Levy", "125e7 GBP"), "newness", "new");
  add_part_of (20, "2", "1");
  add_part_of (21, "3", "1");
  content = make (CARE_CHART_STACKED);
  g_assert_cmpuint (get_bar (content, 0)->parts->len, ==, 1);
  assert_part (get_bar (content, 0), 0, "new", "245e7 GBP");
}

/* What a part is made of is not counted again. */
static void
test_parts_of_parts (void)
{
  g_autoptr (CareChartContent) content = NULL;

  set (add_figure (1, "Fund", "300e7 GBP"), "newness", "mixed");
  set (add_figure (2, "New", "2e9 GBP"), "newness", "new");
  set (add_figure (3, "Old", "1e9 GBP"), "newness", "existing");
  set (add_figure (4, "Transfer", "5e8 GBP"), "newness", "re-announced");
  add_part_of (20, "2", "1");
  add_part_of (21, "3", "1");
  add_part_of (22, "4", "2");
  content = make (CARE_CHART_STACKED);
  g_assert_cmpuint (get_bar (content, 0)->parts->len, ==, 2);
  assert_part (get_bar (content, 0), 0, "new", "2e9 GBP");
  assert_part (get_bar (content, 0), 1, "existing", "1e9 GBP");
}

/* Bids are of areas, but no length of a bar that shows areas. */
static void
test_other_counts (void)
{
  g_autoptr (CareChartContent) content = NULL;

  set (add_figure (1, "Areas", "29 areas"), "newness", "existing");
  set (add_figure (2, "Bids", "9 bids"), "newness", "new");
  add_part_of (20, "2", "1");
  content = make (CARE_CHART_STACKED);
  g_assert_cmpuint (get_bar (content, 0)->parts->len, ==, 1);
  assert_part (get_bar (content, 0), 0, "existing", "29 areas");
}

/* Parts that come to more than the whole do not divide it. */
static void
test_over (void)
{
  g_autoptr (CareChartContent) content = NULL;

  set (add_figure (1, "Fund", "3e9 GBP"), "newness", "mixed");
  set (add_figure (2, "New", "4e9 GBP"), "newness", "new");
  add_part_of (20, "2", "1");
  content = make (CARE_CHART_STACKED);
  g_assert_cmpuint (get_bar (content, 0)->parts->len, ==, 1);
  assert_part (get_bar (content, 0), 0, "mixed", "3e9 GBP");
}

/* Figures of one name are one bar only where a ledger may add them. */
static void
test_one_name (void)
{
  g_autoptr (CareChartContent) added = NULL, refused = NULL;
  g_autofree char *total = NULL;
  CareRecord *second;

  set (add_figure (1, "Fund", "2e8 GBP"), "newness", "new");
  second = add_figure (2, "Fund", "1e8 GBP");
  set (second, "newness", "existing");
  added = make (CARE_CHART_STACKED);
  g_assert_cmpuint (added->bars->len, ==, 1);
  total = care_quantity_to_string (get_bar (added, 0)->quantity);
  g_assert_cmpstr (total, ==, "3e8 GBP");
  assert_part (get_bar (added, 0), 0, "new", "2e8 GBP");
  assert_part (get_bar (added, 0), 1, "existing", "1e8 GBP");

  set (second, "period", "2014");
  refused = make (CARE_CHART_STACKED);
  g_assert_cmpuint (refused->bars->len, ==, 2);
  assert_part (get_bar (refused, 0), 0, "new", "2e8 GBP");
}

/* Those of one name and owner are one; what stands between keeps its bar. */
static void
test_names_of_owners (void)
{
  static const char *const left[] = { "3e8 GBP", "7e8 GBP", "4e8 GBP" };
  g_autoptr (CareChartContent) content = NULL;

  add ("actor", 5, "name", "Labour", "kind", "party", NULL);
  add ("actor", 6, "name", "SNP", "kind", "party", NULL);
  set (add_figure (1, "Fund", "2e8 GBP"), "actor", "5");
  add_figure (2, "Grant", "7e8 GBP");
  set (add_figure (3, "Fund", "4e8 GBP"), "actor", "6");
  set (add_figure (4, "Fund", "1e8 GBP"), "actor", "5");
  content = make (CARE_CHART_STACKED);
  g_assert_cmpuint (content->bars->len, ==, G_N_ELEMENTS (left));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *quantity = care_quantity_to_string (get_bar (content, i)->quantity);

      g_assert_cmpstr (quantity, ==, left[i]);
      for (guint k = 0; k < i; k++)
        g_assert_cmpuint (get_bar (content, i)->owner, !=, get_bar (content, k)->owner);
    }
}

/* Where a ledger would leave one of them out, all stay. */
static void
test_names_of_years (void)
{
  g_autoptr (CareChartContent) content = NULL;

  for (CareId id = 1; id <= 3; id++)
    set (add_figure (id, "Fund", "1e8 GBP"), "period", id < 3 ? "2013" : "2014");
  content = make (CARE_CHART_STACKED);
  g_assert_cmpuint (content->bars->len, ==, 3);
}

/* Neither what has no bar nor what goes below nought is divided. */
static void
test_not_divided (void)
{
  g_autoptr (CareChartContent) content = NULL;

  add_figure (1, "Spent", "1e9 GBP");
  set (add_figure (2, "Nobody knows", "not-specified GBP"), "newness", "new");
  set (add_figure (3, "Less", "-1e9 GBP"), "newness", "new");
  set (add_figure (4, "Saved", "1e9 GBP"), "flow", "saving");
  content = make (CARE_CHART_STACKED);
  g_assert_nonnull (get_bar (content, 0)->parts);
  for (guint i = 1; i < 4; i++)
    g_assert_null (get_bar (content, i)->parts);
}

static CareRecord *
add_year (CareId id, const char *year, const char *value)
{
  CareRecord *figure = add ("figure", id, "label", "Spending", "value", value, "flow", "spend", "period_basis", "level",
                            "price_basis", "cash", "period", year, NULL);

  return figure;
}

static void
test_years (void)
{
  g_autoptr (CareChartContent) content = NULL;

  add_year (1, "2014", "3e9 GBP");
  add_year (2, "2012", "1e9 GBP");
  add_year (3, "2013", "2e9 GBP");
  content = make (CARE_CHART_YEARS);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2012 + i);

      g_assert_cmpstr (get_bar (content, i)->label, ==, year);
      g_assert_null (get_bar (content, i)->gap);
      g_assert_null (get_bar (content, i)->heading);
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

      g_ptr_array_set_size (records, 0);
      for (guint k = 0; k < 3 && cases[i].values[k] != NULL; k++)
        add_year (1 + k, (const char *[]){ "2013", "2014", "2015" }[k], cases[i].values[k]);
      figures = list_figures ();
      content = care_chart_content_new (&ask, figures, CARE_CHART_YEARS, cases[i].most);
      g_assert_cmpstr (content->title, ==, cases[i].finding);
    }
}

/* What has no year is told in words, and is no end of a series. */
static void
test_undated (void)
{
  g_autoptr (CareChartContent) none = NULL, some = NULL;

  set (add_year (1, "2012", "5e9 GBP"), "period", NULL);
  none = make (CARE_CHART_YEARS);
  g_assert_cmpstr (none->title, ==, "No year is stated");
  add_year (2, "2013", "1e9 GBP");
  add_year (3, "2014", "2e9 GBP");
  some = make (CARE_CHART_YEARS);
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

      g_ptr_array_set_size (records, 0);
      add ("place", 7, "name", "Scotland", NULL);
      add ("actor", 5, "name", "Monitor", "kind", "public-body", NULL);
      add_year (1, "2013", "1e9 GBP");
      set (add_year (2, "2014", "2e9 GBP"), cases[i].field, cases[i].text);
      content = make (CARE_CHART_YEARS);
      g_assert_null (get_bar (content, 0)->gap);
      g_assert_cmpstr (get_bar (content, 1)->gap, ==, cases[i].gap);
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

  add ("actor", 5, "name", "Monitor", "kind", "public-body", NULL);
  set (add_year (1, "2013", "1e9 GBP"), "standing", "estimate");
  second = add_year (2, "2016", "2e9 GBP");
  set (second, "estimator", "5");
  set (second, "standing", "projection");
  content = make (CARE_CHART_YEARS);
  g_assert_cmpstr (get_bar (content, 1)->gap, ==,
                   "Break: estimated by Monitor, before by nobody named; no figure for the years between");
  g_assert_cmpstr (get_bar (content, 0)->note, ==, "estimate");
  g_assert_cmpstr (get_bar (content, 1)->note, ==, "projection · Monitor");
  cells = care_chart_content_list_cells (content);
  g_assert_cmpstr (((char **) cells->pdata[2])[1], ==, "projection · Monitor");
  g_assert_cmpstr (((char **) cells->pdata[2])[6], ==, get_bar (content, 1)->gap);
}

/* Series of several owners follow each other; what has no year, or another period basis, has no place. */
static void
test_series (void)
{
  g_autoptr (CareChartContent) content = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  g_autofree char *words = NULL;

  add ("actor", 5, "name", "Labour", "kind", "party", NULL);
  add_year (1, "2013", "1e9 GBP");
  set (add_year (2, "2012", "1e9 GBP"), "actor", "5");
  set (add_year (3, "2014", "1e9 GBP"), "period", NULL);
  set (add_year (4, "2014", "1e9 GBP"), "period_basis", "per-year");
  add_year (5, "2014", "1e9 GBP");
  set (add_year (6, "2014", "1e9 GBP"), "period", "../2014");
  content = make (CARE_CHART_YEARS);
  g_assert_cmpstr (get_bar (content, 0)->heading, ==, "Spending");
  g_assert_cmpstr (get_bar (content, 1)->label, ==, "2014");
  g_assert_null (get_bar (content, 1)->gap);
  g_assert_cmpstr (get_bar (content, 2)->heading, ==, "Labour: Spending");
  g_assert_cmpstr (get_bar (content, 3)->note, ==, "no year is stated");
  g_assert_cmpstr (get_bar (content, 4)->note, ==, "no year is stated");
  g_assert_cmpstr (get_bar (content, 5)->note, ==, "per year, not level in a stated year");
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (get_bar (content, i)->is_apart, ==, i > 2);
  words = care_chart_content_describe (content);
  g_assert_true (g_str_has_prefix (words, "Spending: 2013: £1 billion; 2014: £1 billion; Labour: Spending: 2012: £1 billion; "));
  figures = list_figures ();
  for (guint most = 1; most < 6; most++)
    {
      g_autoptr (CareChartContent) some = care_chart_content_new (&ask, figures, CARE_CHART_YEARS, most);

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

      g_ptr_array_set_size (records, 0);
      for (guint k = 0; k < 2; k++)
        {
          CareRecord *figure = add_year (1 + k, k == 0 ? "2013" : "2014", "1e9 GBP");

          set (figure, "label", cases[i].labels[k]);
          set (figure, "counts", cases[i].counts);
          set (figure, "fund", cases[i].funds[k]);
        }
      content = make (CARE_CHART_YEARS);
      g_assert_cmpint (get_bar (content, 1)->heading == NULL, ==, cases[i].is_one);
      g_assert_cmpstr (content->title, ==,
                       cases[i].is_one ? "From £1 billion in 2013 to £1 billion in 2014"
                                       : "Figures of different years, which are not all one series");
    }
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) figures = NULL;
  static const CareId by_size[] = { 5, 4, 2, 1, 6, 3 }, by_owner[] = { 1, 6, 3, 4, 2, 5 };

  add ("actor", 5, "name", "Labour", "kind", "party", "ordinal", "2", NULL);
  add ("actor", 6, "name", "SNP", "kind", "party", "ordinal", "1", NULL);
  set (add_figure (1, "A", "1e9 GBP"), "actor", "6");
  set (add_figure (2, "B", "2e9 GBP"), "actor", "5");
  set (add_figure (3, "C", "not-specified GBP"), "actor", "6");
  set (add_figure (4, "D", "3e9 GBP"), "actor", "5");
  add_figure (5, "E", "9e9 GBP");
  set (add_figure (6, "F", "-1e9 GBP"), "actor", "6");
  figures = list_figures ();
  care_chart_sort (&ask, figures, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (by_size); i++)
    g_assert_cmpint (care_record_get_id (figures->pdata[i]), ==, by_size[i]);
  care_chart_sort (&ask, figures, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (by_size); i++)
    g_assert_cmpint (care_record_get_id (figures->pdata[i]), ==, by_owner[i]);
}

/* As the briefing that it stands in writes its own. */
static void
test_numbers (void)
{
  CareChartAsk other = ask;
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (CareChartContent) content = NULL;

  other.numbers = care_number_style_find ("trade");
  add_figure (1, "One", "38e8 GBP");
  figures = list_figures ();
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
    add_figure (i, "One", "1e9 GBP");
  figures = list_figures ();
  content = care_chart_content_new (&ask, figures, CARE_CHART_BARS, 20);
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

  set (add_figure (1, "Fund", "38e8 GBP"), "newness", "existing");
  add_figure (2, "Bound", ">=125e-2 GBP");
  add_figure (3, "None", "not-specified GBP");
  content = make (CARE_CHART_BARS);
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

      g_ptr_array_set_size (records, 0);
      add_figure (1, "One", cases[i][0]);
      content = make (CARE_CHART_BARS);
      cells = care_chart_content_list_cells (content);
      g_assert_cmpstr (((char **) cells->pdata[1])[3], ==, cases[i][1]);
    }
}

/* What is all of its bar needs no value of its own. */
static void
test_words_of_parts (void)
{
  g_autoptr (CareChartContent) content = NULL;
  g_autofree char *words = NULL;

  set (add_figure (1, "Fund", "3e9 GBP"), "newness", "mixed");
  set (add_figure (2, "Grant", "2e9 GBP"), "newness", "new");
  set (add_figure (3, "Rest", "1e9 GBP"), "newness", "existing");
  add_part_of (20, "2", "1");
  add_part_of (21, "3", "1");
  content = make (CARE_CHART_STACKED);
  words = care_chart_content_describe (content);
  g_assert_cmpstr (words, ==,
                   "Fund: £3 billion, of which new £2 billion, existing £1 billion; Grant: £2 billion, new; "
                   "Rest: £1 billion, existing");
}

static void
assert_measure (const char *measure)
{
  g_autoptr (CareChartContent) content = make (CARE_CHART_BARS);

  g_assert_cmpstr (content->subtitle, ==, measure);
}

/* What all of them have alike, and nothing that only some have. */
static void
test_measure (void)
{
  CareRecord *first = add_figure (1, "One", "1e9 GBP"), *second = add_figure (2, "Two", "2e9 GBP");

  set (first, "counts", "beds");
  assert_measure ("Spending, per year, cash");
  set (second, "counts", "beds");
  assert_measure ("Spending, per year, cash: beds");
  set (first, "period", "2013");
  assert_measure ("Spending, per year, cash: beds");
  set (second, "period", "2013");
  assert_measure ("Spending, per year, 2013, cash: beds");
}

/* Of what nothing is known it is said what it counts. */
static void
test_measure_of_counts (void)
{
  CareRecord *figure = add ("figure", 1, "label", "One", "value", "3", NULL);

  assert_measure ("");
  set (figure, "counts", "beds");
  assert_measure ("beds");
}

static void
set_up (gpointer fixture, gconstpointer data)
{
  records = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (gpointer fixture, gconstpointer data)
{
  g_clear_pointer (&records, g_ptr_array_unref);
}

static void
run (gpointer fixture, gconstpointer test)
{
  ((void (*) (void)) test) ();
}

static void
add_test (const char *path, void (*test) (void))
{
  g_test_add_vtable (path, 0, (gconstpointer) test, set_up, run, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/chart-content/refused", test_refused);
  add_test ("/chart-content/alike", test_alike);
  add_test ("/chart-content/fields-of-unit", test_fields_of_unit);
  add_test ("/chart-content/many", test_many);
  add_test ("/chart-content/many-units", test_many_units);
  add_test ("/chart-content/groups", test_groups);
  add_test ("/chart-content/no-period", test_no_period);
  add_test ("/chart-content/no-period-beside-others", test_no_period_beside_others);
  add_test ("/chart-content/wholes", test_wholes);
  add_test ("/chart-content/unstated-is-said", test_unstated_is_said);
  add_test ("/chart-content/apart", test_apart);
  add_test ("/chart-content/notes", test_notes);
  add_test ("/chart-content/findings", test_findings);
  add_test ("/chart-content/sources", test_sources);
  add_test ("/chart-content/places", test_places);
  add_test ("/chart-content/reported", test_reported);
  add_test ("/chart-content/parts", test_parts);
  add_test ("/chart-content/parts-alike", test_parts_alike);
  add_test ("/chart-content/parts-of-parts", test_parts_of_parts);
  add_test ("/chart-content/other-counts", test_other_counts);
  add_test ("/chart-content/over", test_over);
  add_test ("/chart-content/one-name", test_one_name);
  add_test ("/chart-content/names-of-owners", test_names_of_owners);
  add_test ("/chart-content/names-of-years", test_names_of_years);
  add_test ("/chart-content/not-divided", test_not_divided);
  add_test ("/chart-content/years", test_years);
  add_test ("/chart-content/findings-over-years", test_findings_over_years);
  add_test ("/chart-content/undated", test_undated);
  add_test ("/chart-content/breaks", test_breaks);
  add_test ("/chart-content/break-for-two-reasons", test_break_for_two_reasons);
  add_test ("/chart-content/series", test_series);
  add_test ("/chart-content/one-series", test_one_series);
  add_test ("/chart-content/order", test_order);
  add_test ("/chart-content/numbers", test_numbers);
  add_test ("/chart-content/kinds", test_kinds);
  add_test ("/chart-content/more", test_more);
  add_test ("/chart-content/words", test_words);
  add_test ("/chart-content/digits", test_digits);
  add_test ("/chart-content/words-of-parts", test_words_of_parts);
  add_test ("/chart-content/measure", test_measure);
  add_test ("/chart-content/measure-of-counts", test_measure_of_counts);
  return g_test_run ();
}
