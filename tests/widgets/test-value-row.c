/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-value-row.h"

#include "care-error.h"
#include "ui-test.h"

/* A row in a form, with another to go to. */
typedef struct
{
  GtkWindow *window;
  CareValueRow *row, *other;
  GtkWidget *entry;
  guint n_commits;
  char *kept;
  gboolean refuse;
  const char *canonical; /* what the commit loads, or NULL */
} Fixture;

static gboolean
on_commit (CareValueRow *row, const char *text, gpointer data, GError **error)
{
  Fixture *f = data;

  f->n_commits++;
  if (f->refuse)
    {
      g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY, "Not a quantity");
      return FALSE;
    }
  g_free (f->kept);
  f->kept = g_strdup (text);
  if (f->canonical != NULL)
    care_value_row_load (row, f->canonical);
  return TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *group = adw_preferences_group_new ();

  f->row = CARE_VALUE_ROW (care_value_row_new ("Value"));
  f->other = CARE_VALUE_ROW (care_value_row_new ("Note"));
  f->entry = ui_test_find (GTK_WIDGET (f->row), GTK_TYPE_ENTRY);
  care_value_row_set_commit (f->row, on_commit, f, NULL);
  care_value_row_load (f->row, "£3.8bn");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (f->row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (f->other));
  f->window = ui_test_show (group, 360, 300);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  g_free (f->kept);
}

/* As a person does it: with the focus in the field. */
static void
type (Fixture *f, const char *text)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->row)));
  gtk_editable_set_text (GTK_EDITABLE (f->entry), text);
}

static void
assert_text (CareValueRow *row, const char *expected)
{
  g_autofree char *text = care_value_row_get_text (row);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_loads (Fixture *f, gconstpointer data)
{
  assert_text (f->row, "£3.8bn");
  care_value_row_load (f->row, NULL);
  assert_text (f->row, "");
  g_assert_true (care_value_row_flush (f->row));
  g_assert_cmpuint (f->n_commits, ==, 0);
}

static void
test_loading_is_not_undone (Fixture *f, gconstpointer data)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (f->entry)));

  care_value_row_load (f->row, "£5.3bn");
  gtk_widget_activate_action (text, "text.undo", NULL);
  assert_text (f->row, "£5.3bn");
}

static void
test_commits_on_enter (Fixture *f, gconstpointer data)
{
  type (f, "£5bn");
  g_assert_cmpuint (f->n_commits, ==, 0);
  g_signal_emit_by_name (f->entry, "activate");
  g_assert_cmpuint (f->n_commits, ==, 1);
  g_assert_cmpstr (f->kept, ==, "£5bn");
  g_signal_emit_by_name (f->entry, "activate");
  g_assert_cmpuint (f->n_commits, ==, 1);
}

static void
test_commits_when_focus_leaves (Fixture *f, gconstpointer data)
{
  type (f, "£5bn");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (f->window), GTK_WIDGET (f->other)));
  g_assert_cmpuint (f->n_commits, ==, 1);
  g_assert_cmpstr (f->kept, ==, "£5bn");
}

static void
test_shows_what_was_made_of_it (Fixture *f, gconstpointer data)
{
  f->canonical = "£1.25 million";
  type (f, "1.25m");
  g_assert_true (care_value_row_flush (f->row));
  assert_text (f->row, "£1.25 million");
  g_assert_true (care_value_row_flush (f->row));
  g_assert_cmpuint (f->n_commits, ==, 1);
}

/* What is typed so far is kept, and neither it nor the cursor is touched until the
 * focus leaves. */
static void
test_commits_after_a_pause (Fixture *f, gconstpointer data)
{
  f->canonical = "£1.25 million";
  type (f, "1.25m");
  gtk_editable_set_position (GTK_EDITABLE (f->entry), 2);
  g_assert_cmpuint (f->n_commits, ==, 0);
  ui_test_wait (f->n_commits > 0);
  g_assert_cmpstr (f->kept, ==, "1.25m");
  assert_text (f->row, "1.25m");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (f->entry)), ==, 2);
  g_assert_false (care_edit_row_is_changed (CARE_EDIT_ROW (f->row)));
  gtk_widget_grab_focus (GTK_WIDGET (f->other));
  assert_text (f->row, "£1.25 million");
  g_assert_cmpuint (f->n_commits, ==, 1);
}

