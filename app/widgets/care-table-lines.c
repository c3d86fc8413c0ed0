/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a table that are in sight. Each line is used for another row when its own goes
 * out of sight; that with the cursor is kept, as it may have the focus. */

#include "care-table-private.h"

G_DEFINE_FINAL_TYPE (CareTableLine, care_table_line, GTK_TYPE_WIDGET)

static CareTable *
get_table (CareTableLine *self)
{
  return CARE_TABLE (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
care_table_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
say (CareTableLine *self, guint i)
{
  CareTable *table = get_table (self);
  const CareTableColumn *column = CARE_TABLE_COLUMN (table, i);
  CareTableSaid *said = &g_array_index (self->said, CareTableSaid, i);
  g_auto (CareTableText) text = { 0 };

  if (*said == CARE_TABLE_SAID)
    return;
  table->rows->describe (self->item, column->id, &text, table->data);
  if (text.text == NULL)
    {
      if (*said == CARE_TABLE_UNSAID)
        care_table_cell_forget (g_ptr_array_index (self->cells, i));
      return;
    }
  *said = CARE_TABLE_SAID;
  care_table_cell_show (g_ptr_array_index (self->cells, i), column->label, column->align, &text);
  if (i > 0)
    return;
  g_autofree char *name = table->rows->name (self->item, table->data);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Only what is in sight is asked for what it says. */
static void
show_cells (CareTableLine *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      GtkAllocation place;
      gboolean is_seen;

      care_table_place_column (get_table (self), i, &place, &is_seen);
      /* GTK draws a line again whose cells move, but not one that has others. */
      if (gtk_widget_get_child_visible (cell) != is_seen)
        gtk_widget_queue_draw (GTK_WIDGET (self));
      gtk_widget_set_child_visible (cell, is_seen);
      if (is_seen || i == 0)
        say (self, i);
      else if (g_array_index (self->said, CareTableSaid, i) == CARE_TABLE_UNSAID)
        care_table_cell_forget (g_ptr_array_index (self->cells, i));
    }
}

/* Places its cells, which GTK would not do where the line itself stays as it is. */
void
care_table_line_place_cells (CareTableLine *self, int height)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      GtkAllocation place = { 0, 0, 0, height };
      gboolean is_seen;

      care_table_place_column (get_table (self), i, &place, &is_seen);
      if (gtk_widget_get_child_visible (cell))
        care_table_put (cell, &place);
    }
}

static void
care_table_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
}

/* The cell that stays is drawn over those that go below it. */
static void
care_table_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CareTableLine *self = CARE_TABLE_LINE (widget);

  for (guint i = 1; i < self->cells->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
  if (self->cells->len > 0)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, 0), snapshot);
}

static void
care_table_line_dispose (GObject *object)
{
  CareTableLine *self = CARE_TABLE_LINE (object);

  g_ptr_array_set_size (self->cells, 0);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (care_table_line_parent_class)->dispose (object);
}

static void
care_table_line_finalize (GObject *object)
{
  CareTableLine *self = CARE_TABLE_LINE (object);

  g_ptr_array_unref (self->cells);
  g_array_unref (self->said);
  G_OBJECT_CLASS (care_table_line_parent_class)->finalize (object);
}

