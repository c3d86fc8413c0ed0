/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of comma-separated values, as RFC 4180 has them and spreadsheets write
 * them: with or without a byte order mark, lines ended in any way. */

#pragma once

#include "care-problem.h"

G_BEGIN_DECLS

/* No file, cell or row larger than this is read, and no more rows. */
#define CARE_CSV_MAX_BYTES (64 * 1024 * 1024)
#define CARE_CSV_MAX_CELL_BYTES (1024 * 1024)
#define CARE_CSV_MAX_CELLS 1000
#define CARE_CSV_MAX_ROWS 1000000

typedef struct
{
  char **cells; /* which may be changed, but not kept */
  guint n_cells;
  guint line; /* that the row begins on, from 1 */
} CareCsvRow;

/* Returns FALSE to read no further. */
typedef gboolean (*CareCsvRowFunc) (const CareCsvRow *row, gpointer data);

gboolean care_csv_read (GBytes *bytes, CareCsvRowFunc function, gpointer data, CareProblem **problem,
                        GError **error);

G_END_DECLS
