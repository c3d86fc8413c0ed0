/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window.h"

#include "care-application.h"
#include "care-browser.h"
#include "care-editor.h"
#include "care-figures-chart.h"
#include "care-list.h"
#include "care-prose-view.h"
#include "care-store-error.h"
#include "care-timeline-chart.h"
#include "care-value-row.h"
#include "care-reference-row.h"
#include "views-fixture.h"

#include <signal.h>
#include <sys/resource.h>

static const char *const view_names[] = { "briefings", "positions", "figures", "timeline", "sources" };

static CareWindow *
open_window (ViewsFixture *fixture)
{
  CareWindow *window = CARE_WINDOW (care_window_new (NULL));

  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static gpointer
part (CareWindow *window, const char *name)
{
  gpointer child = views_fixture_part (window, name);

  g_assert_nonnull (child);
  return child;
}

static void
close_window (CareWindow *window)
{
  gpointer editor = views_fixture_part (window, "editor");

  views_fixture_destroy (window, editor != NULL ? editor : window);
}

static const char *
get_page (CareWindow *window)
{
  return gtk_stack_get_visible_child_name (part (window, "stack"));
}

static const char *
get_view (CareWindow *window)
{
  return adw_view_stack_get_visible_child_name (part (window, "views"));
}

static void
act (CareWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static gpointer
find (gpointer root, GType type)
{
  GtkWidget *widget = ui_test_find (GTK_WIDGET (root), type);

  g_assert_nonnull (widget);
  return widget;
}

static void
open_briefing (CareWindow *window, ViewsFixture *fixture)
{
  care_window_open_briefing (window, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  care_window_show_element (window, "section", SAMPLE_MONEY_SECTION);
  g_assert_cmpstr (get_page (window), ==, "editor");
}

static void
type (CareWindow *window, const char *text)
{
  GtkTextView *prose = find (part (window, "editor"), CARE_TYPE_PROSE_VIEW);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (prose), text, -1);
}

static gboolean
is_saved (ViewsFixture *fixture, const char *text)
{
  return g_str_has_prefix (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "text"), text);
}

static void
test_views (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);

  g_assert_true (care_window_get_library (window) == fixture->library);
  g_assert_cmpstr (get_page (window), ==, "browse");
  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", view_names[i]));
      g_assert_cmpstr (get_view (window), ==, view_names[i]);
      g_assert_true (gtk_widget_get_mapped (part (window, view_names[i])));
      /* The timeline is read in a thread. */
      ui_test_wait (care_browser_get_selected (part (window, view_names[i])) != NULL);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "nonsense");
  g_assert_cmpstr (get_view (window), ==, "sources");

  /* From the editor too, which saves what was typed. */
  open_briefing (window, fixture);
  type (window, "Xyzzy. ");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "figures");
  g_assert_cmpstr (get_page (window), ==, "browse");
  g_assert_cmpstr (get_view (window), ==, "figures");
  g_assert_true (is_saved (fixture, "Xyzzy. "));
  close_window (window);
}

/* What is not seen yet is not made: a window comes up sooner. */
static void
test_made_when_shown (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  const char *shown = get_view (window);

  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    g_assert_true ((views_fixture_part (window, view_names[i]) != NULL) == g_str_equal (view_names[i], shown));
  g_assert_null (views_fixture_part (window, "editor"));
  g_assert_null (views_fixture_part (window, "search"));
  care_window_show_view (window, "briefings");
  care_window_show_view (window, "sources");
  g_assert_true (care_browser_get_library (part (window, "sources")) == fixture->library);
  care_window_close_library (window);
  g_assert_null (care_browser_get_library (part (window, "sources")));
  close_window (window);
}

/* A window shows the view that was shown last. */
static void
test_view_is_remembered (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);

  care_window_show_view (window, "timeline");
  close_window (window);
  window = open_window (fixture);
  g_assert_cmpstr (get_view (window), ==, "timeline");
  care_window_show_view (window, "briefings");
  close_window (window);
}

