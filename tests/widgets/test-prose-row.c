/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-prose-row.h"

#include "care-error.h"
#include "ui-test.h"

#define LONG_TEXT                                                                                            \
  "The fund pools health and social care budgets locally. £3.8 billion is the announced minimum; local "    \
  "areas "                                                                                                   \
  "added £1.5 billion.\n\nTwo values are held."

typedef struct
{
  GtkWindow *window;
  CareProseRow *row;
  GtkWidget *view, *other;
  guint n_commits;
  char *kept;
  gboolean refuse;
} Fixture;

/* Without the white space at the end, as the store keeps it. */
static gboolean
on_commit (CareProseRow *row, const char *text, gpointer data, GError **error)
{
  Fixture *f = data;

  f->n_commits++;
  if (f->refuse)
    {
      g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT, "Too long");
      return FALSE;
    }
  g_free (f->kept);
  f->kept = g_strchomp (g_strdup (text));
  care_prose_row_load (row, f->kept);
  return TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *group = adw_preferences_group_new ();

  f->row = CARE_PROSE_ROW (care_prose_row_new ("Note"));
  f->other = care_prose_row_new ("Reasoning");
  f->view = ui_test_find (GTK_WIDGET (f->row), GTK_TYPE_TEXT_VIEW);
  care_prose_row_set_commit (f->row, on_commit, f, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (f->row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), f->other);
  f->window = ui_test_show (group, 360, 500);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  g_free (f->kept);
}

static void
type (Fixture *f, const char *text)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->row)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view)), text, -1);
}

static void
assert_text (CareProseRow *row, const char *expected)
{
  g_autofree char *text = care_prose_row_get_text (row);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_loads (Fixture *f, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view));

  assert_text (f->row, "");
  care_prose_row_load (f->row, LONG_TEXT);
  assert_text (f->row, LONG_TEXT);
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
  g_assert_true (care_prose_row_flush (f->row));
  g_assert_cmpuint (f->n_commits, ==, 0);
}

static void
test_commits_after_a_pause (Fixture *f, gconstpointer data)
{
  type (f, "One");
  type (f, "One two");
  g_assert_cmpuint (f->n_commits, ==, 0);
  ui_test_wait (f->n_commits > 0);
  g_assert_cmpstr (f->kept, ==, "One two");
  g_assert_cmpuint (f->n_commits, ==, 1);
}

static void
test_typing_goes_on (Fixture *f, gconstpointer data)
{
  type (f, "One\n\n");
  ui_test_wait (f->n_commits > 0);
  g_assert_cmpstr (f->kept, ==, "One");
  assert_text (f->row, "One\n\n");
  g_assert_true (gtk_widget_grab_focus (f->other));
  assert_text (f->row, "One");
}

static void
test_commits_when_focus_leaves (Fixture *f, gconstpointer data)
{
  type (f, "One");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (f->window), f->other));
  g_assert_cmpuint (f->n_commits, ==, 1);
  g_assert_cmpstr (f->kept, ==, "One");
}

static void
test_is_refused (Fixture *f, gconstpointer data)
{
  f->refuse = TRUE;
  type (f, "One");
  g_assert_false (care_prose_row_flush (f->row));
  assert_text (f->row, "One");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Too long");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (f->view), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  ui_test_press (f->view, GDK_KEY_Escape);
  assert_text (f->row, "");
  f->refuse = FALSE;
}

static void
test_grows (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) much = g_string_new (NULL);
  int empty = gtk_widget_get_height (GTK_WIDGET (f->row));

  care_prose_row_load (f->row, LONG_TEXT);
  ui_test_draw (GTK_WIDGET (f->row));
  int some = gtk_widget_get_height (GTK_WIDGET (f->row));
  g_assert_cmpint (some, >, empty);
  for (int i = 0; i < 20; i++)
    g_string_append (much, LONG_TEXT);
  care_prose_row_load (f->row, much->str);
  ui_test_draw (GTK_WIDGET (f->row));
  int most = gtk_widget_get_height (GTK_WIDGET (f->row));
  g_assert_cmpint (most, >, some);
  g_assert_cmpint (most, <, 320);
}

static void
test_is_named (Fixture *f, gconstpointer data)
{
  GtkWidget *caption = ui_test_find_label (GTK_WIDGET (f->row), GTK_TYPE_LABEL, "Note");
  GtkWidget *window = ui_test_find (GTK_WIDGET (f->row), GTK_TYPE_SCROLLED_WINDOW);

  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (f->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption,
                                       NULL);
  g_assert_false (gtk_widget_get_focusable (window));
  care_prose_row_set_editable (f->row, FALSE);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (f->view)));
}

static void
test_lets_go (void)
{
  CareProseRow *row = g_object_ref_sink (CARE_PROSE_ROW (care_prose_row_new ("Note")));
  GtkWidget *view = ui_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW);

  /* With a commit still to come. */
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "One", -1);
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/prose-row/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("loads", test_loads);
  ADD ("commits-after-a-pause", test_commits_after_a_pause);
  ADD ("typing-goes-on", test_typing_goes_on);
  ADD ("commits-when-focus-leaves", test_commits_when_focus_leaves);
  ADD ("is-refused", test_is_refused);
  ADD ("grows", test_grows);
  ADD ("is-named", test_is_named);
#undef ADD
  g_test_add_func ("/prose-row/lets-go", test_lets_go);
  return g_test_run ();
}
