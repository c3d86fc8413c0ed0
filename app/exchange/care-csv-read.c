/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libcsv is given one line after the other, so that it is always known which
 * line it is at: a quotation mark that nobody closed takes in the lines after
 * it, and only where it began helps to find it. */

#include "care-csv-read.h"

#include "care-exchange-error.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <string.h>

/* libcsv makes room for a cell in steps of this. */
#define BLOCK_BYTES 4096

typedef struct
{
  struct csv_parser parser;
  CareCsvRowFunc function;
  gpointer data;
  GString *text;    /* the cells of the row so far, each ended by a NUL */
  GArray *starts;   /* gsize, where each begins in @text */
  GPtrArray *cells; /* the same as pointers, once the row has ended */
  guint n_rows;
  guint line; /* at hand, from 1 */
  guint row_line;
  guint cell_line; /* that the cell at hand begins on */
  gboolean in_row; /* a cell goes on from one line to the next */
  gboolean stopped;
  CareProblem *problem;
  CareExchangeError code; /* of @problem */
} Reader;

/* Keeps the first. */
static void
fail (Reader *r, CareExchangeError code, guint line, guint column, const char *what)
{
  if (r->problem != NULL)
    return;
  r->problem = care_problem_new (line, column, NULL, what);
  r->code = code;
}

/* Says where the mark is that opens the cell at hand: what closes it may be far
 * below, and is then a mark that opens another cell. */
static void
fail_for_quotation_mark (Reader *r, gboolean at_end)
{
  g_autofree char *what = NULL;

  if (at_end)
    what = g_strdup (_ ("the quotation mark that opens this cell is never closed; close it"));
  else if (r->cell_line == r->line)
    what = g_strdup (_ ("there is a quotation mark in the middle of this cell; put the whole cell in quotation marks, "
                        "and double those within it"));
  else
    what = g_strdup_printf (_ ("the quotation mark that opens this cell is not closed before line %u, where the next "
                               "one is; close it, and double those within the cell"),
                            r->line);
  fail (r, CARE_EXCHANGE_ERROR_SYNTAX, r->cell_line, r->starts->len + 1, what);
}

static void
fail_for_long_cell (Reader *r)
{
  fail (r, CARE_EXCHANGE_ERROR_TOO_LARGE, r->cell_line, r->starts->len + 1,
        _ ("the cell that begins here is longer than 1 MB; shorten it, or close its quotation mark"));
}

static void
take_cell (void *cell, size_t length, void *data)
{
  Reader *r = data;
  gsize start = r->text->len;

  if (r->problem != NULL || r->stopped)
    return;
  if (length > CARE_CSV_MAX_CELL_BYTES)
    {
      fail_for_long_cell (r);
      return;
    }
  if (r->starts->len == CARE_CSV_MAX_CELLS)
    {
      fail (r, CARE_EXCHANGE_ERROR_TOO_LARGE, r->row_line, 0,
            _ ("this row has more than 1,000 cells; leave out what is not needed"));
      return;
    }
  g_array_append_val (r->starts, start);
  g_string_append_len (r->text, cell, (gssize) length);
  g_string_append_c (r->text, '\0');
  r->cell_line = r->line;
}

static void
hand_over (Reader *r)
{
  CareCsvRow row = { .n_cells = r->starts->len, .line = r->row_line };

  g_ptr_array_set_size (r->cells, (int) r->starts->len);
  for (guint i = 0; i < r->starts->len; i++)
    r->cells->pdata[i] = r->text->str + g_array_index (r->starts, gsize, i);
  row.cells = (char **) r->cells->pdata;
  r->stopped = !r->function (&row, r->data);
}

static void
end_row (int last, void *data)
{
  Reader *r = data;

  if (r->problem != NULL || r->stopped)
    return;
  if (r->n_rows++ == CARE_CSV_MAX_ROWS)
    fail (r, CARE_EXCHANGE_ERROR_TOO_LARGE, r->row_line, 0, _ ("there are more than 1,000,000 rows; divide the file"));
  else
    hand_over (r);
  g_string_truncate (r->text, 0);
  g_array_set_size (r->starts, 0);
  r->in_row = FALSE;
}

/* The line break at or after @at, or the end. In pieces, as a file may have only one
 * of the two and many lines. */
static const char *
find_line_break (const char *at, const char *end)
{
  while (at < end)
    {
      gsize n = MIN ((gsize) (end - at), 256);
      const char *feed = memchr (at, '\n', n);
      const char *carriage = memchr (at, '\r', feed == NULL ? n : (gsize) (feed - at));

      if (carriage != NULL || feed != NULL)
        return carriage != NULL ? carriage : feed;
      at += n;
    }
  return end;
}

/* After the end of the line that begins at @at. */
static const char *
find_next_line (const char *at, const char *end)
{
  at = find_line_break (at, end);
  if (at + 1 < end && at[0] == '\r' && at[1] == '\n')
    return at + 2;
  return at < end ? at + 1 : end;
}

