/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-database.h"

#include "care-schema.h"
#include "care-statement.h"

#include <glib/gstdio.h>

/* In KiB, with a minus sign as SQLite wants it: with the 2 MB of its own choice, an
 * act of thousands of records writes the same pages again and again. */
#define CACHE_SIZE "-16384"

/* For as long as an act of very many records is done: what it changes lies all over
 * the indexes, and is written once if it fits. */
#define LARGE_CACHE_SIZE "-65536"

/* How long to wait for another program that is just writing, in milliseconds. One
 * that has the library open is told by its lock, at once. */
#define BUSY_TIMEOUT 250

/* A row may hold an image of 16 MB, or what an import of 64 MB changed. */
#define MAX_LENGTH (96 * 1024 * 1024)

/* Where the header of a database says how it is written and read. */
#define HEADER_WRITE_VERSION 18
#define HEADER_READ_VERSION 19
#define HEADER_SIZE 100

static int
is_too_late (gpointer deadline)
{
  return g_get_monotonic_time () > *(gint64 *) deadline;
}

/**
 * care_database_set_deadline:
 * @db: a connection
 * @deadline: (nullable): in the time of g_get_monotonic_time(); it must stay where
 *   it is until there is another or none
 *
 * What takes longer than until @deadline ends with SQLITE_INTERRUPT.
 */
void
care_database_set_deadline (sqlite3 *db, gint64 *deadline)
{
  sqlite3_progress_handler (db, 10000, deadline == NULL ? NULL : is_too_late, deadline);
}

/**
 * care_database_exec:
 * @db: a connection
 * @sql: statements without parameters
 * @error: return location for a #CareStoreError
 *
 * Returns: whether all of @sql was done.
 */
gboolean
care_database_exec (sqlite3 *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  care_database_set_error (db, code, error);
  return FALSE;
}

/**
 * care_database_get_int:
 * @db: a connection
 * @sql: a query for one number
 * @value: (out): the number
 * @error: return location for a #CareStoreError
 *
 * Returns: whether there was one.
 */
gboolean
care_database_get_int (sqlite3 *db, const char *sql, int *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    {
      care_database_set_error (db, code, error);
      return FALSE;
    }
  *value = sqlite3_column_int (statement, 0);
  return TRUE;
}

/**
 * care_database_set_large:
 * @db: a connection
 * @large: whether very much is going to be changed, or has been
 *
 * Takes more memory meanwhile, and gives it back.
 */
void
care_database_set_large (sqlite3 *db, gboolean large)
{
  care_database_exec (db, large ? "PRAGMA cache_size = " LARGE_CACHE_SIZE : "PRAGMA cache_size = " CACHE_SIZE, NULL);
}

