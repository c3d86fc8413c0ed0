/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files put into a library from the window. */

#include "care-differences-window.h"
#include "care-import-dialog.h"
#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  ViewsFixture base;
  GString *told;
  GtkWindow *parent;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  views_fixture_set_up (&fixture->base, data);
  fixture->told = g_string_new (NULL);
  fixture->parent = views_fixture_show_parent (fixture->told);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  views_fixture_destroy (fixture->parent, fixture->parent);
  ui_test_settle ();
  g_string_free (fixture->told, TRUE);
  views_fixture_tear_down (&fixture->base, data);
}

/* Imports a file of that name and text; @text may be NULL for what is there. */
static void
import (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  care_import_dialog_read (fixture->parent, fixture->base.library, file);
  ui_test_wait (fixture->told->len > 0 || views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL
                || views_fixture_find_window (CARE_TYPE_DIFFERENCES_WINDOW) != NULL);
  g_unlink (path);
}

static guint
count_acts (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = care_library_history (fixture->base.library, 10, NULL);

  return entries->len;
}

/* Refused in a dialog that says why, and nothing is changed. */
static void
assert_refused (Fixture *fixture)
{
  GtkWidget *dialog = views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "Nothing Was Imported");
  views_fixture_destroy (dialog, dialog);
  g_assert_cmpuint (count_acts (fixture), ==, 0);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = NULL;
  gsize n = 0;

  g_file_get_contents (g_getenv ("CAREBRIEF_SAMPLE"), &sample, NULL, NULL);
  import (fixture, "sample.json", sample);
  for (const char *p = sample; (p = strstr (p, "\"id\" : ")) != NULL; p++)
    n++;
  {
    g_autofree char *expected = g_strdup_printf ("0 records imported, %" G_GSIZE_FORMAT " there already", n);

    g_assert_cmpstr (fixture->told->str, ==, expected);
  }
  g_assert_cmpuint (count_acts (fixture), ==, 0);
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  guint before = care_library_count (fixture->base.library, "figure");

  import (fixture, "figures.CSV", "Figure,Value\nOne fund,£5bn\nTwo funds,£6bn\n");
  g_assert_cmpstr (fixture->told->str, ==, "2 records imported, 0 there already");
  g_assert_cmpuint (care_library_count (fixture->base.library, "figure"), ==, before + 2);
  g_assert_cmpuint (count_acts (fixture), ==, 1);
  g_free (care_library_undo (fixture->base.library, NULL));
  g_assert_cmpuint (care_library_count (fixture->base.library, "figure"), ==, before);
}

/* It is called what its file is, and is one act; a second of that name is told apart. */
static void
test_deflator (Fixture *fixture, gconstpointer data)
{
  static const char file[] = "Year,Index\n2013-14,95.5\n2014-15 [1],97\n";
  g_autoptr (CareRecord) deflator = NULL;
  g_autoptr (CareRecord) second = NULL;

  import (fixture, "Prices of the test.csv", file);
  g_assert_cmpstr (fixture->told->str, ==, "“Prices of the test” imported, with 2 years");
  g_assert_cmpuint (care_library_count (fixture->base.library, "deflator_value"), ==, 2);
  g_string_truncate (fixture->told, 0);
  import (fixture, "Prices of the test.csv", file);
  deflator = g_list_model_get_item (care_library_list (fixture->base.library, "deflator"), 0);
  second = g_list_model_get_item (care_library_list (fixture->base.library, "deflator"), 1);
  g_assert_cmpstr (care_record_get_title (deflator), ==, "Prices of the test");
  g_assert_cmpstr (care_record_get_title (second), ==, "Prices of the test (2)");
  g_assert_cmpuint (count_acts (fixture), ==, 2);
  g_free (care_library_undo (fixture->base.library, NULL));
  g_free (care_library_undo (fixture->base.library, NULL));
  g_assert_cmpuint (care_library_count (fixture->base.library, "deflator"), ==, 0);
  g_assert_cmpuint (care_library_count (fixture->base.library, "deflator_value"), ==, 0);
}

/* All that is wrong is listed with its place. */
static void
test_problems (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  import (fixture, "figures.csv", "Figure,Value\nOne <b>fund</b>,lots & lots\nTwo funds,more\n");
  window = views_fixture_find_window (CARE_TYPE_DIFFERENCES_WINDOW);
  g_assert_nonnull (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Nothing Was Imported");
  g_assert_cmpuint (ui_test_count (window, GTK_TYPE_LIST_BOX_ROW), ==, 2);
  views_fixture_destroy (window, window);
  g_assert_cmpuint (count_acts (fixture), ==, 0);
}

/* What another reference manager has written are sources. */
static void
test_sources (Fixture *fixture, gconstpointer data)
{
  guint before = care_library_count (fixture->base.library, "source");

  import (fixture, "refs.json", "[{\"type\":\"report\",\"title\":\"One\"},{\"type\":\"report\",\"title\":\"Two\"}]");
  g_assert_cmpstr (fixture->told->str, ==, "2 sources imported");
  g_string_truncate (fixture->told, 0);
  import (fixture, "refs.ris", "TY  - RPRT\nTI  - Three\nAU  - NHS England\nER  - \n");
  g_assert_cmpstr (fixture->told->str, ==, "1 source imported");
  g_assert_cmpuint (care_library_count (fixture->base.library, "source"), ==, before + 3);
  g_assert_cmpuint (count_acts (fixture), ==, 2);
  g_free (care_library_undo (fixture->base.library, NULL));
  g_free (care_library_undo (fixture->base.library, NULL));
  g_assert_cmpuint (care_library_count (fixture->base.library, "source"), ==, before);
}

/* What is no file of records, is not there, or is another version of a record. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (fixture->base.folder, "pipe.json", NULL);

  import (fixture, "missing.json", NULL);
  assert_refused (fixture);
  import (fixture, "empty.json", "");
  assert_refused (fixture);
  import (fixture, "empty.csv", "");
  assert_refused (fixture);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  import (fixture, "pipe.json", NULL);
  assert_refused (fixture);
  import (fixture, "other.csv", "Id,Figure,Value\n17016,Another,£5bn\n");
  assert_refused (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "");
}

/* By another name: to read it would drop the locks on it. */
static void
test_own_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "own.json", NULL);
  AdwMessageDialog *dialog;

  g_assert_cmpint (link (fixture->base.path, path), ==, 0);
  import (fixture, "own.json", NULL);
  dialog = views_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "is a CareBrief library"));
  assert_refused (fixture);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  views_fixture_reopen_read_only (&fixture->base);
  import (fixture, "figures.csv", "Figure,Value\nOne fund,£5bn\n");
  assert_refused (fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/import-dialog/json", test_json);
  ADD ("/import-dialog/csv", test_csv);
  ADD ("/import-dialog/deflator", test_deflator);
  ADD ("/import-dialog/sources", test_sources);
  ADD ("/import-dialog/problems", test_problems);
  ADD ("/import-dialog/refused", test_refused);
  ADD ("/import-dialog/own-library", test_own_library);
  ADD ("/import-dialog/read-only", test_read_only);
#undef ADD
  return g_test_run ();
}
