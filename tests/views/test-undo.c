/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo, redo and deletion as the window shows them. */

#include "care-editor.h"
#include "care-history-window.h"
#include "care-list.h"
#include "care-notice.h"
#include "care-record-pane.h"
#include "care-tell.h"
#include "care-typed.h"
#include "care-window.h"
#include "views-fixture.h"

static CareWindow *
open_window (ViewsFixture *fixture)
{
  CareWindow *window = CARE_WINDOW (care_window_new (NULL));

  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static const char *
get_value (ViewsFixture *fixture)
{
  care_library_settle (fixture->library);
  return care_record_get (views_fixture_find (fixture, "figure", SAMPLE_MINIMUM), "value");
}

static void
delete_record (ViewsFixture *fixture, const char *kind, CareId id)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");
  g_autoptr (GError) error = NULL;

  care_library_plan_delete (fixture->library, act, views_fixture_find (fixture, kind, id), &error);
  g_assert_no_error (error);
  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
}

static guint
count_elements (CareWindow *window)
{
  GtkWidget *editor = ui_test_find (GTK_WIDGET (window), CARE_TYPE_EDITOR);
  GtkWidget *outline = ui_test_find (editor, CARE_TYPE_LIST);

  return g_list_model_get_n_items (care_list_get_model (CARE_LIST (outline)));
}

static void
test_undo_redo (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  g_assert_cmpstr (get_value (fixture), ==, "39e8 GBP");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  care_library_settle (fixture->library);
  g_assert_cmpstr (get_value (fixture), ==, "38e8 GBP");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  care_library_settle (fixture->library);
  g_assert_cmpstr (get_value (fixture), ==, "39e8 GBP");
  /* With nothing left it changes nothing. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  care_library_settle (fixture->library);
  g_assert_cmpstr (get_value (fixture), ==, "39e8 GBP");
  views_fixture_destroy (window, window);
}

/* Whether the items of the menu can be chosen: a button with the action can. */
static void
assert_possible (CareWindow *window, gboolean undo, gboolean redo)
{
  GtkWidget *buttons[] = { gtk_button_new (), gtk_button_new () };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *stack = ui_test_find (GTK_WIDGET (window), GTK_TYPE_STACK);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (buttons[0]), "win.undo");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (buttons[1]), "win.redo");
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_box_append (GTK_BOX (box), buttons[i]);
  gtk_stack_add_child (GTK_STACK (stack), box);
  g_assert_true (gtk_widget_get_sensitive (buttons[0]) == undo);
  g_assert_true (gtk_widget_get_sensitive (buttons[1]) == redo);
  gtk_stack_remove (GTK_STACK (stack), box);
}

