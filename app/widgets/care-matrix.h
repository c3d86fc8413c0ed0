/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of buttons whose headings stay in sight while it is scrolled. The arrow keys
 * go from button to button and Tab leaves. Where there is no room for columns it shows
 * one row at a time, with its columns below each other. */

#pragma once

#include "care-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_MATRIX (care_matrix_get_type ())
G_DECLARE_FINAL_TYPE (CareMatrix, care_matrix, CARE, MATRIX, GtkWidget)

GtkWidget *care_matrix_new (const char *label);
void care_matrix_clear (CareMatrix *self);
void care_matrix_add_column (CareMatrix *self, const char *heading);
void care_matrix_add_row (CareMatrix *self, const char *heading, const CareColour *swatch);
guint care_matrix_add (CareMatrix *self, guint row, guint column, const char *text, const char *note,
                       const char *sentence);
GtkWidget *care_matrix_get_button (CareMatrix *self, guint index);
void care_matrix_select (CareMatrix *self, int index);
gboolean care_matrix_is_narrow (CareMatrix *self);

G_END_DECLS
