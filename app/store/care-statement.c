/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-statement.h"

#include <string.h>

/* SQLite has no place for what belongs to a connection, so it is kept here. */
static GHashTable *caches; /* sqlite3 -> GHashTable of SQL -> sqlite3_stmt */
G_LOCK_DEFINE_STATIC (caches);

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Statements differ in their beginnings, and some are long; they are looked up
 * several times a record. */
static guint
hash_beginning (gconstpointer sql)
{
  const guchar *text = sql;
  gsize length = strnlen (sql, 48);
  guint hash = 5381;

  for (gsize i = 5; i < length; i += 3)
    hash = hash * 33 + text[i];
  return hash;
}

static GHashTable *
find_cache (sqlite3 *db)
{
  GHashTable *cache;

  if (caches == NULL)
    caches = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  cache = g_hash_table_lookup (caches, db);
  if (cache == NULL)
    {
      cache = g_hash_table_new_full (hash_beginning, g_str_equal, g_free, finalize);
      g_hash_table_insert (caches, db, cache);
    }
  return cache;
}

/**
 * care_statement_get:
 * @db: a connection
 * @sql: one statement
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer none) (nullable): @sql, prepared and with nothing bound. It
 *   is in use until care_statement_done(), and cannot be had a second time
 *   meanwhile: collect the rows before doing more with each.
 */
CareStatement *
care_statement_get (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement;
  GHashTable *cache;

  G_LOCK (caches);
  cache = find_cache (db);
  statement = g_hash_table_lookup (cache, sql);
  if (statement == NULL)
    {
      int code = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

      if (code == SQLITE_OK)
        g_hash_table_insert (cache, g_strdup (sql), statement);
      else
        care_database_set_error (db, code, error);
    }
  G_UNLOCK (caches);
  g_assert (statement == NULL || !sqlite3_stmt_busy (statement));
  return statement;
}

/**
 * care_statement_done:
 * @self: a statement of care_statement_get()
 *
 * Ends its use.
 */
void
care_statement_done (CareStatement *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

/* Binds an id. */
void
care_statement_bind_id (CareStatement *self, int index, CareId id)
{
  sqlite3_bind_int64 (self, index, id);
}

/* Binds @text, which must stay valid as long as @self is in use. */
void
care_statement_bind_text (CareStatement *self, int index, const char *text)
{
  sqlite3_bind_text (self, index, text, -1, SQLITE_STATIC);
}

/**
 * care_statement_step:
 * @self: a statement with all bound
 * @error: return location for a #CareStoreError
 *
 * Returns: whether there is a row; %FALSE without @error after the last.
 */
gboolean
care_statement_step (CareStatement *self, GError **error)
{
  int code = sqlite3_step (self);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    care_database_set_error (sqlite3_db_handle (self), code, error);
  return FALSE;
}

/**
 * care_statement_run:
 * @self: a statement that gives no rows, with all bound
 * @error: return location for a #CareStoreError
 *
 * Runs @self and makes it ready to be bound and run again.
 *
 * Returns: whether it was done.
 */
gboolean
care_statement_run (CareStatement *self, GError **error)
{
  int code = sqlite3_step (self);

  if (code != SQLITE_DONE && code != SQLITE_ROW)
    {
      care_database_set_error (sqlite3_db_handle (self), code, error);
      return FALSE;
    }
  sqlite3_reset (self);
  return TRUE;
}

/**
 * care_statement_exists:
 * @self: a query with all bound
 * @exists: (out): whether it gives a row
 * @error: return location for a #CareStoreError
 *
 * Returns: %FALSE if that cannot be told.
 */
gboolean
care_statement_exists (CareStatement *self, gboolean *exists, GError **error)
{
  g_autoptr (GError) reason = NULL;

  *exists = care_statement_step (self, &reason);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * care_statement_list_ids:
 * @self: a query for one id a row, with all bound
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareId): the ids.
 */
GArray *
care_statement_list_ids (CareStatement *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (CareId));
  g_autoptr (GError) reason = NULL;

  while (care_statement_step (self, &reason))
    {
      CareId id = sqlite3_column_int64 (self, 0);
      g_array_append_val (ids, id);
    }
  if (reason == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * care_statements_forget:
 * @db: a connection about to be closed
 *
 * Finalizes every statement kept for it.
 */
void
care_statements_forget (sqlite3 *db)
{
  G_LOCK (caches);
  if (caches != NULL)
    g_hash_table_remove (caches, db);
  G_UNLOCK (caches);
}
