/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything in the matrix is. */

#include "care-matrix-private.h"

#include "care-style.h"

#define LEAST_COLUMN 150
#define GREATEST_COLUMN 260
#define LEAST_NAMES 90
#define GREATEST_NAMES 190
#define LEAST_WIDTH 260
#define LEAST_HEIGHT 160
#define NATURAL_WIDTH 900

static int
measure_height (GtkWidget *widget, int width)
{
  int least, height;

  /* GTK insists on being asked before it is told. */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), &height, NULL, NULL, NULL);
  return height;
}

static int
measure_names (CareMatrix *self)
{
  int width = LEAST_NAMES;

  for (guint i = 0; i < self->names->len; i++)
    {
      int natural;

      gtk_widget_measure (CARE_MATRIX_PART (self->names, i)->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                          NULL, NULL);
      width = MAX (width, natural);
    }
  return MIN (width, care_style_scale (GTK_WIDGET (self), GREATEST_NAMES));
}

/* Puts the buttons of a cell below each other. Returns where they end. */
static int
place_cell (CareMatrix *self, guint row, guint column, int x, int y, int width)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      CareMatrixCell *cell = CARE_MATRIX_CELL (self, i);

      if (cell->row != row || cell->column != column)
        continue;
      cell->part.place = (GtkAllocation){ x, y, width, measure_height (cell->part.widget, width) };
      y += cell->part.place.height;
    }
  return y;
}

/* Buttons that have a cell to themselves fill it, so that it can be clicked anywhere. */
static void
fill_row (CareMatrix *self, guint row, int y, int height)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      CareMatrixCell *cell = CARE_MATRIX_CELL (self, i);
      gboolean follows = i > 0 && CARE_MATRIX_CELL (self, i - 1)->row == row
                         && CARE_MATRIX_CELL (self, i - 1)->column == cell->column;
      gboolean is_last = i + 1 == self->cells->len || CARE_MATRIX_CELL (self, i + 1)->row != row
                         || CARE_MATRIX_CELL (self, i + 1)->column != cell->column;

      if (cell->row == row && !follows && is_last)
        cell->part.place.height = y + height - cell->part.place.y;
    }
}

static void
place_headings (CareMatrix *self, int column_width)
{
  self->top = 0;
  for (guint i = 0; i < self->headings->len; i++)
    self->top = MAX (self->top, measure_height (CARE_MATRIX_PART (self->headings, i)->widget, column_width));
  for (guint i = 0; i < self->headings->len; i++)
    CARE_MATRIX_PART (self->headings, i)->place
      = (GtkAllocation){ self->start + (int) i * column_width, 0, column_width, self->top };
  self->corner.place = (GtkAllocation){ 0, 0, self->start, self->top };
}

static void
place_wide (CareMatrix *self, int width)
{
  int n_columns = MAX ((int) self->headings->len, 1);
  int column_width;
  int y;

  self->start = measure_names (self);
  column_width = CLAMP ((width - self->start) / n_columns, care_style_scale (GTK_WIDGET (self), LEAST_COLUMN),
                        care_style_scale (GTK_WIDGET (self), GREATEST_COLUMN));
  place_headings (self, column_width);
  y = self->top;
  for (guint row = 0; row < self->names->len; row++)
    {
      int end = y + measure_height (CARE_MATRIX_PART (self->names, row)->widget, self->start);

      for (guint i = 0; i < self->headings->len; i++)
        end = MAX (end, place_cell (self, row, i, self->start + (int) i * column_width, y, column_width));
      CARE_MATRIX_PART (self->names, row)->place = (GtkAllocation){ 0, y, self->start, end - y };
      fill_row (self, row, y, end - y);
      y = end;
    }
  self->width = self->start + (int) self->headings->len * column_width;
  self->height = y;
}

