/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SQL that follows from a kind. Names of tables and columns come from the
 * tables in care-kinds.c only; every value is bound. */

#include "care-database.h"

#include "care-memo.h"
#include "care-statement.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

static gboolean
is_integer (const CareField *field)
{
  return field->type == CARE_FIELD_REFERENCE || field->type == CARE_FIELD_NUMBER;
}

/* @value must stay valid as long as @statement is in use. What nothing is bound to
 * is nothing. */
static int
bind_value (sqlite3_stmt *statement, int index, const CareField *field, const char *value)
{
  if (value == NULL)
    return SQLITE_OK;
  if (is_integer (field))
    return sqlite3_bind_int64 (statement, index, g_ascii_strtoll (value, NULL, 10));
  if (field->type == CARE_FIELD_BYTES)
    {
      gsize length;
      guchar *bytes = g_base64_decode (value, &length);
      return sqlite3_bind_blob64 (statement, index, bytes, length, g_free);
    }
  return sqlite3_bind_text (statement, index, value, -1, SQLITE_STATIC);
}

/**
 * care_database_read_value:
 * @value: a value of a row, or of a changeset
 * @field: the field that it is of
 *
 * @value may be one that SQLite calls unprotected: a connection is used by one
 * thread at a time.
 *
 * Returns: (transfer full) (nullable): its text, which need not be canonical.
 */
char *
care_database_read_value (sqlite3_value *value, const CareField *field)
{
  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return NULL;
  if (field->type == CARE_FIELD_BYTES)
    {
      const guchar *bytes = sqlite3_value_blob (value);
      return g_base64_encode (bytes, (gsize) sqlite3_value_bytes (value));
    }
  return g_strdup ((const char *) sqlite3_value_text (value));
}

/* Values that were found to be canonical, or what they are then. */
static GPrivate known_values = G_PRIVATE_INIT (care_memo_free);

/* Of what people write in their own words hardly anything comes again. */
static gboolean
comes_again (const CareField *field)
{
  return field->type != CARE_FIELD_TEXT && field->type != CARE_FIELD_PROSE && field->type != CARE_FIELD_BYTES;
}

static char *
read_known_value (const CareField *field, const char *text, GError **error)
{
  CareMemo *memo = care_memo_get (&known_values);
  const char *known = care_memo_find (memo, field, text);
  char *canonical;

  if (known != NULL)
    return g_strdup (known);
  canonical = care_field_canonical (field, text, error);
  if (canonical != NULL)
    care_memo_keep (memo, field, text, canonical);
  return canonical;
}

/* (transfer full) (nullable): the canonical value of a column; %NULL without @error
 * where there is none. */
static char *
read_canonical (sqlite3_stmt *statement, int column, const CareField *field, GError **error)
{
  g_autofree char *bytes = NULL;
  const char *text;

  if (field->type == CARE_FIELD_BYTES)
    text = bytes = care_database_read_value (sqlite3_column_value (statement, column), field);
  else
    text = (const char *) sqlite3_column_text (statement, column);
  if (text == NULL)
    return NULL;
  return comes_again (field) ? read_known_value (field, text, error) : care_field_canonical (field, text, error);
}

/* Fills @record from the row at hand. What is not a value of its field is left
 * out and told in @problem, which keeps the first. */
static void
read_values (sqlite3_stmt *statement, CareRecord *record, GError **problem)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GError) reason = NULL;
      char *canonical = read_canonical (statement, (int) i + 1, &kind->fields[i], &reason);

      if (canonical != NULL)
        care_record_take (record, i, canonical);
      if (reason == NULL || *problem != NULL)
        continue;
      g_set_error (problem, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                   _ ("The library is damaged (%s %" PRId64 ": %s); restore a backup"), kind->name,
                   care_record_get_id (record), reason->message);
    }
}

static char *
write_select (const CareKind *kind)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", kind->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?", kind->name);
  return g_string_free (sql, FALSE);
}

static char *
write_insert (const CareKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?", kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append (sql, ", ?");
  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

/* What is run for each of thousands of records, as text: writing it would take as
 * long as running it. */
typedef struct
{
  char *select;
  char *insert;
} Texts;

static gpointer
write_texts (gpointer unused)
{
  const CareKind *kinds;
  guint n_kinds;
  Texts *texts;

  kinds = care_kind_list (&n_kinds);
  texts = g_new (Texts, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    texts[i] = (Texts) { write_select (&kinds[i]), write_insert (&kinds[i]) };
  return texts;
}

static const Texts *
get_texts (const CareKind *kind)
{
  static GOnce once = G_ONCE_INIT;
  guint n_kinds;

  return (const Texts *) g_once (&once, write_texts, NULL) + (kind - care_kind_list (&n_kinds));
}

/**
 * care_database_load_readable:
 * @db: a connection
 * @kind: a kind
 * @id: of a record of @kind
 * @problem: (out): a #CareStoreError where a value is damaged; the record is
 *   without it then
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): as much of that record as can be read;
 *   %NULL without @error if there is none.
 */
CareRecord *
care_database_load_readable (sqlite3 *db, const CareKind *kind, CareId id, GError **problem, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (db, get_texts (kind)->select, error);
  CareRecord *record;

  if (statement == NULL)
    return NULL;
  care_statement_bind_id (statement, 1, id);
  if (!care_statement_step (statement, error))
    return NULL;
  record = care_record_new (kind, id);
  read_values (statement, record, problem);
  return record;
}

/**
 * care_database_load:
 * @db: a connection
 * @kind: a kind
 * @id: of a record of @kind
 * @error: return location for a #CareStoreError, also where a value is damaged
 *
 * Returns: (transfer full) (nullable): that record; %NULL without @error if there
 *   is none.
 */
CareRecord *
care_database_load (sqlite3 *db, const CareKind *kind, CareId id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (CareRecord) record = care_database_load_readable (db, kind, id, &problem, error);

  if (problem == NULL)
    return g_steal_pointer (&record);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * care_database_list:
 * @db: a connection
 * @kind: a kind
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareId): the ids of all
 *   records of @kind, ascending.
 */
GArray *
care_database_list (sqlite3 *db, const CareKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id", kind->name);
  g_autoptr (CareStatement) statement = care_statement_get (db, sql, error);

  return statement == NULL ? NULL : care_statement_list_ids (statement, error);
}

/**
 * care_database_list_children:
 * @db: a connection
 * @kind: a kind
 * @field: a reference of it
 * @id: what it refers to
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareId): the ids of the
 *   records whose @field is @id, ascending.
 */
GArray *
care_database_list_children (sqlite3 *db, const CareKind *kind, const CareField *field, CareId id, GError **error)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ? ORDER BY id", kind->name, field->name);
  g_autoptr (CareStatement) statement = care_statement_get (db, sql, error);

  if (statement == NULL)
    return NULL;
  care_statement_bind_id (statement, 1, id);
  return care_statement_list_ids (statement, error);
}

static gboolean
finish_one (sqlite3 *db, CareStatement *statement, GError **error)
{
  if (!care_statement_run (statement, error))
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
  g_autoptr (CareStatement) statement = care_statement_get (db, sql, error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, id);
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
  g_autoptr (CareStatement) statement = care_statement_get (db, get_texts (kind)->insert, error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_id (statement, 1, care_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    bind_value (statement, (int) i + 2, &kind->fields[i], care_record_get_at (record, i));
  return care_statement_run (statement, error);
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
  g_autoptr (CareStatement) statement = care_statement_get (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_value (statement, 1, &kind->fields[field], value);
  care_statement_bind_id (statement, 2, id);
  return finish_one (db, statement, error);
}
