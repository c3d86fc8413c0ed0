/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-list-private.h"

#include "care-wheel.h"

G_DEFINE_TYPE (CareList, care_list, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  CLICKED,
  ACTIVATED,
  MENU,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_items_changed (CareList *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
on_activate (GtkListView *view, guint position, CareList *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

/* By key it is that of the selected row, and of several of the one that has the focus. It opens
 * below its beginning. */
static gboolean
menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareList *self = CARE_LIST (widget);
  guint focused = care_list_find_focused (self);
  GtkWidget *row;

  if (focused != GTK_INVALID_LIST_POSITION)
    care_list_point_at (self, focused);
  row = care_list_get_selected_row (self);
  if (row == NULL || !g_signal_has_handler_pending (self, signals[MENU], 0, FALSE))
    return FALSE;
  g_signal_emit (self, signals[MENU], 0, row, 24.0, (double) gtk_widget_get_height (row) / 2);
  return TRUE;
}

/* Tab leaves, where GTK 4.8 would go to the next row; it enters at the selected row. A stack
 * around the list may have given the focus back to what is no longer seen. */
static gboolean
care_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CareList *self = CARE_LIST (widget);
  gboolean inside = gtk_widget_get_focus_child (gtk_stack_get_visible_child (self->stack)) != NULL;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (inside)
        return FALSE;
      if (care_list_focus_selected (self))
        return TRUE;
    }
  return GTK_WIDGET_CLASS (care_list_parent_class)->focus (widget, direction);
}

static gboolean
care_list_grab_focus (GtkWidget *widget)
{
  CareList *self = CARE_LIST (widget);

  return care_list_focus_selected (self) || gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
make_rows (CareList *self)
{
  if (self->resting || gtk_list_view_get_model (self->view) != NULL)
    return;
  care_list_set_view_model (self);
  care_list_show_selected (self);
}

/* Rows are made when they are first to be seen: they take long, and many lists never are. The
 * view is mapped by then, so that what is selected is waited for where it has no room yet. */
static void
care_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (care_list_parent_class)->map (widget);
  make_rows (CARE_LIST (widget));
}

static void
care_list_dispose (GObject *object)
{
  CareList *self = CARE_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_LIST);
  g_clear_object (&self->selected);
  g_clear_object (&self->marks);
  if (self->describe_destroy != NULL)
    self->describe_destroy (g_steal_pointer (&self->describe_data));
  self->describe_destroy = NULL;
  self->describe = NULL;
  G_OBJECT_CLASS (care_list_parent_class)->dispose (object);
}

static void
care_list_finalize (GObject *object)
{
  g_ptr_array_unref (CARE_LIST (object)->bound);
  G_OBJECT_CLASS (care_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CareList, stack);
  gtk_widget_class_bind_template_child (widget_class, CareList, placeholder);
  gtk_widget_class_bind_template_child (widget_class, CareList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CareList, view);
  gtk_widget_class_bind_template_child (widget_class, CareList, selection);
  care_list_rows_bind (widget_class);
  care_list_selection_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
care_list_class_init (CareListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_list_finalize;
  widget_class->map = care_list_map;
  widget_class->focus = care_list_focus;
  widget_class->grab_focus = care_list_grab_focus;

  /**
   * CareList::selected:
   * @item: (nullable): what is selected now
   *
   * Another item is selected, or none. Not emitted when the model changes
   * around the selected item.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
  /**
   * CareList::clicked:
   * @item: what was clicked
   *
   * A row was clicked once; by then it is selected.
   */
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_OBJECT);
  /**
   * CareList::activated:
   * @item: what is to be opened
   *
   * A row was clicked twice, or Enter pressed on it; by then it is selected.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
  /**
   * CareList::menu:
   * @row: the widget that it is about
   * @x: a point of @row
   * @y: a point of @row
   *
   * What can be done with the selected row is asked for, at that point.
   */
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, GTK_TYPE_WIDGET, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  /**
   * CareList::dropped:
   * @item: what was dragged
   * @onto: what it was dropped on
   *
   * A row of a reorderable list is to be where another one is.
   */
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_OBJECT, G_TYPE_OBJECT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key, NULL);
  bind_template (widget_class);
}

static void
care_list_init (CareList *self)
{
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  care_wheel_add (self->scrolled);
}

/**
 * care_list_new:
 *
 * Returns: (transfer floating): a list without a model
 */
GtkWidget *
care_list_new (void)
{
  return g_object_new (CARE_TYPE_LIST, NULL);
}

/**
 * care_list_set_resting:
 * @self: a list
 * @resting: whether something else is seen in its place
 *
 * While it is, it has no rows, which would have to follow its model unseen.
 */
void
care_list_set_resting (CareList *self, gboolean resting)
{
  g_return_if_fail (CARE_IS_LIST (self));

  self->resting = resting;
  if (resting)
    gtk_list_view_set_model (self->view, NULL);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_rows (self);
}

/**
 * care_list_set_label:
 * @self: a list
 * @label: its name for those who hear it: "Positions"
 */
void
care_list_set_label (CareList *self, const char *label)
{
  g_return_if_fail (CARE_IS_LIST (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * care_list_set_reorderable:
 * @self: a list
 * @reorderable: whether rows may be dragged
 *
 * Says whether #CareList::dropped is listened to.
 */
void
care_list_set_reorderable (CareList *self, gboolean reorderable)
{
  g_return_if_fail (CARE_IS_LIST (self));

  self->reorderable = reorderable;
}

/**
 * care_list_get_reorderable:
 * @self: a list
 *
 * Returns: whether rows may be dragged.
 */
gboolean
care_list_get_reorderable (CareList *self)
{
  return self->reorderable;
}

/**
 * care_list_set_placeholder:
 * @self: a list
 * @title: what to say where there is no row
 * @description: (nullable): what to do about it
 */
void
care_list_set_placeholder (CareList *self, const char *title, const char *description)
{
  g_return_if_fail (CARE_IS_LIST (self));

  adw_status_page_set_title (self->placeholder, title != NULL ? title : "");
  adw_status_page_set_description (self->placeholder, description);
}

/**
 * care_list_set_placeholder_action:
 * @self: a list
 * @label: (nullable): what a button says that is shown where there is no row
 * @action: (nullable): the action that it does, or %NULL for no button
 */
void
care_list_set_placeholder_action (CareList *self, const char *label, const char *action)
{
  GtkWidget *button = NULL;

  g_return_if_fail (CARE_IS_LIST (self));

  if (action != NULL)
    {
      button = gtk_button_new_with_label (label);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
    }
  adw_status_page_set_child (self->placeholder, button);
}