static void
test_back (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);

  act (window, "win.back"); /* nothing to go back to */
  g_assert_cmpstr (get_page (window), ==, "browse");

  open_briefing (window, fixture);
  type (window, "Xyzzy. ");
  act (window, "win.back");
  g_assert_cmpstr (get_page (window), ==, "browse");
  g_assert_true (is_saved (fixture, "Xyzzy. "));

  care_window_show_figure (window, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  g_assert_cmpstr (get_view (window), ==, "figures");
  ui_test_settle ();
  g_signal_emit_by_name (
    ui_test_find (ui_test_find_label (part (window, "figures"), CARE_TYPE_REFERENCE_ROW, "Whose"), GTK_TYPE_BUTTON), "clicked");
  g_assert_null (ui_test_find_label (part (window, "figures"), CARE_TYPE_VALUE_ROW, "Value"));
  act (window, "win.back");
  g_assert_nonnull (ui_test_find_label (part (window, "figures"), CARE_TYPE_VALUE_ROW, "Value"));
  close_window (window);
}

/* Only a briefing has an outline. */
static void
test_outline (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  AdwFlap *flap;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.outline", NULL); /* of nothing yet */
  open_briefing (window, fixture);
  flap = find (part (window, "editor"), ADW_TYPE_FLAP);
  g_assert_true (adw_flap_get_reveal_flap (flap));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.outline", NULL);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  close_window (window);
}

static void
test_activation (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  CareRecord *minimum = views_fixture_find (fixture, "figure", SAMPLE_MINIMUM);
  CareRecord *pledge = views_fixture_find (fixture, "pledge", 11003);

  care_window_show_view (window, "figures");
  g_signal_emit_by_name (find (window, CARE_TYPE_FIGURES_CHART), "activated", minimum);
  g_assert_true (care_browser_get_selected (part (window, "figures")) == minimum);
  care_window_show_view (window, "timeline");
  ui_test_wait (care_browser_get_selected (part (window, "timeline")) != NULL);
  g_signal_emit_by_name (find (window, CARE_TYPE_TIMELINE_CHART), "activated", pledge);
  g_assert_true (care_browser_get_selected (part (window, "timeline")) == pledge);

  care_window_show_view (window, "briefings");
  g_signal_emit_by_name (find (part (window, "briefings"), CARE_TYPE_LIST), "activated",
                         views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  g_assert_cmpstr (get_page (window), ==, "editor");
  close_window (window);
}

static void
test_trouble (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = CARE_WINDOW (care_window_new (NULL));
  g_autoptr (GError) error
    = g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED, "“a<b>&c.carebrief” is damaged");

  care_window_show_trouble (window, "a/library.carebrief", error);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_cmpstr (get_page (window), ==, "trouble");
  g_assert_cmpuint (views_fixture_count_labels (window, "This Library Is Damaged"), ==, 1);
  g_assert_null (care_window_get_library (window));

  /* What needs a library does nothing without one. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "figures");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  g_assert_cmpstr (get_page (window), ==, "trouble");

  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  g_assert_cmpstr (get_page (window), ==, "browse");
  close_window (window);
}

static void
test_tell (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  GtkWidget *label;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", "Exported “A & B”");
  label = ui_test_find_label (GTK_WIDGET (window), GTK_TYPE_LABEL, "Exported “A & B”");
  g_assert_nonnull (label);
  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_ALERT);
  close_window (window);
}

/* Closing keeps what was typed, whether in a text or in a field. */
static void
test_close_saves (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  GtkWidget *row;

  open_briefing (window, fixture);
  type (window, "Xyzzy. ");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (window == NULL);

  window = open_window (fixture);
  care_window_show_figure (window, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  ui_test_settle ();
  row = ui_test_find_label (part (window, "figures"), CARE_TYPE_VALUE_ROW, "Value");
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_editable_set_text (GTK_EDITABLE (find (row, GTK_TYPE_TEXT)), "£5 billion");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (window == NULL);

  views_fixture_reopen (fixture);
  g_assert_true (is_saved (fixture, "Xyzzy. "));
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "value"), ==, "5e9 GBP");
}

/* Another library takes the place of the one before, which nobody keeps. */
static void
test_other_library (ViewsFixture *fixture, gconstpointer data)
{
  ViewsFixture other = { 0 };
  CareWindow *window = open_window (fixture);

  views_fixture_set_up (&other, NULL);
  views_fixture_set (&other, "figure", SAMPLE_MINIMUM, "value", "£1");
  open_briefing (window, fixture);
  care_window_set_library (window, other.library, care_day_from_ymd (2015, 5, 7));
  g_assert_cmpstr (get_page (window), ==, "browse");
  views_fixture_reopen (fixture);
  close_window (window);
  views_fixture_tear_down (&other, NULL);
}

