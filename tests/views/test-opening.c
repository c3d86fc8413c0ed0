/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Libraries that windows wait for: opened, restored and recovered in a thread. */

#include "care-application-private.h"
#include "care-backup.h"
#include "care-cli.h"
#include "care-store-error.h"
#include "care-window-file.h"
#include "views-fixture.h"

#include <glib/gstdio.h>

/* There can be no other in a process. */
static CareApplication *application;

static void
open_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (application), &file, 1, "");
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static CareWindow *
get_window (guint n)
{
  return g_list_nth_data (gtk_application_get_windows (GTK_APPLICATION (application)), n);
}

/* The one window of @path: which comes first depends on the focus. */
static CareWindow *
find_window (const char *path)
{
  for (guint i = 0; i < count_windows (); i++)
    if (g_strcmp0 (care_window_get_path (get_window (i)), path) == 0)
      return get_window (i);
  g_assert_not_reached ();
}

static const char *
get_page (CareWindow *window)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (window), CARE_TYPE_WINDOW, "stack")));
}

static void
close_windows (void)
{
  while (count_windows () > 0)
    {
      guint n = count_windows ();

      gtk_window_close (GTK_WINDOW (get_window (0)));
      ui_test_wait (count_windows () < n);
    }
}

/* The fixture's own library would be in the way. */
static void
let_go (ViewsFixture *fixture)
{
  g_assert_finalize_object (fixture->library);
  fixture->library = NULL;
}

static gboolean
open_again (ViewsFixture *fixture)
{
  fixture->library = care_library_open (fixture->path, CARE_LIBRARY_WRITE, NULL);
  return fixture->library != NULL;
}

/* Nobody else holds it any more, if only after a moment. */
static void
take_back (ViewsFixture *fixture)
{
  ui_test_wait (fixture->library != NULL || open_again (fixture));
}

static const char *
get_label (CareWindow *window)
{
  return care_record_get (care_library_find (care_window_get_library (window), "figure", SAMPLE_MINIMUM), "label");
}

static void
set_label (CareWindow *window, const char *label)
{
  CareLibrary *library = care_window_get_library (window);
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  care_act_set (act, care_library_find (library, "figure", SAMPLE_MINIMUM), "label", label, &error);
  g_assert_no_error (error);
  care_library_apply_async (library, act, NULL, NULL);
}

/* Windows that wait for the same library share it, and so does one that comes later. */
static void
test_shared (ViewsFixture *fixture, gconstpointer data)
{
  let_go (fixture);
  open_file (fixture->path);
  open_file (fixture->path);
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_cmpstr (get_page (get_window (0)), ==, "wait");
  g_assert_null (care_window_get_library (get_window (0)));
  ui_test_wait (care_window_get_library (get_window (0)) != NULL);
  g_assert_true (care_window_get_library (get_window (0))
                 == care_window_get_library (get_window (1)));
  open_file (fixture->path);
  g_assert_cmpstr (get_page (get_window (0)), ==, "browse");
  g_assert_true (care_library_is_writable (care_window_get_library (get_window (2))));
  close_windows ();
  take_back (fixture);
}

/* What another has open is opened to be read; what is no library is told. */
static void
test_not_writable (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no-library.carebrief", NULL);

  open_file (fixture->path);
  ui_test_wait (care_window_get_library (get_window (0)) != NULL);
  g_assert_false (care_library_is_writable (care_window_get_library (get_window (0))));
  g_assert_true (g_file_set_contents (path, "no library", -1, NULL));
  open_file (path);
  ui_test_wait (!care_window_is_waiting (find_window (path)));
  g_assert_cmpstr (get_page (find_window (path)), ==, "trouble");
  close_windows ();
  g_unlink (path);
}

/* Whoever closes a window, or all of them before one is to be seen, no longer waits
 * for a library. */
static void
test_closed_while_opening (ViewsFixture *fixture, gconstpointer data)
{
  let_go (fixture);
  open_file (fixture->path);
  gtk_window_present (GTK_WINDOW (get_window (0)));
  g_assert_true (care_window_is_waiting (get_window (0)));
  close_windows ();
  open_file (fixture->path);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  g_assert_cmpuint (count_windows (), ==, 0);
  take_back (fixture);
}

/* Every window of the library shows the backup, and what was just done is kept as one. */
static void
test_restore (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = views_fixture_add_backup (fixture, "20150512T091400.000Z");
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *before = g_strdup (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "label"));

  let_go (fixture);
  open_file (fixture->path);
  open_file (fixture->path);
  ui_test_wait (care_window_get_library (get_window (1)) != NULL);
  set_label (get_window (0), "Changed");
  care_window_file_restore (get_window (0), backup);
  ui_test_wait (care_window_is_waiting (get_window (1)));
  ui_test_wait (!care_window_is_waiting (get_window (0)));
  g_assert_cmpstr (get_label (get_window (0)), ==, before);
  g_assert_true (care_window_get_library (get_window (0))
                 == care_window_get_library (get_window (1)));
  ui_test_wait (views_fixture_count_labels (get_window (0), "Backup restored; what it replaced is among the backups")
                == 1);
  backups = care_backup_list (fixture->path, NULL);
  g_assert_true (((CareBackup *) g_ptr_array_index (backups, 0))->was_replaced);
  close_windows ();
  take_back (fixture);
}

