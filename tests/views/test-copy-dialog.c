/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Save a Copy. */

#include "care-copy-dialog.h"
#include "views-fixture.h"

#include <glib/gstdio.h>

/* What the copy's history holds. */
static guint
count_acts (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) copy = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (care_library_find (copy, "figure", SAMPLE_MINIMUM), "value"), ==,
                   "4e9 GBP");
  entries = care_library_history (copy, 10, &error);
  g_assert_no_error (error);
  return entries->len;
}

/* What was done a moment ago is in it. */
static void
test_save (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Copy & more.carebrief", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  g_autoptr (CareAct) act = care_act_new ("Change");

  care_act_set (act, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM), "value", "£4bn", NULL);
  care_library_apply_async (fixture->library, act, NULL, NULL);
  care_copy_dialog_save (parent, fixture->library, file, TRUE);
  ui_test_wait (told->len > 0);
  g_assert_cmpstr (told->str, ==, "Saved a copy as “Copy & more.carebrief”");
  g_assert_cmpuint (count_acts (path), ==, 1);
  g_string_truncate (told, 0);
  care_copy_dialog_save (parent, fixture->library, file, FALSE);
  ui_test_wait (told->len > 0);
  g_assert_cmpstr (told->str, ==, "Saved a copy without history as “Copy & more.carebrief”");
  g_assert_cmpuint (count_acts (path), ==, 0);
  views_fixture_destroy (parent, parent);
  ui_test_settle ();
  g_unlink (path);
}

/* Never over the library itself; the reason is told. */
static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWindow *parent = views_fixture_show_parent (told);
  GtkWidget *dialog;

  care_copy_dialog_save (parent, fixture->library, file, TRUE);
  ui_test_wait (views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "The Copy Was Not Saved");
  g_assert_cmpstr (told->str, ==, "");
  views_fixture_destroy (dialog, dialog);
  views_fixture_destroy (parent, parent);
}

static gboolean
is_in (GtkFileChooser *chooser, const char *folder)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_current_folder (chooser);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  return g_strcmp0 (path, folder) == 0;
}

/* It begins beside the library, and shows libraries. */
static void
test_dialog (ViewsFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  GtkFileChooser *chooser;
  g_autoptr (GListModel) filters = NULL;

  care_copy_dialog_show (parent, fixture->library);
  ui_test_wait (views_fixture_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL);
  chooser = views_fixture_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  ui_test_wait (is_in (chooser, fixture->folder));
  filters = gtk_file_chooser_get_filters (chooser);
  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (chooser, "(None)"), ==, 0);
  g_assert_cmpuint (views_fixture_count_labels (chooser, "CareBrief libraries"), ==, 1);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  ui_test_settle ();
  views_fixture_destroy (parent, parent);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/copy-dialog/save", test_save);
  ADD ("/copy-dialog/refused", test_refused);
  ADD ("/copy-dialog/dialog", test_dialog);
#undef ADD
  return g_test_run ();
}
