/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-schema.h"

#include "care-database.h"
#include "care-library.h"
#include "care-migrations.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define ALL_OBJECTS "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
#define N_COLUMNS 4

/* A library of an ordinary size is checked in a fraction of this; a large one has
 * longer, at less than the speed of any disk. */
#define LEAST_TIME (1500 * G_TIME_SPAN_MILLISECOND)
#define BYTES_PER_SECOND (20 * 1024 * 1024)

static gint64
find_deadline (sqlite3 *db)
{
  int n_pages = 0;
  int page_size = 0;

  care_database_get_int (db, "PRAGMA page_count", &n_pages, NULL);
  care_database_get_int (db, "PRAGMA page_size", &page_size, NULL);
  return g_get_monotonic_time () + LEAST_TIME
         + (gint64) n_pages * page_size * G_TIME_SPAN_SECOND / BYTES_PER_SECOND;
}

/**
 * care_schema_make:
 * @version: of the schema
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): an empty library of @version, in memory.
 */
sqlite3 *
care_schema_make (int version, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int code = sqlite3_open (":memory:", &db);

  if (code == SQLITE_OK && care_migrations_run_to (db, version, error))
    return g_steal_pointer (&db);
  if (code != SQLITE_OK)
    care_database_set_error (db, code, error);
  return NULL;
}

/**
 * care_schema_dup_fingerprint:
 * @db: a connection
 *
 * Returns: (transfer full) (nullable): the SHA-256 of every object of the schema,
 *   with lengths, so that no two schemas have the same; %NULL if it cannot be read.
 */
char *
care_schema_dup_fingerprint (sqlite3 *db)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, ALL_OBJECTS, -1, &statement, NULL);

  if (code != SQLITE_OK)
    return NULL;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    for (int i = 0; i < N_COLUMNS; i++)
      {
        const guchar *text = sqlite3_column_text (statement, i);
        gint32 length = text == NULL ? -1 : sqlite3_column_bytes (statement, i);
        guint32 written = GUINT32_TO_LE ((guint32) length);

        g_checksum_update (sum, (const guchar *) &written, sizeof written);
        if (length > 0)
          g_checksum_update (sum, text, length);
      }
  return code == SQLITE_DONE ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static gboolean
is_same_row (sqlite3_stmt *a, sqlite3_stmt *b)
{
  for (int i = 0; i < N_COLUMNS; i++)
    if (g_strcmp0 ((const char *) sqlite3_column_text (a, i), (const char *) sqlite3_column_text (b, i)) != 0
        || sqlite3_column_bytes (a, i) != sqlite3_column_bytes (b, i))
      return FALSE;
  return TRUE;
}

static gboolean
set_other_schema (sqlite3_stmt *statement, int code, GError **error)
{
  const char *name = code == SQLITE_ROW ? (const char *) sqlite3_column_text (statement, 1) : NULL;
  g_autofree char *valid
    = g_utf8_make_valid (name == NULL ? "" : name, MIN (100, name == NULL ? 0 : (gssize) strlen (name)));

  if (name == NULL)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                 _ ("The library is damaged (a table is missing); restore a backup"));
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                 _ ("The library is damaged (“%s” is not as CareBrief makes it); restore a backup"), valid);
  return FALSE;
}

static gboolean
compare_objects (sqlite3 *db, sqlite3 *ours, GError **error)
{
  g_autoptr (sqlite3_stmt) found = NULL;
  g_autoptr (sqlite3_stmt) expected = NULL;
  int code = sqlite3_prepare_v2 (ours, ALL_OBJECTS, -1, &expected, NULL);
  int other = SQLITE_DONE;

  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (db, ALL_OBJECTS, -1, &found, NULL);
  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (found);
      other = sqlite3_step (expected);
      if (code == SQLITE_ROW && (other != SQLITE_ROW || !is_same_row (found, expected)))
        return set_other_schema (found, code, error);
    }
  if (code == SQLITE_DONE && other == SQLITE_DONE)
    return TRUE;
  if (code == SQLITE_DONE)
    return set_other_schema (found, code, error);
  care_database_set_error (db, code, error);
  return FALSE;
}

/* The migrations are run again only for an older version, for an SQLite that words
 * a schema in another way, and to say what differs: it takes as long as all else that
 * is done to open a small library. */
static gboolean
compare (sqlite3 *db, int version, GError **error)
{
  g_autofree char *fingerprint = version == CARE_LIBRARY_VERSION ? care_schema_dup_fingerprint (db) : NULL;
  g_autoptr (sqlite3) ours = NULL;

  if (g_strcmp0 (fingerprint, CARE_SCHEMA_FINGERPRINT) == 0)
    return TRUE;
  ours = care_schema_make (version, error);
  return ours != NULL && compare_objects (db, ours, error);
}

/**
 * care_schema_check_pages:
 * @db: a connection
 * @thoroughly: whether to compare the indexes with the tables, too
 * @error: return location for a #CareStoreError
 *
 * Returns: whether every page is what SQLite expects.
 */
gboolean
care_schema_check_pages (sqlite3 *db, gboolean thoroughly, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, thoroughly ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", -1,
                                 &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    {
      care_database_set_error (db, code, error);
      return FALSE;
    }
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
               _ ("The library is damaged (%s); restore a backup"), sqlite3_column_text (statement, 0));
  return FALSE;
}

/**
 * care_schema_check:
 * @db: a connection to what may be a stranger's file
 * @version: the version that the file says it has
 * @error: return location for a #CareStoreError
 *
 * The schema is compared word for word with what our migrations make, so that
 * there is nothing in the file that SQLite could run or that the store does not
 * know. A file that is made to take long is given up.
 *
 * Returns: whether @db is a library of @version, and whole.
 */
gboolean
care_schema_check (sqlite3 *db, int version, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + LEAST_TIME;
  gboolean sound;

  care_database_set_deadline (db, &deadline);
  sound = compare (db, version, error);
  if (sound)
    {
      deadline = find_deadline (db);
      sound = care_schema_check_pages (db, FALSE, error);
    }
  care_database_set_deadline (db, NULL);
  /* The check has read all pages, of which hardly any is the next to be wanted. */
  sqlite3_db_release_memory (db);
  return sound;
}
