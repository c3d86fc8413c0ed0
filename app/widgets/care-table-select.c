/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The block of cells that is selected in a table: between two corners, of which arrow keys with Shift and the
 * mouse move one; or whole rows, whole columns, or all. */

#include "care-table-private.h"

/**
 * care_table_get_block:
 * @self: a table
 * @block: (out caller-allocates): the cells that are selected: at least that with the cursor
 */
void
care_table_get_block (CareTable *self, CareTableBlock *block)
{
  care_table_catch_up (self);
  block->row = MIN (self->from_row, self->to_row);
  block->column = MIN (self->from_column, self->to_column);
  block->n_rows = MAX (self->from_row, self->to_row) - block->row + 1;
  block->n_columns = MAX (self->from_column, self->to_column) - block->column + 1;
}

/**
 * care_table_select_block:
 * @self: a table
 * @block: cells, as far as the table has them
 *
 * Selects them; the first has the cursor.
 */
void
care_table_select_block (CareTable *self, const CareTableBlock *block)
{
  guint n = care_table_count (self);

  care_table_go (self, block->row, block->column, FALSE);
  if (n == 0)
    return;
  self->to_row = MIN (block->row + block->n_rows, n) - 1;
  self->to_column = MIN (block->column + block->n_columns, self->columns->len) - 1;
  care_table_update (self);
}

/**
 * care_table_get_column_at:
 * @self: a table
 * @place: of a column, from 0
 * @id: (out): its id
 *
 * Returns: whether there are so many columns.
 */
gboolean
care_table_get_column_at (CareTable *self, guint place, guint *id)
{
  if (place >= self->columns->len)
    return FALSE;
  *id = CARE_TABLE_COLUMN (self, place)->id;
  return TRUE;
}

static gboolean
is_between (guint value, guint a, guint b)
{
  return value >= MIN (a, b) && value <= MAX (a, b);
}

/* Whether the cell at that place is in the block. */
gboolean
care_table_is_selected (CareTable *self, guint row, guint column)
{
  return is_between (row, self->from_row, self->to_row) && is_between (column, self->from_column, self->to_column);
}

/* The cursor stays where it is: the block becomes as wide as the table, as long, or both. */
static gboolean
select_whole (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTable *self = CARE_TABLE (widget);
  gboolean rows, columns;

  g_variant_get (arguments, "(bb)", &rows, &columns);
  care_table_catch_up (self);
  if (self->is_editing || care_table_count (self) == 0)
    return FALSE;
  if (rows)
    {
      self->from_column = 0;
      self->to_column = self->columns->len - 1;
    }
  if (columns)
    {
      self->from_row = 0;
      self->to_row = care_table_count (self) - 1;
    }
  care_table_mark_lines (self);
  return TRUE;
}

/* For the class: its keys, which are those of spreadsheets. */
void
care_table_select_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_whole, "(bb)", TRUE, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_SHIFT_MASK, select_whole, "(bb)", TRUE, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, select_whole, "(bb)", FALSE, TRUE);
}
