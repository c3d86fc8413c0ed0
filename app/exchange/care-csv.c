/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-csv.h"

#include <csv.h>
#include <string.h>

/* A spreadsheet computes a text that begins with one of these, and the text may
 * be a stranger's. */
static gboolean
begins_like_a_formula (const char *cell)
{
  return cell[0] != '\0' && strchr ("=+-@\t\r\n", cell[0]) != NULL;
}

/* "-2", "+1,234.5", "-20%": to be read as the number that it is. */
static gboolean
is_signed_number (const char *cell)
{
  gsize digits;

  if (cell[0] != '-' && cell[0] != '+')
    return FALSE;
  digits = strspn (cell + 1, "0123456789,.");
  return digits > 0 && g_ascii_isdigit (cell[1])
         && (cell[1 + digits] == '\0' || strcmp (cell + 1 + digits, "%") == 0);
}

static gboolean
needs_guard (const char *cell)
{
  return begins_like_a_formula (cell) && !is_signed_number (cell);
}

static void
append_cell (GString *csv, const char *cell)
{
  g_autofree char *text = g_strconcat (needs_guard (cell) ? "'" : "", cell, NULL);
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
  return cell[0] == '\'' && needs_guard (cell + 1) ? cell + 1 : cell;
}
