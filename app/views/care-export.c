/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-export.h"

#include "care-library.h"

#include <glib/gi18n.h>

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

/**
 * care_export_write:
 * @pages: pages
 * @file: where to
 * @error: return location for a #CarePageError, #CareStoreError or #GFileError
 *
 * Writes @pages to @file as PDF, if all of the briefing is on them; a file that
 * was there is replaced once the new one is safe on the disk, but never a library.
 *
 * Returns: (transfer full) (nullable): a sentence that says it is done.
 */
char *
care_export_write (CarePages *pages, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) pdf = NULL;
  gconstpointer data;
  gsize length;

  if (!care_pages_fits (pages))
    {
      g_autofree char *fit = care_pages_describe_fit (pages);

      g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET, _ ("Not exported: %s"), fit);
      return NULL;
    }
  if (path == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _ ("“%s” is not on this computer; choose a folder that is"), name);
      return NULL;
    }
  pdf = care_library_check_not_at (path, error) ? care_pages_to_pdf (pages, error) : NULL;
  if (pdf == NULL)
    return NULL;
  data = g_bytes_get_data (pdf, &length);
  if (!g_file_set_contents_full (path, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error))
    return NULL;
  return g_strdup_printf (_ ("Exported “%s”"), name);
}
