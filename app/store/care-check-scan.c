/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What checks compare a briefing with is looked for among all figures, people and Acts of
 * the library, which takes long where they are many: in any thread, a few at a time, so
 * that whoever reads meanwhile waits for a few only. */

#include "care-check-scan.h"

#include "care-gather.h"
#include "care-library-private.h"
#include "care-statement.h"
#include "care-written.h"

/* That are read while the library is held. */
#define FEW 256

typedef struct
{
  CareId id;
  char *value;   /* or NULL */
  CareId record; /* that it is of */
} Row;

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->value);
}

/* Whether a row, of an id and a value, is wanted. */
typedef gboolean (*IsWanted) (CareWritten *written, const char *value);

/* Among which it is looked; the statement takes what was the last id, and how many rows it
 * gives at most: an id, a value, and the record that is gathered. */
static const struct
{
  const char *kind;
  const char *sql;
  IsWanted is_wanted; /* NULL: each is */
} lists[] = {
  { "figure", "SELECT id, value, id FROM figure WHERE value IS NOT NULL AND id > ? ORDER BY id LIMIT ?",
    care_written_takes_quantity },
  { "person", "SELECT id, coalesce (family_name, name), id FROM person WHERE id > ? ORDER BY id LIMIT ?",
    care_written_has_words },
  { "actor", "SELECT id, NULL, id FROM actor WHERE id > ? AND kind = 'party' AND (id IN (SELECT actor FROM position)"
             " OR id IN (SELECT actor FROM pledge)) ORDER BY id LIMIT ?", NULL },
  { "legislation", "SELECT id, title, id FROM legislation WHERE id > ? ORDER BY id LIMIT ?", care_written_has_words },
  { "legislation", "SELECT id, name, legislation FROM alias WHERE legislation IS NOT NULL AND id > ? ORDER BY id LIMIT ?",
    care_written_has_words },
};

struct _CareCheckScan
{
  CareGathering gathering;
  CareRecord *briefing;
  CareWritten written;
  GArray *found[G_N_ELEMENTS (lists)]; /* of CareId */
  GError *error; /* what could not be read, or NULL */
};

/* Holds the library while it reads; returns whether there may be more. */
static gboolean
read_few (CareCheckScan *self, const char *sql, CareId after, GArray *rows)
{
  CareLibrary *library = self->gathering.library;
  CareStatement *statement;

  g_array_set_size (rows, 0);
  g_rec_mutex_lock (&library->lock);
  statement = care_statement_get (library->db, sql, &self->error);
  if (statement != NULL)
    {
      care_statement_bind_id (statement, 1, after);
      care_statement_bind_id (statement, 2, FEW);
    }
  while (statement != NULL && care_statement_step (statement, &self->error))
    {
      Row row = { sqlite3_column_int64 (statement, 0), g_strdup ((const char *) sqlite3_column_text (statement, 1)),
                  sqlite3_column_int64 (statement, 2) };

      g_array_append_val (rows, row);
    }
  if (statement != NULL)
    care_statement_done (statement);
  g_rec_mutex_unlock (&library->lock);
  return self->error == NULL && rows->len == FEW;
}

static void
scan_list (CareCheckScan *self, guint list, GCancellable *cancellable)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  gboolean more = self->error == NULL;
  CareId last = 0;

  g_array_set_clear_func (rows, row_clear);
  while (more && !g_cancellable_is_cancelled (cancellable))
    {
      more = read_few (self, lists[list].sql, last, rows);
      for (guint i = 0; i < rows->len; i++)
        {
          const Row *row = &g_array_index (rows, Row, i);

          last = row->id;
          if (lists[list].is_wanted == NULL || lists[list].is_wanted (&self->written, row->value))
            g_array_append_val (self->found[list], row->record);
        }
    }
}

/* (transfer full): of @library, with nothing gathered yet. */
static CareCheckScan *
scan_new (CareLibrary *library)
{
  CareCheckScan *self = g_new0 (CareCheckScan, 1);

  care_gathering_init (&self->gathering, g_object_ref (library));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    self->found[i] = g_array_new (FALSE, FALSE, sizeof (CareId));
  return self;
}

/* @briefing: has been gathered with all that it shows. */
static void
scan_begin (CareCheckScan *self, CareRecord *briefing)
{
  self->briefing = briefing;
  care_written_init (&self->written, self->gathering.records);
}

/**
 * care_check_scan_new:
 * @library: a library, which is held
 * @briefing: the id of a briefing
 * @error: return location for a #CareStoreError
 *
 * Reads the briefing. In the main thread.
 *
 * Returns: (transfer full) (nullable): what care_check_scan_run() looks for.
 */
