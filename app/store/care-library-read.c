/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How records are read: each is one object as long as anybody holds it, and is
 * read again after that. A library of a million records is opened as quickly,
 * and takes as little memory, as one of ten. */

#include "care-library-private.h"

/* What was read last is kept, as it is likely to be asked for again. */
#define MAX_RECENT 512

/**
 * care_library_find_live:
 * @self: a library
 * @kind: a kind
 * @id: of a record
 *
 * Returns: (transfer none) (nullable): that record, if it has been read and
 *   somebody holds it.
 */
CareRecord *
care_library_find_live (CareLibrary *self, const CareKind *kind, CareId id)
{
  const CareChange key = { kind, id };

  return self->live == NULL ? NULL : g_hash_table_lookup (self->live, &key);
}

static CareChange
make_key (gpointer record)
{
  return (CareChange) { care_record_get_kind (record), care_record_get_id (record) };
}

static void
record_gone (gpointer data, GObject *record)
{
  CareLibrary *self = data;
  /* Its kind and id can still be read: a weak reference ends before the object. */
  const CareChange key = make_key (record);

  g_hash_table_remove (self->live, &key);
}

static gboolean
trim_when_idle (gpointer data)
{
  CareLibrary *self = data;

  self->trimming = 0;
  care_library_trim (self);
  return G_SOURCE_REMOVE;
}

/**
 * care_library_trim:
 * @self: a library
 *
 * Gives up records that nobody holds, but for those read last.
 */
void
care_library_trim (CareLibrary *self)
{
  while (g_queue_get_length (&self->recent) > MAX_RECENT)
    g_object_unref (g_queue_pop_tail (&self->recent));
}

/**
 * care_library_adopt:
 * @self: a library
 * @record: (transfer none): a record that the file holds and that is not live
 *
 * Makes @record the object for its kind and id.
 *
 * Returns: (transfer none): @record.
 */
CareRecord *
care_library_adopt (CareLibrary *self, CareRecord *record)
{
  const CareChange key = make_key (record);

  if (self->live == NULL)
    self->live = g_hash_table_new_full (care_change_hash, care_change_equal, g_free, NULL);
  g_hash_table_insert (self->live, g_memdup2 (&key, sizeof key), record);
  g_object_weak_ref (G_OBJECT (record), record_gone, self);
  g_queue_push_head (&self->recent, g_object_ref (record));
  /* A private one may be another thread's. */
  if (self->trimming == 0 && !self->is_private && g_queue_get_length (&self->recent) > MAX_RECENT)
    self->trimming = g_idle_add_full (G_PRIORITY_LOW, trim_when_idle, self, NULL);
  return record;
}

/**
 * care_library_forget:
 * @self: a library
 * @record: a live record that the file no longer holds
 *
 * Makes @record an object of no library.
 */
void
care_library_forget (CareLibrary *self, CareRecord *record)
{
  const CareChange key = make_key (record);

  g_object_weak_unref (G_OBJECT (record), record_gone, self);
  g_hash_table_remove (self->live, &key);
  if (g_queue_remove (&self->recent, record))
    g_object_unref (record);
}

/* Gives up all records and lists. */
void
care_library_read_dispose (CareLibrary *self)
{
  GHashTableIter iter;
  gpointer record;

  g_clear_handle_id (&self->trimming, g_source_remove);
  for (GSList *l = self->all_lists; l != NULL; l = l->next)
    care_record_list_library_gone (l->data);
  g_clear_pointer (&self->all_lists, g_slist_free);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  if (self->live == NULL)
    return;
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_object_weak_unref (record, record_gone, self);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_queue_clear_full (&self->recent, g_object_unref);
}

/* Takes what was found out with @error, or tells of it. */
void
care_library_report_taken (CareLibrary *self, GError *problem)
{
  if (problem == NULL)
    return;
  care_library_report (self, problem);
  g_error_free (problem);
}

static CareRecord *
read_record (CareLibrary *self, const CareKind *kind, CareId id)
{
  GError *problem = NULL;
  GError *error = NULL;
  CareRecord *record;

  g_rec_mutex_lock (&self->lock);
  record = care_database_load_readable (self->db, kind, id, &problem, &error);
  g_rec_mutex_unlock (&self->lock);
  care_library_report_taken (self, problem);
  care_library_report_taken (self, error);
  return record;
}

/* The record of @kind with that id: live, or read now; NULL where there is none. */
CareRecord *
care_library_find_of_kind (CareLibrary *self, const CareKind *kind, CareId id)
{
  CareRecord *live = kind == NULL ? NULL : care_library_find_live (self, kind, id);
  g_autoptr (CareRecord) record = NULL;

  if (live != NULL || kind == NULL)
    return live;
  record = read_record (self, kind, id);
  return record == NULL ? NULL : care_library_adopt (self, record);
}

/**
 * care_library_find:
 * @self: a library
 * @kind: such as "figure"
 * @id: of a record
 *
 * Returns: (transfer none) (nullable): the live record.
 */
