/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SQL that follows from a kind. Names of tables and columns come from the
 * tables in care-kinds.c only; every value is bound. */

#include "care-database.h"

#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_integer (const CareField *field)
{
  return field->type == CARE_FIELD_REFERENCE || field->type == CARE_FIELD_NUMBER;
}

static int
bind_value (sqlite3_stmt *statement, int index, const CareField *field, const char *value)
{
  if (value == NULL)
    return sqlite3_bind_null (statement, index);
  if (is_integer (field))
    return sqlite3_bind_int64 (statement, index, g_ascii_strtoll (value, NULL, 10));
  if (field->type == CARE_FIELD_BYTES)
    {
      gsize length;
      guchar *bytes = g_base64_decode (value, &length);
      return sqlite3_bind_blob64 (statement, index, bytes, length, g_free);
    }
  return sqlite3_bind_text (statement, index, value, -1, SQLITE_TRANSIENT);
}

static char *
read_value (sqlite3_stmt *statement, int column, const CareField *field)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;
  if (field->type == CARE_FIELD_BYTES)
    {
      const guchar *bytes = sqlite3_column_blob (statement, column);
      return g_base64_encode (bytes, (gsize) sqlite3_column_bytes (statement, column));
    }
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    care_database_set_error (db, code, error);
  return statement;
}

static gboolean
finish (sqlite3 *db, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_DONE)
    return TRUE;
  care_database_set_error (db, code, error);
  return FALSE;
}

static CareRecord *
read_record (sqlite3_stmt *statement, const CareKind *kind, GError **error)
{
  g_autoptr (CareRecord) record = care_record_new (kind, sqlite3_column_int64 (statement, 0));
  g_autoptr (GError) reason = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = read_value (statement, (int) i + 1, &kind->fields[i]);

      if (care_record_set (record, kind->fields[i].name, value, &reason))
        continue;
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                   _ ("The library is damaged (%s %" G_GINT64_FORMAT ": %s); restore a backup"), kind->name,
                   care_record_get_id (record), reason->message);
      return NULL;
    }
  return g_steal_pointer (&record);
}

static GString *
select_all (const CareKind *kind)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", kind->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", kind->name);
  return sql;
}

/**
 * care_database_load:
 * @db: a connection
 * @kind: a kind
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareRecord): every record of
 *   @kind, by ascending id.
 */
GPtrArray *
care_database_load (sqlite3 *db, const CareKind *kind, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) sql = select_all (kind);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code;

  g_string_append (sql, " ORDER BY id");
  statement = prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      CareRecord *record = read_record (statement, kind, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  if (code != SQLITE_DONE)
    {
      care_database_set_error (db, code, error);
      return NULL;
    }
  return g_steal_pointer (&records);
}

/**
 * care_database_prepare_one:
 * @db: a connection
 * @kind: a kind
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): what care_database_load_one() uses for
 *   records of @kind.
 */
sqlite3_stmt *
care_database_prepare_one (sqlite3 *db, const CareKind *kind, GError **error)
{
  g_autoptr (GString) sql = select_all (kind);

  g_string_append (sql, " WHERE id = ?");
  return prepare (db, sql->str, error);
}

/**
 * care_database_load_one:
 * @statement: of care_database_prepare_one(), for @kind
 * @kind: a kind
 * @id: of a record of @kind
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): that record, if there is one.
 */
CareRecord *
care_database_load_one (sqlite3_stmt *statement, const CareKind *kind, CareId id, GError **error)
{
  CareRecord *record = NULL;
  int code;

  sqlite3_bind_int64 (statement, 1, id);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    record = read_record (statement, kind, error);
  else if (code != SQLITE_DONE)
    care_database_set_error (sqlite3_db_handle (statement), code, error);
  sqlite3_reset (statement);
  return record;
}

static gboolean
finish_one (sqlite3 *db, sqlite3_stmt *statement, GError **error)
{
  if (!finish (db, statement, error))
    return FALSE;
  if (sqlite3_changes (db) == 1)
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD,
               _ ("The record is not in the library any more; open the library again"));
  return FALSE;
}

/**
 * care_database_delete:
 * @db: a connection, in a transaction
 * @kind: a kind
 * @id: of a record of @kind
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the record was taken out.
 */
gboolean
care_database_delete (sqlite3 *db, const CareKind *kind, CareId id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", kind->name);
  g_autoptr (sqlite3_stmt) statement = prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return finish_one (db, statement, error);
}

/**
 * care_database_insert:
 * @db: a connection, in a transaction
 * @record: a new record
 * @error: return location for a #CareStoreError
 *
 * Returns: whether @record was put in.
 */
gboolean
care_database_insert (sqlite3 *db, CareRecord *record, GError **error)
{
  const CareKind *kind = care_record_get_kind (record);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?", kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  statement = prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, care_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    bind_value (statement, (int) i + 2, &kind->fields[i], care_record_get_at (record, i));
  return finish (db, statement, error);
}

/**
 * care_database_update:
 * @db: a connection, in a transaction
 * @kind: a kind
 * @id: of a record of @kind
 * @field: index of the field to change
 * @value: (nullable): its new canonical value
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the field was changed.
 */
gboolean
care_database_update (sqlite3 *db, const CareKind *kind, CareId id, guint field, const char *value, GError **error)
{
  g_autofree char *sql
    = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE id = ?", kind->name, kind->fields[field].name);
  g_autoptr (sqlite3_stmt) statement = prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_value (statement, 1, &kind->fields[field], value);
  sqlite3_bind_int64 (statement, 2, id);
  return finish_one (db, statement, error);
}