static int
measure_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* One row, under its name and the buttons to those before and after. */
static void
place_narrow (CareMatrix *self, int width)
{
  CareMatrixPart *name = self->row < self->names->len ? CARE_MATRIX_PART (self->names, self->row) : NULL;
  int button = measure_width (self->previous.widget);
  int y;

  self->start = 0;
  self->top = measure_height (self->previous.widget, button);
  if (name != NULL)
    self->top = MAX (self->top, measure_height (name->widget, width - 2 * button));
  self->corner.place = (GtkAllocation){ 0, 0, 0, 0 };
  self->previous.place = (GtkAllocation){ width - 2 * button, 0, button, self->top };
  self->next.place = (GtkAllocation){ width - button, 0, button, self->top };
  if (name != NULL)
    name->place = (GtkAllocation){ 0, 0, width - 2 * button, self->top };
  y = self->top;
  for (guint i = 0; i < self->headings->len; i++)
    {
      CareMatrixPart *heading = CARE_MATRIX_PART (self->headings, i);

      heading->place = (GtkAllocation){ 0, y, width, measure_height (heading->widget, width) };
      y = place_cell (self, self->row, i, 0, y + heading->place.height, width);
    }
  self->width = width;
  self->height = y;
}

static void
place (CareMatrix *self, int width)
{
  self->is_narrow = width < measure_names (self) + 2 * LEAST_COLUMN;
  if (self->is_narrow)
    place_narrow (self, width);
  else
    place_wide (self, width);
}

void
care_matrix_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  CareMatrix *self = CARE_MATRIX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  /* It is scrolled, whatever its height. */
  *minimum = LEAST_HEIGHT;
  *natural = MAX (self->height, LEAST_HEIGHT);
}

static int
get_offset (CareMatrix *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment == NULL ? 0 : (int) gtk_adjustment_get_value (adjustment);
}

/* What is not shown is neither seen nor focused. What sticks stays where it would be
 * if nothing were scrolled. */
static void
put (CareMatrix *self, const CareMatrixPart *part, gboolean is_shown, gboolean sticks_x, gboolean sticks_y)
{
  GtkAllocation at = part->place;

  gtk_widget_set_child_visible (part->widget, is_shown);
  if (!is_shown)
    return;
  if (!sticks_x)
    at.x -= get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  if (!sticks_y)
    at.y -= get_offset (self, GTK_ORIENTATION_VERTICAL);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    at.x = gtk_widget_get_width (GTK_WIDGET (self)) - at.x - at.width;
  measure_height (part->widget, at.width);
  gtk_widget_size_allocate (part->widget, &at, -1);
}

static void
configure (CareMatrix *self, GtkOrientation orientation, int content, int page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;
  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (content, page), page * 0.1,
                            page * 0.9, page);
}

void
care_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CareMatrix *self = CARE_MATRIX (widget);
  gboolean wide;

  place (self, width);
  configure (self, GTK_ORIENTATION_HORIZONTAL, self->width, width);
  configure (self, GTK_ORIENTATION_VERTICAL, self->height, height);
  wide = !self->is_narrow;
  for (guint i = 0; i < self->cells->len; i++)
    {
      CareMatrixCell *cell = CARE_MATRIX_CELL (self, i);

      put (self, &cell->part, wide || cell->row == self->row, FALSE, FALSE);
    }
  for (guint i = 0; i < self->names->len; i++)
    put (self, CARE_MATRIX_PART (self->names, i), wide || i == self->row, TRUE, self->is_narrow);
  for (guint i = 0; i < self->headings->len; i++)
    put (self, CARE_MATRIX_PART (self->headings, i), TRUE, FALSE, wide);
  put (self, &self->corner, wide, TRUE, TRUE);
  put (self, &self->previous, self->is_narrow, TRUE, TRUE);
  put (self, &self->next, self->is_narrow, TRUE, TRUE);
}

static void
reach (GtkAdjustment *adjustment, int start, int end, int covered)
{
  double value, page;

  if (adjustment == NULL)
    return;
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  if (end > value + page)
    value = end - page;
  if (start - covered < value)
    value = start - covered;
  gtk_adjustment_set_value (adjustment, value);
}

/* Scrolls as far as is needed to see a cell beside the headings. */
void
care_matrix_show_cell (CareMatrix *self, guint index)
{
  const GtkAllocation *at = &CARE_MATRIX_CELL (self, index)->part.place;

  reach (self->adjustments[GTK_ORIENTATION_HORIZONTAL], at->x, at->x + at->width, self->start);
  reach (self->adjustments[GTK_ORIENTATION_VERTICAL], at->y, at->y + at->height, self->top);
}
