/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All briefings of a library in one PDF. It is made in a thread: what can be seen
 * meanwhile is how far it is, and a button to stop it. */

#include "care-volume-dialog.h"

#include "care-checks.h"
#include "care-chooser.h"
#include "care-clock.h"
#include "care-export.h"
#include "care-file-name.h"
#include "care-page-volume.h"
#include "care-tell.h"

#include <glib/gi18n.h>

/* How often it is looked at how far it is, in milliseconds. */
#define LOOK_MS 100

typedef struct
{
  GtkWindow *parent;
  GtkWidget *dialog;
  GtkProgressBar *bar;
  guint look;           /* source id */
  GCancellable *cancellable;
  GPtrArray *snapshots; /* of CareSnapshot */
  GPtrArray *to_check;  /* the same, with what checks compare them with */
  gboolean *drafts;     /* which of them have problems that must be fixed */
  guint n_drafts;
  char *path;
  char *base;
  int n_done;           /* atomic */
} Volume;

static void
volume_free (Volume *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_object_unref (self->dialog);
  g_object_unref (self->bar);
  g_object_unref (self->parent);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->snapshots);
  g_ptr_array_unref (self->to_check);
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

static gboolean
look (gpointer data)
{
  Volume *self = data;
  guint n_done = (guint) g_atomic_int_get (&self->n_done);
  g_autofree char *words = g_strdup_printf (_ ("%u of %u"), n_done, self->snapshots->len);

  gtk_progress_bar_set_text (self->bar, n_done < self->snapshots->len ? words : _ ("Writing…"));
  if (n_done < self->snapshots->len)
    gtk_progress_bar_set_fraction (self->bar, n_done / (double) self->snapshots->len);
  else
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

/* What must be fixed goes out only as a draft. */
static void
find_drafts (Volume *self)
{
  g_autoptr (CareDate) today = care_date_from_day (care_clock_today ());

  for (guint i = 0; i < self->to_check->len; i++)
    {
      g_autoptr (GPtrArray) findings = care_checks_run (g_ptr_array_index (self->to_check, i), today, TRUE);

      self->drafts[i] = care_findings_count (findings, CARE_CHECK_MUST_FIX) > 0;
      self->n_drafts += self->drafts[i] ? 1 : 0;
    }
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Volume *self = data;
  GError *error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  find_drafts (self);
  pdf
    = care_volume_to_pdf (self->snapshots, NULL, CARE_PAGES_USUAL, self->drafts, note_progress, self, cancellable, &error);

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
made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Volume) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autofree char *drafts = NULL;

  care_export_hold_program (FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      message = g_strdup_printf (ngettext ("Exported %u briefing as “%s”", "Exported %u briefings as “%s”",
                                           self->snapshots->len),
                                 self->snapshots->len, self->base);
      drafts = g_strdup_printf (ngettext ("%s; %u must be fixed, and says that it is a draft",
                                          "%s; %u must be fixed, and say that they are drafts", self->n_drafts),
                                message, self->n_drafts);
      care_tell_done (self->parent, self->n_drafts > 0 ? drafts : message);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    care_tell_refused (self->parent, _ ("Not Exported"), error);
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

typedef CareSnapshot *(*Take) (CareLibrary *library, CareId briefing, GError **error);

/* (transfer full) (nullable) */
static GPtrArray *
take_snapshots (CareLibrary *library, Take take, GError **error)
{
  g_autoptr (GPtrArray) snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) care_snapshot_unref);
  GListModel *briefings = care_library_list (library, "briefing");

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);
      CareSnapshot *snapshot = take (library, care_record_get_id (briefing), error);

      if (snapshot == NULL)
        return NULL;
      g_ptr_array_add (snapshots, snapshot);
    }
  if (snapshots->len > 0)
    return g_steal_pointer (&snapshots);
  g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF, _ ("There is no briefing to export yet; write one first"));
  return NULL;
}

/**
 * care_volume_dialog_export:
 * @parent: the window that is told what comes of it
 * @library: a library, all of which is saved
 * @file: where to; a file that was there is replaced
 *
 * Exports all briefings of @library, as they stand now, and shows how far it is.
 */
void
care_volume_dialog_export (GtkWindow *parent, CareLibrary *library, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (file);
  GPtrArray *snapshots = NULL;
  GPtrArray *to_check = NULL;
  g_autoptr (GTask) task = NULL;
  Volume *volume;

  if (path == NULL)
    g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 _ ("The folder is not on this computer; choose one that is"));
  else
    snapshots = take_snapshots (library, care_library_snapshot, &error);
  if (snapshots != NULL)
    to_check = take_snapshots (library, care_library_snapshot_to_check, &error);
  if (to_check == NULL)
    {
      care_tell_refused (parent, _ ("Not Exported"), error);
      g_clear_pointer (&snapshots, g_ptr_array_unref);
      return;
    }
  volume = g_new0 (Volume, 1);
  volume->parent = g_object_ref (parent);
  volume->cancellable = g_cancellable_new ();
  volume->snapshots = snapshots;
  volume->to_check = to_check;
  volume->drafts = g_new0 (gboolean, snapshots->len);
  volume->path = g_strdup (path);
  volume->base = g_file_get_basename (file);
  add_dialog (volume);
  care_export_hold_program (TRUE);
  task = g_task_new (NULL, volume->cancellable, made, volume);
  g_task_set_task_data (task, volume, NULL);
  /* What has been written is told of, even if it was stopped a moment too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, make_in_thread);
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
