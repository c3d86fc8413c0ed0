/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-chart.h"

#include "care-chart-view.h"
#include "care-list.h"
#include "views-fixture.h"

#include <string.h>

#define MINIMUM "Better Care Fund: announced minimum (The Government · existing (most)): "

/* Whether something else is being found that is to be shown. */
static gboolean
is_busy (CareFiguresChart *chart)
{
  g_autofree char *other
    = gtk_test_accessible_check_state (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_STATE_BUSY, TRUE);

  return other == NULL;
}

static void
settle (CareFiguresChart *chart)
{
  ui_test_wait (!is_busy (chart));
  ui_test_settle ();
}

static CareFiguresChart *
open_chart (ViewsFixture *fixture)
{
  CareFiguresChart *chart = CARE_FIGURES_CHART (care_figures_chart_new ());

  ui_test_show (GTK_WIDGET (chart), 700, 600);
  care_figures_chart_set_library (chart, fixture->library);
  settle (chart);
  return chart;
}

static void
close_chart (CareFiguresChart *chart)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (chart)), chart);
}

static GtkWidget *
view_of (CareFiguresChart *chart)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (chart), CARE_TYPE_CHART_VIEW);

  g_assert_nonnull (view);
  return view;
}

/* All bars in words: what a screen reader says, which the chart itself makes. */
static char *
get_words (CareFiguresChart *chart)
{
  char *words = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view_of (chart)),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  g_assert_nonnull (words);
  return words;
}

static void
assert_says (CareFiguresChart *chart, const char *part, gboolean expected)
{
  g_autofree char *words = get_words (chart);

  if (strstr (words, part) == NULL)
    g_test_message ("no “%s” in “%s”", part, words);
  g_assert_cmpint (strstr (words, part) != NULL, ==, expected);
}

/* At the beginning of a sentence. */
static gboolean
says (GtkWidget *label, const char *words)
{
  const char *text = GTK_IS_LABEL (label) && gtk_widget_get_mapped (label) ? gtk_label_get_text (GTK_LABEL (label)) : "";
  const char *found = strstr (text, words);

  return found != NULL && (found == text || found[-1] == ' ') && (found == text || found[-2] == '.');
}

/* (nullable): a label on screen that says @words. */
static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  GtkWidget *found = says (widget, words) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, words);
  return found;
}

/* Chooses the figures that have @words in common. */
static void
choose (CareFiguresChart *chart, const char *words)
{
  GtkWidget *label = NULL;

  for (int i = 0; i < 30; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (chart), "chart.group", "i", i);
      settle (chart);
      label = find_label (GTK_WIDGET (chart), words);
      if (label != NULL)
        return;
    }
  g_error ("no figures are “%s”", words);
}

static CareFiguresChart *
open_pooled (ViewsFixture *fixture)
{
  CareFiguresChart *chart = open_chart (fixture);

  choose (chart, "Pooled budget, period and prices not stated");
  return chart;
}

/* Only what can stand on one axis is on it, and why the others are not is said. */
static void
test_bars (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);

  assert_says (chart, "Better Care Fund: pooled locally", TRUE);
  assert_says (chart, "Healthcare fund", FALSE); /* no pooled budget */
  g_assert_nonnull (find_label (GTK_WIDGET (chart), "28 other figures cannot stand on this axis. They differ in "));
  g_assert_null (find_label (GTK_WIDGET (chart), "Enter the period basis"));
  assert_says (chart, "8,000 GPs", FALSE);
  choose (chart, "GPs");
  assert_says (chart, "8,000 GPs", TRUE);
  close_chart (chart);
}

/* Labour and the Liberal Democrats each named £2.5 billion, and neither said for how many years: the chart
 * does not make the two the same. */
static void
test_no_period (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);

  choose (chart, "Spending, period and prices not stated");
  assert_says (chart, "Healthcare fund (Liberal Democrats · period basis: not stated): £2.5 billion", TRUE);
  assert_says (chart, "Time to Care fund (Labour · period basis: not stated): £2.5 billion", TRUE);
  g_assert_nonnull (find_label (GTK_WIDGET (chart), "These figures cannot be compared: "));
  g_assert_nonnull (find_label (GTK_WIDGET (chart), "Enter the period basis of each figure to compare them."));
  choose (chart, "Saving, period and prices not stated");
  assert_says (chart, "(Monitor, as reported by Andy Burnham · period basis: not stated): £4 billion to £6 billion", TRUE);
  close_chart (chart);
}

static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);

  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.group", "i", -1);
  settle (chart);
  g_assert_nonnull (find_label (GTK_WIDGET (chart), "These Figures Cannot Stand on One Axis"));
  g_assert_nonnull (find_label (GTK_WIDGET (chart), "They differ in what it counts ("));
  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.group", "i", 0);
  settle (chart);
  g_assert_true (gtk_widget_get_mapped (view_of (chart)));
  close_chart (chart);
}

