/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list lists, and which of it is selected; the focus goes to that. */

#include "care-list-private.h"

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

static void
tell_selected (CareList *self)
{
  GObject *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->replacing || !g_set_object (&self->selected, item))
    return;
  g_signal_emit_by_name (self, "selected", item);
}

/* What the template calls. */
void
care_list_selection_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, tell_selected);
}

/* The selected row comes into view with the focus. */
gboolean
care_list_focus_selected (CareList *self)
{
  GtkWidget *row = care_list_get_selected_row (self);

  return row != NULL && gtk_widget_grab_focus (row);
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
  care_list_watch_focus (self, model);
  gtk_single_selection_set_model (self->selection, model);
  if (self->selected != NULL)
    gtk_single_selection_set_selected (self->selection, position_of (self, self->selected));
  self->replacing = FALSE;
  tell_selected (self);
}

/* Selects @row, or none. GTK has Shift select from the row that the view itself selected last. */
static void
select_row (CareList *self, guint row)
{
  gtk_single_selection_set_selected (self->selection, row);
  if (self->marks != NULL && row != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.select-item", "(ubb)", row, FALSE, FALSE);
}

static gboolean
show_in_frame (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_mapped (view) && gtk_widget_get_height (view) == 0)
    return G_SOURCE_CONTINUE;
  care_list_show_selected (data);
  return G_SOURCE_REMOVE;
}

/* Has the selected row in sight. A view that has just been mapped, without its room, would stay
 * at its top and have the rows around the selected one beyond its end. */
void
care_list_show_selected (CareList *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", position);
  if (gtk_widget_get_mapped (view) && gtk_widget_get_height (view) == 0)
    gtk_widget_add_tick_callback (view, show_in_frame, self, NULL);
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

  select_row (self, position_of (self, item));
  care_list_show_selected (self);
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

  select_row (self, position_of (self, item));
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

/* Has the list be about @row, with the others that are selected if it is one of them. */
void
care_list_point_at (CareList *self, guint row)
{
  if (self->marks != NULL)
    care_list_marks_point_at (self->marks, row);
  else
    gtk_single_selection_set_selected (self->selection, row);
}

/* Of what is listed, with what of it is selected. */
void
care_list_set_view_model (CareList *self)
{
  GtkSelectionModel *model = self->marks != NULL ? GTK_SELECTION_MODEL (self->marks) : GTK_SELECTION_MODEL (self->selection);

  gtk_list_view_set_model (self->view, model);
  select_row (self, gtk_single_selection_get_selected (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE,
                                  self->marks != NULL, -1);
}

/**
 * care_list_set_takes_several:
 * @self: a list
 *
 * Has several of its rows be selected, of which care_list_get_selected() is the one that is
 * shown.
 */
void
care_list_set_takes_several (CareList *self)
{
  g_return_if_fail (CARE_IS_LIST (self));
  g_return_if_fail (self->marks == NULL);

  self->marks = care_list_marks_new (self->selection);
  if (gtk_list_view_get_model (self->view) != NULL)
    care_list_set_view_model (self);
}

/**
 * care_list_get_rows:
 * @self: a list that takes several
 *
 * Returns: (transfer full): which rows are selected.
 */
GtkBitset *
care_list_get_rows (CareList *self)
{
  g_return_val_if_fail (CARE_IS_LIST (self) && self->marks != NULL, NULL);

  return care_list_marks_get_rows (self->marks);
}
