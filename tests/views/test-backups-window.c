/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The backups of a library, listed and chosen from. */

#include "care-backups-window.h"
#include "views-fixture.h"

static GtkWidget *
open_window (ViewsFixture *fixture)
{
  GtkWidget *window = care_backups_window_new (NULL, fixture->path);

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

static void
assert_row (GtkWidget *row, const char *title, const char *pattern, gboolean sensitive)
{
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  g_assert_true (g_regex_match_simple (pattern, adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), 0, 0));
  g_assert_true (gtk_widget_is_sensitive (ui_test_find (row, GTK_TYPE_BUTTON)) == sensitive);
}

/* What is said of when the first is made is so. */
static void
test_empty (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture);

  g_assert_cmpuint (views_fixture_count_labels (window, "No Backups Yet"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (window, "Before the first change of each day a backup is made by itself; "
                                                        "of a new library the first is made before its second change."),
                    ==, 1);
  views_fixture_assert_fits (window);
  views_fixture_destroy (window, window);

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  window = open_window (fixture);
  g_assert_null (get_row (window, 0));
  views_fixture_destroy (window, window);

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£4bn");
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£4.1bn");
  window = open_window (fixture);
  g_assert_nonnull (get_row (window, 0));
  g_assert_null (get_row (window, 1));
  views_fixture_destroy (window, window);
}

static void
test_list (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *newest = views_fixture_add_backup (fixture, "20150512T091400.000Z");
  g_autofree char *replaced = views_fixture_add_backup (fixture, "20150511T091400.000Z-replaced");
  g_autofree char *broken = views_fixture_add_backup (fixture, "20150510T230000.000Z");
  GtkWidget *window;

  g_file_set_contents (broken, "broken", -1, NULL);
  window = open_window (fixture);
  assert_row (get_row (window, 0), "12 May 2015 09:14", "^1 briefing · [0-9.]+.(kB|MB)$", TRUE);
  assert_row (get_row (window, 1), "11 May 2015 09:14", "^1 briefing · .* · was replaced by a backup$", TRUE);
  assert_row (get_row (window, 2), "10 May 2015 23:00", "^cannot be read · 6 bytes$", FALSE);
  g_assert_null (get_row (window, 3));
  views_fixture_assert_fits (window);
  views_fixture_destroy (window, window);
}

static void
remember (GtkWidget *window, const char *file, char **chosen)
{
  g_free (*chosen);
  *chosen = g_strdup (file);
}

/* At once and without a question, as what is replaced becomes a backup; then the window
 * is gone. */
static void
test_restore (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = views_fixture_add_backup (fixture, "20150512T091400.000Z");
  g_autofree char *chosen = NULL;
  gpointer window = open_window (fixture);

  g_signal_connect (window, "restore", G_CALLBACK (remember), &chosen);
  g_object_add_weak_pointer (window, &window);
  g_signal_emit_by_name (ui_test_find_label (get_row (window, 0), GTK_TYPE_BUTTON, "Restore"), "clicked");
  g_assert_cmpstr (chosen, ==, backup);
  ui_test_wait (window == NULL);
  g_assert_null (views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/backups-window/empty", test_empty);
  ADD ("/backups-window/list", test_list);
  ADD ("/backups-window/restore", test_restore);
#undef ADD
  return g_test_run ();
}
