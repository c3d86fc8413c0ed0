/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the live records and lists follow the file: what has changed is read before
 * it is committed, so that nothing is committed that could not be opened again,
 * and shown after. */

#include "care-library-private.h"

#include "care-changeset.h"

/* One record as the file has it now. */
typedef struct
{
  CareChange change;
  CareRecord *row; /* NULL if it is no longer there */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->row);
  g_free (change);
}

typedef struct
{
  sqlite3 *db;
  const CareKind *kind; /* that @statement reads; a changeset goes table by table */
  sqlite3_stmt *statement;
  GPtrArray *changes;
  GError *error;
} Reading;

static gboolean
turn_to_kind (Reading *reading, const CareKind *kind)
{
  if (reading->kind == kind)
    return TRUE;
  g_clear_pointer (&reading->statement, sqlite3_finalize);
  reading->statement = care_database_prepare_one (reading->db, kind, &reading->error);
  reading->kind = kind;
  return reading->statement != NULL;
}

static void
read_change (const CareChange *touched, gpointer data)
{
  Reading *reading = data;
  Change *change;

  if (reading->error != NULL || !turn_to_kind (reading, touched->kind))
    return;
  change = g_new0 (Change, 1);
  change->change = *touched;
  change->row = care_database_load_one (reading->statement, touched->kind, touched->id, &reading->error);
  g_ptr_array_add (reading->changes, change);
}

/* The session extension gives them in no order. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const CareChange *first = &(*(Change *const *) a)->change;
  const CareChange *second = &(*(Change *const *) b)->change;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

/* (transfer full) (nullable): the records that @changeset touched, as they stand in
 * the transaction at hand, by kind and then by ascending id. */
GPtrArray *
care_library_read_changes (CareLibrary *self, GBytes *changeset, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  Reading reading = { self->db, NULL, NULL, changes, NULL };

  care_changeset_foreach (changeset, read_change, &reading);
  g_clear_pointer (&reading.statement, sqlite3_finalize);
  g_ptr_array_sort (changes, compare_changes);
  if (reading.error == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, reading.error);
  return NULL;
}

static guint
hash_record (gconstpointer record)
{
  CareId id = care_record_get_id ((CareRecord *) record);

  return g_int64_hash (&id);
}

static gboolean
is_same_record (gconstpointer a, gconstpointer b)
{
  CareRecord *first = (CareRecord *) a;
  CareRecord *second = (CareRecord *) b;

  return care_record_get_id (first) == care_record_get_id (second)
         && care_record_get_kind (first) == care_record_get_kind (second);
}

/* The records that the steps put in: the very objects that the caller holds come
 * into the lists. */
static GHashTable *
collect_inserted (GPtrArray *steps)
{
  GHashTable *inserted = g_hash_table_new (hash_record, is_same_record);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const CareStep *step = g_ptr_array_index (steps, i);

      if (step->what == CARE_STEP_INSERT)
        g_hash_table_add (inserted, step->record);
    }
  return inserted;
}

static void
take_values (CareRecord *record, CareRecord *from)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (care_record_get_at (record, i), care_record_get_at (from, i)) != 0)
      care_record_set (record, kind->fields[i].name, care_record_get_at (from, i), NULL);
}

static CareRecord *
show_row (CareLibrary *self, CareRecord *row, GHashTable *inserted)
{
  CareRecord *live = care_library_find (self, care_record_get_kind (row)->name, care_record_get_id (row));
  CareRecord *given = live == NULL ? g_hash_table_lookup (inserted, row) : NULL;

  if (live != NULL || given != NULL)
    take_values (live != NULL ? live : given, row);
  if (live != NULL)
    return live;
  care_library_add_record (self, given != NULL ? given : row);
  return given != NULL ? given : row;
}

/* Brings the records and lists up to date with @changes, which have been committed
 * by @steps, or by an undoing or redoing where there are none; then tells. */
void
care_library_show_changes (CareLibrary *self, GPtrArray *changes, GPtrArray *steps)
{
  g_autoptr (GHashTable) inserted = collect_inserted (steps);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);
      CareRecord *live = care_library_find (self, change->change.kind->name, change->change.id);

      if (change->row != NULL)
        g_ptr_array_add (changed, g_object_ref (show_row (self, change->row, inserted)));
      else if (live != NULL)
        {
          g_ptr_array_add (removed, g_object_ref (live));
          care_library_remove_record (self, live);
        }
    }
  for (guint i = 0; i < removed->len; i++)
    g_signal_emit_by_name (self, "removed", g_ptr_array_index (removed, i));
  for (guint i = 0; i < changed->len; i++)
    g_signal_emit_by_name (self, "changed", g_ptr_array_index (changed, i));
  g_signal_emit_by_name (self, "applied");
}
