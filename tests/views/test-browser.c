/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-browser.h"

#include "care-adaptive.h"
#include "care-list-entry.h"
#include "care-list.h"
#include "care-record-pane.h"
#include "care-view-models.h"
#include "care-reference-row.h"
#include "views-fixture.h"

#define WIDE 1000
#define NARROW 360

static CareBrowser *
open_browser (ViewsFixture *fixture, int width)
{
  CareBrowser *browser = CARE_BROWSER (care_browser_new ());
  g_autoptr (GListModel) figures = care_view_models_figures (fixture->library);

  care_browser_set_label (browser, "Figures", "No Figures Yet", "Record one.");
  ui_test_show (GTK_WIDGET (browser), width, 600);
  care_browser_set_records (browser, fixture->library, figures);
  ui_test_settle ();
  return browser;
}

static void
close_browser (CareBrowser *browser)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (browser)), browser);
}

static gpointer
find (gpointer root, GType type)
{
  GtkWidget *widget = ui_test_find (GTK_WIDGET (root), type);

  g_assert_nonnull (widget);
  return widget;
}

static CareRecord *
get_shown (CareBrowser *browser)
{
  return care_record_pane_get_record (find (browser, CARE_TYPE_RECORD_PANE));
}

static gboolean
list_says (CareBrowser *browser, const char *text)
{
  return views_fixture_count_labels (find (browser, CARE_TYPE_LIST), text) > 0;
}

static void
test_first (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);
  CareRecord *first = views_fixture_find (fixture, "figure", 17010); /* Additional GPs */

  g_assert_true (care_browser_get_selected (browser) == first);
  g_assert_true (get_shown (browser) == first);
  ui_test_wait (list_says (browser, "Better Care Fund: announced minimum"));
  g_assert_true (list_says (browser, "£3.8bn"));
  close_browser (browser);
}

static void
test_select (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);
  CareRecord *minimum = views_fixture_find (fixture, "figure", SAMPLE_MINIMUM);
  CareRecord *pooled = views_fixture_find (fixture, "figure", 17002);

  care_browser_select (browser, minimum);
  g_assert_true (care_browser_get_selected (browser) == minimum);
  g_assert_true (get_shown (browser) == minimum);
  care_list_select (find (browser, CARE_TYPE_LIST), pooled);
  g_assert_true (get_shown (browser) == pooled);
  close_browser (browser);
}

static void
test_changes (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);

  ui_test_wait (list_says (browser, "£3.8bn"));
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  g_assert_true (list_says (browser, "£3.9bn"));
  g_assert_false (list_says (browser, "£3.8bn"));
  /* How a row reads may come from another record. */
  views_fixture_set (fixture, "actor", 1002, "name", "Labour");
  g_assert_true (list_says (browser, "Labour"));
  close_browser (browser);
}

static void
remember (CareBrowser *browser, CareRecord *record, CareRecord **told)
{
  *told = record;
}

static void
test_activate (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);
  CareRecord *minimum = views_fixture_find (fixture, "figure", SAMPLE_MINIMUM);
  CareRecord *pooled = views_fixture_find (fixture, "figure", 17002);
  CareRecord *told = NULL;

  /* Nobody else wants it: its detail is shown. */
  g_signal_emit_by_name (find (browser, CARE_TYPE_LIST), "activated", minimum);
  g_assert_true (get_shown (browser) == minimum);

  g_signal_connect (browser, "activated", G_CALLBACK (remember), &told);
  g_signal_emit_by_name (find (browser, CARE_TYPE_LIST), "activated", pooled);
  g_assert_true (told == pooled);
  told = NULL;
  g_signal_emit_by_name (find (browser, CARE_TYPE_LIST), "clicked", minimum);
  g_assert_null (told);
  g_assert_true (get_shown (browser) == minimum);
  close_browser (browser);
}