/* What cannot be undone or redone is not offered. */
static void
test_possible (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);

  assert_possible (window, FALSE, FALSE);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  assert_possible (window, TRUE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  care_library_settle (fixture->library);
  assert_possible (window, FALSE, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  care_library_settle (fixture->library);
  assert_possible (window, TRUE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  care_library_settle (fixture->library);
  assert_possible (window, FALSE, TRUE);
  /* What is only typed is undone as if it had been saved. */
  {
    g_autoptr (GObject) typed = g_object_new (G_TYPE_OBJECT, NULL);

    care_typed_set (fixture->library, typed, CARE_EDIT_TYPED);
    assert_possible (window, TRUE, TRUE);
    care_typed_set (fixture->library, typed, CARE_EDIT_KEPT);
  }
  assert_possible (window, FALSE, TRUE);
  care_window_close_library (window);
  views_fixture_reopen_read_only (fixture);
  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  assert_possible (window, FALSE, FALSE);
  views_fixture_destroy (window, window);
}

/* A section goes from the outline when it is deleted, and comes back. */
static void
test_section_deleted (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  guint n;

  care_window_open_briefing (window, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  care_window_show_element (window, "section", SAMPLE_MONEY_SECTION);
  n = count_elements (window);
  delete_record (fixture, "section", SAMPLE_MONEY_SECTION);
  g_assert_cmpuint (count_elements (window), ==, n - 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  care_library_settle (fixture->library);
  g_assert_cmpuint (count_elements (window), ==, n);
  views_fixture_destroy (window, window);
}

/* The briefing that is open is deleted: the views are shown again. */
static void
test_briefing_deleted (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  GtkWidget *editor;

  care_window_open_briefing (window, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  editor = views_fixture_part (window, "editor");
  g_assert_true (gtk_widget_get_child_visible (editor));
  delete_record (fixture, "briefing", SAMPLE_BRIEFING);
  ui_test_settle ();
  g_assert_false (gtk_widget_get_child_visible (editor));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  care_library_settle (fixture->library);
  g_assert_nonnull (care_library_find (fixture->library, "section", SAMPLE_MONEY_SECTION));
  views_fixture_destroy (window, window);
}

/* The record shown is deleted. */
static void
test_record_deleted (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = care_record_pane_new ();
  GtkWindow *window = ui_test_show (pane, 400, 600);

  care_record_pane_set_library (CARE_RECORD_PANE (pane), fixture->library);
  care_record_pane_show (CARE_RECORD_PANE (pane), views_fixture_find (fixture, "section", SAMPLE_MONEY_SECTION));
  delete_record (fixture, "section", SAMPLE_MONEY_SECTION);
  g_assert_null (care_record_pane_get_record (CARE_RECORD_PANE (pane)));
  views_fixture_destroy (window, pane);
}

static GtkWidget *
find_told (GtkWidget *widget, const char *start)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), start))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_told (child, start);
  return found;
}

/* Deletes a figure as a person does, in a window of that width, and returns what is
 * told of it, which is not cut. */
static char *
delete_in (ViewsFixture *fixture, int width, CareId id, const char *label)
{
  CareWindow *window = CARE_WINDOW (care_window_new (NULL));
  GtkWidget *told = NULL;
  char *text;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  care_window_show_figure (window, views_fixture_insert (fixture, "figure", id, "label", label, NULL));
  ui_test_settle ();
  ui_test_press (ui_test_find (views_fixture_part (window, "figures"), CARE_TYPE_LIST), GDK_KEY_Delete);
  ui_test_wait ((told = find_told (GTK_WIDGET (window), "Deleted ")) != NULL);
  ui_test_settle ();
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (told))));
  text = g_strdup (gtk_label_get_text (GTK_LABEL (told)));
  views_fixture_destroy (window, window);
  return text;
}

/* However long the title and narrow the window, it can be read how it comes back. */
static void
test_deletion_told (ViewsFixture *fixture, gconstpointer data)
{
  static const char label[] = "Money for general practice in the first year of the plan, as announced in the autumn";
  g_autofree char *wide = delete_in (fixture, 1000, 1, "Money for general practice");
  g_autofree char *narrow = delete_in (fixture, 360, 2, label);
  g_autofree char *others = delete_in (fixture, 360, 3, "Łódź");

  g_assert_cmpstr (wide, ==, "Deleted “Money for general practice”; Ctrl+Z brings it back");
  g_test_message ("%s", narrow);
  g_assert_true (g_regex_match_simple ("^Deleted “Mon.*…”; Ctrl\\+Z brings it back$", narrow, 0, 0));
  g_assert_cmpstr (others, ==, "Deleted “Łódź”; Ctrl+Z brings it back");
}

/* What has no title is told by what it is of. */
static void
test_deletion_of_untitled_told (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWindow *window = ui_test_show (label, 1000, 100);
  CareRecord *citation;
  g_autofree char *told = NULL;

  views_fixture_insert (fixture, "source", 1, "title", "Plan", "kind", "report", NULL);
  views_fixture_insert (fixture, "figure", 2, "label", "Nurses", NULL);
  citation = views_fixture_insert (fixture, "citation", 3, "source", "1", "figure", "2", NULL);
  told = care_tell_deleted (label, fixture->library, citation);
  g_assert_cmpstr (told, ==, "Deleted Citation of “Plan” in “Nurses”; Ctrl+Z brings it back");
  gtk_window_destroy (window);
}

/* For a test that must not run into the next minute. */
static void
wait_for_minute (void)
{
  while (g_get_real_time () / G_TIME_SPAN_SECOND % 60 > 50)
    g_usleep (G_TIME_SPAN_SECOND / 2);
}

