/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the catalogue, of the search index and of what depends on what, as
 * they are written for one record. */

#include "care-catalogue.h"

#include "care-statement.h"

/* Frees what @row holds. */
void
care_catalogue_row_clear (CareCatalogueRow *row)
{
  g_free (row->sort);
  g_free (row->title);
  g_free (row->text);
}

/**
 * care_catalogue_row_read:
 * @db: a connection
 * @change: a record
 * @row: (out): what the catalogue says of it; its entry is 0 where that is nothing
 * @error: return location for a #CareStoreError
 *
 * Returns: whether it could be read.
 */
gboolean
care_catalogue_row_read (sqlite3 *db, const CareChange *change, CareCatalogueRow *row, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    db, "SELECT entry, sort, title, text FROM catalogue WHERE record = ?1 AND kind = ?2", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, change->id);
  care_statement_bind_text (statement, 2, change->kind->name);
  if (!care_statement_exists (statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  row->entry = sqlite3_column_int64 (statement, 0);
  row->sort = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  row->title = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  row->text = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  return TRUE;
}

/* The index keeps no texts of its own, so it is told those that it is to forget. */
static gboolean
index_texts (sqlite3 *db, gboolean forget, gint64 entry, const char *title, const char *text, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    db,
    forget ? "INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?1, ?2, ?3)"
           : "INSERT INTO search (rowid, title, text) VALUES (?1, ?2, ?3)",
    error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, entry);
  care_statement_bind_text (statement, 2, title);
  care_statement_bind_text (statement, 3, text);
  return care_statement_run (statement, error);
}

static gboolean
run_for_record (sqlite3 *db, const char *sql, const CareChange *change, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (db, sql, error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, change->id);
  care_statement_bind_text (statement, 2, change->kind->name);
  return care_statement_run (statement, error);
}

static gboolean
insert_row (sqlite3 *db, const CareChange *change, const CareEntry *entry, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    db, "INSERT INTO catalogue (record, kind, sort, title, text) VALUES (?1, ?2, ?3, ?4, ?5)", error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, change->id);
  care_statement_bind_text (statement, 2, change->kind->name);
  care_statement_bind_text (statement, 3, entry->sort);
  care_statement_bind_text (statement, 4, entry->title);
  care_statement_bind_text (statement, 5, entry->text);
  return care_statement_run (statement, error)
         && index_texts (db, FALSE, sqlite3_last_insert_rowid (db), entry->title, entry->text, error);
}

static gboolean
update_sort (sqlite3 *db, const CareCatalogueRow *row, const CareEntry *entry, GError **error)
{
  g_autoptr (CareStatement) statement
    = care_statement_get (db, "UPDATE catalogue SET sort = ?2 WHERE entry = ?1", error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, row->entry);
  care_statement_bind_text (statement, 2, entry->sort);
  return care_statement_run (statement, error);
}

static gboolean
update_texts (sqlite3 *db, const CareCatalogueRow *row, const CareEntry *entry, GError **error)
{
  g_autoptr (CareStatement) statement
    = care_statement_get (db, "UPDATE catalogue SET title = ?2, text = ?3 WHERE entry = ?1", error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, row->entry);
  care_statement_bind_text (statement, 2, entry->title);
  care_statement_bind_text (statement, 3, entry->text);
  return index_texts (db, TRUE, row->entry, row->title, row->text, error) && care_statement_run (statement, error)
         && index_texts (db, FALSE, row->entry, entry->title, entry->text, error);
}

/* Only what differs: SQLite would write the index of the keys again for a key that
 * is set to what it was. */
static gboolean
update_row (sqlite3 *db, const CareCatalogueRow *row, const CareEntry *entry, GError **error)
{
  gboolean same_texts = g_str_equal (row->title, entry->title) && g_str_equal (row->text, entry->text);

  return (g_str_equal (row->sort, entry->sort) || update_sort (db, row, entry, error))
         && (same_texts || update_texts (db, row, entry, error));
}

static gboolean
delete_row (sqlite3 *db, const CareChange *change, const CareCatalogueRow *row, GError **error)
{
  return row->entry == 0
         || (index_texts (db, TRUE, row->entry, row->title, row->text, error)
             && run_for_record (db, "DELETE FROM catalogue WHERE record = ?1 AND kind = ?2", change, error));
}

static gboolean
insert_dependency (sqlite3 *db, const CareChange *change, const CareChange *target, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    db, "INSERT OR IGNORE INTO dependency (record, kind, target, target_kind) VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, change->id);
  care_statement_bind_text (statement, 2, change->kind->name);
  care_statement_bind_id (statement, 3, target->id);
  care_statement_bind_text (statement, 4, target->kind->name);
  return care_statement_run (statement, error);
}

static gboolean
write_dependencies (sqlite3 *db, const CareChange *change, const CareEntry *entry, GError **error)
{
  for (guint i = 0; i < entry->dependencies->len; i++)
    if (!insert_dependency (db, change, &g_array_index (entry->dependencies, CareChange, i), error))
      return FALSE;
  return TRUE;
}

/**
 * care_catalogue_row_insert:
 * @db: a connection, in the transaction that puts the record in
 * @change: where it is
 * @record: a record of which the catalogue says nothing yet
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the catalogue says of @record what it has to.
 */
gboolean
care_catalogue_row_insert (sqlite3 *db, const CareChange *change, CareRecord *record, GError **error)
{
  g_autoptr (CareEntry) entry = care_entry_new (db, record, error);

  return entry != NULL && insert_row (db, change, entry, error) && write_dependencies (db, change, entry, error);
}

/**
 * care_catalogue_row_write:
 * @db: a connection, in the transaction that changes the record
 * @change: which it is
 * @record: (nullable): the record as it is now, %NULL if it is no more
 * @depends: whether its entry may say something of other records
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the catalogue says of @record what it has to, or nothing.
 */
gboolean
care_catalogue_row_write (sqlite3 *db, const CareChange *change, CareRecord *record, gboolean depends, GError **error)
{
  g_autoptr (CareEntry) entry = record == NULL ? NULL : care_entry_new (db, record, error);
  g_auto (CareCatalogueRow) row = { 0, NULL, NULL, NULL };

  if ((record != NULL && entry == NULL) || !care_catalogue_row_read (db, change, &row, error)
      || (depends && row.entry != 0
          && !run_for_record (db, "DELETE FROM dependency WHERE record = ?1 AND kind = ?2", change, error)))
    return FALSE;
  if (entry == NULL)
    return delete_row (db, change, &row, error);
  return (row.entry == 0 ? insert_row (db, change, entry, error) : update_row (db, &row, entry, error))
         && write_dependencies (db, change, entry, error);
}