/* A library that is gone is made again, and nothing is replaced. */
static void
test_restore_missing (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = views_fixture_add_backup (fixture, "20150512T091400.000Z");

  let_go (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  open_file (fixture->path);
  ui_test_wait (!care_window_is_waiting (get_window (0)));
  g_assert_cmpstr (get_page (get_window (0)), ==, "trouble");
  care_window_file_restore (get_window (0), backup);
  ui_test_wait (views_fixture_count_labels (get_window (0), "Backup restored") == 1);
  close_windows ();
  take_back (fixture);
}

/* Whoever began it may close his window: the others do not wait for ever. */
static void
test_restore_closed (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = views_fixture_add_backup (fixture, "20150512T091400.000Z");
  CareWindow *first;
  CareWindow *other;

  let_go (fixture);
  open_file (fixture->path);
  open_file (fixture->path);
  first = get_window (0);
  other = get_window (1);
  ui_test_wait (care_window_get_library (first) != NULL);
  care_window_file_restore (first, backup);
  ui_test_wait (care_window_is_waiting (first));
  gtk_window_destroy (GTK_WINDOW (first));
  ui_test_wait (care_window_get_library (other) != NULL);
  close_windows ();
  take_back (fixture);
}

/* A window that only says what was wrong with a library is no other window of it: what
 * is not saved is asked about. */
static void
test_close_beside_trouble (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new (CARE_STORE_ERROR, CARE_STORE_ERROR_IO, "Trouble");
  CareWindow *window;
  GtkWidget *dialog;

  let_go (fixture);
  open_file (fixture->path);
  window = get_window (0);
  ui_test_wait (care_window_get_library (window) != NULL);
  care_window_show_trouble (CARE_WINDOW (care_window_new (GTK_APPLICATION (application))), fixture->path, error);
  g_assert_cmpuint (count_windows (), ==, 2);
  views_fixture_set_full (TRUE);
  set_label (window, "Changed");
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  views_fixture_set_full (FALSE);
  dialog = views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  ui_test_settle ();
  care_library_retry (care_window_get_library (window));
  for (guint i = 0; i < count_windows (); i++)
    gtk_window_present (GTK_WINDOW (get_window (i)));
  ui_test_settle ();
  close_windows ();
  take_back (fixture);
  g_assert_cmpstr (views_fixture_get (fixture, "figure", SAMPLE_MINIMUM, "label"), ==, "Changed");
}

/* A window of its own shows what could be read; the damaged library stays as it is. */
static void
test_recover (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "recovered.carebrief", NULL);
  CareWindow *damaged;

  let_go (fixture);
  open_file (fixture->path);
  damaged = get_window (0);
  ui_test_wait (care_window_get_library (damaged) != NULL);
  care_window_close_library (damaged);
  care_window_file_recover (damaged, path);
  g_assert_true (care_window_is_waiting (damaged));
  ui_test_wait (count_windows () == 2);
  g_assert_cmpstr (get_page (damaged), ==, "trouble");
  ui_test_wait (care_window_get_library (find_window (path)) != NULL);
  close_windows ();
  g_unlink (path);
  take_back (fixture);
}

static guint
count_briefings (CareWindow *window)
{
  return g_list_model_get_n_items (care_library_list (care_window_get_library (window), "briefing"));
}

/* A new library is empty, and is what the next start opens; a file that is there is not
 * written over. */
static void
test_new_library (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.carebrief", NULL);

  care_application_show_library (application, NULL, path, CARE_LIBRARY_WRITE, CARE_OPENING_MAKE_EMPTY);
  ui_test_wait (care_window_get_library (find_window (path)) != NULL);
  g_assert_cmpuint (count_briefings (find_window (path)), ==, 0);
  close_windows ();

  care_application_show_library (application, NULL, path, CARE_LIBRARY_WRITE, CARE_OPENING_MAKE_EMPTY);
  ui_test_wait (g_str_equal (get_page (find_window (path)), "trouble"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  close_windows ();
  g_unlink (path);
}

/* It is made again where it was deleted, and left as it is where it was not. */
static void
test_sample (ViewsFixture *fixture, gconstpointer data)
{
  g_autofree char *usual = care_default_library_path ();
  g_autofree char *folder = g_path_get_dirname (usual);
  g_autofree char *path = g_build_filename (folder, "sample.carebrief", NULL);

  for (int i = 0; i < 2; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "sample", NULL);
      ui_test_wait (count_windows () == 1 && care_window_get_library (find_window (path)) != NULL);
      g_assert_cmpuint (count_briefings (find_window (path)), ==, 1);
      close_windows ();
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  ui_test_init (&argc, &argv);
  application = care_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));

#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/opening/shared", test_shared);
  ADD ("/opening/not-writable", test_not_writable);
  ADD ("/opening/closed-while-opening", test_closed_while_opening);
  ADD ("/opening/restore", test_restore);
  ADD ("/opening/restore/closed", test_restore_closed);
  ADD ("/opening/restore/missing", test_restore_missing);
  ADD ("/opening/close-beside-trouble", test_close_beside_trouble);
  ADD ("/opening/recover", test_recover);
  ADD ("/opening/new-library", test_new_library);
  ADD ("/opening/sample", test_sample);
#undef ADD
  return g_test_run ();
}
