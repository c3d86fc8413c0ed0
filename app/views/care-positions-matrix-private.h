/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-positions-matrix.h"

#include "care-matrix.h"

G_BEGIN_DECLS

struct _CarePositionsMatrix
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkDropDown *scope; /* all positions, or the themes of one briefing */
  GArray *briefings;  /* CareId, in the order of the choices after the first */
  CareId briefing;    /* chosen; 0: all */
  GPtrArray *printed; /* of CareRecord: the positions that it prints, or NULL */
  GCancellable *looking; /* for them, or NULL */
  gboolean is_loading;
  GtkWidget *stack; /* the matrix with its note, or why there is none */
  GtkWidget *status;
  GtkWidget *list; /* button that leads to the list */
  CareMatrix *matrix;
  GtkLabel *note;

  CareLibrary *library;
  GArray *shown; /* Shown, one a button */
  gboolean is_stale;
};

void care_positions_matrix_update (CarePositionsMatrix *self);
void care_positions_matrix_refresh (CarePositionsMatrix *self);

/* care-positions-matrix-scope.c */
GtkWidget *care_positions_matrix_make_scope (CarePositionsMatrix *self);
void care_positions_matrix_load_scope (CarePositionsMatrix *self);
void care_positions_matrix_look (CarePositionsMatrix *self);
void care_positions_matrix_stop_looking (CarePositionsMatrix *self);

G_END_DECLS
