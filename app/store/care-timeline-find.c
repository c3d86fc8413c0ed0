/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the timeline a search finds. */

#include "care-timeline-records.h"

#include "care-library-private.h"
#include "care-search-query.h"
#include "care-statement.h"

typedef struct
{
  CareLibrary *library; /* held in the main thread */
  char *typed;
} Finding;

/* Each row is what is found, and for a deadline the pledge and the limb that it is of. */
static char *
write_sql (const CareSearchQuery *query)
{
  return g_strdup_printf ("SELECT c.record, c.kind, d.pledge, d.limb FROM catalogue AS c"
                          " LEFT JOIN deadline AS d ON c.kind = 'deadline' AND d.id = c.record"
                          " WHERE c.kind IN ('pledge', 'limb', 'deadline', 'milestone', 'position', 'position_version', 'event')%s%s",
                          query->match == NULL ? " AND ?1 IS NULL"
                                               : " AND +c.entry IN (SELECT rowid FROM search WHERE search MATCH ?1)",
                          query->where->str);
}

/* A limb that is found has its pledge with it only where that is found itself. */
static void
add_row (CareTimelineFound *found, sqlite3_stmt *row)
{
  care_timeline_found_add (found, (const char *) sqlite3_column_text (row, 1), sqlite3_column_int64 (row, 0));
  if (sqlite3_column_int64 (row, 3) != 0)
    care_timeline_found_add (found, "limb", sqlite3_column_int64 (row, 3));
  else if (sqlite3_column_int64 (row, 2) != 0)
    care_timeline_found_add (found, "pledge", sqlite3_column_int64 (row, 2));
}

static gboolean
read_found (CareLibrary *library, const char *typed, CareTimelineFound *found, GError **error)
{
  g_autoptr (CareSearchQuery) query = care_search_query_new (library->db, typed, error);
  g_autofree char *sql = query == NULL ? NULL : write_sql (query);
  g_autoptr (sqlite3_stmt) statement = sql == NULL ? NULL : care_search_query_prepare (query, library->db, sql, error);
  g_autoptr (GError) reason = NULL;

  if (statement == NULL)
    return FALSE;
  if (query->match != NULL)
    care_statement_bind_text (statement, 1, query->match);
  while (care_statement_step (statement, &reason))
    add_row (found, statement);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * care_timeline_records_find:
 * @library: a library
 * @typed: what is searched for, as care_library_search() takes it
 * @error: return location for a #CareStoreError
 *
 * In any thread.
 *
 * Returns: (transfer full) (nullable): all that it finds of what the timeline shows.
 */
CareTimelineFound *
care_timeline_records_find (CareLibrary *library, const char *typed, GError **error)
{
  g_autoptr (CareTimelineFound) found = care_timeline_found_new ();
  gboolean read;

  g_rec_mutex_lock (&library->lock);
  read = read_found (library, typed, found, error);
  g_rec_mutex_unlock (&library->lock);
  return read ? g_steal_pointer (&found) : NULL;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Finding *finding = data;
  GError *error = NULL;
  CareTimelineFound *found = care_timeline_records_find (finding->library, finding->typed, &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, (GDestroyNotify) care_timeline_found_free);
}

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_clear_object (&finding->library);
  g_free (finding->typed);
  g_free (finding);
}

/**
 * care_timeline_records_find_async:
 * @library: a library
 * @typed: what is searched for
 * @cancellable: (nullable): that nobody waits any more
 * @callback: called with what care_timeline_records_find_finish() takes
 * @data: for @callback
 *
 * As care_timeline_records_find(), without anybody waiting.
 */
void
care_timeline_records_find_async (CareLibrary *library, const char *typed, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  /* The task does not hold the library, as the thread may be the last to hold the task. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Finding *finding = g_new0 (Finding, 1);

  *finding = (Finding){ g_object_ref (library), g_strdup (typed) };
  g_task_set_task_data (task, finding, finding_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * care_timeline_records_find_finish:
 * @result: what the callback was given; it has to be finished once
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was found.
 */
CareTimelineFound *
care_timeline_records_find_finish (GAsyncResult *result, GError **error)
{
  Finding *finding = g_task_get_task_data (G_TASK (result));

  g_clear_object (&finding->library);
  return g_task_propagate_pointer (G_TASK (result), error);
}
