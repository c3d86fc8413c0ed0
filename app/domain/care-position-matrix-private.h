/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-position-matrix.h"

G_BEGIN_DECLS

struct _CarePositionMatrix
{
  GPtrArray *actors; /* CareRecord, in the declared order */
  GPtrArray *themes; /* CareRecord, or NULL for positions without one */
  GArray *cells;     /* CarePositionCell, row by row */
  GHashTable *printed; /* ids of the positions that a briefing prints; NULL: it is about none */
};

typedef struct
{
  GPtrArray *positions; /* CareMatrixPosition */
  CareRecord *pledge; /* the last one on it, or NULL */
} CarePositionCell;

GPtrArray *care_position_matrix_pick (GPtrArray *records, const char *kind);
guint care_position_matrix_find_column (CarePositionMatrix *self, CareRecord *record);

/* care-position-matrix-cell.c */
void care_position_matrix_fill (CarePositionMatrix *self, GPtrArray *records, GPtrArray *positions);
CarePositionCell *care_position_matrix_get_cell (CarePositionMatrix *self, guint row, guint column);

/* care-position-matrix-words.c */
char *care_position_matrix_describe (CarePositionMatrix *self, const CareMatrixPosition *made, GPtrArray *versions);

G_END_DECLS
