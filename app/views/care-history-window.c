/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-history-window.h"

#include "care-notice.h"
#include "care-when.h"

#include <glib/gi18n.h>

/* Older acts are listed by `carebrief history`. */
#define MAX_SHOWN 200

struct _CareHistoryWindow
{
  AdwWindow parent_instance;

  CareNotice *notice;
  GtkStack *stack;
  GtkListBox *list;
  CareLibrary *library;
};

G_DEFINE_FINAL_TYPE (CareHistoryWindow, care_history_window, ADW_TYPE_WINDOW)

static void
undone (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareHistoryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  /* It may have been closed meanwhile. */
  if (self->library == NULL)
    return;
  if (sentence == NULL)
    care_notice_show (self->notice, error->message, NULL);
  else
    care_notice_hide (self->notice);
}

static void
undo_clicked (GtkButton *button, CareHistoryWindow *self)
{
  const CareId *id = g_object_get_data (G_OBJECT (button), "care-id");

  care_library_turn_async (self->library, CARE_HISTORY_UNDO, *id, undone, g_object_ref (self));
}

static GtkWidget *
make_button (CareHistoryWindow *self, const CareHistoryEntry *entry)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));
  g_autofree char *label = g_strdup_printf (_ ("Undo: %s"), entry->sentence);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, care_library_is_writable (self->library));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "care-id", g_memdup2 (&entry->id, sizeof entry->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (undo_clicked), self);
  return button;
}

static GtkWidget *
make_row (CareHistoryWindow *self, const CareHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *detail = care_when_describe_entry (entry);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  if (entry->kind == CARE_HISTORY_ACT && entry->state == CARE_HISTORY_DONE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, entry));
  return row;
}

static void
update (CareHistoryWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = care_library_history (self->library, MAX_SHOWN, &error);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (entries == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (entries, i)));
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
}

static void
care_history_window_dispose (GObject *object)
{
  CareHistoryWindow *self = CARE_HISTORY_WINDOW (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_HISTORY_WINDOW);
  G_OBJECT_CLASS (care_history_window_parent_class)->dispose (object);
}

static void
care_history_window_class_init (CareHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_history_window_dispose;
  g_type_ensure (CARE_TYPE_NOTICE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareHistoryWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CareHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareHistoryWindow, list);
}

static void
care_history_window_init (CareHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_history_window_new:
 * @parent: the window that it belongs to
 * @library: whose history it shows
 *
 * Returns: (transfer none): a window that follows the history; GTK holds it until
 *   it is closed.
 */
GtkWidget *
care_history_window_new (GtkWindow *parent, CareLibrary *library)
{
  CareHistoryWindow *self = g_object_new (CARE_TYPE_HISTORY_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
