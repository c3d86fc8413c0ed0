/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-database.h"

#include "care-statement.h"
#include "care-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* https://www.sqlite.org/fileformat.html, section 1.3 */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

/* How long to wait for another program that is just writing, in milliseconds. */
#define BUSY_TIMEOUT 1000

static int
big_endian (const guint8 *bytes)
{
  return (int) (((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) | bytes[3]);
}

static void
set_errno_error (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_MISSING,
                 _ ("There is no file “%s”; check its name and folder"), path);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                 _ ("“%s” may not be read; ask its owner for access"), name);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO, _ ("“%s” cannot be read: %s"), name,
                 g_strerror (code));
}

static gboolean
read_header (const char *path, guint8 *header, gssize *length, GError **error)
{
  struct stat info;
  int fd;

  /* A FIFO or a device must not be waited for. */
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    {
      set_errno_error (path, errno, error);
      return FALSE;
    }
  *length = fstat (fd, &info) == 0 && S_ISREG (info.st_mode) ? read (fd, header, HEADER_SIZE) : 0;
  close (fd);
  return TRUE;
}

/**
 * care_database_check_file:
 * @path: a file, which is not open as a library
 * @version: (out): the version of its schema
 * @error: return location for a #CareStoreError
 *
 * Looks at the first bytes only, before SQLite sees the file.
 *
 * Returns: whether @path is a library that this CareBrief can read.
 */
gboolean
care_database_check_file (const char *path, int *version, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  guint8 header[HEADER_SIZE];
  gssize length = 0;

  if (!read_header (path, header, &length, error))
    return FALSE;
  if (length < HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0
      || big_endian (header + HEADER_APPLICATION_ID) != CARE_APPLICATION_ID
      || big_endian (header + HEADER_USER_VERSION) < 1)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY,
                   _ ("“%s” is not a CareBrief library; choose a file that ends in .carebrief"), name);
      return FALSE;
    }
  *version = big_endian (header + HEADER_USER_VERSION);
  return TRUE;
}

/**
 * care_database_set_error:
 * @db: (nullable): a connection
 * @code: what SQLite answered
 * @error: return location for a #CareStoreError
 *
 * Says what @code means to a person.
 */
void
care_database_set_error (sqlite3 *db, int code, GError **error)
{
  if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                   _ ("The library holds another record of the same id; import into a new library instead"));
      return;
    }
  if (code == SQLITE_READONLY_ROLLBACK)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                   _ ("The library was left in the middle of a change; open it in CareBrief, which takes that back, "
                      "and try again"));
      return;
    }
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DISK_FULL,
                   _ ("The disk is full; make room and try again"));
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                   _ ("The library may not be written here; choose another folder or ask for access"));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE,
                   _ ("The library is open in another program; close it there and try again"));
      break;
    case SQLITE_NOTADB:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY,
                   _ ("The file is not a CareBrief library; choose a file that ends in .carebrief"));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                   _ ("The library is damaged (%s); restore a backup"),
                   db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE,
                   _ ("A record names another one that is not in the library; add that one first"));
      break;
    default:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO, _ ("The library cannot be read or written: %s"),
                   sqlite3_errstr (code));
      break;
    }
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

static gboolean
configure (sqlite3 *db, gboolean writable, GError **error)
{
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);
  /* A library may come from a stranger: nothing in it may run. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  if (!care_database_exec (db, "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;",
                           error))
    return FALSE;
  if (!writable)
    return TRUE;
  /* TRUNCATE with FULL keeps what was acknowledged through a power cut, and the
   * one file is complete at any moment; SQLite's defaults and WAL do not. */
  return care_database_exec (db,
                             "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;"
                             "PRAGMA synchronous = FULL; BEGIN EXCLUSIVE; COMMIT;",
                             error);
}

/**
 * care_database_open:
 * @path: a file that care_database_check_file() has passed, or a new one
 * @writable: whether it is to be written; nobody else can use it meanwhile
 * @create: whether to make the file
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): a connection.
 */
sqlite3 *
care_database_open (const char *path, gboolean writable, gboolean create, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int flags = (writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | (create ? SQLITE_OPEN_CREATE : 0);
  int code = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    {
      care_database_set_error (db, code, error);
      return NULL;
    }
  /* SQLite gives a connection that can only read where the file is protected. */
  if (writable && sqlite3_db_readonly (db, "main") == 1)
    {
      care_database_set_error (db, SQLITE_READONLY, error);
      return NULL;
    }
  if (!configure (db, writable, error))
    return NULL;
  return g_steal_pointer (&db);
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
  if (sqlite3_get_autocommit (db) && sqlite3_db_readonly (db, "main") == 0)
    care_database_exec (db, "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE;", NULL);
  sqlite3_close (db);
}
