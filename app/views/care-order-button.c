/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-order-button.h"

#include <glib/gi18n.h>

struct _CareOrderButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkImage *sign; /* where that has no room */

  const CareOrder *orders;
  guint n_orders;
  guint chosen; /* one of @orders */
  gboolean descending;
  GSimpleAction *by;        /* its name */
  GSimpleAction *direction; /* "up" or "down" */
};

G_DEFINE_FINAL_TYPE (CareOrderButton, care_order_button, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (CareOrderButton *self)
{
  const CareOrder *order = &self->orders[self->chosen];
  g_autofree char *words = care_order_describe (order, self->descending);
  /* Translators: then the order of a list: "Amount, Largest First". */
  g_autofree char *name = g_strdup_printf (_ ("Sort By: %s"), words);

  gtk_label_set_label (self->label, words);
  gtk_image_set_from_icon_name (self->sign, self->descending ? "view-sort-descending-symbolic" : "view-sort-ascending-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_simple_action_set_state (self->by, g_variant_new_string (order->name));
  g_simple_action_set_state (self->direction, g_variant_new_string (self->descending ? "down" : "up"));
}

static void
choose (CareOrderButton *self, guint chosen, gboolean descending)
{
  if (chosen == self->chosen && descending == self->descending)
    return;
  self->chosen = chosen;
  self->descending = descending;
  tell (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
by_chosen (GSimpleAction *action, GVariant *name, CareOrderButton *self)
{
  for (guint i = 0; i < self->n_orders; i++)
    if (i != self->chosen && g_str_equal (self->orders[i].name, g_variant_get_string (name, NULL)))
      {
        choose (self, i, care_order_begins_descending (&self->orders[i]));
        return;
      }
}

static void
direction_chosen (GSimpleAction *action, GVariant *name, CareOrderButton *self)
{
  choose (self, self->chosen, g_str_equal (g_variant_get_string (name, NULL), "down"));
}

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* Made whenever it is opened: what the directions are called depends on the order. */
static void
fill (GtkMenuButton *button, gpointer data)
{
  CareOrderButton *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) orders = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();

  for (guint i = 0; i < self->n_orders; i++)
    if (!self->orders[i].is_rare || i == self->chosen)
      append (orders, _ (self->orders[i].label), "order.by", self->orders[i].name);
  append (directions, care_order_direction (&self->orders[self->chosen], FALSE), "order.direction", "up");
  append (directions, care_order_direction (&self->orders[self->chosen], TRUE), "order.direction", "down");
  g_menu_append_section (menu, _ ("Sort By"), G_MENU_MODEL (orders));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (directions));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * care_order_button_set_kind:
 * @self: a button
 * @kind: the kind that the list is of, or the first of several
 *
 * Offers the orders of such a list, and says that it is in its own.
 */
void
care_order_button_set_kind (CareOrderButton *self, const char *kind)
{
  g_return_if_fail (CARE_IS_ORDER_BUTTON (self));

  self->orders = care_order_list (kind, &self->n_orders);
  g_return_if_fail (self->orders != NULL);
  self->chosen = 0;
  self->descending = FALSE;
  tell (self);
}

/**
 * care_order_button_choose:
 * @self: a button
 * @order: one of its orders
 *
 * Chooses that, or its other direction if it is chosen.
 */
void
care_order_button_choose (CareOrderButton *self, const CareOrder *order)
{
  guint chosen = (guint) (order - self->orders);

  g_return_if_fail (chosen < self->n_orders);
  choose (self, chosen, chosen == self->chosen ? !self->descending : care_order_begins_descending (order));
}

/**
 * care_order_button_get_order:
 * @self: a button
 *
 * Returns: (transfer none) (nullable): the order that was chosen.
 */
const CareOrder *
care_order_button_get_order (CareOrderButton *self)
{
  return self->orders == NULL ? NULL : &self->orders[self->chosen];
}

/**
 * care_order_button_get_descending:
 * @self: a button
 *
 * Returns: its direction.
 */
gboolean
care_order_button_get_descending (CareOrderButton *self)
{
  return self->descending;
}

static void
care_order_button_dispose (GObject *object)
{
  CareOrderButton *self = CARE_ORDER_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_ORDER_BUTTON);
  g_clear_object (&self->by);
  g_clear_object (&self->direction);
  G_OBJECT_CLASS (care_order_button_parent_class)->dispose (object);
}

static void
care_order_button_class_init (CareOrderButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_order_button_dispose;

  /**
   * CareOrderButton::chosen:
   *
   * Another order or direction was chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CARE_TYPE_ORDER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-order-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CareOrderButton, button);
  gtk_widget_class_bind_template_child (widget_class, CareOrderButton, label);
  gtk_widget_class_bind_template_child (widget_class, CareOrderButton, sign);
}

static GSimpleAction *
add_action (CareOrderButton *self, GActionMap *actions, const char *name, GCallback chosen)
{
  GSimpleAction *action = g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (""));

  g_signal_connect_object (action, "activate", chosen, self, 0);
  g_action_map_add_action (actions, G_ACTION (action));
  return action;
}

static void
care_order_button_init (CareOrderButton *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->by = add_action (self, G_ACTION_MAP (actions), "by", G_CALLBACK (by_chosen));
  self->direction = add_action (self, G_ACTION_MAP (actions), "direction", G_CALLBACK (direction_chosen));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "order", G_ACTION_GROUP (actions));
  gtk_menu_button_set_create_popup_func (self->button, fill, self, NULL);
}
