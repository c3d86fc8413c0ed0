/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a table by mouse: pressed, one has the cursor; dragged over, they are a block; the other button
 * asks for what can be done. */

#include "care-table-private.h"

/* How often a block grows while the mouse is held beside the cells, in milliseconds. */
#define PACE 60

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

/* By how far a block grows where the mouse is beside what there is to see. */
static int
find_way (double at, double start, double end)
{
  return at < start ? -1 : at >= end ? 1 : 0;
}

/* One row or column beyond those in sight, where the mouse is held beside them. */
static gboolean
follow (gpointer data)
{
  CareTable *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int down = find_way (self->drag_y, self->head_height, height), aside = find_way (self->drag_x, 0, width);
  double y = CLAMP (self->drag_y, self->head_height, height - 1) - self->head_height;
  guint row, column;

  care_table_catch_up (self);
  if (care_table_count (self) == 0 || !care_table_hit_head (self, CLAMP (self->drag_x, 0, width - 1), 0, &column))
    return G_SOURCE_CONTINUE;
  row = (guint) ((y + care_table_get_offset (self, GTK_ORIENTATION_VERTICAL)) / self->row_height);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    aside = -aside;
  row = (guint) CLAMP ((gint64) row + down, 0, (gint64) care_table_count (self) - 1);
  column = (guint) CLAMP ((gint64) column + aside, 0, (gint64) self->columns->len - 1);
  if (row != self->row || column != self->column)
    care_table_go (self, row, column, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, CareTable *self)
{
  double x, y;
  guint row, column;

  if (self->is_editing || !gtk_gesture_drag_get_start_point (gesture, &x, &y) || !care_table_hit (self, x, y, &row, &column))
    return;
  self->drag_x = x + dx;
  self->drag_y = y + dy;
  if (self->following == 0 && gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) self->drag_x, (int) self->drag_y))
    self->following = g_timeout_add (PACE, follow, self);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, CareTable *self)
{
  if (self->following != 0)
    follow (self);
  g_clear_handle_id (&self->following, g_source_remove);
}

/* What is pointed at is selected first, unless it is already. */
static void
on_menu (GtkGestureClick *gesture, int n_press, double x, double y, CareTable *self)
{
  guint row, column;

  if (care_table_hit_head (self, x, y, &column))
    g_signal_emit_by_name (self, "head-menu", CARE_TABLE_COLUMN (self, column)->id, x, y);
  if (is_over_field (self, x, y) || !care_table_hit (self, x, y, &row, &column))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  care_table_catch_up (self);
  if (self->is_editing || !care_table_is_selected (self, row, column))
    care_table_go (self, row, column, FALSE);
  g_signal_emit_by_name (self, "menu", x, y);
}

static void
add_menu (CareTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "released", G_CALLBACK (on_menu), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
care_table_pointer_init (CareTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  add_menu (self);
}