/* The figures that were chosen stay so, wherever their group is after an act. */
static void
test_stays_chosen (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);

  for (CareId id = 90001; id < 90006; id++)
    views_fixture_insert (fixture, "figure", id, "label", "Beds", "value", "900 beds", NULL);
  settle (chart);
  assert_says (chart, MINIMUM "£3.8 billion", TRUE);
  close_chart (chart);
}

static void
test_stacked (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);

  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.kind", "s", "stacked");
  settle (chart);
  choose (chart, "Pooled budget, period and prices not stated");
  assert_says (chart, "£5.3 billion, of which existing £3.8 billion, not stated £1.5 billion", TRUE);
  close_chart (chart);
}

static void
test_years (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);

  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.kind", "s", "years");
  settle (chart);
  choose (chart, "People, level in a stated year");
  assert_says (chart, "2012 (estimate): 15 million people; (Break: no figure for the years between) 2025 (projection): 18 "
                      "million people", TRUE);
  close_chart (chart);
}

/* The same numbers in the order of the bars. */
static void
test_table (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);
  GtkWidget *table;

  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.table", NULL);
  settle (chart);
  table = ui_test_find (GTK_WIDGET (chart), CARE_TYPE_LIST);
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_cmpuint (g_list_model_get_n_items (care_list_get_model (CARE_LIST (table))), ==, 2);
  g_assert_nonnull (find_label (table, "£5.3 billion"));
  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.table", NULL);
  settle (chart);
  g_assert_true (gtk_widget_get_mapped (view_of (chart)));
  close_chart (chart);
}

static void
test_follows (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);
  g_autoptr (GBytes) before = ui_test_pixels (view_of (chart));
  g_autoptr (GBytes) after = NULL;

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£1 billion");
  settle (chart);
  assert_says (chart, MINIMUM "£1 billion", TRUE);
  assert_says (chart, "£3.8 billion", FALSE);
  after = ui_test_pixels (view_of (chart));
  g_assert_false (g_bytes_equal (before, after));

  views_fixture_insert (fixture, "figure", 90001, "label", "New money", "value", "£9 billion", "flow", "pooled-budget", NULL);
  views_fixture_insert (fixture, "link", 90002, "relation", "part-of", "from_figure", "90001", "to_figure", "17002", NULL);
  settle (chart);
  assert_says (chart, "New money: £9 billion", TRUE);
  views_fixture_set (fixture, "actor", 1007, "short_name", "The Coalition");
  settle (chart);
  assert_says (chart, "The Coalition · existing", TRUE);
  views_fixture_set (fixture, "figure", 90001, "value", "900 beds"); /* no longer money */
  settle (chart);
  assert_says (chart, "New money", FALSE);
  close_chart (chart);
}

/* While nobody sees it, it is not made anew; then it is. */
static void
test_hidden (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);

  gtk_widget_set_visible (GTK_WIDGET (chart), FALSE);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£1 billion");
  assert_says (chart, MINIMUM "£3.8 billion", TRUE);
  gtk_widget_set_visible (GTK_WIDGET (chart), TRUE);
  settle (chart);
  assert_says (chart, MINIMUM "£1 billion", TRUE);
  close_chart (chart);
}

static void
insert_many (ViewsFixture *fixture, guint n)
{
  g_autoptr (CareAct) act = care_act_new ("Insert");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) record = care_record_new (care_kind_find ("figure"), 90001 + i);

      care_record_set (record, "label", "Beds", &error);
      g_assert_no_error (error);
      care_record_set (record, "value", "900 beds", &error);
      g_assert_no_error (error);
      care_act_insert (act, record);
    }
  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
}

/* What is left out is told. */
static void
test_many (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);
  g_autofree char *words = NULL;
  guint n;

  g_assert_null (find_label (GTK_WIDGET (chart), "Only the first"));
  insert_many (fixture, 2500);
  n = care_library_count (fixture->library, "figure");
  choose (chart, "Beds");
  words = g_strdup_printf ("Only the first %'u of %'u figures are looked at.", 2000, n);
  g_assert_nonnull (find_label (GTK_WIDGET (chart), words));
  assert_says (chart, "Beds: 900 beds", TRUE);
  close_chart (chart);
}

static void
test_colour_follows (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);
  g_autoptr (GBytes) before = ui_test_pixels (view_of (chart));
  g_autoptr (GBytes) after = NULL;

  views_fixture_set (fixture, "actor", 1007, "colour", "#00ff00");
  settle (chart);
  after = ui_test_pixels (view_of (chart));
  g_assert_false (g_bytes_equal (before, after));
  close_chart (chart);
}

