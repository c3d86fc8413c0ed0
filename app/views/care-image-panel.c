/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-image-panel.h"

#include "care-draft-form.h"
#include "care-picture-file.h"
#include "care-record-pane-private.h"

#include <glib/gi18n.h>

struct _CareImagePanel
{
  GtkBox parent_instance;

  GtkWidget *form; /* of the image that was opened, or NULL */

  CareLibrary *library;
  CareRecord *box;
  char *title; /* of the file that is read */
};

G_DEFINE_FINAL_TYPE (CareImagePanel, care_image_panel, GTK_TYPE_BOX)

static void
tell (CareImagePanel *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static void
forget_form (CareImagePanel *self)
{
  if (self->form != NULL)
    gtk_box_remove (GTK_BOX (self), self->form);
  self->form = NULL;
}

/* The image goes into the library and into the box, as one act. */
static void
form_made (CareImagePanel *self, GPtrArray *drafts, CareDraftForm *form)
{
  CareRecord *image = g_ptr_array_index (drafts, drafts->len - 1);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (image));
  g_autofree char *sentence = g_strdup_printf (_ ("Add “%s”"), care_record_get_title (image));
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (GError) error = NULL;

  care_act_insert (act, image);
  care_draft_form_apply (form, care_act_set (act, self->box, "image", id, &error) ? act : NULL, error);
}

/* What is known of it is its contents; the rest only a person can tell. */
static void
ask (CareImagePanel *self, GBytes *bytes)
{
  gsize length;
  const guchar *contents = g_bytes_get_data (bytes, &length);
  g_autofree char *data = g_base64_encode (contents, length);
  g_autofree char *kept_as = g_strdup_printf ("image of box %" G_GINT64_FORMAT ": %s", care_record_get_id (self->box), self->title);
  CareDraftForm *form;

  forget_form (self);
  self->form = care_draft_form_new (self->library, care_kind_find ("image"));
  form = CARE_DRAFT_FORM (self->form);
  care_draft_form_set (form, "data", data);
  care_draft_form_set (form, "media_type", "image/png");
  care_draft_form_set_title (form, self->title);
  care_draft_form_begin (form, kept_as);
  g_signal_connect_object (form, "made", G_CALLBACK (form_made), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "done", G_CALLBACK (forget_form), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->form);
  care_draft_form_focus (form);
}

static void
file_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareImagePanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = care_picture_file_read_finish (result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (bytes == NULL)
    tell (self, error);
  else
    ask (self, bytes);
}

/**
 * care_image_panel_open:
 * @self: a panel
 * @file: any file
 *
 * Asks for what an image needs where @file is one; else says why it is not.
 */
void
care_image_panel_open (CareImagePanel *self, GFile *file)
{
  g_free (self->title);
  self->title = g_file_get_basename (file);
  care_picture_file_read_async (file, file_read, g_object_ref (self));
}

static void
file_chosen (GtkNativeDialog *dialog, int response, CareImagePanel *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    care_image_panel_open (self, file);
  g_object_unref (dialog);
}

static void
open_clicked (CareImagePanel *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open an Image"), window, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Images"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, CareImagePanel *self)
{
  care_image_panel_open (self, g_value_get_object (value));
  return TRUE;
}

static void
care_image_panel_dispose (GObject *object)
{
  CareImagePanel *self = CARE_IMAGE_PANEL (object);

  g_clear_object (&self->library);
  g_clear_object (&self->box);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (care_image_panel_parent_class)->dispose (object);
}

static void
care_image_panel_class_init (CareImagePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_image_panel_dispose;
}

static void
care_image_panel_init (CareImagePanel *self)
{
  GtkWidget *open = gtk_button_new_with_label (_ ("Open an Image…"));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (open, _ ("Or drop a picture here"));
  gtk_box_append (GTK_BOX (self), open);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (open_clicked), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * care_image_panel_new:
 * @pane: a record pane that shows a box
 *
 * Returns: (transfer floating) (nullable): a panel, where it is the box of an image and
 *   can be changed.
 */
GtkWidget *
care_image_panel_new (CareRecordPane *pane)
{
  CareImagePanel *self;

  if (g_strcmp0 (care_record_get (pane->record, "kind"), "image") != 0 || !care_library_is_writable (pane->library))
    return NULL;
  self = g_object_new (CARE_TYPE_IMAGE_PANEL, NULL);
  self->library = g_object_ref (pane->library);
  self->box = g_object_ref (pane->record);
  return GTK_WIDGET (self);
}