CareRecord *
care_library_find (CareLibrary *self, const char *kind, CareId id)
{
  return care_library_find_of_kind (self, care_kind_find (kind), id);
}

/**
 * care_library_lookup:
 * @kind: such as "figure"
 * @id: of a record
 * @data: (type CareLibrary): the library
 *
 * care_library_find() as a #CareLookup.
 *
 * Returns: (transfer none) (nullable): the record.
 */
CareRecord *
care_library_lookup (const char *kind, CareId id, gpointer data)
{
  return care_library_find (data, kind, id);
}

/**
 * care_library_follow:
 * @self: a library
 * @record: a record
 * @field: the name of a reference of its kind
 *
 * Returns: (transfer none) (nullable): the record that @field refers to.
 */
CareRecord *
care_library_follow (CareLibrary *self, CareRecord *record, const char *field)
{
  CareId id = care_record_get_reference (record, field);

  return id == 0 ? NULL : care_library_find (self, care_kind_field (care_record_get_kind (record), field)->target, id);
}

/**
 * care_library_list:
 * @self: a library
 * @kind: such as "figure"
 *
 * Returns: (transfer none): a live list of all records of @kind, by ascending id.
 */
GListModel *
care_library_list (CareLibrary *self, const char *kind_name)
{
  const CareKind *kind = care_kind_find (kind_name);
  GListModel *list;

  if (self->lists == NULL)
    self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  list = g_hash_table_lookup (self->lists, kind);
  if (list == NULL)
    {
      list = G_LIST_MODEL (care_record_list_new_by_id (self, kind));
      g_hash_table_insert (self->lists, (gpointer) kind, list);
    }
  return list;
}

/**
 * care_library_list_sorted:
 * @self: a library
 * @kinds: (array zero-terminated=1): one kind or several
 *
 * Returns: (transfer full): a live list of all records of @kinds in the order in
 *   which people look for them: by title, pledges and events by date, positions
 *   by the place in order of their party. A record that changes keeps its place.
 *   A long list comes piece by piece.
 */
GListModel *
care_library_list_sorted (CareLibrary *self, const char *const *kinds)
{
  return G_LIST_MODEL (care_record_list_new_sorted (self, kinds));
}

/**
 * care_library_count:
 * @self: a library
 * @kind: such as "figure"
 *
 * Returns: how many records of @kind there are.
 */
guint
care_library_count (CareLibrary *self, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", care_kind_find (kind)->name);
  GError *error = NULL;
  int n = 0;

  g_rec_mutex_lock (&self->lock);
  care_database_get_int (self->db, sql, &n, &error);
  g_rec_mutex_unlock (&self->lock);
  care_library_report_taken (self, error);
  return (guint) n;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return care_record_compare (*(CareRecord *const *) a, *(CareRecord *const *) b);
}

/* Adds the records of @kind with @ids, which are taken. */
void
care_library_add_found (CareLibrary *self, GPtrArray *records, const CareKind *kind, GArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      CareRecord *record = care_library_find_of_kind (self, kind, g_array_index (ids, CareId, i));

      if (record != NULL)
        g_ptr_array_add (records, g_object_ref (record));
    }
  g_clear_pointer (&ids, g_array_unref);
}

/* (transfer full) (nullable): the ids of those whose @field is @id. */
GArray *
care_library_list_children (CareLibrary *self, const CareKind *kind, const CareField *field, CareId id)
{
  GError *error = NULL;
  GArray *ids;

  g_rec_mutex_lock (&self->lock);
  ids = care_database_list_children (self->db, kind, field, id, &error);
  g_rec_mutex_unlock (&self->lock);
  care_library_report_taken (self, error);
  return ids;
}

/**
 * care_library_children:
 * @self: a library
 * @kind: such as "section"
 * @field: the name of a reference of that kind, such as "briefing"
 * @id: the id that @field has
 *
 * Returns: (transfer full) (element-type CareRecord): the records of @kind whose
 *   @field refers to @id, in their order.
 */
GPtrArray *
care_library_children (CareLibrary *self, const char *kind_name, const char *field, CareId id)
{
  const CareKind *kind = care_kind_find (kind_name);
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);

  care_library_add_found (self, children, kind,
                          care_library_list_children (self, kind, care_kind_field (kind, field), id));
  g_ptr_array_sort (children, compare_records);
  return children;
}

/**
 * care_library_records:
 * @self: a library
 *
 * Returns: (transfer full) (element-type CareRecord): every record, by kind and
 *   then by ascending id.
 */
GPtrArray *
care_library_records (CareLibrary *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      GError *error = NULL;
      GArray *ids;

      g_rec_mutex_lock (&self->lock);
      ids = care_database_list (self->db, &kinds[k], &error);
      g_rec_mutex_unlock (&self->lock);
      care_library_report_taken (self, error);
      care_library_add_found (self, records, &kinds[k], ids);
    }
  return records;
}
