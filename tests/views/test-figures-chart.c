/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-chart.h"

#include "care-chart-view.h"
#include "care-view-models.h"
#include "views-fixture.h"

#include <string.h>

#define MINIMUM                                                                                              \
  "Better Care Fund: announced minimum (Government (2010-15 coalition) · pooled budget · period not "      \
  "stated): "

static CareFiguresChart *
open_chart (ViewsFixture *fixture)
{
  CareFiguresChart *chart = CARE_FIGURES_CHART (care_figures_chart_new ());

  ui_test_show (GTK_WIDGET (chart), 700, 600);
  care_figures_chart_set_library (chart, fixture->library);
  ui_test_settle ();
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

static GtkLabel *
subtitle_of (CareFiguresChart *chart)
{
  GtkWidget *title = ui_test_find_label (view_of (chart), GTK_TYPE_LABEL, "Sums of Money");

  g_assert_nonnull (title);
  return GTK_LABEL (gtk_widget_get_next_sibling (title));
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

static void
test_bars (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);

  assert_says (chart, MINIMUM "£3.8 billion", TRUE);
  assert_says (chart, "estimated by Monitor · reported by Andy Burnham): £4 billion to £6 billion", TRUE);
  assert_says (chart, "Innovation fund (Liberal Democrats · spending · period not stated): not specified",
               TRUE);
  assert_says (chart, "8,000 GPs", FALSE); /* only money */
  close_chart (chart);
}

static void
test_follows (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);
  g_autoptr (GBytes) before = ui_test_pixels (view_of (chart));
  g_autoptr (GBytes) after = NULL;

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£1 billion");
  assert_says (chart, MINIMUM "£1 billion", TRUE);
  assert_says (chart, "£3.8 billion", FALSE);
  after = ui_test_pixels (view_of (chart));
  g_assert_false (g_bytes_equal (before, after));

  views_fixture_insert (fixture, "figure", 90001, "label", "New money", "value", "£9 billion", NULL);
  assert_says (chart, "New money (period not stated): £9 billion", TRUE);
  views_fixture_set (fixture, "person", 2003, "name", "The shadow minister");
  assert_says (chart, "reported by The shadow minister", TRUE);
  views_fixture_set (fixture, "figure", 90001, "value", "900 beds"); /* no longer money */
  assert_says (chart, "New money", FALSE);
  close_chart (chart);
}

/* While nobody sees it, it is not made anew; then it is. */
static void
test_hidden (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);

  gtk_widget_set_visible (GTK_WIDGET (chart), FALSE);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£1 billion");
  assert_says (chart, MINIMUM "£3.8 billion", TRUE);
  gtk_widget_set_visible (GTK_WIDGET (chart), TRUE);
  ui_test_settle ();
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

  g_assert_null (strstr (gtk_label_get_text (subtitle_of (chart)), "Only"));
  insert_many (fixture, 2500);
  n = care_library_count (fixture->library, "figure");
  words = g_strdup_printf ("Only of the first %'u of %'u figures; ", 2000, n);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (subtitle_of (chart)), words));
  close_chart (chart);
}

static void
test_colour_follows (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);
  g_autoptr (GBytes) before = ui_test_pixels (view_of (chart));
  g_autoptr (GBytes) after = NULL;

  views_fixture_set (fixture, "actor", 1001, "colour", "#00ff00");
  after = ui_test_pixels (view_of (chart));
  g_assert_false (g_bytes_equal (before, after));
  close_chart (chart);
}

static void
remember (CareFiguresChart *chart, CareRecord *figure, CareRecord **told)
{
  *told = figure;
}

/* Each bar stands for the figure whose sum it shows, in the order of the list beside it. */
static void
test_activated (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) figures = care_view_models_figures (fixture->library);
  CareFiguresChart *chart = open_chart (fixture);
  CareRecord *told = NULL;
  guint n = 0;

  g_signal_connect (chart, "activated", G_CALLBACK (remember), &told);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (CareRecord) figure = g_list_model_get_item (figures, i);
      g_autoptr (CareQuantity) value = care_record_dup_quantity (figure, "value");

      if (value == NULL || g_strcmp0 (care_quantity_get_unit (value), "GBP") != 0)
        continue;
      g_signal_emit_by_name (view_of (chart), "activated", n++);
      g_assert_true (told == figure);
    }
  g_assert_cmpuint (n, ==, 12);
  close_chart (chart);
}

static void
test_no_library (ViewsFixture *fixture, gconstpointer data)
{
  CareFiguresChart *chart = open_chart (fixture);
  g_autofree char *before = get_words (chart);
  g_autofree char *after = NULL;

  care_figures_chart_set_library (chart, NULL);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£1 billion");
  after = get_words (chart);
  g_assert_cmpstr (before, ==, after); /* it no longer listens */
  care_figures_chart_set_library (chart, fixture->library);
  assert_says (chart, MINIMUM "£1 billion", TRUE);
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
  add ("/figures-chart/follows", test_follows);
  add ("/figures-chart/hidden", test_hidden);
  add ("/figures-chart/many", test_many);
  add ("/figures-chart/colour-follows", test_colour_follows);
  add ("/figures-chart/activated", test_activated);
  add ("/figures-chart/no-library", test_no_library);
  return g_test_run ();
}
