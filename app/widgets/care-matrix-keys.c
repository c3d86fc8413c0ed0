/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going about in the matrix by keys. */

#include "care-matrix-private.h"

static int
find (CareMatrix *self, GtkWidget *button)
{
  for (guint i = 0; button != NULL && i < self->cells->len; i++)
    if (CARE_MATRIX_CELL (self, i)->part.widget == button)
      return (int) i;
  return -1;
}

/* The first button of a cell, or its last. */
static int
find_in_cell (CareMatrix *self, guint row, guint column, gboolean last)
{
  int found = -1;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const CareMatrixCell *cell = CARE_MATRIX_CELL (self, i);

      if (cell->row == row && cell->column == column && (last || found < 0))
        found = (int) i;
    }
  return found;
}

static gboolean
is_same_cell (CareMatrix *self, int a, int b)
{
  return b >= 0 && b < (int) self->cells->len && CARE_MATRIX_CELL (self, a)->row == CARE_MATRIX_CELL (self, b)->row
         && CARE_MATRIX_CELL (self, a)->column == CARE_MATRIX_CELL (self, b)->column;
}

/* The button above or below: of the same cell, then of the next one. */
static int
find_along (CareMatrix *self, int from, int sign)
{
  const CareMatrixCell *cell = CARE_MATRIX_CELL (self, from);
  int row = (int) cell->row + (self->is_narrow ? 0 : sign);
  int column = (int) cell->column + (self->is_narrow ? sign : 0);

  if (is_same_cell (self, from, from + sign))
    return from + sign;
  return row < 0 || column < 0 ? -1 : find_in_cell (self, (guint) row, (guint) column, sign < 0);
}

/* The cell beside: of another column, or of another row where one at a time is shown. */
static int
find_across (CareMatrix *self, int from, int sign)
{
  const CareMatrixCell *cell = CARE_MATRIX_CELL (self, from);
  int row = (int) cell->row + (self->is_narrow ? sign : 0);
  int column = (int) cell->column + (self->is_narrow ? 0 : sign);

  return row < 0 || column < 0 ? -1 : find_in_cell (self, (guint) row, (guint) column, FALSE);
}

static gboolean
go (CareMatrix *self, int to)
{
  if (to < 0)
    return TRUE; /* at an edge the focus stays, as in a list */
  if (self->is_narrow)
    care_matrix_show_row (self, CARE_MATRIX_CELL (self, to)->row);
  gtk_widget_set_child_visible (CARE_MATRIX_CELL (self, to)->part.widget, TRUE);
  return gtk_widget_grab_focus (CARE_MATRIX_CELL (self, to)->part.widget);
}

/* Shows another row where there is room for one. */
void
care_matrix_show_row (CareMatrix *self, guint row)
{
  if (row >= self->names->len)
    return;
  self->row = row;
  gtk_widget_set_sensitive (self->previous.widget, row > 0);
  gtk_widget_set_sensitive (self->next.widget, row + 1 < self->names->len);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Where Tab enters: where one was last, else what is selected, else what comes first. */
static int
find_entrance (CareMatrix *self)
{
  int candidates[] = { self->current, self->selected };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (candidates[i] >= 0 && candidates[i] < (int) self->cells->len
        && (!self->is_narrow || CARE_MATRIX_CELL (self, candidates[i])->row == self->row))
      return candidates[i];
  return find_in_cell (self, self->is_narrow ? self->row : 0, 0, FALSE);
}

/* Tab goes from the buttons to other rows, where they are shown, to the cells, and leaves. */
static gboolean
tab (CareMatrix *self, gboolean forward)
{
  GtkWidget *stops[3] = { NULL };
  guint n = 0;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  int entrance = find_entrance (self);
  int at;

  if (self->is_narrow && gtk_widget_get_sensitive (self->previous.widget))
    stops[n++] = self->previous.widget;
  if (self->is_narrow && gtk_widget_get_sensitive (self->next.widget))
    stops[n++] = self->next.widget;
  if (entrance >= 0)
    stops[n++] = CARE_MATRIX_CELL (self, entrance)->part.widget;
  at = forward ? -1 : (int) n;
  for (guint i = 0; focus != NULL && i < n; i++)
    if (stops[i] == focus)
      at = (int) i;
  at += forward ? 1 : -1;
  return at >= 0 && at < (int) n && gtk_widget_grab_focus (stops[at]);
}

gboolean
care_matrix_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CareMatrix *self = CARE_MATRIX (widget);
  int from = find (self, gtk_widget_get_focus_child (widget));
  int right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (direction)
    {
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      return go (self, from < 0 ? find_entrance (self) : find_along (self, from, direction == GTK_DIR_UP ? -1 : 1));
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      return go (self, from < 0 ? find_entrance (self) : find_across (self, from, direction == GTK_DIR_LEFT ? -right : right));
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return tab (self, direction == GTK_DIR_TAB_FORWARD);
    }
}

/* What has the focus is in sight, and is where Tab comes back to. */
void
care_matrix_follow_focus (CareMatrix *self, GtkWidget *child)
{
  int index = find (self, child);

  if (index < 0)
    return;
  self->current = index;
  care_matrix_show_cell (self, (guint) index);
}

/* "(bb)": whether to the last, and whether of all rather than of the row. */
static gboolean
go_to_end (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareMatrix *self = CARE_MATRIX (widget);
  int from = find (self, gtk_widget_get_focus_child (widget));
  gboolean of_all, last;
  guint row;

  if (from < 0)
    return FALSE;
  g_variant_get (arguments, "(bb)", &last, &of_all);
  row = !of_all ? CARE_MATRIX_CELL (self, from)->row : last ? self->names->len - 1 : 0;
  return go (self, find_in_cell (self, row, last ? self->headings->len - 1 : 0, last));
}

void
care_matrix_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end, "(bb)", FALSE, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end, "(bb)", TRUE, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, go_to_end, "(bb)", FALSE, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, GDK_CONTROL_MASK, go_to_end, "(bb)", TRUE, TRUE);
}
