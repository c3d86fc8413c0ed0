/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-list.h"

#include "care-list-drag.h"
#include "care-list-entry.h"
#include "care-wheel.h"

#include <adwaita.h>

struct _CareList
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *placeholder;
  GtkScrolledWindow *scrolled;
  GtkListView *view;
  GtkSingleSelection *selection;

  CareListDescribe describe;
  gpointer describe_data;
  GDestroyNotify describe_destroy;
  CareListLocate locate; /* NULL: by looking at every item */

  GPtrArray *bound;   /* of GtkListItem, in no order */
  GObject *selected;  /* as last told, or NULL */
  gboolean reorderable;
  gboolean replacing; /* the model is being replaced: say nothing yet */
};

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
clear_row (CareListRow *row)
{
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

static guint
position_of (CareList *self, gpointer item)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n_items = g_list_model_get_n_items (model);

  if (self->locate != NULL && item != NULL && n_items > 0)
    return self->locate (gtk_single_selection_get_model (self->selection), item);
  for (guint i = 0; item != NULL && i < n_items; i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (model, i);

      if (other == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static GtkWidget *
bound_row (CareList *self, guint position)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);

      if (gtk_list_item_get_position (list_item) == position)
        return gtk_widget_get_parent (gtk_list_item_get_child (list_item));
    }
  return NULL;
}

static void
tell_selected (CareList *self)
{
  GObject *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->replacing || !g_set_object (&self->selected, item))
    return;
  g_signal_emit (self, signals[SELECTED], 0, item);
}

static void
on_selected (CareList *self)
{
  tell_selected (self);
}

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
  g_signal_emit (self, signals[CLICKED], 0, gtk_list_item_get_item (list_item));
}

/* A menu that is opened by the press of a button keeps the button pressed in GTK 4.8. */
static void
on_menu_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CareList *self = CARE_LIST (gtk_widget_get_ancestor (entry, CARE_TYPE_LIST));

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (data));
  g_signal_emit (self, signals[MENU], 0, entry, x, y);
}

/* By key it is that of the selected row, and opens below its beginning. */
static gboolean
menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareList *self = CARE_LIST (widget);
  GtkWidget *row = bound_row (self, gtk_single_selection_get_selected (self->selection));

  if (row == NULL || !g_signal_has_handler_pending (self, signals[MENU], 0, FALSE))
    return FALSE;
  g_signal_emit (self, signals[MENU], 0, row, 24.0, (double) gtk_widget_get_height (row) / 2);
  return TRUE;
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

/* The selected row, which comes into view with the focus; it has a widget even when out of it. */
static gboolean
focus_selected (CareList *self)
{
  GtkWidget *row = bound_row (self, gtk_single_selection_get_selected (self->selection));

  return row != NULL && gtk_widget_grab_focus (row);
}

/* Tab leaves, where GTK 4.8 would go to the next row; it enters at the selected row. */
static gboolean
care_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CareList *self = CARE_LIST (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (inside)
        return FALSE;
      if (focus_selected (self))
        return TRUE;
    }
  return GTK_WIDGET_CLASS (care_list_parent_class)->focus (widget, direction);
}

static gboolean
care_list_grab_focus (GtkWidget *widget)
{
  CareList *self = CARE_LIST (widget);

  return focus_selected (self) || gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
care_list_dispose (GObject *object)
{
  CareList *self = CARE_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_LIST);
  g_clear_object (&self->selected);
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
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
care_list_class_init (CareListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_list_finalize;
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
 * care_list_set_locate:
 * @self: a list
 * @locate: (nullable): finds an item of the model
 *
 * For a model that makes its items when they are asked for: to look for one would
 * make them all.
 */
void
care_list_set_locate (CareList *self, CareListLocate locate)
{
  g_return_if_fail (CARE_IS_LIST (self));

  self->locate = locate;
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

/**
 * care_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what it lists
 */
GListModel *
care_list_get_model (CareList *self)
{
  g_return_val_if_fail (CARE_IS_LIST (self), NULL);

  return gtk_single_selection_get_model (self->selection);
}

/**
 * care_list_set_model:
 * @self: a list
 * @model: (nullable): what it lists from now on; of objects
 *
 * The selected item stays selected if @model has it.
 */
void
care_list_set_model (CareList *self, GListModel *model)
{
  g_return_if_fail (CARE_IS_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (model == gtk_single_selection_get_model (self->selection))
    return;
  self->replacing = TRUE;
  gtk_single_selection_set_model (self->selection, model);
  if (self->selected != NULL)
    gtk_single_selection_set_selected (self->selection, position_of (self, self->selected));
  self->replacing = FALSE;
  tell_selected (self);
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

/**
 * care_list_select:
 * @self: a list
 * @item: (nullable): what to select; nothing is, if the model does not have it
 *
 * Selects and shows a row. The focus stays where it is.
 */
void
care_list_select (CareList *self, gpointer item)
{
  g_return_if_fail (CARE_IS_LIST (self));

  guint position = position_of (self, item);
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/**
 * care_list_select_in_place:
 * @self: a list
 * @item: (nullable): what to select; nothing is, if the model does not have it
 *
 * Selects a row, and shows what has been shown.
 */
void
care_list_select_in_place (CareList *self, gpointer item)
{
  g_return_if_fail (CARE_IS_LIST (self));

  gtk_single_selection_set_selected (self->selection, position_of (self, item));
}

/**
 * care_list_show_top:
 * @self: a list
 *
 * Shows its first rows.
 */
void
care_list_show_top (CareList *self)
{
  g_return_if_fail (CARE_IS_LIST (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
}

/**
 * care_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the selected item
 */
gpointer
care_list_get_selected (CareList *self)
{
  g_return_val_if_fail (CARE_IS_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * care_list_get_position:
 * @self: a list
 *
 * Returns: where the selected item is, or %GTK_INVALID_LIST_POSITION
 */
guint
care_list_get_position (CareList *self)
{
  g_return_val_if_fail (CARE_IS_LIST (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}