/* The keys that the overlay tells of. */
static GHashTable *
read_overlay (void)
{
  g_autoptr (GtkBuilder) builder
    = gtk_builder_new_from_resource ("/com/example/CareBrief/ui/help-overlay.ui");
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GSList *objects = gtk_builder_get_objects (builder);

  for (GSList *l = objects; l != NULL; l = l->next)
    {
      char *key;

      if (!GTK_IS_SHORTCUTS_SHORTCUT (l->data))
        continue;
      g_object_get (l->data, "accelerator", &key, NULL);
      g_hash_table_add (keys, key);
    }
  g_slist_free (objects);
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  return keys;
}

static void
assert_told (GHashTable *keys, GtkApplication *application, const char *action)
{
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, action);
  guint n = 0;

  for (guint i = 0; accels[i] != NULL; i++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, keys);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          guint key_told, key_set;
          GdkModifierType state_told, state_set;

          g_assert_true (gtk_accelerator_parse (key, &key_told, &state_told));
          g_assert_true (gtk_accelerator_parse (accels[i], &key_set, &state_set));
          n += key_told == key_set && state_told == state_set;
        }
    }
  if (n == 0)
    g_test_message ("the overlay does not tell of %s", action);
  g_assert_cmpuint (n, ==, 1); /* keypad keys go without saying */
}

static void
test_shortcuts (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CareApplication) application = care_application_new ();
  g_autoptr (GHashTable) keys = read_overlay ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) actions = NULL;
  guint n_actions;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  n_actions = g_strv_length (actions);
  g_assert_cmpuint (n_actions, >, 10);
  for (guint i = 0; i < n_actions; i++)
    assert_told (keys, GTK_APPLICATION (application), actions[i]);
  /* And of nothing else but the menu's key, which is GTK's own, and those of some widgets. */
  g_assert_true (g_hash_table_contains (keys, "F10"));
  g_assert_cmpuint (g_hash_table_size (keys), ==, n_actions + 36);
}

/* As a full disk does, for all that this process writes. */
static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* What the disk refuses is not lost without a word. */
static void
test_close_not_saved (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  GtkWidget *dialog;

  open_briefing (window, fixture);
  type (window, "Xyzzy. ");
  signal (SIGXFSZ, SIG_IGN);
  set_limit (0);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  set_limit (RLIM_INFINITY);
  dialog = views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  ui_test_settle ();

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (window == NULL);
  views_fixture_reopen (fixture);
  g_assert_true (is_saved (fixture, "Xyzzy. "));
}

/* A value that is half typed is taken, and the disk asked for it, before the window goes. */
static void
test_close_takes_value (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  GtkWidget *row;
  GtkWidget *dialog;

  care_window_show_view (window, "briefings");
  row = ui_test_find_label (part (window, "briefings"), CARE_TYPE_VALUE_ROW, "Title");
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_editable_set_text (GTK_EDITABLE (find (row, GTK_TYPE_ENTRY)), "Xyzzy");
  signal (SIGXFSZ, SIG_IGN);
  set_limit (0);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  set_limit (RLIM_INFINITY);
  dialog = views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  ui_test_settle ();

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (window == NULL);
  views_fixture_reopen (fixture);
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "title"), ==, "Xyzzy");
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

  add ("/window/views", test_views);
  add ("/window/made-when-shown", test_made_when_shown);
  add ("/window/view-is-remembered", test_view_is_remembered);
  add ("/window/back", test_back);
  add ("/window/outline", test_outline);
  add ("/window/activation", test_activation);
  add ("/window/trouble", test_trouble);
  add ("/window/tell", test_tell);
  add ("/window/close-saves", test_close_saves);
  add ("/window/close-not-saved", test_close_not_saved);
  add ("/window/close-takes-value", test_close_takes_value);
  add ("/window/other-library", test_other_library);
  add ("/window/shortcuts", test_shortcuts);
  return g_test_run ();
}
