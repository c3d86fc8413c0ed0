/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings the schema of a library up to date. Step N is migrations/000N.sql; all the
 * steps that a library needs are one transaction, so that a failing one leaves it
 * as it was. */

#include "care-migrations.h"

#include "care-catalogue.h"
#include "care-file.h"
#include "care-library.h"
#include "care-store-resources.h"

#include <gio/gio.h>

/* The version that brought the catalogue, which is made from what is there. */
#define CATALOGUE_VERSION 3

static gboolean
run_step (sqlite3 *db, int version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/com/example/CareBrief/migrations/%04d.sql", version);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (care_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *sql = NULL;

  if (bytes == NULL)
    return FALSE;
  sql = g_strdup_printf ("%s\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;",
                         (const char *) g_bytes_get_data (bytes, NULL), CARE_APPLICATION_ID, version);
  return care_database_exec (db, sql, error);
}

static gboolean
run_steps (sqlite3 *db, int target, GError **error)
{
  int version;
  gboolean has_catalogue;

  if (!care_database_exec (db, "BEGIN IMMEDIATE", error)
      || !care_database_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  has_catalogue = version >= CATALOGUE_VERSION;
  while (version < target)
    if (!run_step (db, ++version, error))
      return FALSE;
  if (!has_catalogue && target == CARE_LIBRARY_VERSION && !care_catalogue_rebuild (db, error))
    return FALSE;
  return care_database_exec (db, "COMMIT", error);
}

/**
 * care_migrations_run_to:
 * @db: a connection that may write
 * @version: of the schema that is wanted
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the schema is now that of @version, or a later one; if not, it
 *   is what it was.
 */
gboolean
care_migrations_run_to (sqlite3 *db, int version, GError **error)
{
  if (run_steps (db, version, error))
    return TRUE;
  care_database_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * care_migrations_run:
 * @db: a connection that may write
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the schema is now that of %CARE_LIBRARY_VERSION; if not, it is
 *   what it was.
 */
gboolean
care_migrations_run (sqlite3 *db, GError **error)
{
  return care_migrations_run_to (db, CARE_LIBRARY_VERSION, error);
}