static void
remember (CareFiguresChart *chart, CareRecord *figure, CareRecord **told)
{
  *told = figure;
}

/* Each bar stands for its figure, the largest first. */
static void
test_activated (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);
  CareRecord *told = NULL;

  g_signal_connect (chart, "activated", G_CALLBACK (remember), &told);
  g_signal_emit_by_name (view_of (chart), "activated", 0);
  g_assert_cmpint (care_record_get_id (told), ==, 17002);
  g_signal_emit_by_name (view_of (chart), "activated", 1);
  g_assert_cmpint (care_record_get_id (told), ==, SAMPLE_MINIMUM);
  close_chart (chart);
}

/* A briefing has its own figures, and its own way to write them; what was chosen stays chosen. */
static void
test_of_briefing (ViewsFixture *fixture, gconstpointer data)
{
  const CareId ids[] = { SAMPLE_MINIMUM, 17002 };
  g_autoptr (GArray) among = g_array_new (FALSE, FALSE, sizeof (CareId));
  CareFiguresChart *chart = open_pooled (fixture);

  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "number_style", "trade");
  g_array_append_vals (among, ids, G_N_ELEMENTS (ids));
  care_figures_chart_set_scope (chart, among, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  settle (chart);
  assert_says (chart, MINIMUM "£3.8bn", TRUE);
  assert_says (chart, "£3.8 billion", FALSE);
  g_assert_null (find_label (GTK_WIDGET (chart), "28 other figures"));
  g_array_set_size (among, 1);
  care_figures_chart_set_scope (chart, among, NULL);
  settle (chart);
  assert_says (chart, MINIMUM "£3.8 billion", TRUE);
  assert_says (chart, "pooled locally", FALSE);
  care_figures_chart_set_scope (chart, NULL, NULL);
  settle (chart);
  assert_says (chart, "pooled locally", TRUE);
  g_assert_nonnull (find_label (GTK_WIDGET (chart), "28 other figures cannot stand on this axis."));
  close_chart (chart);
}

static void
test_no_library (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);
  g_autofree char *before = get_words (chart);
  g_autofree char *after = NULL;

  care_figures_chart_set_library (chart, NULL);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£1 billion");
  after = get_words (chart);
  g_assert_cmpstr (before, ==, after); /* it no longer listens */
  care_figures_chart_set_library (chart, fixture->library);
  settle (chart);
  assert_says (chart, MINIMUM "£1 billion", TRUE);
  close_chart (chart);
}

/* What is shown stays until what was chosen last is found, which the main loop does not wait for. */
static void
test_aside (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_pooled (fixture);
  guint n_held;

  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.kind", "s", "stacked");
  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.kind", "s", "years");
  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.kind", "s", "stacked");
  g_assert_true (is_busy (chart));
  assert_says (chart, MINIMUM "£3.8 billion", TRUE);
  settle (chart);
  assert_says (chart, "£5.3 billion, of which existing £3.8 billion, not stated £1.5 billion", TRUE);

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£1 billion");
  g_assert_true (is_busy (chart));
  care_figures_chart_set_library (chart, NULL);
  g_assert_false (is_busy (chart));
  n_held = G_OBJECT (fixture->library)->ref_count;
  ui_test_wait (G_OBJECT (fixture->library)->ref_count < n_held); /* it is found, for nobody */
  assert_says (chart, "existing £3.8 billion", TRUE);
  close_chart (chart);
}

/* A narrow window holds all of it with text twice as large, what is said in place of a chart too. */
static void
test_large_text (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);
  int least;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_test_settle ();
  gtk_widget_measure (GTK_WIDGET (chart), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (least, <=, 360);
  close_chart (chart);
}

static void
add (const char *path, void (*test) (ViewsFixture *fixture, gconstpointer data))
{
  g_test_add (path, ViewsFixture, NULL, views_fixture_set_up, test, views_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  add ("/figures-chart/bars", test_bars);
  add ("/figures-chart/no-period", test_no_period);
  add ("/figures-chart/refused", test_refused);
  add ("/figures-chart/stays-chosen", test_stays_chosen);
  add ("/figures-chart/stacked", test_stacked);
  add ("/figures-chart/years", test_years);
  add ("/figures-chart/table", test_table);
  add ("/figures-chart/follows", test_follows);
  add ("/figures-chart/hidden", test_hidden);
  add ("/figures-chart/many", test_many);
  add ("/figures-chart/colour-follows", test_colour_follows);
  add ("/figures-chart/activated", test_activated);
  add ("/figures-chart/of-briefing", test_of_briefing);
  add ("/figures-chart/no-library", test_no_library);
  add ("/figures-chart/large-text", test_large_text);
  add ("/figures-chart/aside", test_aside);
  return g_test_run ();
}
