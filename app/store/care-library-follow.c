/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the live records and lists follow the file: what has changed is read before
 * it is committed, so that nothing is committed that could not be opened again,
 * and shown after. */

#include "care-library-private.h"

/* Of an act that touches more, only the records that somebody holds are read again. */
#define MAX_ROWS 1000

static void
unref_row (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

static gboolean
read_row (sqlite3 *db, GPtrArray *rows, const CareChange *change, GError **error)
{
  g_autoptr (GError) reason = NULL;
  CareRecord *row = care_database_load (db, change->kind, change->id, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  g_ptr_array_add (rows, row);
  return TRUE;
}

/* Reads what @deed has touched, as it stands in the transaction at hand. */
gboolean
care_library_read_changes (CareLibrary *self, CareDeed *deed, GError **error)
{
  if (deed->touched->len > MAX_ROWS)
    return TRUE;
  deed->rows = g_ptr_array_new_with_free_func (unref_row);
  for (guint i = 0; i < deed->touched->len; i++)
    if (!read_row (self->db, deed->rows, &g_array_index (deed->touched, CareChange, i), error))
      return FALSE;
  return TRUE;
}

static void
take_values (CareRecord *record, CareRecord *from)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    care_record_take (record, i, g_strdup (care_record_get_at (from, i)));
}

/* The records that the act puts in: the very objects that the caller holds become
 * the live ones. */
static GHashTable *
collect_inserted (CareAct *act)
{
  GHashTable *inserted = g_hash_table_new_full (care_change_hash, care_change_equal, g_free, NULL);

  for (guint i = 0; act != NULL && i < care_act_get_steps (act)->len; i++)
    {
      const CareStep *step = g_ptr_array_index (care_act_get_steps (act), i);
      const CareChange key = { care_record_get_kind (step->record), care_record_get_id (step->record) };

      if (step->what == CARE_STEP_INSERT)
        g_hash_table_insert (inserted, g_memdup2 (&key, sizeof key), step->record);
    }
  return inserted;
}

typedef struct
{
  GPtrArray *changed;
  GPtrArray *removed;
} News;

/* The record of @change is @row now, or no more. */
static void
show_row (CareLibrary *self, const CareChange *change, CareRecord *row, GHashTable *inserted, News *news)
{
  CareRecord *live = care_library_find_live (self, change->kind, change->id);
  CareRecord *given = live == NULL ? g_hash_table_lookup (inserted, change) : NULL;
  /* Whoever is told of a new value may give the record up. */
  g_autoptr (CareRecord) held = live == NULL ? NULL : g_object_ref (live);

  if (row == NULL)
    {
      g_ptr_array_add (news->removed, live != NULL ? g_object_ref (live) : care_record_new (change->kind, change->id));
      if (live != NULL)
        care_library_forget (self, live);
      return;
    }
  if (live != NULL || given != NULL)
    take_values (live != NULL ? live : given, row);
  if (live == NULL)
    live = care_library_adopt (self, given != NULL ? given : row);
  g_ptr_array_add (news->changed, g_object_ref (live));
}

/* As show_row() for each record of a deed that touched very many: only those that
 * somebody holds. */
static void
show_held (CareLibrary *self, const CareChange *change, GHashTable *inserted, News *news)
{
  g_autoptr (CareRecord) row = NULL;

  if (care_library_find_live (self, change->kind, change->id) == NULL
      && !g_hash_table_contains (inserted, change))
    return;
  g_rec_mutex_lock (&self->lock);
  row = care_database_load (self->db, change->kind, change->id, NULL);
  g_rec_mutex_unlock (&self->lock);
  show_row (self, change, row, inserted, news);
}

static void
show_records (CareLibrary *self, CareDeed *deed, News *news)
{
  /* Of thousands of records that were put in, nobody needs the objects again. */
  g_autoptr (GHashTable) inserted = collect_inserted (deed->rows == NULL ? NULL : deed->act);

  for (guint i = 0; i < deed->touched->len; i++)
    {
      const CareChange *change = &g_array_index (deed->touched, CareChange, i);

      g_hash_table_add (self->touched, (gpointer) change->kind);
      if (deed->rows != NULL)
        show_row (self, change, g_ptr_array_index (deed->rows, i), inserted, news);
      else
        show_held (self, change, inserted, news);
    }
}

static void
show_lists (CareLibrary *self, CareDeed *deed)
{
  /* A list may be given up by who is told of a change to another. */
  GSList *lists = g_slist_copy_deep (self->all_lists, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  for (GSList *l = lists; l != NULL; l = l->next)
    care_record_list_follow (l->data, deed->touched, deed->rows);
  g_slist_free_full (lists, g_object_unref);
}

static void
report (CareLibrary *self, GError **told)
{
  g_autoptr (GError) trouble = g_steal_pointer (told);

  if (trouble != NULL)
    care_library_report (self, trouble);
}

/**
 * care_library_conclude:
 * @self: a library
 * @deed: what has been committed
 *
 * Brings the records and lists up to date, then tells.
 */
void
care_library_conclude (CareLibrary *self, CareDeed *deed)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  News news = { changed, removed };

  if (deed->act != NULL)
    care_act_forget_before (deed->act);
  report (self, &self->room_trouble);
  report (self, &self->backup_trouble);
  if (deed->touched == NULL)
    return;
  if (self->touched == NULL)
    self->touched = g_hash_table_new (NULL, NULL);
  g_hash_table_remove_all (self->touched);
  show_records (self, deed, &news);
  show_lists (self, deed);
  for (guint i = 0; i < removed->len; i++)
    g_signal_emit_by_name (self, "removed", g_ptr_array_index (removed, i));
  for (guint i = 0; i < changed->len; i++)
    g_signal_emit_by_name (self, "changed", g_ptr_array_index (changed, i));
  g_signal_emit_by_name (self, "applied");
}

/**
 * care_library_has_touched:
 * @self: a library
 * @kind: such as "figure"
 *
 * Returns: whether the act that #CareLibrary::applied tells of put in, changed or
 *   took out a record of @kind.
 */
gboolean
care_library_has_touched (CareLibrary *self, const char *kind)
{
  return self->touched != NULL && g_hash_table_contains (self->touched, care_kind_find (kind));
}
