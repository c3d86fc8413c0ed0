/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the timeline a search finds. */

#include "care-timeline-records.h"

#include "care-library-private.h"
#include "care-search-query.h"
#include "care-statement.h"

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
