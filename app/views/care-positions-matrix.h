/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The positions of a library as a table of parties by themes that follows them. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_POSITIONS_MATRIX (care_positions_matrix_get_type ())
G_DECLARE_FINAL_TYPE (CarePositionsMatrix, care_positions_matrix, CARE, POSITIONS_MATRIX, GtkWidget)

GtkWidget *care_positions_matrix_new (void);
void care_positions_matrix_set_library (CarePositionsMatrix *self, CareLibrary *library);

G_END_DECLS
