/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-matrix.h"

G_BEGIN_DECLS

/* A child and where it is in all that can be scrolled. */
typedef struct
{
  GtkWidget *widget;
  GtkAllocation place;
} CareMatrixPart;

typedef struct
{
  CareMatrixPart part;
  guint row;
  guint column;
} CareMatrixCell;

struct _CareMatrix
{
  GtkWidget parent_instance;

  GArray *headings; /* CareMatrixPart, one a column */
  GArray *names;    /* CareMatrixPart, one a row */
  GArray *cells;    /* CareMatrixCell, a button each, row by row */
  CareMatrixPart corner;
  CareMatrixPart previous; /* where one row is shown: to the one before */
  CareMatrixPart next;

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
  int width;  /* of all that can be scrolled */
  int height;
  int start; /* width of what stays in sight at its side */
  int top;   /* height of what stays in sight above */

  gboolean is_narrow;
  guint row;    /* that is shown where there is room for one */
  int current;  /* cell that Tab enters at, or -1 */
  int selected; /* cell, or -1 */
};

#define CARE_MATRIX_PART(array, index) (&g_array_index (array, CareMatrixPart, index))
#define CARE_MATRIX_CELL(self, index) (&g_array_index ((self)->cells, CareMatrixCell, index))

/* care-matrix-place.c */
void care_matrix_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline);
void care_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void care_matrix_show_cell (CareMatrix *self, guint index);

/* care-matrix-keys.c */
void care_matrix_install_keys (GtkWidgetClass *widget_class);
gboolean care_matrix_focus (GtkWidget *widget, GtkDirectionType direction);
void care_matrix_follow_focus (CareMatrix *self, GtkWidget *child);
void care_matrix_show_row (CareMatrix *self, guint row);

G_END_DECLS
