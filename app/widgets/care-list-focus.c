/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The focus when the row that has it goes, such as by undoing what put it in. GTK would give
 * it to what is next to the list, which may be a button that deletes, and take the list to
 * have it still. */

#include "care-list-private.h"

/* In how many frames something is selected, at the latest, once the list has changed. */
#define FRAMES_TO_SELECT 4

static GtkWidget *
get_focus (CareList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root == NULL ? NULL : gtk_root_get_focus (root);
}

/* The place of the row that has the focus, or %GTK_INVALID_LIST_POSITION. */
guint
care_list_find_focused (CareList *self)
{
  GtkWidget *focus = get_focus (self);

  for (guint i = 0; focus != NULL && i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);

      if (gtk_widget_get_parent (gtk_list_item_get_child (list_item)) == focus)
        return gtk_list_item_get_position (list_item);
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
focus_in_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CareList *self = CARE_LIST (widget);

  /* A person, or whatever else was wanted, may have been quicker. */
  if (get_focus (self) != NULL || care_list_focus_selected (self))
    self->frames_to_focus = 0;
  else if (--self->frames_to_focus == 0)
    gtk_widget_grab_focus (widget);
  return self->frames_to_focus > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Called before the view knows of it. Until something is selected nothing has the focus. */
static void
about_to_change (CareList *self, guint position, guint n_removed)
{
  guint focused = n_removed == 0 ? GTK_INVALID_LIST_POSITION : care_list_find_focused (self);

  if (focused == GTK_INVALID_LIST_POSITION || focused < position || focused - position >= n_removed)
    return;
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  if (self->frames_to_focus == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_in_frame, NULL, NULL);
  self->frames_to_focus = FRAMES_TO_SELECT;
}

/* @model (nullable) is going to be listed. */
void
care_list_watch_focus (CareList *self, GListModel *model)
{
  GListModel *before = gtk_single_selection_get_model (self->selection);

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, about_to_change, self);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (about_to_change), self, G_CONNECT_SWAPPED);
}
