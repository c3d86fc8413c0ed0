/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a few fields of many records, a piece at a time, so that whoever writes meanwhile waits
 * for a piece only. No record becomes an object. */

#include "care-timeline-records.h"

#include "care-library-private.h"
#include "care-statement.h"
#include "care-timeline-facts.h"

/* Rows that are read while the library is held: about a thousandth of a second. */
#define PIECE 500

/* (transfer full): what reads the rows of @read after an id. */
static char *
write_sql (const CareTimelineRead *read)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; read->fields[i] != NULL; i++)
    g_string_append_printf (sql, ", \"%s\"", read->fields[i]);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id > ?1 ORDER BY id LIMIT %d", read->kind, PIECE);
  return g_string_free (sql, FALSE);
}

static void
add_row (CareTimelineFacts *facts, guint read, const gboolean *refers, sqlite3_stmt *row)
{
  CareTimelineCell cells[CARE_TIMELINE_MAX_FIELDS] = { { NULL, 0 } };
  int n_cells = sqlite3_column_count (row) - 1;

  for (int i = 0; i < n_cells; i++)
    if (refers[i])
      cells[i].id = sqlite3_column_int64 (row, i + 1);
    else
      cells[i].text = (const char *) sqlite3_column_text (row, i + 1);
  care_timeline_facts_add (facts, read, sqlite3_column_int64 (row, 0), cells);
}

/* Reads rows with ids above *@last, which then is the last of them; returns how many. */
static guint
read_piece (CareLibrary *library, const char *sql, CareTimelineFacts *facts, guint read, const gboolean *refers,
            CareId *last, GError **error)
{
  CareStatement *statement;
  guint n_rows = 0;

  g_rec_mutex_lock (&library->lock);
  statement = care_statement_get (library->db, sql, error);
  if (statement != NULL)
    {
      care_statement_bind_id (statement, 1, *last);
      for (; care_statement_step (statement, error); n_rows++)
        {
          *last = sqlite3_column_int64 (statement, 0);
          add_row (facts, read, refers, statement);
        }
      care_statement_done (statement);
    }
  g_rec_mutex_unlock (&library->lock);
  return n_rows;
}

/* Says which of the fields of @read are references. */
static void
find_references (const CareTimelineRead *read, gboolean *refers)
{
  const CareKind *kind = care_kind_find (read->kind);

  for (guint i = 0; read->fields[i] != NULL; i++)
    refers[i] = care_kind_field (kind, read->fields[i])->type == CARE_FIELD_REFERENCE;
}

static gboolean
read_kind (CareLibrary *library, CareTimelineFacts *facts, const CareTimelineRead *reads, guint read,
           GCancellable *cancellable, GError **error)
{
  g_autofree char *sql = write_sql (&reads[read]);
  g_autoptr (GError) reason = NULL;
  gboolean refers[CARE_TIMELINE_MAX_FIELDS];
  CareId last = 0;
  guint n_rows;

  find_references (&reads[read], refers);
  do
    {
      n_rows = read_piece (library, sql, facts, read, refers, &last, &reason);
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
 * care_timeline_records_read:
 * @library: a library
 * @as_of: the day that is looked from
 * @today: the day that it is
 * @cancellable: (nullable): ends it early
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Reads what is in the file, in any thread.
 *
 * Returns: (transfer full) (nullable): what was known on @as_of.
 */
CareTimelineContent *
care_timeline_records_read (CareLibrary *library, CareDay as_of, CareDay today, GCancellable *cancellable, GError **error)
{
  g_autoptr (CareTimelineFacts) facts = care_timeline_facts_new ();
  const CareTimelineRead *reads;
  guint n_reads;

  reads = care_timeline_facts_get_reads (&n_reads);
  for (guint read = 0; read < n_reads; read++)
    if (!read_kind (library, facts, reads, read, cancellable, error))
      return NULL;
  return care_timeline_facts_take_content (g_steal_pointer (&facts), as_of, today);
}

static GPtrArray *
list_children (gpointer data, const char *kind, const char *field, CareId id)
{
  return care_library_children (data, kind, field, id);
}

/**
 * care_timeline_records_ask:
 * @library: a library, which is not held
 * @as_of: the day that is looked from
 * @today: the day that it is
 *
 * Returns: what care_timeline_say() and its like find the records of @library with, in the
 *   main thread.
 */
CareTimelineAsk
care_timeline_records_ask (CareLibrary *library, CareDay as_of, CareDay today)
{
  return (CareTimelineAsk){ care_library_lookup, list_children, library, as_of, today };
}