static void
care_table_line_class_init (CareTableLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_table_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_table_line_finalize;
  widget_class->measure = care_table_line_measure;
  widget_class->size_allocate = care_table_line_size_allocate;
  widget_class->snapshot = care_table_line_snapshot;
  gtk_widget_class_set_css_name (widget_class, "care-table-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
care_table_line_init (CareTableLine *self)
{
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->said = g_array_new (FALSE, TRUE, sizeof (CareTableSaid));
}

static CareTableLine *
make_line (CareTable *self)
{
  CareTableLine *line = g_object_new (CARE_TYPE_TABLE_LINE, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *cell = care_table_cell_new ();

      gtk_widget_set_parent (cell, GTK_WIDGET (line));
      g_ptr_array_add (line->cells, cell);
    }
  g_array_set_size (line->said, self->columns->len);
  /* Headings are drawn over what is scrolled below them. */
  gtk_widget_insert_after (GTK_WIDGET (line), GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
use_line (CareTableLine *line, GObject *item, guint row)
{
  line->row = row;
  if (g_set_object (&line->item, item))
    memset (line->said->data, 0, line->said->len * sizeof (CareTableSaid));
}

/* Those that are used. Each that is hidden and shown again would be told of. */
static void
show_lines (CareTable *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      CareTableLine *line = g_ptr_array_index (self->lines, i);

      gtk_widget_set_child_visible (GTK_WIDGET (line), line->item != NULL);
    }
}

static CareTableLine *
find_line (CareTable *self, GObject *item)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((CareTableLine *) g_ptr_array_index (self->lines, i))->item == item)
      return g_ptr_array_index (self->lines, i);
  return NULL;
}

/* What has no row to show any more waits to be used. */
static void
free_lines (CareTable *self, GHashTable *wanted)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      CareTableLine *line = g_ptr_array_index (self->lines, i);

      if (line->item != NULL && !g_hash_table_contains (wanted, line->item))
        use_line (line, NULL, 0);
    }
}

static void
show_rows (CareTable *self, GPtrArray *items, GArray *rows)
{
  for (guint i = 0; i < items->len; i++)
    {
      GObject *item = g_ptr_array_index (items, i);
      CareTableLine *line = find_line (self, item);

      if (line == NULL)
        line = find_line (self, NULL);
      if (line == NULL)
        line = make_line (self);
      use_line (line, item, g_array_index (rows, guint, i));
      show_cells (line);
    }
}

static void
want (CareTable *self, guint row, GPtrArray *items, GArray *rows, GHashTable *wanted)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, row);

  if (item == NULL || !g_hash_table_add (wanted, item))
    return;
  g_ptr_array_add (items, g_steal_pointer (&item));
  g_array_append_val (rows, row);
}

/* Has a line for each row in sight, and for that with the cursor. */
void
care_table_bind_lines (CareTable *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  gboolean had_focus = care_table_has_focus (self);
  guint n = care_table_count (self);
  guint first = (guint) (care_table_get_offset (self, GTK_ORIENTATION_VERTICAL) / self->row_height);
  guint last = first + (guint) (gtk_widget_get_height (GTK_WIDGET (self)) / self->row_height) + 1;
  GObject *top;

  for (guint row = first; row <= last && row < n; row++)
    want (self, row, items, rows, wanted);
  top = items->len == 0 ? NULL : g_ptr_array_index (items, 0);
  g_set_object (&self->top, top);
  self->top_row = first;
  if (self->row < n)
    want (self, self->row, items, rows, wanted);
  free_lines (self, wanted);
  show_rows (self, items, rows);
  show_lines (self);
  care_table_mark_lines (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* What had it may be gone. */
  if (had_focus && self->row < n)
    gtk_widget_grab_focus (care_table_get_cell (self, self->row, self->column));
}

void
care_table_forget_lines (CareTable *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    use_line (g_ptr_array_index (self->lines, i), NULL, 0);
  show_lines (self);
}

/* (transfer none) (nullable): one of a row that has a line. */
GtkWidget *
care_table_get_cell (CareTable *self, guint row, guint column)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      CareTableLine *line = g_ptr_array_index (self->lines, i);

      if (line->item != NULL && line->row == row)
        return g_ptr_array_index (line->cells, column);
    }
  return NULL;
}

/* Shows which cells are selected, and which one has the cursor. */
void
care_table_mark_lines (CareTable *self)
{
  gboolean several = self->from_row != self->to_row || self->from_column != self->to_column;

  for (guint i = 0; i < self->lines->len; i++)
    {
      CareTableLine *line = g_ptr_array_index (self->lines, i);
      gboolean current = line->item != NULL && line->row == self->row;

      care_table_set_class (GTK_WIDGET (line), "current", current);
      gtk_accessible_update_state (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_STATE_SELECTED,
                                   line->item != NULL && care_table_is_selected (self, line->row, self->to_column), -1);
      for (guint c = 0; c < line->cells->len; c++)
        care_table_cell_mark (g_ptr_array_index (line->cells, c),
                              line->item != NULL && care_table_is_selected (self, line->row, c), several,
                              current && c == self->column);
    }
}
