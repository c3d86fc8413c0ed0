/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-history-table.h"

#include "care-statement.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of an entry besides what was changed and its sentence, in bytes. */
#define REST_OF_ROW 1024

#define COLUMNS "id, kind, target, sentence, author, done, undone"

/* A stranger's file may hold any bytes. */
static char *
read_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return g_utf8_make_valid (text == NULL ? "" : text, -1);
}

static CareHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  CareHistoryEntry *entry = g_new0 (CareHistoryEntry, 1);
  int undone = sqlite3_column_int (statement, 6);

  entry->id = sqlite3_column_int64 (statement, 0);
  entry->kind = care_history_kind_from_word ((const char *) sqlite3_column_text (statement, 1));
  entry->target = sqlite3_column_int64 (statement, 2);
  entry->sentence = read_text (statement, 3);
  entry->author = read_text (statement, 4);
  entry->done = read_text (statement, 5);
  entry->state = undone == 0 ? CARE_HISTORY_DONE : undone > 0 ? CARE_HISTORY_UNDONE : CARE_HISTORY_ABANDONED;
  return entry;
}

/* Runs @statement for one row, or for none where there is none. */
static CareHistoryEntry *
find_one (CareStatement *statement, GError **error)
{
  return care_statement_step (statement, error) ? read_entry (statement) : NULL;
}

/* What is too long for SQLite to bind would be missing, which it would take for
 * something else. A row is one value to it, so that the rest must have room too. */
static gboolean
check_length (sqlite3 *db, const char *sentence, gsize length, GError **error)
{
  gsize most = (gsize) sqlite3_limit (db, SQLITE_LIMIT_LENGTH, -1);

  if (length + strlen (sentence) + REST_OF_ROW <= most)
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_TOO_LARGE,
               _ ("This changes more than a library can take in at once; do it in parts"));
  return FALSE;
}

/* Adds an entry at the end, in the transaction that does what it tells of. */
gboolean
care_history_add (sqlite3 *db, const CareHistoryEntry *entry, GBytes *changeset, guint n_deleted, GError **error)
{
  g_autoptr (CareStatement) statement
    = care_statement_get (db,
               "INSERT INTO history (id, place, kind, target, sentence, author, done, undone, changeset, deletes)"
               " VALUES (?1, (SELECT ifnull (max (place), 0) + 1 FROM history), ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8)",
               error);
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);

  if (statement == NULL || !check_length (db, entry->sentence, length, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->id);
  sqlite3_bind_text (statement, 2, care_history_kind_word (entry->kind), -1, SQLITE_STATIC);
  if (entry->target != 0)
    sqlite3_bind_int64 (statement, 3, entry->target);
  sqlite3_bind_text (statement, 4, entry->sentence, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, entry->author, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, entry->done, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 7, length == 0 ? "" : data, length, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 8, n_deleted);
  return care_statement_run (statement, error);
}

/* Whether the act with @id stands and nothing has been done since. */
gboolean
care_history_is_last (sqlite3 *db, CareId id)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    db, "SELECT 1 FROM history WHERE id = ?1 AND kind = 'act' AND undone = 0 AND place = (SELECT max (place) FROM history)",
    NULL);
  gboolean last = FALSE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return care_statement_exists (statement, &last, NULL) && last;
}

/* The last act has gone on and has @new_id: @changeset is all of it. One that took
 * back what it did is no act. */
