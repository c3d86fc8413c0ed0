/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a table by mouse: pressed, one has the cursor; dragged over, they are a block. */

#include "care-table-private.h"

/* What is pressed there is the field's. */
static gboolean
is_over_field (CareTable *self, double x, double y)
{
  GtkWidget *over = self->is_editing ? gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) : NULL;

  return over != NULL && (over == self->field || gtk_widget_is_ancestor (over, self->field));
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CareTable *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;

  if (is_over_field (self, x, y) || !care_table_hit (self, x, y, &row, &column))
    return;
  if (n_press == 1)
    care_table_go (self, row, column, (state & GDK_SHIFT_MASK) != 0);
  else if (n_press == 2)
    care_table_edit (self);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, CareTable *self)
{
  double x, y;
  guint row, column;

  if (!self->is_editing && gtk_gesture_drag_get_start_point (gesture, &x, &y) && care_table_hit (self, x, y, &row, &column)
      && care_table_hit (self, x + dx, y + dy, &row, &column) && (row != self->row || column != self->column))
    care_table_go (self, row, column, TRUE);
}

void
care_table_pointer_init (CareTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