/* libcsv passes over lines of nothing. */
static gboolean
is_blank (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r' && line[i] != '\n')
      return FALSE;
  return TRUE;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t';
}

/* Takes the cell that begins at @at. Returns where it ends, before a comma or at
 * @end, or NULL if it takes libcsv to read it. */
static const char *
take_plain_cell (Reader *r, const char *at, const char *end)
{
  gsize n = (gsize) (end - at);
  gboolean quoted = n > 0 && *at == '"';
  const char *stop = quoted ? memchr (at + 1, '"', n - 1) : memchr (at, ',', n);

  if (quoted)
    {
      if (stop == NULL || (stop + 1 < end && stop[1] != ','))
        return NULL;
      take_cell ((void *) (at + 1), (gsize) (stop - at - 1), r);
      return stop + 1;
    }
  if (stop == NULL)
    stop = end;
  if (stop > at && (is_space (*at) || is_space (stop[-1]) || memchr (at, '"', (gsize) (stop - at)) != NULL))
    return NULL;
  take_cell ((void *) at, (gsize) (stop - at), r);
  return stop;
}

/* Reads a row that stands on one line and has nothing about it but commas, and
 * quotation marks around whole cells, as nearly all do: libcsv looks at each byte by
 * itself. Returns whether it is one; if not, none of it is taken. */
static gboolean
take_plain_row (Reader *r, const char *line, gsize length)
{
  const char *end = find_line_break (line, line + length);
  const char *at = take_plain_cell (r, line, end);

  while (at != NULL && at < end)
    at = take_plain_cell (r, at + 1, end);
  if (at != NULL)
    end_row (0, r);
  else if (r->problem == NULL)
    {
      g_string_truncate (r->text, 0);
      g_array_set_size (r->starts, 0);
    }
  return at != NULL || r->problem != NULL;
}

static void
read_line (Reader *r, const char *line, gsize length)
{
  if (!r->in_row && is_blank (line, length))
    return;
  if (!r->in_row)
    r->row_line = r->cell_line = r->line;
  if (!r->in_row && take_plain_row (r, line, length))
    return;
  r->in_row = TRUE;
  if (csv_parse (&r->parser, line, length, take_cell, end_row, r) != length)
    fail_for_quotation_mark (r, FALSE);
  else if (r->parser.entry_pos > CARE_CSV_MAX_CELL_BYTES)
    fail_for_long_cell (r);
}

static void
read_lines (Reader *r, const char *text, gsize length)
{
  const char *end = text + length;
  const char *next;

  for (const char *at = text; at < end && r->problem == NULL && !r->stopped; at = next, r->line++)
    {
      next = find_next_line (at, end);
      read_line (r, at, (gsize) (next - at));
    }
  if (r->problem == NULL && !r->stopped && csv_fini (&r->parser, take_cell, end_row, r) != 0)
    fail_for_quotation_mark (r, TRUE);
}

/* Also for a NUL, which is in every file in UTF-16. */
static gboolean
check_encoding (Reader *r, const char *text, gsize length)
{
  const char *wrong;
  guint line = 1;

  if (g_utf8_validate_len (text, length, &wrong))
    return TRUE;
  for (const char *at = find_next_line (text, text + length); at <= wrong; at = find_next_line (at, text + length))
    line++;
  fail (r, CARE_EXCHANGE_ERROR_SYNTAX, line, 0,
        _ ("this is not text in UTF-8; save the file as “CSV UTF-8” and try again"));
  return FALSE;
}

static void
read_all (Reader *r, const char *text, gsize length)
{
  /* Some spreadsheets begin a file with a byte order mark. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!check_encoding (r, text, length))
    return;
  csv_init (&r->parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_blk_size (&r->parser, BLOCK_BYTES);
  read_lines (r, text, length);
  csv_free (&r->parser);
}

/**
 * care_csv_read:
 * @bytes: a file
 * @function: is called with each row; lines of nothing are none
 * @data: for @function
 * @problem: (out) (transfer full) (nullable): what is wrong with the file and
 *   where, its column being the cell in its row; %NULL if it is too large
 * @error: return location for a #CareExchangeError
 *
 * Reads rows until the file ends or something is wrong with it. Rows before that
 * have been handed over then.
 *
 * Returns: whether the file was read to its end, or as far as @function wanted.
 */
gboolean
care_csv_read (GBytes *bytes, CareCsvRowFunc function, gpointer data, CareProblem **problem, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *description = NULL;
  Reader r = { .function = function, .data = data, .text = text, .starts = starts, .cells = cells, .line = 1 };
  gsize length;
  const char *file = g_bytes_get_data (bytes, &length);

  *problem = NULL;
  if (length > CARE_CSV_MAX_BYTES)
    {
      g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("The file is larger than 64 MB; divide it"));
      return FALSE;
    }
  read_all (&r, file, length);
  if (r.problem == NULL)
    return TRUE;
  description = care_problem_describe (r.problem);
  g_set_error (error, CARE_EXCHANGE_ERROR, r.code, _ ("The file cannot be read: %s"), description);
  *problem = r.problem;
  return FALSE;
}