gboolean
care_history_extend (sqlite3 *db, CareId id, CareId new_id, const char *done, GBytes *changeset, guint n_deleted,
                     GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (changeset, &length);
  g_autoptr (CareStatement) statement = care_statement_get (
    db,
    length == 0 ? "DELETE FROM history WHERE id = ?1"
                : "UPDATE history SET id = ?5, done = ?2, changeset = ?3, deletes = ?4 WHERE id = ?1",
    error);

  if (statement == NULL || !check_length (db, "", length, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (length > 0)
    {
      sqlite3_bind_text (statement, 2, done, -1, SQLITE_STATIC);
      sqlite3_bind_blob64 (statement, 3, data, length, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 4, n_deleted);
      sqlite3_bind_int64 (statement, 5, new_id);
    }
  return care_statement_run (statement, error);
}

/* Takes the rows of @statement. */
static GPtrArray *
read_entries (CareStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) care_history_entry_free);
  g_autoptr (GError) reason = NULL;

  while (care_statement_step (statement, &reason))
    g_ptr_array_add (entries, read_entry (statement));
  if (reason == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static GPtrArray *
list_newest (sqlite3 *db, const char *query, guint limit, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (db, query, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit);
  return read_entries (statement, error);
}

/* (transfer full) (element-type CareHistoryEntry): the newest @limit, newest first. */
GPtrArray *
care_history_list (sqlite3 *db, guint limit, GError **error)
{
  return list_newest (db, "SELECT " COLUMNS " FROM history ORDER BY place DESC LIMIT ?1", limit, error);
}

/* As care_history_list(), without what only undid or redid an act. */
GPtrArray *
care_history_list_acts (sqlite3 *db, guint limit, GError **error)
{
  return list_newest (db, "SELECT " COLUMNS " FROM history WHERE kind = 'act' ORDER BY place DESC LIMIT ?1", limit,
                      error);
}

/* (transfer full) (element-type CareHistoryEntry): the acts that stand and took
 * records out, newest first. */
GPtrArray *
care_history_list_deletions (sqlite3 *db, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    db, "SELECT " COLUMNS " FROM history WHERE deletes > 0 AND kind = 'act' AND undone = 0 ORDER BY place DESC",
    error);

  return statement == NULL ? NULL : read_entries (statement, error);
}

/* (transfer full) (nullable): sets @error only where there is none for another reason. */
CareHistoryEntry *
care_history_find (sqlite3 *db, CareId id, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (db, "SELECT " COLUMNS " FROM history WHERE id = ?1", error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  return find_one (statement, error);
}

CareHistoryEntry *
care_history_find_first (sqlite3 *db, GError **error)
{
  g_autoptr (CareStatement) statement
    = care_statement_get (db, "SELECT " COLUMNS " FROM history ORDER BY place LIMIT 1", error);

  return statement == NULL ? NULL : find_one (statement, error);
}

/* The last act that stands. */
CareHistoryEntry *
care_history_find_undoable (sqlite3 *db, GError **error)
{
  g_autoptr (CareStatement) statement
    = care_statement_get (db,
               "SELECT " COLUMNS " FROM history WHERE kind = 'act' AND undone = 0 ORDER BY place DESC LIMIT 1",
               error);

  return statement == NULL ? NULL : find_one (statement, error);
}

/* The act that was undone last. */
CareHistoryEntry *
care_history_find_redoable (sqlite3 *db, GError **error)
{
  g_autoptr (CareStatement) statement
    = care_statement_get (db, "SELECT " COLUMNS " FROM history WHERE undone > 0 ORDER BY undone DESC LIMIT 1", error);

  return statement == NULL ? NULL : find_one (statement, error);
}

/* (transfer full) (nullable): what an act changed. */
GBytes *
care_history_get_changeset (sqlite3 *db, CareId id, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (db, "SELECT changeset FROM history WHERE id = ?1", error);
  int code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  if (code == SQLITE_DONE)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD, _ ("There is no such act in the history"));
  else
    care_database_set_error (db, code, error);
  return NULL;
}

/* Marks an act as undone, later than any other, or as standing again. */
gboolean
care_history_mark (sqlite3 *db, CareId id, CareHistoryState state, GError **error)
{
  g_autoptr (CareStatement) statement
    = care_statement_get (db,
               state == CARE_HISTORY_DONE
                 ? "UPDATE history SET undone = 0 WHERE id = ?1"
                 : "UPDATE history SET undone = (SELECT ifnull (max (undone), 0) + 1 FROM history WHERE undone > 0)"
                   " WHERE id = ?1",
               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return care_statement_run (statement, error);
}

/* Something new is done: what was undone can no longer be redone. */
gboolean
care_history_abandon_undone (sqlite3 *db, GError **error)
{
  return care_database_exec (db, "UPDATE history SET undone = -1 WHERE undone > 0", error);
}
