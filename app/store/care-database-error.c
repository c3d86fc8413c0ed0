/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What SQLite's errors mean to a person. */

#include "care-database.h"

#include "care-store-error.h"

#include <errno.h>
#include <glib/gi18n.h>

/* SQLite calls a disk full only where a write says so; a flush, or a new file, may
 * find it out first. */
static gboolean
is_disk_full (sqlite3 *db, int code)
{
  int primary = code & 0xff;
  int system_code = db == NULL ? 0 : sqlite3_system_errno (db);

  return primary == SQLITE_FULL
         || ((primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)
             && (system_code == ENOSPC || system_code == EDQUOT));
}

/* What SQLite says may quote the file. */
static void
set_damaged (sqlite3 *db, int code, GError **error)
{
  g_autofree char *reason = g_utf8_make_valid (db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code), -1);

  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED, _ ("The library is damaged (%s); restore a backup"),
               reason);
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
      g_set_error (
        error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
        _ ("The library was left in the middle of a change; open it in CareBrief, which takes that back, "
           "and try again"));
      return;
    }
  if (code == SQLITE_READONLY_DBMOVED || code == SQLITE_CONSTRAINT_COMMITHOOK)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_MOVED,
                   _ ("The file of the library has been moved or replaced; save a copy under another name"));
      return;
    }
  switch (is_disk_full (db, code) ? SQLITE_FULL : code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                   _ ("The library is damaged (it takes too long to check); restore a backup"));
      break;
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
                   _ ("The file is not a CareBrief library; choose another one"));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR:
      set_damaged (db, code, error);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE,
                   _ ("A record names another one that is not in the library; add that one first"));
      break;
    default:
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO,
                   _ ("The library cannot be read or written: %s"), sqlite3_errstr (code));
      break;
    }
}
