/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page pane of the editor: composes the pages from a snapshot after a
 * pause, says whether they fit, and exports them. */

#include "care-editor-private.h"

#include "care-file-name.h"

#include <glib/gi18n.h>

/* The page follows what was typed within this time of its being saved. */
#define RELAYOUT_MS 60
#define KEY_ISSUE_PAGES 2

static void
show_fit (CareEditor *self, CarePages *pages)
{
  g_autofree char *fit = care_pages_describe_fit (pages);

  gtk_label_set_text (self->fit, fit);
  if (care_pages_fits (pages))
    gtk_widget_remove_css_class (GTK_WIDGET (self->fit), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->fit), "error");
}

/* Composes the pages anew, now. */
void
care_editor_page_update (CareEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CarePages) pages = NULL;

  g_clear_handle_id (&self->relayout, g_source_remove);
  if (self->briefing == NULL)
    {
      care_page_view_set_pages (self->page_view, NULL);
      return;
    }
  snapshot = care_library_snapshot (self->library, care_record_get_id (self->briefing), &error);
  if (snapshot == NULL)
    {
      care_editor_tell (self, error);
      return;
    }
  pages = care_pages_new (snapshot, KEY_ISSUE_PAGES);
  care_page_view_set_pages (self->page_view, pages);
  show_fit (self, pages);
}

static gboolean
relayout (gpointer data)
{
  CareEditor *self = data;

  self->relayout = 0;
  care_editor_page_update (self);
  return G_SOURCE_REMOVE;
}

/* Composes the pages anew, soon. */
void
care_editor_page_queue (CareEditor *self)
{
  if (self->relayout == 0)
    self->relayout = g_timeout_add (RELAYOUT_MS, relayout, self);
}

/* Shows where @element is printed, unless it is in sight already. */
void
care_editor_page_scroll_to (CareEditor *self, CareRecord *element)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->page_scroller);
  double top = gtk_adjustment_get_value (adjustment);
  double y;

  if (care_page_view_locate (self->page_view, care_record_get_kind (element), care_record_get_id (element), &y)
      && (y < top || y > top + gtk_adjustment_get_page_size (adjustment)))
    gtk_adjustment_set_value (adjustment, y - gtk_adjustment_get_page_size (adjustment) / 4);
}

static gboolean
write_pdf (CareEditor *self, const char *path, GError **error)
{
  CarePages *pages = care_page_view_get_pages (self->page_view);
  g_autoptr (GBytes) pdf = NULL;
  gconstpointer data;
  gsize length;

  if (!care_pages_fits (pages))
    {
      g_autofree char *fit = care_pages_describe_fit (pages);

      g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET, _ ("Not exported: %s"), fit);
      return FALSE;
    }
  pdf = care_pages_to_pdf (pages, error);
  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &length);
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

static void
export_chosen (GtkNativeDialog *dialog, int response, CareEditor *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->briefing != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
      if (write_pdf (self, path, &error))
        {
          g_autofree char *name = g_file_get_basename (file);
          g_autofree char *message = g_strdup_printf (_ ("Exported “%s”"), name);

          gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
        }
      else
        care_editor_tell (self, error);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* Asks for a file and writes the briefing to it as PDF. */
void
care_editor_export (CareEditor *self)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_ ("Export Briefing"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  g_autofree char *name = care_file_name (care_record_get_title (self->briefing), "pdf");

  care_editor_text_flush (self);
  care_editor_page_update (self);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
