/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the cursor of a table is, and how keys move it. */

#include "care-table-private.h"

/* How long it stays in a row before that is told, in milliseconds: what is shown of a row may take
 * longer to make than a key is held. */
#define STAY 100

static gboolean
tell (gpointer data)
{
  CareTable *self = data;

  self->telling = 0;
  if (self->item != NULL)
    g_signal_emit_by_name (self, "selected", self->item);
  return G_SOURCE_REMOVE;
}

/* Who goes on to what is shown of a row has to find that row there, and not the one before. */
static void
tell_at_once (CareTable *self)
{
  if (self->telling == 0)
    return;
  g_source_remove (self->telling);
  tell (self);
}

gboolean
care_table_has_focus (CareTable *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && CARE_IS_TABLE_LINE (child);
}

static guint
locate (CareTable *self, GObject *item)
{
  return item == NULL || self->model == NULL ? GTK_INVALID_LIST_POSITION : self->rows->locate (self->model, item);
}

static gboolean
is_in_sight (CareTable *self, guint row)
{
  return row >= self->top_row && row - self->top_row < (guint) (self->height / MAX (self->row_height, 1));
}

/* The model has changed: the cursor, and what is seen, stay with their items, or where they were
 * if those are gone. What is looked at is the row with the cursor, where that is seen. */
void
care_table_catch_up (CareTable *self)
{
  guint n = care_table_count (self);
  guint row = self->is_stale ? locate (self, self->item) : GTK_INVALID_LIST_POSITION;
  guint top = self->is_stale ? locate (self, self->top) : GTK_INVALID_LIST_POSITION;
  guint last = MAX (n, 1) - 1;
  gint64 from = (gint64) self->from_row - self->row, to = (gint64) self->to_row - self->row;

  if (!self->is_stale)
    return;
  self->is_stale = FALSE;
  if (row != GTK_INVALID_LIST_POSITION && !self->is_lost && is_in_sight (self, self->row))
    self->shift += (int) row - (int) self->row;
  else if (top != GTK_INVALID_LIST_POSITION)
    self->shift += (int) top - (int) self->top_row;
  self->top_row = (guint) MAX ((int) self->top_row + self->shift, 0);
  self->is_lost = row == GTK_INVALID_LIST_POSITION;
  self->row = !self->is_lost ? row : MIN (self->row, last);
  self->from_row = (guint) CLAMP (self->row + from, 0, last);
  self->to_row = (guint) CLAMP (self->row + to, 0, last);
}

static void
focus_cursor (CareTable *self)
{
  GtkWidget *cell;

  care_table_bind_lines (self);
  cell = care_table_get_cell (self, self->row, self->column);
  if (cell == NULL)
    return;
  /* It has not been allocated there yet. */
  gtk_widget_set_child_visible (cell, TRUE);
  gtk_widget_grab_focus (cell);
}

/* Moves the cursor; with it only the one corner of the block, if @extend says so. */
void
care_table_go (CareTable *self, guint row, guint column, gboolean extend)
{
  g_autoptr (GObject) item = NULL;

  care_table_finish (self, FALSE);
  item = self->model == NULL ? NULL : g_list_model_get_item (self->model, row);
  if (item == NULL || self->row_height == 0)
    return;
  self->row = self->to_row = row;
  self->column = self->to_column = self->home = column;
  self->is_deaf = FALSE;
  self->is_lost = FALSE;
  if (!extend)
    {
      self->from_row = row;
      self->from_column = column;
    }
  if (g_set_object (&self->item, item))
    {
      g_clear_handle_id (&self->telling, g_source_remove);
      self->telling = g_timeout_add (STAY, tell, self);
    }
  care_table_reach (self, row, column);
  focus_cursor (self);
  care_table_update (self);
}

static guint
move (guint at, int by, guint n)
{
  return (guint) CLAMP ((gint64) at + by, 0, (gint64) n - 1);
}

/* A block of whole rows or columns is made larger or smaller by as much. */
static gboolean
go_by (CareTable *self, int rows, int columns, gboolean extend)
{
  guint to_row, to_column;

  care_table_catch_up (self);
  if (care_table_count (self) == 0)
    return TRUE;
  to_row = move (self->to_row, rows, care_table_count (self));
  to_column = move (self->to_column, columns, self->columns->len);
  care_table_go (self, move (self->row, rows, care_table_count (self)), move (self->column, columns, self->columns->len),
                 extend);
  if (extend)
    {
      self->to_row = to_row;
      self->to_column = to_column;
      care_table_mark_lines (self);
    }
  return TRUE;
}

