/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a piece at a time, so that whoever writes meanwhile waits for a piece only. */

#include "care-rows.h"

#include "care-library-private.h"
#include "care-statement.h"

/* Rows that are read while the library is held: about a thousandth of a second. */
#define PIECE 500

typedef struct
{
  CareLibrary *library;
  char *sql;
  gboolean refers[CARE_CELLS_MAX]; /* which of the fields are references */
  CareRowFunc func;
  gpointer data;
  CareId last; /* read */
} Reading;

/* (transfer full): what reads rows after an id. */
static char *
write_sql (const char *kind, const char *const *fields)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; fields[i] != NULL; i++)
    g_string_append_printf (sql, ", \"%s\"", fields[i]);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id > ?1 ORDER BY id LIMIT %d", kind, PIECE);
  return g_string_free (sql, FALSE);
}

static void
give_row (Reading *self, sqlite3_stmt *row)
{
  CareCell cells[CARE_CELLS_MAX] = { { NULL, 0 } };
  int n_cells = sqlite3_column_count (row) - 1;

  self->last = sqlite3_column_int64 (row, 0);
  for (int i = 0; i < n_cells; i++)
    if (self->refers[i])
      cells[i].id = sqlite3_column_int64 (row, i + 1);
    else
      cells[i].text = (const char *) sqlite3_column_text (row, i + 1);
  self->func (self->last, cells, self->data);
}

/* Reads rows with ids above the last; returns how many. */
static guint
read_piece (Reading *self, GError **error)
{
  CareStatement *statement;
  guint n_rows = 0;

  g_rec_mutex_lock (&self->library->lock);
  statement = care_statement_get (self->library->db, self->sql, error);
  if (statement != NULL)
    {
      care_statement_bind_id (statement, 1, self->last);
      for (; care_statement_step (statement, error); n_rows++)
        give_row (self, statement);
      care_statement_done (statement);
    }
  g_rec_mutex_unlock (&self->library->lock);
  return n_rows;
}

/**
 * care_rows_read:
 * @library: a library
 * @kind: of the records
 * @fields: (array zero-terminated=1): those that are read, at most CARE_CELLS_MAX
 * @func: is called with each row, by ascending id; it must not use @library
 * @data: for @func
 * @cancellable: (nullable): ends it early
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Reads what is in the file, in any thread.
 *
 * Returns: whether all rows were read.
 */
gboolean
care_rows_read (CareLibrary *library, const char *kind, const char *const *fields, CareRowFunc func, gpointer data,
                GCancellable *cancellable, GError **error)
{
  g_autofree char *sql = write_sql (kind, fields);
  g_autoptr (GError) reason = NULL;
  Reading reading = { .library = library, .sql = sql, .func = func, .data = data };
  guint n_rows;

  for (guint i = 0; fields[i] != NULL; i++)
    reading.refers[i] = care_kind_field (care_kind_find (kind), fields[i])->type == CARE_FIELD_REFERENCE;
  do
    {
      n_rows = read_piece (&reading, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  while (n_rows == PIECE);
  return TRUE;
}

/**
 * care_rows_done:
 * @library: a library of which rows were read
 *
 * Frees the pages that were read: what is seen is read again, and is little. In any thread.
 */
void
care_rows_done (CareLibrary *library)
{
  g_rec_mutex_lock (&library->lock);
  sqlite3_db_release_memory (library->db);
  g_rec_mutex_unlock (&library->lock);
}
