/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-table-private.h"

#include "care-style.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (CareTable, care_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* In the order in which the properties of GtkScrollable are installed. */
enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static void
set_adjustment (CareTable *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **held = &self->adjustments[orientation];

  if (*held != NULL)
    g_signal_handlers_disconnect_by_data (*held, self);
  g_set_object (held, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (care_table_update), self);
  care_table_update (self);
}

static void
care_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CareTable *self = CARE_TABLE (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
                    g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
care_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CareTable *self = CARE_TABLE (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Text has another size. */
static void
care_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  CareTable *self = CARE_TABLE (widget);

  GTK_WIDGET_CLASS (care_table_parent_class)->css_changed (widget, change);
  self->is_measured = FALSE;
  care_table_update (self);
}

static void
care_table_dispose (GObject *object)
{
  CareTable *self = CARE_TABLE (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_handle_id (&self->following, g_source_remove);
  care_table_set_model (self, NULL);
  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->heads, 0);
  self->is_editing = FALSE;
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->perch, gtk_widget_unparent);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  G_OBJECT_CLASS (care_table_parent_class)->dispose (object);
}

static void
care_table_finalize (GObject *object)
{
  CareTable *self = CARE_TABLE (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->heads);
  g_array_unref (self->columns);
  g_array_unref (self->edges);
  G_OBJECT_CLASS (care_table_parent_class)->finalize (object);
}

static void
care_table_class_init (CareTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  object_class->dispose = care_table_dispose;
  object_class->finalize = care_table_finalize;
  object_class->set_property = care_table_set_property;
  object_class->get_property = care_table_get_property;
  widget_class->measure = care_table_measure;
  widget_class->size_allocate = care_table_size_allocate;
  widget_class->focus = care_table_focus;
  widget_class->grab_focus = care_table_grab_focus;
  widget_class->css_changed = care_table_css_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  care_table_add_signals (G_TYPE_FROM_CLASS (klass));
  care_table_move_install (widget_class);
  care_table_edit_install (widget_class);
  care_table_select_install (widget_class);
  care_table_block_install (widget_class);
  care_table_width_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "care-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
care_table_init (CareTable *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (CareTableColumn));
  self->edges = g_array_new (FALSE, TRUE, sizeof (int));
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->sorted = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  care_table_pointer_init (self);
  care_table_width_init (self);
  care_table_edit_init (self);
}

/**
 * care_table_new:
 * @label: what it lists
 * @rows: what its rows say; not copied
 * @data: passed to @rows
 *
 * Returns: (transfer floating): an empty table without columns, for a scrolled window.
 */
GtkWidget *
care_table_new (const char *label, const CareTableRows *rows, gpointer data)
{
  CareTable *self = g_object_new (CARE_TYPE_TABLE, NULL);

  self->rows = rows;
  self->data = data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

guint
care_table_count (CareTable *self)
{
  return self->model == NULL ? 0 : g_list_model_get_n_items (self->model);
}

/**
 * care_table_set_columns:
 * @self: a table
 * @columns: (array length=n_columns): from the first to the last; copied
 * @n_columns: how many; at least one
 *
 * Shows other columns. The cursor stays in its column, if that is one of them.
 */
void
care_table_set_columns (CareTable *self, const CareTableColumn *columns, guint n_columns)
{
  guint id = care_table_get_column (self);

  g_array_set_size (self->columns, 0);
  g_array_append_vals (self->columns, columns, n_columns);
  self->column = 0;
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].id == id)
      self->column = i;
  self->from_column = self->to_column = self->home = self->column;
  self->row_height = 0;
  self->is_measured = FALSE;
  g_ptr_array_set_size (self->lines, 0);
  care_table_make_heads (self);
  care_table_update (self);
}

/**
 * care_table_get_column:
 * @self: a table
 *
 * Returns: the id of the column that has the cursor.
 */
guint
care_table_get_column (CareTable *self)
{
  return self->column < self->columns->len ? CARE_TABLE_COLUMN (self, self->column)->id : 0;
}

/**
 * care_table_set_sorted:
 * @self: a table
 * @column: the id of the column that its rows are in the order of; -1: of none
 * @descending: in which direction
 *
 * Marks its heading.
 */
void
care_table_set_sorted (CareTable *self, int column, gboolean descending)
{
  self->sorted = column;
  self->descending = descending;
  care_table_mark_heads (self);
}

static void
items_changed (CareTable *self)
{
  self->is_stale = TRUE;
  care_table_update (self);
}

/**
 * care_table_set_model:
 * @self: a table
 * @model: (nullable): what it lists from now on; of objects
 */
void
care_table_set_model (CareTable *self, GListModel *model)
{
  if (self->is_editing)
    care_table_finish (self, FALSE);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  g_clear_object (&self->item);
  g_clear_object (&self->top);
  self->row = self->from_row = self->to_row = 0;
  self->shift = 0;
  care_table_forget_lines (self);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed), self);
  items_changed (self);
}

/**
 * care_table_refresh:
 * @self: a table
 *
 * Has the rows in sight say what their items say now.
 */
void
care_table_refresh (CareTable *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      CareTableLine *line = g_ptr_array_index (self->lines, i);

      for (guint c = 0; c < line->said->len; c++)
        if (g_array_index (line->said, CareTableSaid, c) == CARE_TABLE_SAID)
          g_array_index (line->said, CareTableSaid, c) = CARE_TABLE_SAID_BEFORE;
    }
  care_table_update (self);
}

/**
 * care_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what the row with the cursor is about.
 */
gpointer
care_table_get_selected (CareTable *self)
{
  return self->item;
}

/**
 * care_table_get_at_cursor:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): what the row is about in which the cursor is seen, also where
 *   what was selected is not listed any more.
 */
gpointer
care_table_get_at_cursor (CareTable *self)
{
  care_table_catch_up (self);
  return self->model == NULL ? NULL : g_list_model_get_item (self->model, self->row);
}

/**
 * care_table_show_top:
 * @self: a table
 *
 * Scrolls to the first row, which may be another one than before.
 */
void
care_table_show_top (CareTable *self)
{
  care_table_catch_up (self);
  self->shift = 0;
  g_clear_object (&self->top);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
}