/* It may be half a word. */
static void
test_does_not_complain_in_a_pause (Fixture *f, gconstpointer data)
{
  f->refuse = TRUE;
  type (f, "so");
  ui_test_wait (f->n_commits > 0);
  assert_text (f->row, "so");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
  gtk_widget_grab_focus (GTK_WIDGET (f->other));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
}

static void
test_commits_while_typing (Fixture *f, gconstpointer data)
{
  gint64 end = ui_test_deadline ();

  type (f, "1");
  for (guint i = 0; f->n_commits == 0 && g_get_monotonic_time () < end; i++)
    {
      gint64 now = g_get_monotonic_time ();

      gtk_editable_set_text (GTK_EDITABLE (f->entry), i % 2 == 0 ? "12" : "123");
      ui_test_wait (f->n_commits > 0 || g_get_monotonic_time () - now > 200 * 1000);
    }
  g_assert_cmpuint (f->n_commits, >, 0);
}

/* Also from what was kept in a pause. */
static void
note_state (CareEditRow *row, GString *states)
{
  char state = "ktr"[care_edit_row_get_state (row)];

  if (states->len == 0 || states->str[states->len - 1] != state)
    g_string_append_c (states, state);
}

/* While it is typed, and once it is kept, refused or taken back. */
static void
test_tells_its_state (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) states = g_string_new (NULL);

  g_signal_connect (f->row, "edited", G_CALLBACK (note_state), states);
  type (f, "£4bn");
  g_assert_cmpstr (states->str, ==, "t");
  ui_test_wait (f->n_commits > 0);
  g_assert_cmpstr (states->str, ==, "tk");
  f->refuse = TRUE;
  type (f, "so");
  ui_test_wait (f->n_commits > 1);
  g_assert_cmpstr (states->str, ==, "tktr");
  type (f, "£4bn");
  g_assert_cmpstr (states->str, ==, "tktrtk");
  type (f, "so");
  g_assert_false (care_value_row_flush (f->row));
  g_assert_cmpstr (states->str, ==, "tktrtktr");
  care_value_row_load (f->row, "£5bn");
  g_assert_cmpstr (states->str, ==, "tktrtktr");
  g_assert_true (care_edit_row_restore (CARE_EDIT_ROW (f->row)));
  f->refuse = FALSE;
  g_assert_true (care_value_row_flush (f->row));
  g_assert_cmpint (care_edit_row_get_state (CARE_EDIT_ROW (f->row)), ==, CARE_EDIT_KEPT);
  g_signal_handlers_disconnect_by_data (f->row, states);
}

static void
test_escape_takes_back_what_was_kept (Fixture *f, gconstpointer data)
{
  type (f, "£5bn");
  ui_test_wait (f->n_commits > 0);
  ui_test_press (f->entry, GDK_KEY_Escape);
  assert_text (f->row, "£3.8bn");
  g_assert_cmpstr (f->kept, ==, "£3.8bn");
  g_assert_cmpuint (f->n_commits, ==, 2);
  g_assert_false (care_edit_row_restore (CARE_EDIT_ROW (f->row)));
}

static void
test_is_refused (Fixture *f, gconstpointer data)
{
  f->refuse = TRUE;
  type (f, "soon");
  GtkWidget *focus = gtk_window_get_focus (f->window);
  g_assert_false (care_value_row_flush (f->row));
  assert_text (f->row, "soon");
  g_assert_true (gtk_window_get_focus (f->window) == focus);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
  GtkWidget *message = ui_test_find_label (GTK_WIDGET (f->row), GTK_TYPE_LABEL, "Not a quantity");
  g_assert_true (gtk_widget_get_visible (message));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (message), GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not a quantity");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (f->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  f->refuse = FALSE;
  g_assert_true (care_value_row_flush (f->row));
  g_assert_false (gtk_widget_get_visible (message));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (f->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

/* What was taken at first may be refused later. */
static void
test_is_refused_later (Fixture *f, gconstpointer data)
{
  type (f, "£4bn");
  g_assert_true (care_value_row_flush (f->row));
  care_edit_row_refuse (CARE_EDIT_ROW (f->row), "£3.8bn", "Not a quantity");
  assert_text (f->row, "£4bn");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
  g_assert_cmpint (care_edit_row_get_state (CARE_EDIT_ROW (f->row)), ==, CARE_EDIT_REFUSED);
  ui_test_press (f->entry, GDK_KEY_Escape);
  assert_text (f->row, "£3.8bn");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));

  care_edit_row_refuse (CARE_EDIT_ROW (f->row), "£3.8bn", "Not a quantity");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
}

