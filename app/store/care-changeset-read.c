/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a changeset says, in records and values. */

#include "care-changeset.h"

typedef int (*Get) (sqlite3_changeset_iter *iter, int column, sqlite3_value **value);

/* The values on one side of a change; those of an update are only the ones that
 * differ. A stranger's history may hold what is no value of its field: that is
 * left out. */
static CareRecord *
read_side (sqlite3_changeset_iter *iter, const CareChange *change, int n_columns, Get get)
{
  CareRecord *record = care_record_new (change->kind, change->id);

  for (guint i = 0; i < change->kind->n_fields && (int) i + 1 < n_columns; i++)
    {
      const CareField *field = &change->kind->fields[i];
      sqlite3_value *value = NULL;
      g_autofree char *text = NULL;

      if (get (iter, (int) i + 1, &value) != SQLITE_OK)
        continue;
      text = care_database_read_value (value, field);
      care_record_set (record, field->name, text, NULL);
    }
  return record;
}

static CareDifference *
read_difference (sqlite3_changeset_iter *iter, const CareChange *only)
{
  const char *table;
  int n_columns;
  int operation;
  sqlite3_value *key = NULL;
  CareChange change;
  g_autoptr (CareRecord) before = NULL;
  g_autoptr (CareRecord) after = NULL;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    return NULL;
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &key);
  else
    sqlite3changeset_old (iter, 0, &key);
  change = (CareChange) { care_kind_find (table), key == NULL ? 0 : sqlite3_value_int64 (key) };
  if (change.kind == NULL || (only != NULL && !care_change_equal (&change, only)))
    return NULL;
  if (operation != SQLITE_INSERT)
    before = read_side (iter, &change, n_columns, sqlite3changeset_old);
  if (operation != SQLITE_DELETE)
    after = read_side (iter, &change, n_columns, sqlite3changeset_new);
  return care_difference_new (before, after);
}

/**
 * care_changeset_read:
 * @changeset: what an act changed
 * @only: (nullable): the record that is of interest, where not all are
 *
 * Returns: (transfer full) (element-type CareDifference): what it says; nothing if
 *   it is damaged.
 */
GPtrArray *
care_changeset_read (GBytes *changeset, const CareChange *only)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) care_difference_free);
  sqlite3_changeset_iter *iter = NULL;
  gsize length;
  gconstpointer bytes = g_bytes_get_data (changeset, &length);

  if (length == 0 || !care_changeset_is_sound (changeset)
      || sqlite3changeset_start (&iter, (int) length, (void *) bytes) != SQLITE_OK)
    return differences;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      CareDifference *difference = read_difference (iter, only);

      if (difference != NULL)
        g_ptr_array_add (differences, difference);
    }
  sqlite3changeset_finalize (iter);
  return differences;
}