static void
set_limits (sqlite3 *db)
{
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, MAX_LENGTH);
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, 1000000);
  sqlite3_limit (db, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit (db, SQLITE_LIMIT_COMPOUND_SELECT, 50);
  sqlite3_limit (db, SQLITE_LIMIT_FUNCTION_ARG, 16);
  sqlite3_limit (db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
  sqlite3_limit (db, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit (db, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO needs one */
}

/* A library may come from a stranger: nothing in it may run. */
static gboolean
harden (sqlite3 *db, GError **error)
{
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  set_limits (db);
  return care_database_exec (db,
                             "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
                             "PRAGMA foreign_keys = ON; PRAGMA cache_size = " CACHE_SIZE ";",
                             error);
}

/* SQLite looks at this only when it opens the journal, which TRUNCATE keeps open. A
 * transaction that would be saved in a file that nobody finds again is refused. */
static int
refuse_if_moved (gpointer db)
{
  return care_database_has_moved (db);
}

/* TRUNCATE with FULL keeps what was acknowledged through a power cut, and the one
 * file is complete at any moment; SQLite's defaults and WAL do not. Taking the lock
 * writes nothing. */
static gboolean
take_for_writing (sqlite3 *db, GError **error)
{
  return care_database_exec (db,
                             "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;"
                             "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;",
                             error);
}

/* To count what is in use, SQLite would take a lock for each piece of memory. Refused
 * where something else has used SQLite before, and not needed then. */
static void
set_up_once (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&done, 1);
}

static sqlite3 *
open_connection (const char *name, int flags, GError **error)
{
  sqlite3 *db = NULL;
  int code;

  set_up_once ();
  code = sqlite3_open_v2 (name, &db, flags | SQLITE_OPEN_EXRESCODE, NULL);

  if (code == SQLITE_OK && harden (db, error))
    return db;
  if (code != SQLITE_OK)
    care_database_set_error (db, code, error);
  sqlite3_close (db);
  return NULL;
}

/**
 * care_database_open:
 * @path: a file that care_file_check() has passed, or a new one
 * @writable: whether it is to be written; nobody else can use it meanwhile
 * @create: whether to make the file
 * @error: return location for a #CareStoreError
 *
 * What is in the file has not been looked at yet: care_schema_check() does.
 *
 * Returns: (transfer full) (nullable): a connection.
 */
sqlite3 *
care_database_open (const char *path, gboolean writable, gboolean create, GError **error)
{
  int flags = (writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | (create ? SQLITE_OPEN_CREATE : 0);
  g_autoptr (sqlite3) db = open_connection (path, flags, error);

  if (db == NULL)
    return NULL;
  /* SQLite gives a connection that can only read where the file is protected. */
  if (writable && sqlite3_db_readonly (db, "main") == 1)
    {
      care_database_set_error (db, SQLITE_READONLY, error);
      return NULL;
    }
  if (writable && !take_for_writing (db, error))
    return NULL;
  sqlite3_commit_hook (db, refuse_if_moved, db);
  return g_steal_pointer (&db);
}

/**
 * care_database_open_memory:
 * @bytes: (transfer full): a database, from sqlite3_malloc64()
 * @size: how many bytes
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): a connection to a database in memory that
 *   holds @bytes; no file has any part in it.
 */
sqlite3 *
care_database_open_memory (guint8 *bytes, gsize size, GError **error)
{
  g_autoptr (sqlite3) db = open_connection (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  int code;

  if (db == NULL)
    {
      sqlite3_free (bytes);
      return NULL;
    }
  /* There is no log in memory: a file that another program has set to have one
   * could not be read. */
  if (size >= HEADER_SIZE)
    bytes[HEADER_WRITE_VERSION] = bytes[HEADER_READ_VERSION] = 1;
  code = sqlite3_deserialize (db, "main", bytes, (gint64) size, (gint64) size,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (code == SQLITE_OK)
    return g_steal_pointer (&db);
  care_database_set_error (db, code, error);
  return NULL;
}

/**
 * care_database_has_moved:
 * @db: a connection
 *
 * Returns: whether its file no longer has the name that it was opened by.
 */
gboolean
care_database_has_moved (sqlite3 *db)
{
  int moved = 0;

  return sqlite3_file_control (db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

/* VACUUM wants no statement to be open. Whoever goes through rows a little at a time begins anew. */
static void
reset_statements (sqlite3 *db)
{
  for (sqlite3_stmt *each = sqlite3_next_stmt (db, NULL); each != NULL; each = sqlite3_next_stmt (db, each))
    if (sqlite3_stmt_busy (each))
      sqlite3_reset (each);
}

/**
 * care_database_copy:
 * @db: a connection, outside a transaction
 * @path: an empty file, which is only made for this
 * @error: return location for a #CareStoreError
 *
 * Writes all that @db holds, and none of what has been deleted from it, to @path.
 * No trust is put into that before it has been read again.
 *
 * Returns: whether @path now is that, and whole; if not, it is of no use.
 */
gboolean
care_database_copy (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (sqlite3) copy = NULL;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", path);
  gboolean written;

  reset_statements (db);
  written = care_database_exec (db, sql, error);
  sqlite3_free (sql);
  /* It stays where the disk failed to flush it just before the end. */
  g_unlink (journal);
  if (!written)
    return FALSE;
  copy = care_database_open (path, FALSE, FALSE, error);
  return copy != NULL && care_schema_check_pages (copy, TRUE, error);
}

/**
 * care_database_close:
 * @db: (transfer full): a connection
 *
 * Closes @db and leaves nothing beside its file: the journal that TRUNCATE keeps
 * is empty between transactions, and goes with a change to the mode DELETE.
 */
void
care_database_close (sqlite3 *db)
{
  sqlite3_busy_timeout (db, 0);
  care_statements_forget (db);
  /* Where the file has moved, the journal of that name is another file's. */
  if (sqlite3_get_autocommit (db) && sqlite3_db_readonly (db, "main") == 0 && !care_database_has_moved (db))
    care_database_exec (db, "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE;", NULL);
  sqlite3_close (db);
}
