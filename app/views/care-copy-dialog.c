/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-copy-dialog.h"

#include "care-chooser.h"
#include "care-tell.h"
#include "care-typed.h"
#include "care-window-file.h"

#include <glib/gi18n.h>

#define SUFFIX ".carebrief"
#define WITHOUT_HISTORY "without-history"

/* A copy that is being made. */
typedef struct
{
  GtkWindow *parent;
  char *path;
  char *base;
  gboolean with_history;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->parent);
  g_free (self->path);
  g_free (self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* A library that cannot be saved where it was is gone on with in its copy, if that has
 * all of it. */
static gboolean
takes_its_place (Saving *self, CareLibrary *library, GAsyncResult *result)
{
  return self->with_history && CARE_IS_WINDOW (self->parent) && care_window_get_library (CARE_WINDOW (self->parent)) == library
         && care_library_is_writable (library)
         && (care_library_get_trouble (library) != NULL || care_library_has_moved (library))
         && care_library_is_as_copied (library, result)
         && care_typed_get_state (care_typed_of (library)) == CARE_EDIT_KEPT;
}

static char *
describe (Saving *self, gboolean is_shown)
{
  if (is_shown)
    return g_strdup_printf (_ ("Saved as “%s”, which is shown here now"), self->base);
  if (self->with_history)
    return g_strdup_printf (_ ("Saved a copy as “%s”"), self->base);
  return g_strdup_printf (_ ("Saved a copy without history as “%s”"), self->base);
}

static void
saved (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  gboolean is_shown;

  if (!care_library_save_copy_finish (CARE_LIBRARY (library), result, &error))
    {
      care_tell_refused (self->parent, _ ("The Copy Was Not Saved"), error);
      return;
    }
  is_shown = takes_its_place (self, CARE_LIBRARY (library), result);
  if (is_shown)
    care_window_file_go_over (CARE_WINDOW (self->parent), self->path);
  done = describe (self, is_shown);
  care_tell_done (self->parent, done);
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
  saving->path = g_strdup (path);
  saving->base = g_strdup (base);
  saving->with_history = with_history;
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
