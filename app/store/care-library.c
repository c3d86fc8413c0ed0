/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-library-private.h"

#include "care-reference.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (CareLibrary, care_library, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
care_library_finalize (GObject *object)
{
  CareLibrary *self = CARE_LIBRARY (object);

  g_clear_pointer (&self->db, care_database_close);
  g_free (self->path);
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
  g_list_store_append (g_hash_table_lookup (self->lists, care_record_get_kind (record)), record);
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
 * care_library_list:
 * @self: a library
 * @kind: such as "figure"
 *
 * Returns: (transfer none): a live list of all records of @kind, by the order in
 *   which they came.
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
text_names (const char *text, CareRecord *target)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    if (match.kind == care_record_get_kind (target) && match.id == care_record_get_id (target))
      return TRUE;
  return FALSE;
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
      if (field->type == CARE_FIELD_PROSE && text_names (value, target))
        return TRUE;
      if (field->type == CARE_FIELD_REFERENCE && strcmp (field->target, care_record_get_kind (target)->name) == 0
          && care_record_get_reference (record, field->name) == care_record_get_id (target))
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

static gboolean
write_step (CareLibrary *self, const CareStep *step, GError **error)
{
  if (step->field < 0)
    return care_record_check (step->record, error) && care_database_insert (self->db, step->record, error);
  return care_database_update (self->db, care_record_get_kind (step->record), care_record_get_id (step->record),
                               (guint) step->field, step->value, error);
}

static gboolean
write_steps (CareLibrary *self, GPtrArray *steps, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    if (!write_step (self, g_ptr_array_index (steps, i), error))
      return FALSE;
  return care_database_exec (self->db, "COMMIT", error);
}

static void
publish_steps (CareLibrary *self, GPtrArray *steps)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const CareStep *step = g_ptr_array_index (steps, i);
      const CareKind *kind = care_record_get_kind (step->record);

      if (step->field < 0)
        care_library_add_record (self, step->record);
      else
        care_record_set (step->record, kind->fields[step->field].name, step->value, NULL);
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const CareStep *step = g_ptr_array_index (steps, i);

      if (g_hash_table_add (told, step->record))
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0, step->record);
    }
}

/**
 * care_library_apply:
 * @self: a library that can be written
 * @act: what to do
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * Does all of @act in one transaction. Only after it has been committed do the
 * records and lists change and #CareLibrary::changed is emitted.
 *
 * Returns: %FALSE if nothing was done.
 */
gboolean
care_library_apply (CareLibrary *self, CareAct *act, GError **error)
{
  GPtrArray *steps = care_act_get_steps (act);

  if (!self->writable)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                   _ ("The library was opened only to be read; open it again to change it"));
      return FALSE;
    }
  if (steps->len == 0)
    return TRUE;
  if (!care_database_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!write_steps (self, steps, error))
    {
      care_database_exec (self->db, "ROLLBACK", NULL);
      return FALSE;
    }
  publish_steps (self, steps);
  return TRUE;
}

static gboolean
is_same (CareRecord *a, CareRecord *b)
{
  for (guint i = 0; i < care_record_get_kind (a)->n_fields; i++)
    if (g_strcmp0 (care_record_get_at (a, i), care_record_get_at (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * care_library_import:
 * @self: a library that can be written
 * @records: (element-type CareRecord): what to put in
 * @n_new: (out) (optional): how many of them were not there before
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * Puts @records in as one act. A record that is there already, and the same, is
 * left; one that differs refuses the whole import, as nothing is overwritten.
 *
 * Returns: %FALSE if nothing was imported.
 */
gboolean
care_library_import (CareLibrary *self, GPtrArray *records, guint *n_new, GError **error)
{
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("Import %u record", "Import %u records", records->len), records->len);
  g_autoptr (CareAct) act = care_act_new (sentence);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      const CareKind *kind = care_record_get_kind (record);
      CareRecord *there = care_library_find (self, kind->name, care_record_get_id (record));

      if (there == NULL)
        care_act_insert (act, record);
      else if (!is_same (there, record))
        {
          g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                       _ ("The library holds another version of “%s”; import into a new library instead"),
                       care_record_get_title (record));
          return FALSE;
        }
    }
  if (n_new != NULL)
    *n_new = care_act_get_steps (act)->len;
  return care_library_apply (self, act, error);
}
