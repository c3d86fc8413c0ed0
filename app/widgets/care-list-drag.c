/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are dragged onto others of their list. */

#include "care-list-drag.h"

static CareList *
get_list (GtkEventController *controller)
{
  return CARE_LIST (gtk_widget_get_ancestor (gtk_event_controller_get_widget (controller), CARE_TYPE_LIST));
}

static GdkContentProvider *
prepare (GtkDragSource *source, double x, double y, gpointer list_item)
{
  CareList *list = get_list (GTK_EVENT_CONTROLLER (source));

  if (!care_list_get_reorderable (list))
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_OBJECT, gtk_list_item_get_item (list_item));
}

static void
begin (GtkDragSource *source, GdkDrag *drag, gpointer list_item)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (entry);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GdkDragAction
enter (GtkDropTarget *target, double x, double y, gpointer list_item)
{
  return care_list_get_reorderable (get_list (GTK_EVENT_CONTROLLER (target))) ? GDK_ACTION_MOVE : 0;
}

static gboolean
drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer list_item)
{
  GObject *dragged = g_value_get_object (value);
  GObject *onto = gtk_list_item_get_item (list_item);

  if (dragged != onto)
    g_signal_emit_by_name (get_list (GTK_EVENT_CONTROLLER (target)), "dropped", dragged, onto);
  return dragged != onto;
}

/**
 * care_list_drag_add:
 * @entry: what a row shows
 * @list_item: what the row is of
 *
 * Lets the row be dragged, and others be dropped on it, where its list is reorderable.
 */
void
care_list_drag_add (GtkWidget *entry, GtkListItem *list_item)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_OBJECT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare), list_item);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin), list_item);
  g_signal_connect (target, "enter", G_CALLBACK (enter), list_item);
  g_signal_connect (target, "drop", G_CALLBACK (drop), list_item);
  gtk_widget_add_controller (entry, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (entry, GTK_EVENT_CONTROLLER (target));
}
