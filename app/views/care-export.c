/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-export.h"

#include "care-edition-pages.h"
#include "care-library.h"

#include <glib/gi18n.h>

/* Sharp on paper. */
#define PNG_DPI 300

/**
 * care_export_dialog_new:
 * @parent: the window that it belongs to
 * @title: what it is called
 * @name: the file name that it suggests
 *
 * Returns: (transfer full): a modal dialog that asks where to export to.
 */
GtkFileChooserNative *
care_export_dialog_new (GtkWindow *parent, const char *title, const char *name)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}

/* What is written, and where to. */
typedef struct
{
  char *path;
  char *name;
  GBytes *bytes;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_free (self->path);
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
write_in_thread (GTask *task, gpointer file, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  gsize length;
  gconstpointer bytes = g_bytes_get_data (self->bytes, &length);
  GError *error = NULL;

  if (care_library_check_not_at (self->path, &error)
      && g_file_set_contents_full (self->path, bytes, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &error))
    g_task_return_pointer (task, g_strdup_printf (_ ("Exported “%s”"), self->name), g_free);
  else
    g_task_return_error (task, error);
}

static GBytes *
make_pdf (const CareExport *what, GError **error)
{
  CarePages *pages = what->pages;

  if (what->edition != NULL && care_edition_pages_has (what->edition))
    return care_edition_pages_open (what->edition, error);
  if (!care_pages_fits (pages))
    {
      g_autofree char *fit = care_pages_describe_fit (pages);

      g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET, _ ("Not exported: %s"), fit);
      return NULL;
    }
  return care_pages_to_pdf (pages, error);
}

/* A picture has no words that could be missing from it in silence. */
static GBytes *
make_picture (const CareExport *what, gboolean is_vector, GError **error)
{
  if (!care_pages_check_printable (what->pages, error))
    return NULL;
  return is_vector ? care_pages_to_svg (what->pages, what->page) : care_pages_to_png (what->pages, what->page, PNG_DPI);
}

/* The name of a file says what it is to be; a PDF where it says nothing else. */
static GBytes *
make_bytes (const char *name, const CareExport *what, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm"))
    return care_pages_to_html (what->pages);
  if (g_str_has_suffix (lower, ".txt"))
    return care_pages_to_text (what->pages);
  if (g_str_has_suffix (lower, ".svg") || g_str_has_suffix (lower, ".png"))
    return make_picture (what, g_str_has_suffix (lower, ".svg"), error);
  return make_pdf (what, error);
}

static gboolean
prepare (Export *self, const CareExport *what, GFile *file, GError **error)
{
  self->path = g_file_get_path (file);
  self->name = g_file_get_basename (file);
  if (self->path == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _ ("“%s” is not on this computer; choose a folder that is"), self->name);
      return FALSE;
    }
  self->bytes = make_bytes (self->name, what, error);
  return self->bytes != NULL;
}

/**
 * care_export_hold_program:
 * @hold: whether something begins to be written; or else has been
 *
 * The program does not end before it is written. Tests have no application.
 */
void
care_export_hold_program (gboolean hold)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL)
    return;
  if (hold)
    g_application_hold (application);
  else
    g_application_release (application);
}

/**
 * care_export_write_async:
 * @what: what to export
 * @file: where to
 * @callback: called when it is written, or why not
 * @data: for @callback
 *
 * Writes to @file, whose name says as what: a web page, text, a picture of a page, or else
 * a PDF, if all of the briefing is on the pages; that of an edition is the one kept with it.
 * A file that was there is replaced once the new one is safe on the disk, but never a
 * library. Does not wait for the disk.
 */
void
care_export_write_async (const CareExport *what, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, data);
  Export *export = g_new0 (Export, 1);
  GError *error = NULL;

  g_task_set_task_data (task, export, export_free);
  care_export_hold_program (TRUE);
  if (prepare (export, what, file, &error))
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * care_export_write_finish:
 * @result: what the callback was given
 * @error: return location for a #CarePageError, #CareStoreError or #GFileError
 *
 * Returns: (transfer full) (nullable): a sentence that says it is done.
 */
char *
care_export_write_finish (GAsyncResult *result, GError **error)
{
  care_export_hold_program (FALSE);
  return g_task_propagate_pointer (G_TASK (result), error);
}
