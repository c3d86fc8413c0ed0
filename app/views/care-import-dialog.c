/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-import-dialog.h"

#include "care-differences-window.h"
#include "care-exchange-error.h"
#include "care-import-file.h"
#include "care-problem.h"
#include "care-source-adding.h"
#include "care-tell.h"

#include <glib/gi18n.h>

/* Nobody mends more of them before trying again. */
#define MAX_SHOWN 200

/* One import, until it is told what has come of it. */
typedef struct
{
  GtkWindow *parent;
  GFile *file;
  char *name; /* of the file */
  char *deflator; /* what the index of prices is called that is in it, or NULL */
  guint n_read;
  guint n_new;
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->file);
  g_free (self->name);
  g_free (self->deflator);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
show_problems (Import *self, GPtrArray *problems)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < problems->len && i < MAX_SHOWN; i++)
    g_ptr_array_add (texts, care_problem_describe (g_ptr_array_index (problems, i)));
  if (problems->len > MAX_SHOWN)
    g_ptr_array_add (texts, g_strdup_printf (ngettext ("and %u problem more", "and %u problems more",
                                                       problems->len - MAX_SHOWN),
                                             problems->len - MAX_SHOWN));
  gtk_window_present (
    GTK_WINDOW (care_differences_window_new (self->parent, _ ("Nothing Was Imported"), self->name, texts)));
}

static void
tell_done (Import *self)
{
  guint n_years = self->n_read - 1;
  g_autofree char *deflator
    = self->deflator == NULL ? NULL
                             : g_strdup_printf (ngettext ("“%s” imported, with %'u year", "“%s” imported, with %'u years", n_years),
                                                self->deflator, n_years);
  g_autofree char *imported
    = g_strdup_printf (ngettext ("%'u record imported", "%'u records imported", self->n_new), self->n_new);
  g_autofree char *message
    = g_strdup_printf (_ ("%s, %'u there already"), imported, self->n_read - self->n_new);

  care_tell_done (self->parent, deflator == NULL ? message : deflator);
}

static void
applied (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  if (sentence != NULL)
    tell_done (self);
  else if (care_library_get_trouble (CARE_LIBRARY (library)) != NULL)
    care_tell_refused (self->parent, _ ("The Import Is Not Saved Yet"), error);
  else
    care_tell_refused (self->parent, _ ("Nothing Was Imported"), error);
}

/* (transfer full) (nullable): what an index of prices is called, if @records are nothing else. */
static char *
dup_deflator (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (!care_record_is (g_ptr_array_index (records, i), i == 0 ? "deflator" : "deflator_value"))
      return NULL;
  return records->len < 2 ? NULL : g_strdup (care_record_get_title (g_ptr_array_index (records, 0)));
}

static void
apply (Import *data, CareLibrary *library, GPtrArray *records)
{
  g_autoptr (Import) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_library_plan_import (library, records, &error);

  if (act == NULL)
    {
      care_tell_refused (self->parent, _ ("Nothing Was Imported"), error);
      return;
    }
  self->n_read = records->len;
  self->deflator = dup_deflator (records);
  self->n_new = care_act_get_steps (act)->len;
  if (self->n_new == 0)
    tell_done (self);
  else
    care_library_apply_async (library, act, applied, g_steal_pointer (&self));
}

static void
sources_added (GtkWindow *parent, CareRecord *first, guint n_added)
{
  g_autofree char *message
    = g_strdup_printf (ngettext ("%'u source imported", "%'u sources imported", n_added), n_added);

  care_tell_done (parent, message);
}

/* What another reference manager has written. */
static void
read_sources (GtkWindow *parent, CareLibrary *library, GFile *file)
{
  GSList files = { file, NULL };

  care_source_adding_files (parent, library, &files, sources_added);
}

static void
file_read (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) records
    = care_import_file_read_finish (CARE_LIBRARY (library), result, &problems, &error);

  if (records != NULL)
    apply (g_steal_pointer (&self), CARE_LIBRARY (library), records);
  else if (problems != NULL && problems->len > 0)
    show_problems (self, problems);
  else if (g_error_matches (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT))
    read_sources (self->parent, CARE_LIBRARY (library), self->file);
  else
    care_tell_refused (self->parent, _ ("Nothing Was Imported"), error);
}

/**
 * care_import_dialog_read:
 * @parent: the window that is told what comes of it
 * @library: a library that can be written
 * @file: records as JSON, figures or an index of prices as CSV, or sources as RIS or CSL-JSON
 *
 * Imports @file as one act, or nothing of it. Does not wait.
 */
void
care_import_dialog_read (GtkWindow *parent, CareLibrary *library, GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  Import *self = g_new0 (Import, 1);

  self->parent = g_object_ref (parent);
  self->file = g_object_ref (file);
  self->name = g_path_get_basename (path);
  care_import_file_read_async (library, file, file_read, self);
}

static void
chosen (GtkNativeDialog *dialog, int response, CareLibrary *library)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && parent != NULL)
    care_import_dialog_read (parent, library, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * care_import_dialog_show:
 * @parent: the window that it belongs to
 * @library: the library that it shows, which can be written
 *
 * Asks for a file and imports it; see care_import_dialog_read(). @parent is told by
 * its action "win.tell".
 */
void
care_import_dialog_show (GtkWindow *parent, CareLibrary *library)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Import"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Records as JSON, Figures or Deflators as CSV, Sources as RIS or CSL-JSON"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "ris");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen), g_object_ref (library),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
