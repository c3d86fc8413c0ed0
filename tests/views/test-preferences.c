/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The name that stands beside what is done. */

#include "care-preferences.h"
#include "care-value-row.h"
#include "ui-test.h"

typedef struct
{
  GSettings *settings;
  char *account; /* the name of the account */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new (CARE_APP_ID);
  g_settings_reset (fixture->settings, "author");
  fixture->account = care_preferences_dup_author (fixture->settings);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (fixture->settings, "author");
  g_assert_finalize_object (fixture->settings);
  g_free (fixture->account);
}

static GtkWidget *
open_window (Fixture *fixture, const char *path)
{
  GtkWidget *window = care_preferences_new (NULL, fixture->settings, path);

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static void
close_window (gpointer window)
{
  g_object_add_weak_pointer (window, &window);
  gtk_window_close (window);
  ui_test_wait (window == NULL);
}

static void
type (GtkWidget *window, const char *text)
{
  GtkWidget *row = ui_test_find (window, CARE_TYPE_VALUE_ROW);

  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (row, GTK_TYPE_ENTRY)), text);
}

static void
assert_shown (GtkWidget *window, const char *name)
{
  g_autofree char *text
    = care_value_row_get_text (CARE_VALUE_ROW (ui_test_find (window, CARE_TYPE_VALUE_ROW)));

  g_assert_cmpstr (text, ==, name);
}

static void
assert_set (Fixture *fixture, const char *value)
{
  g_autofree char *set = g_settings_get_string (fixture->settings, "author");

  g_assert_cmpstr (set, ==, value);
}

static void
test_author (Fixture *fixture, gconstpointer data)
{
  g_autofree char *named = NULL;
  g_autofree char *blank = NULL;

  g_assert_cmpstr (fixture->account, !=, "");
  g_assert_cmpstr (fixture->account, !=, "Unknown");
  g_settings_set_string (fixture->settings, "author", " Social Policy Section ");
  named = care_preferences_dup_author (fixture->settings);
  g_assert_cmpstr (named, ==, "Social Policy Section");
  g_settings_set_string (fixture->settings, "author", "  ");
  blank = care_preferences_dup_author (fixture->settings);
  g_assert_cmpstr (blank, ==, fixture->account);
}

/* What is typed is kept, also when the window is closed at once. */
static void
test_type (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture, "/somewhere/R&D <b>.carebrief");

  assert_shown (window, fixture->account);
  type (window, " Social Policy Section ");
  close_window (window);
  assert_set (fixture, "Social Policy Section");
  window = open_window (fixture, NULL);
  assert_shown (window, "Social Policy Section");
  type (window, "");
  close_window (window);
  assert_set (fixture, "");
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture, "/somewhere/a.carebrief");
  GtkWidget *reset = ui_test_find_label (window, GTK_TYPE_BUTTON, "Reset");
  GtkWidget *row = ui_test_find (window, CARE_TYPE_VALUE_ROW);

  g_assert_false (gtk_widget_is_sensitive (reset));
  type (window, "Social Policy Section");
  g_assert_true (care_value_row_flush (CARE_VALUE_ROW (row)));
  g_assert_true (gtk_widget_is_sensitive (reset));
  g_signal_emit_by_name (reset, "clicked");
  ui_test_settle ();
  assert_set (fixture, "");
  assert_shown (window, fixture->account);
  g_assert_false (gtk_widget_is_sensitive (reset));
  close_window (window);
}

/* The name of the account is the default, and stays so when it is typed. */
static void
test_account (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture, "/somewhere/a.carebrief");

  type (window, "Social Policy Section");
  care_value_row_flush (CARE_VALUE_ROW (ui_test_find (window, CARE_TYPE_VALUE_ROW)));
  type (window, fixture->account);
  close_window (window);
  g_assert_null (g_settings_get_user_value (fixture->settings, "author"));
}

static void
test_library (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture, "/somewhere/R&D <b>.carebrief");
  GtkWidget *row = ui_test_find_label (window, ADW_TYPE_ACTION_ROW, "Where It Is");
  int least;

  g_assert_nonnull (ui_test_find_label (window, GTK_TYPE_LABEL, "/somewhere/R&D <b>.carebrief"));
  g_assert_true (gtk_widget_is_sensitive (ui_test_find (row, GTK_TYPE_BUTTON)));
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  /* As narrow as libadwaita makes any such window. */
  g_assert_cmpint (least, <=, 370);
  close_window (window);
  window = open_window (fixture, NULL);
  row = ui_test_find_label (window, ADW_TYPE_ACTION_ROW, "Where It Is");
  g_assert_false (gtk_widget_is_sensitive (ui_test_find (row, GTK_TYPE_BUTTON)));
  close_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/preferences/author", test_author);
  ADD ("/preferences/type", test_type);
  ADD ("/preferences/reset", test_reset);
  ADD ("/preferences/account", test_account);
  ADD ("/preferences/library", test_library);
#undef ADD
  return g_test_run ();
}