CareCheckScan *
care_check_scan_new (CareLibrary *library, CareId briefing, GError **error)
{
  g_autoptr (CareCheckScan) self = scan_new (library);
  CareRecord *record = care_gathering_begin (&self->gathering, briefing, error);

  if (record == NULL)
    return NULL;
  scan_begin (self, record);
  return g_steal_pointer (&self);
}

/**
 * care_check_scan_new_async:
 * @library: a library
 * @briefing: the id of a briefing
 * @cancellable: (nullable): ends it early
 * @callback: called when the briefing has been read
 * @data: for @callback
 *
 * As care_check_scan_new(), a few records at a time, so that nobody waits.
 */
void
care_check_scan_new_async (CareLibrary *library, CareId briefing, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  care_gather_async (library, briefing, cancellable, callback, data);
}

/**
 * care_check_scan_new_finish:
 * @result: what the callback was given
 * @snapshot: (out) (optional) (transfer full): the briefing as it stands, as
 *   care_library_snapshot() gives it
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what care_check_scan_run() looks for.
 */
CareCheckScan *
care_check_scan_new_finish (GAsyncResult *result, CareSnapshot **snapshot, GError **error)
{
  CareGathering *gathering = care_gather_finish (result, error);
  CareCheckScan *self;

  if (gathering == NULL)
    return NULL;
  self = scan_new (gathering->library);
  care_gathering_clear (&self->gathering);
  self->gathering = *gathering;
  g_free (gathering);
  scan_begin (self, g_ptr_array_index (self->gathering.records, 0));
  if (snapshot != NULL)
    *snapshot = care_snapshot_new (self->briefing, self->gathering.records);
  return self;
}

/**
 * care_check_scan_run:
 * @self: a scan, which nobody else uses meanwhile
 * @cancellable: (nullable): ends it early
 *
 * Goes through the library, in any thread.
 */
void
care_check_scan_run (CareCheckScan *self, GCancellable *cancellable)
{
  care_written_read (&self->written);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    scan_list (self, i, cancellable);
}

/* What says something of a figure gathered: that it restates another, or disagrees. */
static void
gather_about_figures (CareGathering *g)
{
  static const struct
  {
    const char *kind;
    const char *field;
    const char *of;
  } users[] = {
    { "link", "from_figure", NULL }, { "link", "to_figure", NULL }, { "contradiction_item", "figure", "contradiction" },
  };
  guint n_records = g->records->len;

  for (guint i = 0; i < n_records; i++)
    for (guint u = 0; u < G_N_ELEMENTS (users) && care_record_is (g_ptr_array_index (g->records, i), "figure"); u++)
      {
        g_autoptr (GPtrArray) found = care_library_children (g->library, users[u].kind, users[u].field,
                                                             care_record_get_id (g_ptr_array_index (g->records, i)));

        for (guint n = 0; n < found->len; n++)
          care_gathering_add (g, g_ptr_array_index (found, n));
      }
}

/**
 * care_check_scan_finish:
 * @self: a scan that has been run
 *
 * Reads what was found. In the main thread.
 *
 * Returns: (transfer full): what care_library_snapshot_to_check() does.
 */
CareSnapshot *
care_check_scan_finish (CareCheckScan *self)
{
  CareGathering *g = &self->gathering;

  care_library_report_taken (g->library, g_steal_pointer (&self->error));
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < self->found[list]->len; i++)
      care_gathering_add (g, care_library_find (g->library, lists[list].kind, g_array_index (self->found[list], CareId, i)));
  gather_about_figures (g);
  care_gathering_complete (g);
  return care_snapshot_new (self->briefing, g->records);
}

/**
 * care_check_scan_free:
 * @self: (transfer full): a scan
 *
 * In the main thread.
 */
void
care_check_scan_free (CareCheckScan *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_array_unref (self->found[i]);
  g_clear_error (&self->error);
  care_written_clear (&self->written);
  g_object_unref (self->gathering.library);
  care_gathering_clear (&self->gathering);
  g_free (self);
}

/**
 * care_library_snapshot_to_check:
 * @self: a library
 * @briefing: the id of a briefing
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): as care_library_snapshot(), and with what checks
 *   compare it with: figures, people and Acts that its texts say without naming the record,
 *   the parties that the library has a position or pledge of, and what is recorded of
 *   the figures' relations.
 */
CareSnapshot *
care_library_snapshot_to_check (CareLibrary *self, CareId briefing, GError **error)
{
  g_autoptr (CareCheckScan) scan = care_check_scan_new (self, briefing, error);

  if (scan == NULL)
    return NULL;
  care_check_scan_run (scan, NULL);
  return care_check_scan_finish (scan);
}
