/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-csv.h"

#include "care-copied-cell.h"

#include <csv.h>
#include <string.h>

static void
append_cell (GString *csv, const char *cell)
{
  g_autofree char *text = g_strconcat (care_copied_cell_is_computed (cell) ? "'" : "", cell, NULL);
  gsize length = strlen (text);
  gsize size = csv_write (NULL, 0, text, length);
  gsize at = csv->len;

  g_string_set_size (csv, at + size);
  csv_write (csv->str + at, size, text, length);
}

/**
 * care_csv_append_row:
 * @csv: what has been written so far
 * @cells: (array zero-terminated=1): the texts of a row
 *
 * Appends a row, every cell in quotation marks. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
void
care_csv_append_row (GString *csv, const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_cell (csv, cells[i]);
    }
  g_string_append (csv, "\r\n");
}

/**
 * care_csv_plain:
 * @cell: the text of a cell
 *
 * Returns: (transfer none): @cell without the apostrophe that
 *   care_csv_append_row() put before it.
 */
const char *
care_csv_plain (const char *cell)
{
  return cell[0] == '\'' && care_copied_cell_is_computed (cell + 1) ? cell + 1 : cell;
}
