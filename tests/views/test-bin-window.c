/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has been deleted, and brought back from the bin's window. */

#include "care-bin-window.h"
#include "care-notice.h"
#include "views-fixture.h"

#define FIGURE 5

static void
delete_record (ViewsFixture *fixture, CareRecord *record)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");
  g_autoptr (GError) error = NULL;

  care_library_plan_delete (fixture->library, act, record, &error);
  g_assert_no_error (error);
  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
}

/* One that no text names. */
static void
delete_figure (ViewsFixture *fixture)
{
  delete_record (fixture,
                 views_fixture_insert (fixture, "figure", FIGURE, "label", "R&D <b>", "value", "£5bn", NULL));
}

static GtkWidget *
open_window (ViewsFixture *fixture)
{
  GtkWidget *window = care_bin_window_new (NULL, fixture->library);

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static GtkWidget *
get_row (GtkWidget *window, int index)
{
  GtkListBox *list = GTK_LIST_BOX (ui_test_find (window, GTK_TYPE_LIST_BOX));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, index));
}

static guint
count_rows (GtkWidget *window)
{
  return ui_test_count (ui_test_find (window, GTK_TYPE_LIST_BOX), ADW_TYPE_ACTION_ROW);
}

static void
click (GtkWidget *row)
{
  g_signal_emit_by_name (ui_test_find (row, GTK_TYPE_BUTTON), "clicked");
}

static void
test_empty (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture);

  g_assert_cmpuint (views_fixture_count_labels (window, "The Bin Is Empty"), ==, 1);
  views_fixture_assert_fits (window);
  views_fixture_destroy (window, window);
}

/* A section goes with its briefing, and comes back with it. */
static void
test_restore (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *row;
  const char *subtitle;

  care_library_set_author (fixture->library, "A & B");
  delete_figure (fixture);
  delete_record (fixture, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  window = open_window (fixture);
  g_assert_cmpuint (count_rows (window), ==, 2);
  row = get_row (window, 0);
  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Integrating health and social care");
  g_assert_true (g_regex_match_simple (
    "^Briefing · deleted \\d+ \\w+ \\d{4} \\d\\d:\\d\\d by A & B · [1-9]\\d* others with it$", subtitle, 0,
    0));
  views_fixture_assert_fits (window);

  gtk_widget_grab_focus (ui_test_find (row, GTK_TYPE_BUTTON));
  click (row);
  click (row);
  ui_test_wait (count_rows (window) == 1);
  views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING);
  views_fixture_find (fixture, "section", SAMPLE_MONEY_SECTION);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window))
                 == ui_test_find (get_row (window, 0), GTK_TYPE_BUTTON));
  g_assert_false (care_notice_get_shown (CARE_NOTICE (ui_test_find (window, CARE_TYPE_NOTICE))));

  click (get_row (window, 0));
  ui_test_wait (count_rows (window) == 0);
  g_assert_cmpstr (views_fixture_get (fixture, "figure", FIGURE, "value"), ==, "5e9 GBP");
  g_assert_cmpuint (views_fixture_count_labels (window, "The Bin Is Empty"), ==, 1);
  views_fixture_destroy (window, window);
}

/* What cannot come back alone stays, and the reason is told. */
static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  delete_record (fixture, views_fixture_find (fixture, "section", SAMPLE_MONEY_SECTION));
  delete_record (fixture, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  window = open_window (fixture);
  g_assert_cmpuint (count_rows (window), ==, 2);
  click (get_row (window, 1));
  ui_test_settle ();
  g_assert_true (care_notice_get_shown (CARE_NOTICE (ui_test_find (window, CARE_TYPE_NOTICE))));
  g_assert_cmpuint (count_rows (window), ==, 2);
  g_assert_true (gtk_widget_is_sensitive (ui_test_find (get_row (window, 1), GTK_TYPE_BUTTON)));
  views_fixture_destroy (window, window);
}

/* What has no title is named by what it is of. */
static void
test_untitled (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  const char *title;

  delete_record (fixture, views_fixture_find (fixture, "citation", SAMPLE_CITATION));
  window = open_window (fixture);
  title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (window, 0)));
  g_assert_true (g_regex_match_simple ("^Citation of “.+” in “.+”, Party Lines$", title, 0, 0));
  views_fixture_destroy (window, window);
}

static void
test_read_only (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  delete_figure (fixture);
  views_fixture_reopen_read_only (fixture);
  window = open_window (fixture);
  g_assert_cmpuint (count_rows (window), ==, 1);
  g_assert_false (gtk_widget_is_sensitive (ui_test_find (get_row (window, 0), GTK_TYPE_BUTTON)));
  views_fixture_destroy (window, window);
}

/* Closed while the disk is at it. */
static void
test_closed (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  delete_figure (fixture);
  window = open_window (fixture);
  click (get_row (window, 0));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_wait (care_library_get_state (fixture->library) == CARE_LIBRARY_SAVED);
  ui_test_settle ();
  views_fixture_find (fixture, "figure", FIGURE);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/bin-window/empty", test_empty);
  ADD ("/bin-window/restore", test_restore);
  ADD ("/bin-window/refused", test_refused);
  ADD ("/bin-window/untitled", test_untitled);
  ADD ("/bin-window/read-only", test_read_only);
  ADD ("/bin-window/closed", test_closed);
#undef ADD
  return g_test_run ();
}
