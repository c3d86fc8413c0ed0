/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What refers to a record, in a field or within a text. */

#include "care-library-private.h"

#include "care-reference.h"
#include "care-statement.h"

/* Those whose texts name @target: of what depends on it, as a pledge does on its
 * deadline, the records with such a text. */
static void
add_namers (CareLibrary *self, GHashTable *users, CareRecord *target)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CareChange));
  GError *error = NULL;
  CareStatement *statement;

  g_rec_mutex_lock (&self->lock);
  statement = care_statement_get (
    self->db, "SELECT record, kind FROM dependency WHERE target = ?1 AND target_kind = ?2", &error);
  if (statement != NULL)
    {
      care_statement_bind_id (statement, 1, care_record_get_id (target));
      care_statement_bind_text (statement, 2, care_record_get_kind (target)->name);
      while (care_statement_step (statement, &error))
        {
          CareChange user = { care_kind_find ((const char *) sqlite3_column_text (statement, 1)),
                              sqlite3_column_int64 (statement, 0) };
          if (user.kind != NULL)
            g_array_append_val (found, user);
        }
      care_statement_done (statement);
    }
  g_rec_mutex_unlock (&self->lock);
  care_library_report_taken (self, error);
  for (guint i = 0; i < found->len; i++)
    {
      const CareChange *change = &g_array_index (found, CareChange, i);
      CareRecord *user = care_library_find_of_kind (self, change->kind, change->id);

      for (guint f = 0; user != NULL && f < change->kind->n_fields; f++)
        if (change->kind->fields[f].type == CARE_FIELD_PROSE && care_record_get_at (user, f) != NULL
            && care_reference_is_to (care_record_get_at (user, f), target))
          g_hash_table_add (users, user);
    }
}

static void
add_referrers (CareLibrary *self, GHashTable *users, const CareKind *kind, CareRecord *target)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      g_autoptr (GPtrArray) found = NULL;

      if (field->type != CARE_FIELD_REFERENCE || care_kind_find (field->target) != care_record_get_kind (target))
        continue;
      found = g_ptr_array_new_with_free_func (g_object_unref);
      care_library_add_found (self, found, kind, care_library_list_children (self, kind, field, care_record_get_id (target)));
      for (guint n = 0; n < found->len; n++)
        g_hash_table_add (users, g_ptr_array_index (found, n));
    }
}

static int
compare_kinds_and_ids (gconstpointer a, gconstpointer b)
{
  CareRecord *first = *(CareRecord *const *) a;
  CareRecord *second = *(CareRecord *const *) b;

  if (care_record_get_kind (first) != care_record_get_kind (second))
    return care_record_get_kind (first) < care_record_get_kind (second) ? -1 : 1;
  return (care_record_get_id (first) > care_record_get_id (second))
         - (care_record_get_id (first) < care_record_get_id (second));
}

/**
 * care_library_users:
 * @self: a library
 * @record: a record of it
 *
 * Returns: (transfer full) (element-type CareRecord): every record that refers to
 *   @record, in a field or within a text, by kind and then by ascending id.
 */
GPtrArray *
care_library_users (CareLibrary *self, CareRecord *record)
{
  g_autoptr (GHashTable) users = g_hash_table_new (NULL, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer user;
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    add_referrers (self, users, &kinds[k], record);
  add_namers (self, users, record);
  g_hash_table_iter_init (&iter, users);
  while (g_hash_table_iter_next (&iter, &user, NULL))
    g_ptr_array_add (list, g_object_ref (user));
  g_ptr_array_sort (list, compare_kinds_and_ids);
  return list;
}
