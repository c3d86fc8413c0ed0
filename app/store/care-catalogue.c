/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-catalogue.h"

#include "care-statement.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

/* What is in the file for one record now. */
typedef struct
{
  gint64 entry; /* 0: nothing */
  char *sort;
  char *title;
  char *text;
} Row;

static void
clear_row (Row *row)
{
  g_free (row->sort);
  g_free (row->title);
  g_free (row->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

static gboolean
read_row (sqlite3 *db, const CareChange *change, Row *row, GError **error)
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
update_sort (sqlite3 *db, const Row *row, const CareEntry *entry, GError **error)
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
update_texts (sqlite3 *db, const Row *row, const CareEntry *entry, GError **error)
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
update_row (sqlite3 *db, const Row *row, const CareEntry *entry, GError **error)
{
  gboolean same_texts = g_str_equal (row->title, entry->title) && g_str_equal (row->text, entry->text);

  return (g_str_equal (row->sort, entry->sort) || update_sort (db, row, entry, error))
         && (same_texts || update_texts (db, row, entry, error));
}

static gboolean
delete_row (sqlite3 *db, const CareChange *change, const Row *row, GError **error)
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

/* Of a record that was put in just now: nothing is there yet to be replaced. */
static gboolean
write_fresh (sqlite3 *db, const CareChange *change, CareRecord *record, GError **error)
{
  g_autoptr (CareEntry) entry = care_entry_new (db, record, error);

  return entry != NULL && insert_row (db, change, entry, error) && write_dependencies (db, change, entry, error);
}

/* Writes what the catalogue has to say of one record, which is not there any more
 * where @record is NULL. */
static gboolean
write_row (sqlite3 *db, const CareChange *change, CareRecord *record, GError **error)
{
  g_autoptr (CareEntry) entry = record == NULL ? NULL : care_entry_new (db, record, error);
  g_auto (Row) row = { 0, NULL, NULL, NULL };

  if ((record != NULL && entry == NULL) || !read_row (db, change, &row, error)
      || (row.entry != 0
          && !run_for_record (db, "DELETE FROM dependency WHERE record = ?1 AND kind = ?2", change, error)))
    return FALSE;
  if (entry == NULL)
    return delete_row (db, change, &row, error);
  return (row.entry == 0 ? insert_row (db, change, entry, error) : update_row (db, &row, entry, error))
         && write_dependencies (db, change, entry, error);
}

/* As write_row(), of the record as it is in the file. */
static gboolean
write_one (sqlite3 *db, const CareChange *change, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (CareRecord) record = care_database_load (db, change->kind, change->id, &reason);

  if (reason == NULL)
    return write_row (db, change, record, error);
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
  g_autoptr (GHashTable) seen = g_hash_table_new (care_change_hash, care_change_equal);
  g_autoptr (GArray) affected = g_array_new (FALSE, FALSE, sizeof (CareChange));

  for (guint i = 0; i < touched->len; i++)
    {
      const CareChange *change = &g_array_index (touched, CareChange, i);

      if (!add_dependents (db, change, affected, error) || !add_pledge (db, change, affected, error)
          || !(inserted != NULL ? write_fresh (db, change, g_ptr_array_index (inserted, i), error)
               : rows != NULL   ? write_row (db, change, g_ptr_array_index (rows, i), error)
                                : write_one (db, change, error)))
        return FALSE;
    }
  if (affected->len == 0)
    return TRUE;
  for (guint i = 0; i < affected->len; i++)
    {
      CareChange *change = &g_array_index (affected, CareChange, i);

      if (g_hash_table_add (seen, change) && !write_one (db, change, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_kind (sqlite3 *db, const CareKind *kind, GError **error)
{
  g_autoptr (GArray) ids = care_database_list (db, kind, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      CareChange change = { kind, g_array_index (ids, CareId, i) };

      if (!write_one (db, &change, error))
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
  g_auto (Row) row = { 0, NULL, NULL, NULL };

  if (entry == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (!read_row (db, change, &row, error))
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
