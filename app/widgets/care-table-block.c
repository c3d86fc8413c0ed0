/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The block of cells that is selected in a table: copied as text and as a table of HTML, pasted over, and
 * emptied. */

#include "care-table-private.h"

#include "care-clipboard.h"
#include "care-copied-cell.h"

/* To say what more cells say would hold up a frame for long. */
#define MOST_CELLS 20000

/**
 * care_table_get_block:
 * @self: a table
 * @block: (out caller-allocates): the cells that are selected: at least that with the cursor
 */
void
care_table_get_block (CareTable *self, CareTableBlock *block)
{
  care_table_catch_up (self);
  block->row = MIN (self->row, self->from_row);
  block->column = MIN (self->column, self->from_column);
  block->n_rows = MAX (self->row, self->from_row) - block->row + 1;
  block->n_columns = MAX (self->column, self->from_column) - block->column + 1;
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
  self->from_row = MIN (block->row + block->n_rows, n) - 1;
  self->from_column = MIN (block->column + block->n_columns, self->columns->len) - 1;
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

/* %FALSE: what it says is not known now. */
static gboolean
append_cell (CareTable *self, GObject *item, guint column, gboolean is_last, GString *text, GString *html)
{
  g_auto (CareTableText) says = { 0 };

  self->rows->describe (item, CARE_TABLE_COLUMN (self, column)->id, &says, self->data);
  if (says.text == NULL)
    return FALSE;
  care_copied_cell_append_html (html, says.text, NULL);
  care_copied_cell_append (text, says.text, is_last);
  return TRUE;
}

static gboolean
append_row (CareTable *self, guint row, const CareTableBlock *block, GString *text, GString *html)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, row);

  g_string_append (html, "<tr>");
  for (guint i = 0; i < block->n_columns; i++)
    if (!append_cell (self, item, block->column + i, i + 1 == block->n_columns, text, html))
      return FALSE;
  g_string_append (html, "</tr>\n");
  return TRUE;
}

static gboolean
copy (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTable *self = CARE_TABLE (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new ("<table>\n");
  CareTableBlock block;

  care_table_get_block (self, &block);
  if (care_table_count (self) == 0)
    return FALSE;
  if ((guint64) block.n_rows * block.n_columns > MOST_CELLS)
    {
      g_signal_emit_by_name (self, "too-large", MOST_CELLS);
      return TRUE;
    }
  for (guint i = 0; i < block.n_rows; i++)
    if (!append_row (self, block.row + i, &block, text, html))
      {
        g_signal_emit_by_name (self, "unknown");
        return TRUE;
      }
  g_string_append (html, "</table>\n");
  care_clipboard_put (gtk_widget_get_clipboard (widget), text->str, html->str);
  return TRUE;
}

static gboolean
tell (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTable *self = CARE_TABLE (widget);
  const char *signal;

  g_variant_get (arguments, "(&s)", &signal);
  if (!self->is_editable || self->is_editing)
    return FALSE;
  g_signal_emit_by_name (self, signal);
  return TRUE;
}

/* For the class: its keys. */
void
care_table_block_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, copy, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, tell, "(s)", "paste");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, tell, "(s)", "paste");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, tell, "(s)", "empty");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, tell, "(s)", "empty");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, tell, "(s)", "empty");
}
