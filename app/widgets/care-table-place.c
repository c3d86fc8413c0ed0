/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything stands in a table: its headings stay at the top, and its first column at
 * the side where there is room for others beside it. What there is to place is made at the
 * beginning of a frame: GTK may forget what is asked for while it is placed. */

#include "care-table-private.h"

#include "care-style.h"

/* In pixels, where text has the usual size. */
#define ROW_PADDING 14
#define LEAST_WIDTH 260
#define LEAST_HEIGHT 160
#define NATURAL_WIDTH 900

static PangoFontMetrics *
get_metrics (CareTable *self)
{
  return pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
}

/* How wide one is, in units of Pango. */
int
care_table_get_letter (CareTable *self)
{
  PangoFontMetrics *metrics = get_metrics (self);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return MAX (letter, 1);
}

static void
measure_rows (CareTable *self)
{
  PangoFontMetrics *metrics = get_metrics (self);
  int letter = care_table_get_letter (self);
  int x = 0;

  self->row_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) + ROW_PADDING;
  g_array_set_size (self->edges, 0);
  g_array_append_val (self->edges, x);
  for (guint i = 0; i < self->columns->len; i++)
    {
      x += PANGO_PIXELS ((int) (CARE_TABLE_COLUMN (self, i)->chars * letter)) + CARE_TABLE_PADDING;
      g_array_append_val (self->edges, x);
    }
  pango_font_metrics_unref (metrics);
}

/* At least as wide as its heading, which is not cut off. */
static void
measure_heads (CareTable *self)
{
  int before = 0, x = 0;

  self->head_height = 0;
  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = g_ptr_array_index (self->heads, i);
      int column = CARE_TABLE_EDGE (self, i + 1) - before;
      int width, height;

      gtk_widget_measure (head, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_measure (head, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      self->head_height = MAX (self->head_height, height);
      before += column;
      x += MAX (column, width);
      CARE_TABLE_EDGE (self, i + 1) = x;
    }
}

static void
measure_all (CareTable *self)
{
  if (self->is_measured)
    return;
  measure_rows (self);
  measure_heads (self);
  self->is_measured = TRUE;
}

void
care_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  /* It is scrolled, however much is in it. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : LEAST_HEIGHT;
}

int
care_table_get_offset (CareTable *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment == NULL ? 0 : (int) gtk_adjustment_get_value (adjustment);
}

/* Whether there is room for others beside the first column. */
gboolean
care_table_first_stays (CareTable *self)
{
  return self->columns->len > 1 && CARE_TABLE_EDGE (self, 1) <= gtk_widget_get_width (GTK_WIDGET (self)) / 2;
}

/* What is to spare the last column has: each other is as wide as it was made. */
static void
get_column (CareTable *self, guint column, int *x, int *width)
{
  int spare = MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - CARE_TABLE_EDGE (self, self->columns->len));

  *x = CARE_TABLE_EDGE (self, column);
  *width = CARE_TABLE_EDGE (self, column + 1) - *x + (column + 1 == self->columns->len ? spare : 0);
}

/* Where a column stands in the viewport, and whether anything of it is seen. */
void
care_table_place_column (CareTable *self, guint column, GtkAllocation *place, gboolean *is_seen)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean stays = care_table_first_stays (self);
  int first, first_width;

  get_column (self, 0, &first, &first_width);
  get_column (self, column, &place->x, &place->width);
  if (column > 0 || !stays)
    place->x -= care_table_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  *is_seen = place->x < width && place->x + place->width > (column > 0 && stays ? first_width : 0);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place->x = width - place->x - place->width;
}

static void
configure (CareTable *self, GtkOrientation orientation, double content, int page, int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double shift = orientation == GTK_ORIENTATION_VERTICAL ? (double) self->shift * self->row_height : 0;

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment) + shift, 0, MAX (content, page), step,
                              MAX (page - step, step), page);
}

