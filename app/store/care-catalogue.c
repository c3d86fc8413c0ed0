/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-catalogue.h"

#include "care-statement.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

/* As care_catalogue_row_write(), of the record as it is in the file. */
static gboolean
write_stored (sqlite3 *db, const CareChange *change, gboolean depends, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (CareRecord) record = care_database_load (db, change->kind, change->id, &reason);

  if (reason == NULL)
    return care_catalogue_row_write (db, change, record, depends, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Adds to @affected those whose entries say something of @change. */
static gboolean
add_dependents (sqlite3 *db, const CareChange *change, GArray *affected, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    db, "SELECT record, kind FROM dependency WHERE target = ?1 AND target_kind = ?2", error);
  g_autoptr (GError) reason = NULL;

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, change->id);
  care_statement_bind_text (statement, 2, change->kind->name);
  while (care_statement_step (statement, &reason))
    {
      CareChange dependent = { care_kind_find ((const char *) sqlite3_column_text (statement, 1)),
                               sqlite3_column_int64 (statement, 0) };

      if (dependent.kind != NULL)
        g_array_append_val (affected, dependent);
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* A new deadline may be the first that its pledge has: nothing depends on it yet. */
static gboolean
add_pledge (sqlite3 *db, const CareChange *change, GArray *affected, GError **error)
{
  g_autoptr (CareStatement) statement = NULL;
  gboolean found;

  if (g_strcmp0 (change->kind->name, "deadline") != 0)
    return TRUE;
  statement = care_statement_get (db, "SELECT pledge FROM deadline WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, change->id);
  if (!care_statement_exists (statement, &found, error))
    return FALSE;
  if (found)
    {
      CareChange pledge = { care_kind_find ("pledge"), sqlite3_column_int64 (statement, 0) };
      g_array_append_val (affected, pledge);
    }
  return TRUE;
}

/* Whether @sql, with the least and the greatest id of @touched bound, gives a row.
 * Little depends on anything, and asked once for thousands of records it is nearly
 * always known for all of them. */
static gboolean
ask_for_all (sqlite3 *db, const char *sql, GArray *touched, gboolean *answer, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (db, sql, error);
  CareId least = G_MAXINT64;
  CareId greatest = 0;

  for (guint i = 0; i < touched->len; i++)
    {
      least = MIN (least, g_array_index (touched, CareChange, i).id);
      greatest = MAX (greatest, g_array_index (touched, CareChange, i).id);
    }
  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, least);
  care_statement_bind_id (statement, 2, greatest);
  return care_statement_exists (statement, answer, error);
}

static gboolean
write_affected (sqlite3 *db, GArray *affected, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (care_change_hash, care_change_equal);

  for (guint i = 0; i < affected->len; i++)
    {
      CareChange *change = &g_array_index (affected, CareChange, i);

      if (g_hash_table_add (seen, change) && !write_stored (db, change, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * care_catalogue_update:
 * @db: a connection, in the transaction that changes the records
 * @touched: (element-type CareChange): the records that were put in, changed or
 *   taken out
 * @inserted: (nullable) (element-type CareRecord): the same, where all of them were
 *   put in just now
 * @rows: (nullable) (element-type CareRecord): the same as they are in the file, %NULL
 *   for one that is not; they are read where neither is given
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_DAMAGED if one
 *   of them could not be read again
 *
 * Brings the catalogue and the search index up to date.
 *
 * Returns: whether that was done.
 */
gboolean
care_catalogue_update (sqlite3 *db, GArray *touched, GPtrArray *inserted, GPtrArray *rows, GError **error)
{
  g_autoptr (GArray) affected = g_array_new (FALSE, FALSE, sizeof (CareChange));
  gboolean has_dependents;
  gboolean depends;

  if (!ask_for_all (db, "SELECT 1 FROM dependency WHERE target BETWEEN ?1 AND ?2 LIMIT 1", touched, &has_dependents, error)
      || !ask_for_all (db, "SELECT 1 FROM dependency WHERE record BETWEEN ?1 AND ?2 LIMIT 1", touched, &depends, error))
    return FALSE;
  for (guint i = 0; i < touched->len; i++)
    {
      const CareChange *change = &g_array_index (touched, CareChange, i);

      if ((has_dependents && !add_dependents (db, change, affected, error)) || !add_pledge (db, change, affected, error)
          || !(inserted != NULL
                 ? care_catalogue_row_insert (db, change, g_ptr_array_index (inserted, i), error)
               : rows != NULL
                 ? care_catalogue_row_write (db, change, g_ptr_array_index (rows, i), depends, error)
                 : write_stored (db, change, depends, error)))
        return FALSE;
    }
  return write_affected (db, affected, error);
}

static gboolean
add_kind (sqlite3 *db, const CareKind *kind, GError **error)
{
  g_autoptr (GArray) ids = care_database_list (db, kind, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      CareChange change = { kind, g_array_index (ids, CareId, i) };

      if (!write_stored (db, &change, FALSE, error))
        return FALSE;
    }
  return ids != NULL;
}

/**
 * care_catalogue_rebuild:
 * @db: a connection in a transaction
 * @error: return location for a #CareStoreError
 *
 * Makes the catalogue and the search index anew from the records.
 *
 * Returns: whether that was done.
 */
gboolean
care_catalogue_rebuild (sqlite3 *db, GError **error)
{
  const CareKind *kinds;
  guint n_kinds;

  if (!care_database_exec (db, "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM catalogue;"
                               "DELETE FROM dependency;",
                           error))
    return FALSE;
  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (!add_kind (db, &kinds[i], error))
      return FALSE;
  return TRUE;
}

/* Where it is damaged in certain places FTS5 does not even let it be emptied. What it
 * keeps it in may be written by nobody else, which is put aside for this: it was
 * compared with what CareBrief makes when the library was opened. */
static gboolean
empty_index (sqlite3 *db, GError **error)
{
  gboolean emptied;

  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  emptied = care_database_exec (db,
                                "DELETE FROM search_data; DELETE FROM search_idx;"
                                "INSERT INTO search_data (id, block) VALUES (1, x''), (10, x'00000000000000');",
                                error);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return emptied;
}

/**
 * care_catalogue_mend:
 * @db: a connection within a transaction
 * @error: return location for a #CareStoreError
 *
 * Makes a catalogue and a search index anew that may be damaged. All that they say
 * follows from the records.
 *
 * Returns: whether that was done; if not, the transaction is to be rolled back.
 */
gboolean
care_catalogue_mend (sqlite3 *db, GError **error)
{
  return empty_index (db, error) && care_catalogue_rebuild (db, error);
}

/* Whether there is an entry for @change that says what it should. */
static gboolean
is_right (sqlite3 *db, const CareChange *change, gboolean *right, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (CareRecord) record = care_database_load (db, change->kind, change->id, &reason);
  g_autoptr (CareEntry) entry = record == NULL ? NULL : care_entry_new (db, record, &reason);
  g_auto (CareCatalogueRow) row = { 0, NULL, NULL, NULL };

  if (entry == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (!care_catalogue_row_read (db, change, &row, error))
    return FALSE;
  *right = g_strcmp0 (row.sort, entry->sort) == 0 && g_strcmp0 (row.title, entry->title) == 0
           && g_strcmp0 (row.text, entry->text) == 0;
  return TRUE;
}

static gboolean
verify_kind (sqlite3 *db, const CareKind *kind, int *n_records, GError **error)
{
  g_autoptr (GArray) ids = care_database_list (db, kind, error);
  gboolean right = TRUE;

  if (ids == NULL)
    return FALSE;
  *n_records += (int) ids->len;
  for (guint i = 0; i < ids->len && right; i++)
    {
      CareChange change = { kind, g_array_index (ids, CareId, i) };

      if (!is_right (db, &change, &right, error))
        return FALSE;
    }
  if (right)
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
               _ ("The library is damaged (the catalogue does not say what its records say); restore a backup"));
  return FALSE;
}

/**
 * care_catalogue_verify:
 * @db: a connection
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_DAMAGED if
 *   catalogue and records differ
 *
 * Returns: whether the catalogue has what follows from the records, and the index
 *   what follows from the catalogue.
 */
gboolean
care_catalogue_verify (sqlite3 *db, GError **error)
{
  const CareKind *kinds;
  guint n_kinds;
  int n_records = 0;
  int n_entries;

  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (!verify_kind (db, &kinds[i], &n_records, error))
      return FALSE;
  if (!care_database_get_int (db, "SELECT count (*) FROM catalogue", &n_entries, error))
    return FALSE;
  if (n_entries != n_records)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                   _ ("The library is damaged (the catalogue lists records that are not there); restore a backup"));
      return FALSE;
    }
  /* With the rank 1 the index is compared with the texts; without, only with itself. */
  return care_database_exec (db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", error);
}
