/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-bin-window.h"

#include "care-notice.h"
#include "care-record-name.h"
#include "care-when.h"

#include <glib/gi18n.h>

/* Older ones are listed by `carebrief bin`. */
#define MAX_SHOWN 200

struct _CareBinWindow
{
  AdwWindow parent_instance;

  CareNotice *notice;
  GtkStack *stack;
  GtkListBox *list;
  CareLibrary *library;
  gboolean restoring; /* not done yet */
};

G_DEFINE_FINAL_TYPE (CareBinWindow, care_bin_window, ADW_TYPE_WINDOW)

static void update (CareBinWindow *self);

/* What the disk has refused is held to be tried again, and cannot be asked for twice. */
static void
restored (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareBinWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  /* It may have been closed meanwhile. */
  if (self->library == NULL)
    return;
  self->restoring = FALSE;
  if (sentence != NULL)
    return;
  care_notice_show (self->notice, error->message, NULL);
  if (care_library_get_trouble (self->library) != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
}

static void
restore_clicked (GtkButton *button, CareBinWindow *self)
{
  const CareId *id = g_object_get_data (G_OBJECT (button), "care-id");
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (self->restoring)
    return;
  act = care_library_plan_restore (self->library, *id, &error);
  if (act == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  care_notice_hide (self->notice);
  self->restoring = TRUE;
  care_library_apply_async (self->library, act, restored, g_object_ref (self));
}

static GtkWidget *
make_button (CareBinWindow *self, const CareBinItem *item)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  g_autofree char *name = care_record_quote (item->record, care_library_lookup, self->library);
  g_autofree char *label = g_strdup_printf (_ ("Restore %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, care_library_is_writable (self->library));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "care-id", g_memdup2 (&item->entry->id, sizeof item->entry->id),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_clicked), self);
  return button;
}

/* "Figure · deleted 25 November 2026 14:02 by A. Writer · 3 others with it" */
static char *
describe (const CareBinItem *item)
{
  const char *kind = _ (care_record_get_kind (item->record)->label);
  g_autofree char *when = care_when_format_iso (item->entry->done);
  g_autofree char *deleted = g_strdup_printf (_ ("deleted %s by %s"), when, item->entry->author);
  g_autofree char *others = NULL;

  if (item->n_others == 0)
    return g_strdup_printf ("%s · %s", kind, deleted);
  others
    = g_strdup_printf (ngettext ("%u other with it", "%u others with it", item->n_others), item->n_others);
  return g_strdup_printf ("%s · %s · %s", kind, deleted, others);
}

static GtkWidget *
make_row (CareBinWindow *self, const CareBinItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_button (self, item);
  g_autofree char *detail = describe (item);
  g_autofree char *name = care_record_name (item->record, care_library_lookup, self->library);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "care-button", button);
  return row;
}

/* Which row has the focus; -1 where none has. */
static int
find_focused (CareBinWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  return row == NULL ? -1 : gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* The row that has come into the place of the one that went takes over the focus. */
static void
focus_row (CareBinWindow *self, int index)
{
  GtkListBoxRow *row = NULL;

  while (index >= 0 && (row = gtk_list_box_get_row_at_index (self->list, index)) == NULL)
    index--;
  if (row != NULL)
    gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "care-button"));
}

static void
fill (CareBinWindow *self, GPtrArray *items)
{
  GtkWidget *row;

  /* GTK 4.8 may keep the focus on what is taken out, and on what it was in. */
  if (find_focused (self) >= 0)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < items->len && i < MAX_SHOWN; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (items, i)));
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
}

static void
update (CareBinWindow *self)
{
  int focused = find_focused (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = care_library_bin (self->library, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  if (items == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  fill (self, items);
  focus_row (self, focused);
}

static void
care_bin_window_dispose (GObject *object)
{
  CareBinWindow *self = CARE_BIN_WINDOW (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_BIN_WINDOW);
  G_OBJECT_CLASS (care_bin_window_parent_class)->dispose (object);
}

static void
care_bin_window_class_init (CareBinWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_bin_window_dispose;
  g_type_ensure (CARE_TYPE_NOTICE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-bin-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareBinWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CareBinWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareBinWindow, list);
}

static void
care_bin_window_init (CareBinWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_bin_window_new:
 * @parent: (nullable): the window that it belongs to
 * @library: whose bin it shows
 *
 * Returns: (transfer none): a window that follows the bin; GTK holds it until it
 *   is closed.
 */
GtkWidget *
care_bin_window_new (GtkWindow *parent, CareLibrary *library)
{
  CareBinWindow *self = g_object_new (CARE_TYPE_BIN_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