/* As far as there are rows and columns now, and where what was seen stands among them. */
static void
configure_both (CareTable *self, int width, int height)
{
  configure (self, GTK_ORIENTATION_HORIZONTAL, CARE_TABLE_EDGE (self, self->columns->len), width, width / 10);
  configure (self, GTK_ORIENTATION_VERTICAL, (double) care_table_count (self) * self->row_height,
             MAX (height - self->head_height, self->row_height), self->row_height);
  self->shift = 0;
}

/* GTK insists on being asked before it is told. */
void
care_table_put (GtkWidget *widget, const GtkAllocation *place)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, place, -1);
}

/* A line out of sight that is kept, as it has the focus, waits beside the viewport. */
static void
place_lines (CareTable *self, int width, int height)
{
  int top = self->head_height - care_table_get_offset (self, GTK_ORIENTATION_VERTICAL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      CareTableLine *line = g_ptr_array_index (self->lines, i);
      double y = top + (double) line->row * self->row_height;

      if (line->item == NULL)
        continue;
      care_table_put (GTK_WIDGET (line),
                      &(GtkAllocation){ 0, (int) CLAMP (y, -2 * self->row_height, height + self->row_height), width,
                                        self->row_height });
      care_table_line_place_cells (line, self->row_height - 1);
    }
}

static gboolean
update (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CareTable *self = CARE_TABLE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  self->tick = 0;
  if (self->columns->len == 0 || height == 0)
    return G_SOURCE_REMOVE;
  measure_all (self);
  care_table_catch_up (self);
  configure_both (self, width, height);
  self->width = width;
  self->height = height;
  care_table_bind_lines (self);
  care_table_show_heads (self);
  care_table_show_problem (self);
  gtk_widget_set_child_visible (self->perch, TRUE);
  return G_SOURCE_REMOVE;
}

/* Has what is to be seen be there in the next frame. */
void
care_table_update (CareTable *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update, NULL, NULL);
}

void
care_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CareTable *self = CARE_TABLE (widget);

  if (width != self->width || height != self->height || self->row_height == 0)
    care_table_update (self);
  if (self->row_height == 0)
    return;
  place_lines (self, width, height);
  care_table_place_heads (self);
  care_table_place_over (self);
}

static void
reach (GtkAdjustment *adjustment, double start, double end, double covered)
{
  double value = gtk_adjustment_get_value (adjustment);

  value = MAX (value, end - gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, MIN (value, start - covered));
}

/* Scrolls as far as is needed to see a cell, which may be in a row that has just come. */
void
care_table_reach (CareTable *self, guint row, guint column)
{
  gboolean stays = self->row_height != 0 && care_table_first_stays (self);
  int x, width, first, first_width;

  if (self->row_height == 0 || self->adjustments[GTK_ORIENTATION_VERTICAL] == NULL)
    return;
  configure_both (self, self->width, self->height);
  get_column (self, 0, &first, &first_width);
  get_column (self, column, &x, &width);
  reach (self->adjustments[GTK_ORIENTATION_VERTICAL], (double) row * self->row_height,
         ((double) row + 1) * self->row_height, 0);
  if (column > 0 || !stays)
    reach (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x, x + width, stays ? first_width : 0);
  else
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0);
}

static gboolean
hit_column (CareTable *self, double x, guint *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkAllocation place;
      gboolean is_seen;

      /* The first one is over those that are scrolled below it. */
      care_table_place_column (self, i, &place, &is_seen);
      *column = i;
      if (is_seen && x >= place.x && x < place.x + place.width)
        return TRUE;
    }
  return FALSE;
}

/* Finds the column whose heading is at a point of the viewport; %FALSE: there is none. */
gboolean
care_table_hit_head (CareTable *self, double x, double y, guint *column)
{
  return self->row_height != 0 && y >= 0 && y < self->head_height && hit_column (self, x, column);
}

/* Finds the cell at a point of the viewport; %FALSE: there is none. */
gboolean
care_table_hit (CareTable *self, double x, double y, guint *row, guint *column)
{
  double below = y - self->head_height + care_table_get_offset (self, GTK_ORIENTATION_VERTICAL);

  if (self->row_height == 0 || y < self->head_height || below / self->row_height >= care_table_count (self))
    return FALSE;
  *row = (guint) (below / self->row_height);
  return hit_column (self, x, column);
}