static gboolean
step (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int rows, columns;
  gboolean extend;

  g_variant_get (arguments, "(iib)", &rows, &columns, &extend);
  return go_by (CARE_TABLE (widget), rows, columns, extend);
}

/* To the left, by less than nothing, or to the right. */
static gboolean
step_aside (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int columns;
  gboolean extend;

  g_variant_get (arguments, "(iib)", NULL, &columns, &extend);
  return go_by (CARE_TABLE (widget), 0, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -columns : columns, extend);
}

static gboolean
page (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTable *self = CARE_TABLE (widget);
  int rows = self->row_height == 0 ? 1 : (gtk_widget_get_height (widget) - self->head_height) / self->row_height;
  int sign;
  gboolean extend;

  g_variant_get (arguments, "(ib)", &sign, &extend);
  return go_by (self, sign * MAX (rows - 1, 1), 0, extend);
}

#define ALL (G_MAXINT / 2)

static void
add_step (GtkWidgetClass *widget_class, guint key, guint keypad, GdkModifierType modifiers, int rows, int columns)
{
  GtkShortcutFunc go = key == GDK_KEY_Left || key == GDK_KEY_Right ? step_aside : step;

  gtk_widget_class_add_binding (widget_class, key, modifiers, go, "(iib)", rows, columns, FALSE);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers, go, "(iib)", rows, columns, FALSE);
  gtk_widget_class_add_binding (widget_class, key, modifiers | GDK_SHIFT_MASK, go, "(iib)", rows, columns, TRUE);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers | GDK_SHIFT_MASK, go, "(iib)", rows, columns, TRUE);
}

/* For the class: its keys. */
void
care_table_move_install (GtkWidgetClass *widget_class)
{
  add_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1, 0);
  add_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1, 0);
  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, 0, -1);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 0, 1);
  add_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK, -ALL, 0);
  add_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK, ALL, 0);
  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, 0, -ALL);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, 0, ALL);
  add_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, 0, -ALL);
  add_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, 0, ALL);
  add_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, -ALL, -ALL);
  add_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, ALL, ALL);
  for (int shift = 0; shift < 2; shift++)
    {
      GdkModifierType modifiers = shift ? GDK_SHIFT_MASK : 0;

      gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, modifiers, page, "(ib)", -1, shift);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, modifiers, page, "(ib)", 1, shift);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, modifiers, page, "(ib)", -1, shift);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, modifiers, page, "(ib)", 1, shift);
    }
}

gboolean
care_table_grab_focus (GtkWidget *widget)
{
  CareTable *self = CARE_TABLE (widget);

  care_table_catch_up (self);
  self->is_deaf = FALSE;
  if (care_table_count (self) == 0 || self->row_height == 0)
    return FALSE;
  if (self->item == NULL)
    care_table_go (self, self->row, self->column, FALSE);
  focus_cursor (self);
  return care_table_has_focus (self);
}

/* What is typed is kept, and the cell beside it has the cursor. */
static gboolean
go_on (CareTable *self, int by)
{
  guint home = self->home;

  care_table_finish (self, FALSE);
  care_table_go (self, self->row, move (self->column, by, self->columns->len), FALSE);
  self->home = home;
  return TRUE;
}

/* Tab enters at the cursor, and leaves; it goes on to the next cell where one is typed in. */
gboolean
care_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (CARE_TABLE (widget)->is_editing && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return go_on (CARE_TABLE (widget), direction == GTK_DIR_TAB_FORWARD ? 1 : -1);
  if (gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (widget);
  tell_at_once (CARE_TABLE (widget));
  return FALSE;
}

/**
 * care_table_select:
 * @self: a table
 * @item: (nullable): an item of the model
 *
 * Moves the cursor to its row. The focus stays where it is.
 */
void
care_table_select (CareTable *self, gpointer item)
{
  guint row = locate (self, item);

  if (item == self->item || row == GTK_INVALID_LIST_POSITION)
    return;
  care_table_finish (self, FALSE);
  care_table_catch_up (self);
  g_set_object (&self->item, item);
  self->is_lost = FALSE;
  self->row = self->from_row = self->to_row = row;
  self->from_column = self->to_column = self->column;
  care_table_reach (self, row, self->column);
  care_table_update (self);
}
