/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-stop.h"

struct _CareStop
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

static void care_stop_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareStop, care_stop, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, care_stop_buildable_init))

static GtkBuildableIface *parent_buildable;

/* The one of a set of toggles, such as tabs, that is pressed. */
static GtkWidget *
find_pressed (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_pressed (child);
  return found;
}

/**
 * care_stop_has_popover:
 * @widget: what is one stop
 *
 * Returns: whether the focus is in a popover of something in it, which Tab goes through.
 */
gboolean
care_stop_has_popover (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *popover = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER);

  return popover != NULL && gtk_widget_is_ancestor (popover, widget);
}

/* It is entered at the same place from either side, so that Shift+Tab is the
 * reverse of Tab. */
static gboolean
care_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CareStop *self = CARE_STOP (widget);
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *pressed;

  if (self->child == NULL)
    return FALSE;
  if (!tab || care_stop_has_popover (widget))
    return gtk_widget_child_focus (self->child, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  pressed = find_pressed (self->child);
  if (pressed != NULL && gtk_widget_grab_focus (pressed))
    return TRUE;
  return gtk_widget_child_focus (self->child, GTK_DIR_TAB_FORWARD);
}

static void
set_child (CareStop *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
care_stop_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (CARE_STOP (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
care_stop_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = care_stop_add_child;
}

static void
care_stop_dispose (GObject *object)
{
  g_clear_pointer (&CARE_STOP (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (care_stop_parent_class)->dispose (object);
}

static void
care_stop_class_init (CareStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_stop_dispose;
  widget_class->focus = care_stop_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
care_stop_init (CareStop *self)
{
}

/**
 * care_stop_new:
 * @child: (transfer floating): what Tab is to enter and leave in one step
 *
 * Returns: (transfer floating): a container that does no more than that.
 */
GtkWidget *
care_stop_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (CARE_TYPE_STOP, NULL);

  set_child (CARE_STOP (self), child);
  return self;
}
