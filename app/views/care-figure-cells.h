/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of the table of figures say: a column for every field, and one for the sources. */

#pragma once

#include "care-library.h"
#include "care-table.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* of the field; or "sources" */
  guint chars;      /* how wide it is, in letters */
  gboolean is_usual; /* shown until a person chooses otherwise */
} CareFigureColumn;

const CareFigureColumn *care_figure_cells_columns (guint *n_columns);
const CareField *care_figure_cells_field (guint column);
const char *care_figure_cells_label (guint column);
gboolean care_figure_cells_describe (CareLibrary *library, CareRecord *figure, guint column, const CareNumberStyle *numbers,
                                     gboolean can_read, CareTableText *text);
char *care_figure_cells_say_doubts (CareLibrary *library, CareRecord *figure);
char *care_figure_cells_name (CareLibrary *library, CareRecord *figure, const CareNumberStyle *numbers);

G_END_DECLS
