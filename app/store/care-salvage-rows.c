/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what can still be read of a table, from the least id on. Where that fails,
 * a page cannot be read: every id up to some greater one then fails, and every one
 * from there on does not, so that halving finds where to go on. */

#include "care-salvage-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static GPtrArray *
find_fields (sqlite3 *db, const CareKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();

  /* A library of an earlier version does not have all of them. */
  for (guint i = 0; i < kind->n_fields; i++)
    if (sqlite3_table_column_metadata (db, "main", kind->name, kind->fields[i].name, NULL, NULL, NULL, NULL,
                                       NULL)
        == SQLITE_OK)
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);
  return fields;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const CareKind *kind, GPtrArray *fields)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  sqlite3_stmt *statement = NULL;

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (sql, ", \"%s\"", ((const CareField *) g_ptr_array_index (fields, i))->name);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id >= ?1 ORDER BY id", kind->name);
  return sqlite3_prepare_v2 (db, sql->str, -1, &statement, NULL) == SQLITE_OK ? statement : NULL;
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

static CareRecord *
read_record (sqlite3_stmt *statement, const CareKind *kind, GPtrArray *fields, GPtrArray *lost)
{
  CareRecord *record = care_record_new (kind, sqlite3_column_int64 (statement, 0));

  for (guint i = 0; i < fields->len; i++)
    {
      const CareField *field = g_ptr_array_index (fields, i);
      g_autofree char *value = read_value (statement, (int) i + 1, field);

      if (care_record_set (record, field->name, value, NULL))
        continue;
      g_ptr_array_add (lost,
                       g_strdup_printf (_ ("%s %" PRId64 ": %s could not be read"), _ (kind->label),
                                        care_record_get_id (record), _ (field->label)));
    }
  return record;
}

static int
seek (sqlite3_stmt *statement, CareId id)
{
  sqlite3_reset (statement);
  sqlite3_bind_int64 (statement, 1, id);
  return sqlite3_step (statement);
}

static gboolean
can_read_from (sqlite3_stmt *statement, CareId id)
{
  int code = seek (statement, id);

  return code == SQLITE_DONE || (code == SQLITE_ROW && sqlite3_column_int64 (statement, 0) >= id);
}

/* The least id after @bad from which something can be read; 0 if there is none. */
static CareId
skip (sqlite3_stmt *statement, CareId bad)
{
  CareId step = 1;
  CareId good;

  for (;; step *= 2)
    {
      if (step > G_MAXINT64 / 2 || bad > G_MAXINT64 - step)
        return 0;
      if (can_read_from (statement, bad + step))
        break;
      bad += step;
    }
  good = bad + step;
  while (good - bad > 1)
    {
      CareId middle = bad + (good - bad) / 2;

      if (can_read_from (statement, middle))
        good = middle;
      else
        bad = middle;
    }
  return good;
}

/* Reads on from @from as far as it goes; returns the id after the last one, or 0 at
 * the end of the table. */
static CareId
read_on (sqlite3_stmt *statement, const CareKind *kind, GPtrArray *fields, CareId from, GPtrArray *records,
         GPtrArray *lost)
{
  int code;

  for (code = seek (statement, from); code == SQLITE_ROW; code = sqlite3_step (statement))
    {
      CareId id = sqlite3_column_int64 (statement, 0);

      /* A damaged page may lead back. */
      if (id < from || id == G_MAXINT64)
        return from;
      g_ptr_array_add (records, read_record (statement, kind, fields, lost));
      from = id + 1;
    }
  return code == SQLITE_DONE ? 0 : from;
}

void
care_salvage_rows (sqlite3 *db, const CareKind *kind, GPtrArray *records, GPtrArray *lost)
{
  g_autoptr (GPtrArray) fields = find_fields (db, kind);
  g_autoptr (sqlite3_stmt) statement = prepare (db, kind, fields);
  guint n_gaps = 0;
  CareId from = 1;

  if (statement == NULL || fields->len == 0)
    return;
  while (from != 0)
    {
      CareId next = read_on (statement, kind, fields, from, records, lost);

      if (next == from)
        {
          n_gaps++;
          next = skip (statement, from);
        }
      from = next;
    }
  if (n_gaps > 0)
    g_ptr_array_add (lost, g_strdup_printf (ngettext ("%s: %u part of the table could not be read",
                                                      "%s: %u parts of the table could not be read", n_gaps),
                                            _ (kind->label_plural), n_gaps));
}
