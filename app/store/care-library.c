/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-library-private.h"

#include "care-reference.h"

G_DEFINE_FINAL_TYPE (CareLibrary, care_library, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  SIGNAL_APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
care_library_finalize (GObject *object)
{
  CareLibrary *self = CARE_LIBRARY (object);

  g_clear_pointer (&self->db, care_database_close);
  g_clear_pointer (&self->lock, care_lock_release);
  g_free (self->path);
  g_free (self->author);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->ids);
  G_OBJECT_CLASS (care_library_parent_class)->finalize (object);
}

static void
care_library_class_init (CareLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_library_finalize;

  /**
   * CareLibrary::changed:
   * @record: a record that is new or has changed
   *
   * An act has been committed. Emitted once a record, after all of them have
   * their new values.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CARE_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareLibrary::removed:
   * @record: a record that is no longer in the library
   *
   * An act that deletes it has been committed, or one that made it been undone.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", CARE_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareLibrary::applied:
   *
   * An act was done, undone or redone, and all that it changes has been told.
   */
  signals[SIGNAL_APPLIED] = g_signal_new ("applied", CARE_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
care_library_init (CareLibrary *self)
{
  const CareKind *kinds;
  guint n_kinds;

  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    g_hash_table_insert (self->lists, (gpointer) &kinds[i], g_list_store_new (CARE_TYPE_RECORD));
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  CareId first = care_record_get_id ((CareRecord *) a);
  CareId second = care_record_get_id ((CareRecord *) b);

  return (first > second) - (first < second);
}

/* Puts @record into the lists; the file already holds it. */
void
care_library_add_record (CareLibrary *self, CareRecord *record)
{
  CareId id = care_record_get_id (record);
  GPtrArray *same = g_hash_table_lookup (self->ids, &id);

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->ids, g_memdup2 (&id, sizeof id), same);
    }
  g_ptr_array_add (same, record);
  g_list_store_insert_sorted (g_hash_table_lookup (self->lists, care_record_get_kind (record)), record, compare_ids,
                              NULL);
}

/* Where @record stands in @list, which is by ascending id. */
static guint
find_position (GListModel *list, CareRecord *record)
{
  guint low = 0;
  guint high = g_list_model_get_n_items (list);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (CareRecord) there = g_list_model_get_item (list, middle);

      if (compare_ids (there, record, NULL) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Takes @record out of the lists; the file no longer holds it. */
void
care_library_remove_record (CareLibrary *self, CareRecord *record)
{
  GListStore *list = g_hash_table_lookup (self->lists, care_record_get_kind (record));
  CareId id = care_record_get_id (record);

  g_ptr_array_remove_fast (g_hash_table_lookup (self->ids, &id), record);
  g_list_store_remove (list, find_position (G_LIST_MODEL (list), record));
}

/**
 * care_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): its file.
 */
const char *
care_library_get_path (CareLibrary *self)
{
  return self->path;
}

/**
 * care_library_is_writable:
 * @self: a library
 *
 * Returns: whether acts can be applied to it.
 */
gboolean
care_library_is_writable (CareLibrary *self)
{
  return self->writable;
}

/**
 * care_library_get_version:
 * @self: a library
 *
 * Returns: the version of the schema of its file, which is
 *   %CARE_LIBRARY_VERSION once it has been opened to be written.
 */
int
care_library_get_version (CareLibrary *self)
{
  return self->version;
}

/**
 * care_library_list:
 * @self: a library
 * @kind: such as "figure"
 *
 * Returns: (transfer none): a live list of all records of @kind, by ascending id.
 */
GListModel *
care_library_list (CareLibrary *self, const char *kind)
{
  return g_hash_table_lookup (self->lists, care_kind_find (kind));
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
  GPtrArray *same = g_hash_table_lookup (self->ids, &id);

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (care_record_is (g_ptr_array_index (same, i), kind))
      return g_ptr_array_index (same, i);
  return NULL;
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

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return care_record_compare (*(CareRecord *const *) a, *(CareRecord *const *) b);
}

/**
 * care_library_children:
 * @self: a library
 * @kind: such as "section"
 * @field: the name of a reference of that kind, such as "briefing"
 * @id: the id that @field has
 *
 * Returns: (transfer container) (element-type CareRecord): the records of @kind
 *   whose @field refers to @id, in their order.
 */
GPtrArray *
care_library_children (CareLibrary *self, const char *kind, const char *field, CareId id)
{
  GListModel *list = care_library_list (self, kind);
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (list, i);

      if (care_record_get_reference (record, field) == id)
        g_ptr_array_add (children, record);
    }
  g_ptr_array_sort (children, compare_records);
  return children;
}

static gboolean
uses (CareRecord *record, CareRecord *target)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      const char *value = care_record_get_at (record, i);

      if (value == NULL)
        continue;
      if (field->type == CARE_FIELD_PROSE && care_reference_is_to (value, target))
        return TRUE;
      if (care_record_names (record, field, target))
        return TRUE;
    }
  return FALSE;
}

/**
 * care_library_records:
 * @self: a library
 *
 * Returns: (transfer container) (element-type CareRecord): every record, by kind
 *   and then by ascending id.
 */
GPtrArray *
care_library_records (CareLibrary *self)
{
  GPtrArray *records = g_ptr_array_new ();
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      GListModel *list = care_library_list (self, kinds[k].name);

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (CareRecord) record = g_list_model_get_item (list, i);
          g_ptr_array_add (records, record);
        }
    }
  return records;
}

/**
 * care_library_users:
 * @self: a library
 * @record: a record of it
 *
 * Returns: (transfer container) (element-type CareRecord): every record that
 *   refers to @record, in a field or within a text.
 */
GPtrArray *
care_library_users (CareLibrary *self, CareRecord *record)
{
  GPtrArray *users = care_library_records (self);

  for (guint i = users->len; i > 0; i--)
    if (!uses (g_ptr_array_index (users, i - 1), record))
      g_ptr_array_remove_index (users, i - 1);
  return users;
}

/**
 * care_library_set_author:
 * @self: a library
 * @author: who does what is done from now on
 *
 * Names the author of acts.
 */
void
care_library_set_author (CareLibrary *self, const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}
