/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-copy-dialog.h"

#include "care-chooser.h"
#include "care-tell.h"

#include <glib/gi18n.h>

#define SUFFIX ".carebrief"
#define WITHOUT_HISTORY "without-history"

/* A copy that is being made. */
typedef struct
{
  GtkWindow *parent;
  char *done; /* what is told then */
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->parent);
  g_free (self->done);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GError) error = NULL;

  if (care_library_save_copy_finish (CARE_LIBRARY (library), result, &error))
    care_tell_done (self->parent, self->done);
  else
    care_tell_refused (self->parent, _ ("The Copy Was Not Saved"), error);
}

/**
 * care_copy_dialog_save:
 * @parent: the window that is told what comes of it
 * @library: a library
 * @file: where to; a file that was there is replaced
 * @with_history: whether the copy holds what has been done, too
 *
 * Saves a copy, after all that is being saved. Does not wait.
 */
void
care_copy_dialog_save (GtkWindow *parent, CareLibrary *library, GFile *file, gboolean with_history)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *base = g_path_get_basename (name);
  g_autoptr (GError) error = NULL;
  Saving *saving;

  if (path == NULL)
    {
      g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _ ("“%s” is not on this computer; choose a folder that is"), base);
      care_tell_refused (parent, _ ("The Copy Was Not Saved"), error);
      return;
    }
  saving = g_new0 (Saving, 1);
  saving->parent = g_object_ref (parent);
  saving->done = g_strdup_printf (
    with_history ? _ ("Saved a copy as “%s”") : _ ("Saved a copy without history as “%s”"), base);
  care_library_save_copy_async (library, path, with_history, saved, saving);
}

static void
chosen (GtkNativeDialog *dialog, int response, CareLibrary *library)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GFile) file = NULL;
  gboolean with_history
    = g_strcmp0 (gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), WITHOUT_HISTORY), "true") != 0;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && parent != NULL)
    care_copy_dialog_save (parent, library, file, with_history);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* "Copy of library.carebrief" */
static char *
suggest_name (CareLibrary *library)
{
  g_autofree char *name = g_filename_display_basename (care_library_get_path (library));

  return g_strdup_printf (_ ("Copy of %s%s"), name, g_str_has_suffix (name, SUFFIX) ? "" : SUFFIX);
}

/**
 * care_copy_dialog_show:
 * @parent: the window that it belongs to
 * @library: the library that it shows
 *
 * Asks where to save a copy of @library, and saves it there. @parent is told by its
 * action "win.tell".
 */
void
care_copy_dialog_show (GtkWindow *parent, CareLibrary *library)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Save a Copy"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name = suggest_name (library);

  care_chooser_start_beside (GTK_FILE_CHOOSER (dialog), care_library_get_path (library));
  care_chooser_add_libraries (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (dialog), WITHOUT_HISTORY, _ ("Without History"), NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen), g_object_ref (library),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