static void
test_keeps_what_was_refused (Fixture *f, gconstpointer data)
{
  f->refuse = TRUE;
  type (f, "soon");
  gtk_widget_grab_focus (GTK_WIDGET (f->other));
  g_assert_cmpuint (f->n_commits, ==, 1);
  care_value_row_load (f->row, "£3.8bn");
  assert_text (f->row, "soon");
  care_value_row_load (f->row, "£4bn");
  assert_text (f->row, "£4bn");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
}

static void
test_keeps_what_is_being_typed (Fixture *f, gconstpointer data)
{
  type (f, "£5b");
  care_value_row_load (f->row, "£4bn");
  assert_text (f->row, "£5b");
  ui_test_press (f->entry, GDK_KEY_Escape);
  assert_text (f->row, "£4bn");
  gtk_widget_grab_focus (GTK_WIDGET (f->other));
  g_assert_cmpuint (f->n_commits, ==, 0);
}

static void
test_escape_restores (Fixture *f, gconstpointer data)
{
  f->refuse = TRUE;
  type (f, "soon");
  care_value_row_flush (f->row);
  ui_test_press (f->entry, GDK_KEY_Escape);
  assert_text (f->row, "£3.8bn");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->row), "error"));
  g_assert_false (care_edit_row_restore (CARE_EDIT_ROW (f->row)));
}

static void
test_may_be_read_only (Fixture *f, gconstpointer data)
{
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (f->entry)));
  care_value_row_set_editable (f->row, FALSE);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (f->entry)));
}

static void
test_is_named (Fixture *f, gconstpointer data)
{
  GtkWidget *caption = ui_test_find_label (GTK_WIDGET (f->row), GTK_TYPE_LABEL, "Value");

  g_assert_nonnull (caption);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (f->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       caption, NULL);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (f->row)));
}

static void
on_destroy (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_lets_go (void)
{
  CareValueRow *row = g_object_ref_sink (CARE_VALUE_ROW (care_value_row_new ("Value")));
  gboolean destroyed = FALSE;

  care_value_row_set_commit (row, on_commit, &destroyed, on_destroy);
  g_assert_finalize_object (row);
  g_assert_true (destroyed);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/value-row/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("loads", test_loads);
  ADD ("loading-is-not-undone", test_loading_is_not_undone);
  ADD ("commits-on-enter", test_commits_on_enter);
  ADD ("commits-when-focus-leaves", test_commits_when_focus_leaves);
  ADD ("shows-what-was-made-of-it", test_shows_what_was_made_of_it);
  ADD ("commits-after-a-pause", test_commits_after_a_pause);
  ADD ("does-not-complain-in-a-pause", test_does_not_complain_in_a_pause);
  ADD ("commits-while-typing", test_commits_while_typing);
  ADD ("tells-its-state", test_tells_its_state);
  ADD ("escape-takes-back-what-was-kept", test_escape_takes_back_what_was_kept);
  ADD ("is-refused", test_is_refused);
  ADD ("is-refused-later", test_is_refused_later);
  ADD ("keeps-what-was-refused", test_keeps_what_was_refused);
  ADD ("keeps-what-is-being-typed", test_keeps_what_is_being_typed);
  ADD ("escape-restores", test_escape_restores);
  ADD ("may-be-read-only", test_may_be_read_only);
  ADD ("is-named", test_is_named);
#undef ADD
  g_test_add_func ("/value-row/lets-go", test_lets_go);
  return g_test_run ();
}