static void
test_history_window (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  GtkWidget *history;
  GtkWidget *list;

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "note", "Checked.");
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£4bn");
  history = care_history_window_new (GTK_WINDOW (window), fixture->library);
  gtk_window_present (GTK_WINDOW (history));
  ui_test_settle ();
  list = ui_test_find (history, GTK_TYPE_LIST_BOX);
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, 3);

  /* The oldest: a later act builds on it, so it stays and the reason is told. */
  g_signal_emit_by_name (ui_test_find (gtk_widget_get_last_child (list), GTK_TYPE_BUTTON), "clicked");
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_cmpstr (get_value (fixture), ==, "4e9 GBP");
  g_assert_true (care_notice_get_shown (CARE_NOTICE (ui_test_find (history, CARE_TYPE_NOTICE))));

  /* The newest. */
  g_signal_emit_by_name (ui_test_find (gtk_widget_get_first_child (list), GTK_TYPE_BUTTON), "clicked");
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_cmpstr (get_value (fixture), ==, "39e8 GBP");
  g_assert_false (care_notice_get_shown (CARE_NOTICE (ui_test_find (history, CARE_TYPE_NOTICE))));
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, 3);

  views_fixture_destroy (history, history);
  views_fixture_destroy (window, window);
}

static void
assert_row (GtkWidget *row, const char *title, gboolean is_quiet)
{
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  g_assert_true (gtk_widget_has_css_class (row, "care-quiet") == is_quiet);
  /* All was done within a minute. */
  g_assert_true (g_regex_match_simple (" \\d\\d:\\d\\d:\\d\\d · ", adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                       0, 0));
}

/* What only undoes or redoes is listed when it is asked for, and quieter. */
static void
test_history_window_turns (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *history;
  GtkWidget *list;
  GtkWidget *check;

  wait_for_minute ();
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£4bn");
  g_free (care_library_undo (fixture->library, NULL));
  g_free (care_library_redo (fixture->library, NULL));
  g_free (care_library_undo (fixture->library, NULL));
  history = care_history_window_new (NULL, fixture->library);
  gtk_window_present (GTK_WINDOW (history));
  ui_test_settle ();
  list = ui_test_find (history, GTK_TYPE_LIST_BOX);
  check = ui_test_find (history, GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, 2);
  assert_row (gtk_widget_get_first_child (list), "Change", TRUE);
  assert_row (gtk_widget_get_last_child (list), "Change", FALSE);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, 5);
  assert_row (gtk_widget_get_first_child (list), "Undo: Change", TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, 2);
  views_fixture_destroy (history, history);
}

/* However long ago: what is older is listed when it is asked for, and a row that is
 * listed keeps its place when it is undone. */
static void
test_history_window_earlier (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = open_window (fixture);
  GtkWidget *history;
  GtkWidget *list;
  GtkWidget *earlier;
  GtkWidget *last;

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.9bn");
  for (int i = 0; i < 120; i++)
    {
      g_autofree char *note = g_strdup_printf ("Note %d", i);
      views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "note", note);
    }
  history = care_history_window_new (GTK_WINDOW (window), fixture->library);
  gtk_window_present (GTK_WINDOW (history));
  ui_test_settle ();
  list = ui_test_find (history, GTK_TYPE_LIST_BOX);
  earlier = ui_test_find_label (history, GTK_TYPE_BUTTON, "Earlier Acts");
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, 100);
  g_assert_true (gtk_widget_get_visible (earlier));
  g_signal_emit_by_name (earlier, "clicked");
  ui_test_settle ();
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, 121);
  g_assert_false (gtk_widget_get_visible (earlier));

  last = gtk_widget_get_last_child (list);
  g_signal_emit_by_name (ui_test_find (last, GTK_TYPE_BUTTON), "clicked");
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_cmpstr (get_value (fixture), ==, "38e8 GBP");
  g_assert_cmpuint (ui_test_count (list, ADW_TYPE_ACTION_ROW), ==, 121);
  g_assert_true (gtk_widget_get_last_child (list) == last);
  g_assert_false (gtk_widget_get_visible (ui_test_find (last, GTK_TYPE_BUTTON)));
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (last)), "undone"));

  views_fixture_destroy (history, history);
  views_fixture_destroy (window, window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/undo/undo-redo", test_undo_redo);
  ADD ("/undo/possible", test_possible);
  ADD ("/undo/section-deleted", test_section_deleted);
  ADD ("/undo/briefing-deleted", test_briefing_deleted);
  ADD ("/undo/record-deleted", test_record_deleted);
  ADD ("/undo/deletion-told", test_deletion_told);
  ADD ("/undo/deletion-of-untitled-told", test_deletion_of_untitled_told);
  ADD ("/undo/history-window", test_history_window);
  ADD ("/undo/history-window/turns", test_history_window_turns);
  ADD ("/undo/history-window/earlier", test_history_window_earlier);
#undef ADD
  return g_test_run ();
}
