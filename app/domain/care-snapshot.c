/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-snapshot.h"

#include "care-number-style.h"

#include <string.h>

struct _CareSnapshot
{
  gatomicrefcount refs;
  CareRecord *briefing;
  GHashTable *records; /* kind -> GPtrArray of records in their order */
};

G_DEFINE_BOXED_TYPE (CareSnapshot, care_snapshot, care_snapshot_ref, care_snapshot_unref)

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return care_record_compare (*(CareRecord *const *) a, *(CareRecord *const *) b);
}

/**
 * care_snapshot_may_hold:
 * @kind: a kind
 *
 * Returns: whether records of @kind are in snapshots: editions and notes of a review
 *   belong to a briefing, and it shows none of them.
 */
gboolean
care_snapshot_may_hold (const CareKind *kind)
{
  return strcmp (kind->name, "edition") != 0 && strcmp (kind->name, "review_note") != 0;
}

static void
add_record (CareSnapshot *self, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);
  GPtrArray *list = g_hash_table_lookup (self->records, kind);

  if (!care_snapshot_may_hold (kind))
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->records, (gpointer) kind, list);
    }
  g_ptr_array_add (list, care_record_copy (record));
}

/**
 * care_snapshot_new:
 * @briefing: the briefing, which is also among @records
 * @records: (element-type CareRecord): every record that it shows
 *
 * Returns: (transfer full): a snapshot with copies of those of @records that it may hold.
 */
CareSnapshot *
care_snapshot_new (CareRecord *briefing, GPtrArray *records)
{
  CareSnapshot *self = g_new0 (CareSnapshot, 1);
  GHashTableIter iter;
  gpointer list;

  g_atomic_ref_count_init (&self->refs);
  self->records = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < records->len; i++)
    add_record (self, g_ptr_array_index (records, i));

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_records);

  self->briefing = care_snapshot_find (self, "briefing", care_record_get_id (briefing));
  g_assert (self->briefing != NULL);
  return self;
}

/**
 * care_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self with one more holder.
 */
CareSnapshot *
care_snapshot_ref (CareSnapshot *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * care_snapshot_unref:
 * @self: (transfer full): a snapshot
 *
 * Gives @self up; the last holder's giving up frees it.
 */
void
care_snapshot_unref (CareSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->records);
  g_free (self);
}

/**
 * care_snapshot_get_briefing:
 * @self: a snapshot
 *
 * Returns: (transfer none): the briefing.
 */
CareRecord *
care_snapshot_get_briefing (CareSnapshot *self)
{
  return self->briefing;
}

/**
 * care_snapshot_get_numbers:
 * @self: a snapshot
 *
 * Returns: (transfer none): how its briefing writes numbers.
 */
const CareNumberStyle *
care_snapshot_get_numbers (CareSnapshot *self)
{
  return care_number_style_of (self->briefing);
}

/**
 * care_snapshot_find:
 * @self: a snapshot
 * @kind: such as "figure"
 * @id: of a record
 *
 * Returns: (transfer none) (nullable): that record, if the briefing shows it.
 */
CareRecord *
care_snapshot_find (CareSnapshot *self, const char *kind, CareId id)
{
  GPtrArray *list = g_hash_table_lookup (self->records, care_kind_find (kind));

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (care_record_get_id (g_ptr_array_index (list, i)) == id)
      return g_ptr_array_index (list, i);
  return NULL;
}

/**
 * care_snapshot_lookup:
 * @kind: such as "figure"
 * @id: of a record
 * @data: (type CareSnapshot): the snapshot
 *
 * care_snapshot_find() as a #CareLookup.
 *
 * Returns: (transfer none) (nullable): the record.
 */
CareRecord *
care_snapshot_lookup (const char *kind, CareId id, gpointer data)
{
  return care_snapshot_find (data, kind, id);
}

/**
 * care_snapshot_follow:
 * @self: a snapshot
 * @record: a record
 * @field: the name of a reference of its kind
 *
 * Returns: (transfer none) (nullable): the record that @field refers to.
 */
CareRecord *
care_snapshot_follow (CareSnapshot *self, CareRecord *record, const char *field)
{
  const CareField *reference = care_kind_field (care_record_get_kind (record), field);
  CareId id = care_record_get_reference (record, field);

  return id == 0 ? NULL : care_snapshot_find (self, reference->target, id);
}

/**
 * care_snapshot_list:
 * @self: a snapshot
 * @kind: such as "section"
 * @field: the name of a reference of that kind, such as "briefing"
 * @id: the id that @field has
 *
 * Returns: (transfer container) (element-type CareRecord): the records of @kind
 *   whose @field refers to @id, in their order; empty if there is none.
 */
GPtrArray *
care_snapshot_list (CareSnapshot *self, const char *kind, const char *field, CareId id)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *list = g_hash_table_lookup (self->records, care_kind_find (kind));

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (care_record_get_reference (g_ptr_array_index (list, i), field) == id)
      g_ptr_array_add (found, g_ptr_array_index (list, i));
  return found;
}

/**
 * care_snapshot_get_records:
 * @self: a snapshot
 *
 * Returns: (transfer container) (element-type CareRecord): all that it holds, by
 *   kind and then in their order.
 */
GPtrArray *
care_snapshot_get_records (CareSnapshot *self)
{
  GPtrArray *records = g_ptr_array_new ();
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      GPtrArray *list = g_hash_table_lookup (self->records, &kinds[k]);

      for (guint i = 0; list != NULL && i < list->len; i++)
        g_ptr_array_add (records, g_ptr_array_index (list, i));
    }
  return records;
}