/* Where list and detail take turns the detail comes first. */
static void
test_activate_narrow (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, NARROW);
  CareSplit *split = find (browser, CARE_TYPE_SPLIT);
  CareRecord *minimum = views_fixture_find (fixture, "figure", SAMPLE_MINIMUM);
  CareRecord *told = NULL;

  g_signal_connect (browser, "activated", G_CALLBACK (remember), &told);
  ui_test_wait (care_split_get_folded (split));
  g_assert_false (care_split_get_showing_detail (split));
  g_signal_emit_by_name (find (browser, CARE_TYPE_LIST), "activated", minimum);
  g_assert_null (told);
  g_assert_true (get_shown (browser) == minimum);
  g_assert_true (care_split_get_showing_detail (split));
  close_browser (browser);
}

static void
test_back (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, NARROW);
  CareSplit *split = find (browser, CARE_TYPE_SPLIT);
  CareRecord *minimum = views_fixture_find (fixture, "figure", SAMPLE_MINIMUM);

  ui_test_wait (care_split_get_folded (split));
  g_assert_false (care_browser_back (browser));
  care_browser_select (browser, minimum);
  g_assert_true (care_split_get_showing_detail (split));
  g_signal_emit_by_name (
    ui_test_find (ui_test_find_label (GTK_WIDGET (browser), CARE_TYPE_REFERENCE_ROW, "Whose"), GTK_TYPE_BUTTON), "clicked");
  g_assert_true (care_record_is (get_shown (browser), "actor"));

  g_assert_true (care_browser_back (browser)); /* to the record before */
  g_assert_true (get_shown (browser) == minimum);
  g_assert_true (care_split_get_showing_detail (split));
  g_assert_true (care_browser_back (browser)); /* to the list */
  g_assert_false (care_split_get_showing_detail (split));
  g_assert_false (care_browser_back (browser));
  close_browser (browser);
}

/* With both in sight there is only the record before to go back to. */
static void
test_back_wide (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);

  care_browser_select (browser, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  g_assert_false (care_browser_back (browser));
  close_browser (browser);
}

static void
test_open (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);
  CareRecord *told = NULL;
  GtkWidget *open;

  g_assert_null (ui_test_find_label (GTK_WIDGET (browser), GTK_TYPE_BUTTON, "Open Figure"));
  care_browser_set_open_label (browser, "Open Figure");
  open = ui_test_find_label (GTK_WIDGET (browser), GTK_TYPE_BUTTON, "Open Figure");
  g_assert_nonnull (open);
  g_assert_true (gtk_widget_get_visible (open));

  g_signal_connect (browser, "activated", G_CALLBACK (remember), &told);
  care_browser_select (browser, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  g_signal_emit_by_name (open, "clicked");
  g_assert_true (told == views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));

  /* What has been followed from it is something else. */
  g_signal_emit_by_name (
    ui_test_find (ui_test_find_label (GTK_WIDGET (browser), CARE_TYPE_REFERENCE_ROW, "Whose"), GTK_TYPE_BUTTON), "clicked");
  g_assert_false (gtk_widget_get_sensitive (open));
  care_browser_back (browser);
  g_assert_true (gtk_widget_get_sensitive (open));
  close_browser (browser);
}

static void
choose (CareBrowser *browser, const char *look)
{
  g_signal_emit_by_name (ui_test_find_label (GTK_WIDGET (browser), GTK_TYPE_TOGGLE_BUTTON, look), "clicked");
}

