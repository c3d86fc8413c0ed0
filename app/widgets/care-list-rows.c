/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a list that are on screen: what they say, and what is done with them by mouse. */

#include "care-list-private.h"

#include "care-list-drag.h"
#include "care-list-entry.h"

static void
clear_row (CareListRow *row)
{
  g_clear_pointer (&row->heading, g_free);
  g_clear_pointer (&row->title, g_free);
  g_clear_pointer (&row->subtitle, g_free);
  g_clear_pointer (&row->trailing, g_free);
  g_clear_pointer (&row->badge, g_free);
  g_clear_pointer (&row->title_marks, pango_attr_list_unref);
  g_clear_pointer (&row->subtitle_marks, pango_attr_list_unref);
}

static void
describe (CareList *self, GtkListItem *list_item)
{
  GtkWidget *entry = gtk_list_item_get_child (list_item);
  gpointer item = gtk_list_item_get_item (list_item);
  CareListRow row = { 0 };

  if (self->describe == NULL || item == NULL)
    return;
  self->describe (item, &row, self->describe_data);
  care_list_entry_show (CARE_LIST_ENTRY (entry), &row);
  g_autofree char *name = care_list_entry_say (&row);
  /* GTK 4.8 names a row by its type, and has no call to name it otherwise. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (entry)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  clear_row (&row);
}

/* (transfer none) (nullable): the widget of the selected row, which has one even when it is out of view. */
GtkWidget *
care_list_get_selected_row (CareList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);

      if (gtk_list_item_get_position (list_item) == position)
        return gtk_widget_get_parent (gtk_list_item_get_child (list_item));
    }
  return NULL;
}

/* Where list and details take turns, a click on the row already selected has no
 * other way to be noticed. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CareList *self = CARE_LIST (gtk_widget_get_ancestor (entry, CARE_TYPE_LIST));
  GtkListItem *list_item = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press != 1 || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0
      || !gtk_widget_contains (entry, x, y))
    return;
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  g_signal_emit_by_name (self, "clicked", gtk_list_item_get_item (list_item));
}

/* A menu that is opened by the press of a button keeps the button pressed in GTK 4.8. */
static void
on_menu_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CareList *self = CARE_LIST (gtk_widget_get_ancestor (entry, CARE_TYPE_LIST));

  care_list_point_at (self, gtk_list_item_get_position (data));
  g_signal_emit_by_name (self, "menu", entry, x, y);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, CareList *self)
{
  GtkWidget *entry = care_list_entry_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), list_item);
  gtk_widget_add_controller (entry, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu_click, "released", G_CALLBACK (on_menu_released), list_item);
  gtk_widget_add_controller (entry, GTK_EVENT_CONTROLLER (menu_click));
  care_list_drag_add (entry, list_item);
  gtk_list_item_set_child (list_item, entry);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, CareList *self)
{
  g_ptr_array_add (self->bound, list_item);
  describe (self, list_item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, CareList *self)
{
  g_ptr_array_remove_fast (self->bound, list_item);
}

/* What the template calls. */
void
care_list_rows_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

/**
 * care_list_set_describe:
 * @self: a list
 * @describe_item: (nullable): says what a row shows of its item
 * @data: passed to @describe_item
 * @destroy: (nullable): called with @data when it is no longer needed
 *
 * Rows on screen are described anew.
 */
void
care_list_set_describe (CareList *self, CareListDescribe describe_item, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (CARE_IS_LIST (self));

  if (self->describe_destroy != NULL)
    self->describe_destroy (self->describe_data);
  self->describe = describe_item;
  self->describe_data = data;
  self->describe_destroy = destroy;
  care_list_refresh (self, NULL);
}

/**
 * care_list_refresh:
 * @self: a list
 * @item: (nullable): what has changed, or %NULL for everything
 *
 * Describes rows again, without touching selection or scroll position.
 */
void
care_list_refresh (CareList *self, gpointer item)
{
  g_return_if_fail (CARE_IS_LIST (self));

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);

      if (item == NULL || gtk_list_item_get_item (list_item) == item)
        describe (self, list_item);
    }
}
