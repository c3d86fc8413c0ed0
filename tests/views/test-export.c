/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages on paper and in files. */

#include "care-export.h"

#include "care-print.h"
#include "care-store-error.h"
#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static CarePages *
compose (ViewsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSnapshot) snapshot = care_library_snapshot (fixture->library, SAMPLE_BRIEFING, &error);

  g_assert_no_error (error);
  return care_pages_new (snapshot, 2);
}

static void
written (GObject *file, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Not over the library that is open, by whatever name. */
static void
test_export_over_library (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  struct stat before;
  struct stat after;

  g_assert_cmpint (stat (fixture->path, &before), ==, 0);
  care_export_write_async (&(CareExport){ pages }, file, written, &result);
  ui_test_wait (result != NULL);
  g_assert_null (care_export_write_finish (result, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_EXISTS);
  g_assert_cmpint (stat (fixture->path, &after), ==, 0);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
  g_assert_false (care_library_has_moved (fixture->library));
}

/* What is written to a file of that kind, of an edition or of @pages alone. */
static char *
export_as (ViewsFixture *fixture, CareRecord *edition, CarePages *pages, const char *suffix, gsize *length)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *name = g_strconcat ("briefing.", suffix, NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  char *contents = NULL;

  care_export_write_async (&(CareExport){ pages, edition, 1 }, file, written, &result);
  ui_test_wait (result != NULL);
  told = care_export_write_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &contents, length, NULL, &error));
  g_file_delete (file, NULL, NULL);
  return contents;
}

/* The name of the file says what it is to be. */
static void
test_export_formats (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const begin[][2] = {
    { "pdf", "%PDF-1.7" }, { "svg", "<?xml" }, { "PNG", "\x89PNG" }, { "html", "<!DOCTYPE html>" }, { "txt", "Key Issues 2015" }, { "other", "%PDF-1.7" }
  };
  g_autoptr (CarePages) pages = compose (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (begin); i++)
    {
      g_autofree char *contents = export_as (fixture, NULL, pages, begin[i][0], NULL);

      g_assert_true (g_str_has_prefix (contents, begin[i][1]));
    }
}

/* Its PDF is the one that was kept, whatever would be made of it today. */
static void
test_edition (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CareRecord) edition = care_record_new (care_kind_find ("edition"), 9);
  g_autoptr (CarePages) pages = compose (fixture);
  g_autoptr (GBytes) pdf = care_pages_to_pdf (pages, NULL);
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (care_record_set (edition, "pdf", base64, NULL));
  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "title", "Another title altogether");
  care_pages_unref (pages);
  pages = compose (fixture);
  kept = export_as (fixture, edition, pages, "pdf", &length);
  g_assert_cmpmem (kept, length, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  text = export_as (fixture, edition, pages, "txt", NULL);
  g_assert_nonnull (strstr (text, "Another title altogether"));
}

static gboolean
contains (const char *contents, gsize length, const char *words)
{
  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (contents + i, words, strlen (words)) == 0)
      return TRUE;
  return FALSE;
}

/* Two sheets of paper, each the size of a page. */
static void
test_print (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  g_autoptr (GtkPrintOperation) operation = care_print_operation_new (pages, "A briefing");
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_true (contains (contents, length, "/Count 2"));
  g_assert_true (contains (contents, length, "/MediaBox [ 0 0 595.2"));
  g_unlink (path);
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

  add ("/export/over-library", test_export_over_library);
  add ("/export/formats", test_export_formats);
  add ("/export/edition", test_edition);
  add ("/export/print", test_print);
  return g_test_run ();
}