static void
test_pictures (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);
  GtkWidget *chart = gtk_label_new ("The chart");
  GtkWidget *ledger = gtk_label_new ("The ledger");

  ui_test_wait (list_says (browser, "£3.8bn"));
  g_assert_cmpuint (views_fixture_count_labels (browser, "Chart"), ==, 0);
  care_browser_set_list_label (browser, "Table");
  care_browser_add_picture (browser, chart, "Chart");
  care_browser_add_picture (browser, ledger, "Ledger");
  g_assert_cmpuint (views_fixture_count_labels (browser, "Chart"), ==, 1);
  g_assert_false (gtk_widget_get_child_visible (chart));

  care_browser_show_picture (browser, chart);
  ui_test_wait (gtk_widget_get_mapped (chart));
  /* A list that is not seen has no rows, which would have to follow what changes. */
  g_assert_false (list_says (browser, "£3.8bn"));
  choose (browser, "Ledger");
  ui_test_wait (gtk_widget_get_mapped (ledger) && !gtk_widget_get_mapped (chart));
  g_assert_true (care_browser_get_picture_shown (browser));
  g_assert_false (list_says (browser, "£3.8bn"));
  choose (browser, "Table");
  ui_test_wait (!gtk_widget_get_mapped (ledger));
  g_assert_false (care_browser_get_picture_shown (browser));
  ui_test_wait (list_says (browser, "£3.8bn"));

  /* Each has its turn. */
  care_browser_turn (browser);
  ui_test_wait (gtk_widget_get_mapped (chart));
  care_browser_turn (browser);
  ui_test_wait (gtk_widget_get_mapped (ledger));
  care_browser_turn (browser);
  ui_test_wait (!gtk_widget_get_mapped (ledger) && !gtk_widget_get_mapped (chart));
  close_browser (browser);
}

static void
test_nothing (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);

  care_browser_set_records (browser, NULL, NULL);
  g_assert_null (care_browser_get_selected (browser));
  g_assert_null (get_shown (browser));
  g_assert_cmpuint (views_fixture_count_labels (browser, "No Figures Yet"), ==, 1);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  close_browser (browser);
}

static void
tell_changed (GListModel *records)
{
  g_list_model_items_changed (records, 0, 0, 0);
}

static void
tell_when_destroyed (GtkWidget *widget, GListModel *records)
{
  g_signal_connect_object (widget, "destroy", G_CALLBACK (tell_changed), records, G_CONNECT_SWAPPED);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    tell_when_destroyed (child, records);
}

/* A picture that goes has its list go, too, whatever of the view is there by then. */
static void
test_taken_apart (ViewsFixture *fixture, gconstpointer data)
{
  CareBrowser *browser = open_browser (fixture, WIDE);
  CareList *list = find (browser, CARE_TYPE_LIST);
  g_autoptr (GListModel) records = g_object_ref (care_list_get_model (list));

  tell_when_destroyed (GTK_WIDGET (browser), records);
  close_browser (browser);
}

static gboolean
has_tip (CareBrowser *browser, const char *look)
{
  g_autoptr (GtkTooltip) tip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (ui_test_find_label (GTK_WIDGET (browser), GTK_TYPE_TOGGLE_BUTTON, look), "query-tooltip", 0, 0, FALSE,
                         tip, &shown);
  return shown;
}

/* The name of a look is told beside the pointer where there is no room for it, and only there. */
static void
test_tips (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Chart", "A Chart of Everything That Anybody Has Ever Said of Any of It" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CareBrowser *browser = open_browser (fixture, NARROW);

      care_browser_set_list_label (browser, "Table");
      care_browser_add_picture (browser, gtk_label_new ("The chart"), names[i]);
      ui_test_wait (gtk_widget_get_width (ui_test_find_label (GTK_WIDGET (browser), GTK_TYPE_TOGGLE_BUTTON, names[i])) > 0);
      ui_test_wait (has_tip (browser, names[i]) == (i == 1));
      close_browser (browser);
    }
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

  add ("/browser/first", test_first);
  add ("/browser/select", test_select);
  add ("/browser/changes", test_changes);
  add ("/browser/activate", test_activate);
  add ("/browser/activate-narrow", test_activate_narrow);
  add ("/browser/back", test_back);
  add ("/browser/back-wide", test_back_wide);
  add ("/browser/open", test_open);
  add ("/browser/pictures", test_pictures);
  add ("/browser/tips", test_tips);
  add ("/browser/nothing", test_nothing);
  add ("/browser/taken-apart", test_taken_apart);
  return g_test_run ();
}
