/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edition-window.h"

#include "care-edition.h"
#include "care-export.h"
#include "care-notice.h"
#include "care-page-view.h"

#include <glib/gi18n.h>


struct _CareEditionWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  CareNotice *notice;
  CarePageView *page_view;

  CareRecord *edition;
  char *file_name; /* proposed */
};

G_DEFINE_FINAL_TYPE (CareEditionWindow, care_edition_window, ADW_TYPE_WINDOW)

static void
exported (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareEditionWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = care_export_write_finish (result, &error);

  /* It may have been closed meanwhile. */
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    care_notice_show (self->notice, message != NULL ? message : error->message, NULL);
}

static void
export_chosen (GtkNativeDialog *dialog, int response, CareEditionWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      CareExport what = { care_page_view_get_pages (self->page_view), self->edition,
                          care_page_view_get_page (self->page_view) };

      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      care_export_write_async (&what, file, exported, g_object_ref (self));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * care_edition_window_export:
 * @self: a window
 *
 * Asks for a file and writes the edition to it, as PDF the pages that were kept with
 * it.
 */
void
care_edition_window_export (CareEditionWindow *self)
{
  GtkFileChooserNative *dialog = care_export_dialog_new (GTK_WINDOW (self), _ ("Export Edition"), self->file_name);

  g_signal_connect_object (dialog, "response", G_CALLBACK (export_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_edition_window_export (CARE_EDITION_WINDOW (widget));
}

/* What does not fit its pages can no longer be shortened: all of it is shown. */
static CarePages *
compose (CareSnapshot *snapshot)
{
  g_autoptr (CarePages) pages = care_pages_new (snapshot, CARE_PAGES_USUAL);

  return care_pages_fits (pages) ? g_steal_pointer (&pages) : care_pages_new (snapshot, 0);
}

static void
show (CareEditionWindow *self, CareRecord *edition, GPtrArray *editions, CareSnapshot *snapshot)
{
  const char *title = care_record_get_title (care_snapshot_get_briefing (snapshot));
  g_autofree char *name = care_edition_get_name (edition, editions);
  g_autoptr (CarePages) pages = compose (snapshot);

  self->edition = g_object_ref (edition);
  self->file_name = care_edition_file_name (edition, editions, title, "pdf");
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, title);
  care_page_view_set_pages (self->page_view, pages);
}

static void
care_edition_window_dispose (GObject *object)
{
  CareEditionWindow *self = CARE_EDITION_WINDOW (object);

  g_clear_object (&self->edition);
  g_clear_pointer (&self->file_name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_EDITION_WINDOW);
  G_OBJECT_CLASS (care_edition_window_parent_class)->dispose (object);
}

static void
care_edition_window_class_init (CareEditionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_edition_window_dispose;
  g_type_ensure (CARE_TYPE_NOTICE);
  g_type_ensure (CARE_TYPE_PAGE_VIEW);
  gtk_widget_class_install_action (widget_class, "edition.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "edition.export",
                                       NULL);
  care_page_view_bind_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-edition-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareEditionWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CareEditionWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CareEditionWindow, page_view);
}

static void
care_edition_window_init (CareEditionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  care_page_view_insert_actions (self->page_view, GTK_WIDGET (self));
}

/**
 * care_edition_window_new:
 * @parent: the window that it belongs to
 * @edition: an edition
 * @editions: (element-type CareRecord): those that its briefing has
 * @snapshot: what it holds
 *
 * Returns: (transfer none): a window that shows the pages of @edition; GTK holds
 *   it until it is closed.
 */
GtkWidget *
care_edition_window_new (GtkWindow *parent, CareRecord *edition, GPtrArray *editions, CareSnapshot *snapshot)
{
  CareEditionWindow *self = g_object_new (CARE_TYPE_EDITION_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  show (self, edition, editions, snapshot);
  return GTK_WIDGET (self);
}
