/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All briefings of a library in one PDF. They are read a few records at a time, and checked
 * and made into pages in a thread: what can be seen meanwhile is how far it is, and a button
 * to stop it. */

#include "care-volume-dialog.h"

#include "care-chooser.h"
#include "care-export.h"
#include "care-file-name.h"
#include "care-must-fix.h"
#include "care-page-volume.h"
#include "care-tell.h"

#include <glib/gi18n.h>

/* How often it is looked at how far it is, in milliseconds. */
#define LOOK_MS 100

typedef struct
{
  GtkWindow *parent;
  CareLibrary *library;
  GtkWidget *dialog;
  GtkProgressBar *bar;
  guint look;           /* source id */
  GCancellable *cancellable;
  GArray *briefings;    /* of CareId */
  GPtrArray *snapshots; /* of CareSnapshot: those that have been read */
  gboolean *drafts;     /* which of them have problems that must be fixed */
  guint n_drafts;
  char *path;
  char *base;
  int n_done;           /* of which there are pages; atomic */
} Volume;

static void
volume_free (Volume *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_object_unref (self->dialog);
  g_object_unref (self->bar);
  g_object_unref (self->parent);
  g_object_unref (self->library);
  g_object_unref (self->cancellable);
  g_array_unref (self->briefings);
  g_ptr_array_unref (self->snapshots);
  g_free (self->drafts);
  g_free (self->path);
  g_free (self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Volume, volume_free)

static void
note_progress (guint n_done, guint n, gpointer data)
{
  Volume *self = data;

  g_atomic_int_set (&self->n_done, (int) n_done);
}

/* First all are read, then all are made into pages. */
static gboolean
look (gpointer data)
{
  Volume *self = data;
  guint n = self->briefings->len;
  guint n_read = self->snapshots->len;
  guint n_done = (guint) g_atomic_int_get (&self->n_done);
  g_autofree char *reading = g_strdup_printf (_ ("Reading and checking %u of %u"), MIN (n_read + 1, n), n);
  g_autofree char *making = g_strdup_printf (_ ("Making the pages of %u of %u"), MIN (n_done + 1, n), n);

  gtk_progress_bar_set_text (self->bar, n_read < n ? reading : n_done < n ? making : _ ("Writing…"));
  if (n_done < n)
    gtk_progress_bar_set_fraction (self->bar, (n_read + n_done) / (2.0 * n));
  else
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Volume *self = data;
  GError *error = NULL;
  g_autoptr (GBytes) pdf = care_volume_to_pdf (self->snapshots, NULL, CARE_PAGES_USUAL, self->drafts, note_progress, self,
                                               cancellable, &error);

  /* What was stopped at the last moment is not written. */
  if (pdf != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error)
      && care_library_check_not_at (self->path, &error)
      && g_file_set_contents_full (self->path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell_made (Volume *self)
{
  g_autofree char *message
    = g_strdup_printf (ngettext ("Exported %u briefing as “%s”", "Exported %u briefings as “%s”", self->snapshots->len),
                       self->snapshots->len, self->base);
  g_autofree char *drafts = g_strdup_printf (
    ngettext ("%s; %u must be fixed, and says that it is a draft", "%s; %u must be fixed, and say that they are drafts",
              self->n_drafts),
    message, self->n_drafts);

  care_tell_done (self->parent, self->n_drafts > 0 ? drafts : message);
}

/* Takes @self. */
static void
end (Volume *volume, const GError *error)
{
  g_autoptr (Volume) self = volume;

  care_export_hold_program (FALSE);
  if (error == NULL)
    tell_made (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    care_tell_refused (self->parent, _ ("Not Exported"), error);
}

static void
made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end (data, error);
}

static void
make (Volume *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, made, self);

  g_task_set_task_data (task, self, NULL);
  /* What has been written is told of, even if it was stopped a moment too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, make_in_thread);
}

static void read_next (Volume *self);

/* What must be fixed goes out only as a draft. */
static void
was_read (GObject *library, GAsyncResult *result, gpointer data)
{
  Volume *self = data;
  g_autoptr (GError) error = NULL;
  CareSnapshot *snapshot = NULL;
  g_autoptr (GPtrArray) findings = care_must_fix_find_finish (result, &snapshot, &error);

  if (findings == NULL)
    {
      end (self, error);
      return;
    }
  self->drafts[self->snapshots->len] = findings->len > 0;
  self->n_drafts += findings->len > 0 ? 1 : 0;
  g_ptr_array_add (self->snapshots, snapshot);
  read_next (self);
}

static void
read_next (Volume *self)
{
  if (self->snapshots->len < self->briefings->len)
    care_must_fix_find_async (self->library, g_array_index (self->briefings, CareId, self->snapshots->len),
                              self->cancellable, was_read, self);
  else
    make (self);
}

static void
add_dialog (Volume *self)
{
  /* Once it is stopped the dialog goes, but the thread has not ended yet. */
  self->dialog = g_object_ref (adw_message_dialog_new (self->parent, _ ("Exporting Briefings"), NULL));
  self->bar = g_object_ref_sink (GTK_PROGRESS_BAR (gtk_progress_bar_new ()));
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Progress"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel");
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (g_cancellable_cancel), self->cancellable,
                           G_CONNECT_SWAPPED);
  look (self);
  self->look = g_timeout_add (LOOK_MS, look, self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/* (transfer full): the ids of all briefings. */
static GArray *
list_briefings (CareLibrary *library)
{
  GListModel *briefings = care_library_list (library, "briefing");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (CareId));

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);
      CareId id = care_record_get_id (briefing);

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * care_volume_dialog_export:
 * @parent: the window that is told what comes of it
 * @library: a library, all of which is saved
 * @file: where to; a file that was there is replaced
 *
 * Exports all briefings of @library, each as it stands when it is read, and shows how far
 * it is.
 */
void
care_volume_dialog_export (GtkWindow *parent, CareLibrary *library, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GArray) briefings = list_briefings (library);
  Volume *self;

  if (path == NULL)
    g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 _ ("The folder is not on this computer; choose one that is"));
  else if (briefings->len == 0)
    g_set_error (&error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF, _ ("There is no briefing to export yet; write one first"));
  if (error != NULL)
    {
      care_tell_refused (parent, _ ("Not Exported"), error);
      return;
    }
  self = g_new0 (Volume, 1);
  self->parent = g_object_ref (parent);
  self->library = g_object_ref (library);
  self->cancellable = g_cancellable_new ();
  self->snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) care_snapshot_unref);
  self->drafts = g_new0 (gboolean, briefings->len);
  self->briefings = g_steal_pointer (&briefings);
  self->path = g_steal_pointer (&path);
  self->base = g_file_get_basename (file);
  add_dialog (self);
  care_export_hold_program (TRUE);
  read_next (self);
}

static void
chosen (GtkNativeDialog *dialog, int response, CareLibrary *library)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && parent != NULL)
    care_volume_dialog_export (parent, library, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * care_volume_dialog_show:
 * @parent: the window that it belongs to
 * @library: the library that it shows, all of which is saved
 *
 * Asks where to export all briefings to, and does it.
 */
void
care_volume_dialog_show (GtkWindow *parent, CareLibrary *library)
{
  g_autofree char *name = care_file_name (_ ("Briefings"), "pdf");
  GtkFileChooserNative *dialog = care_export_dialog_new (parent, _ ("Export All Briefings"), name);

  care_chooser_start_beside (GTK_FILE_CHOOSER (dialog), care_library_get_path (library));
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen), g_object_ref (library),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
