/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-aside.h"

#include "care-library-private.h"
#include "care-statement.h"

struct _CareAside
{
  CareLibrary *library;
  GCancellable *cancellable; /* or NULL */
  GHashTable *records;       /* kind and id -> CareRecord, or NULL where there is none */
  GError *problem;           /* the first that was met, or NULL */
};

static void
record_free (gpointer data)
{
  g_clear_object ((CareRecord **) &data);
}

/**
 * care_aside_new:
 * @library: a library, which is held
 * @cancellable: (nullable): once it is cancelled nothing more is found
 *
 * In the main thread.
 *
 * Returns: (transfer full): nothing read yet.
 */
CareAside *
care_aside_new (CareLibrary *library, GCancellable *cancellable)
{
  CareAside *self = g_new0 (CareAside, 1);

  self->library = g_object_ref (library);
  g_set_object (&self->cancellable, cancellable);
  self->records = g_hash_table_new_full (care_change_hash, care_change_equal, g_free, record_free);
  return self;
}

/**
 * care_aside_free:
 * @self: (transfer full): what was read, perhaps in another thread
 *
 * In the main thread, where it has the library tell what could not be read.
 */
void
care_aside_free (CareAside *self)
{
  care_library_report_taken (self->library, g_steal_pointer (&self->problem));
  g_hash_table_unref (self->records);
  g_clear_object (&self->cancellable);
  g_object_unref (self->library);
  g_free (self);
}

static void
keep_problem (CareAside *self, GError *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
  else
    g_clear_error (&problem);
}

/* (transfer full) (nullable) */
static CareRecord *
read_record (CareAside *self, const CareKind *kind, CareId id)
{
  GError *problem = NULL, *error = NULL;
  CareRecord *record;

  g_rec_mutex_lock (&self->library->lock);
  record = care_database_load_readable (self->library->db, kind, id, &problem, &error);
  g_rec_mutex_unlock (&self->library->lock);
  keep_problem (self, problem);
  keep_problem (self, error);
  return record;
}

/**
 * care_aside_lookup:
 * @kind: such as "figure"
 * @id: of a record
 * @data: (type CareAside): where it is read
 *
 * A #CareLookup for any thread, one at a time.
 *
 * Returns: (transfer none) (nullable): the record.
 */
CareRecord *
care_aside_lookup (const char *kind, CareId id, gpointer data)
{
  CareAside *self = data;
  const CareChange key = { care_kind_find (kind), id };
  gpointer record = NULL;

  if (id == 0 || g_hash_table_lookup_extended (self->records, &key, NULL, &record)
      || g_cancellable_is_cancelled (self->cancellable))
    return record;
  record = read_record (self, key.kind, id);
  g_hash_table_insert (self->records, g_memdup2 (&key, sizeof key), record);
  return record;
}

/* (transfer full): the records of @kind with @ids, which are taken. */
static GPtrArray *
look_up_all (CareAside *self, const char *kind, GArray *ids)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      CareRecord *record = care_aside_lookup (kind, g_array_index (ids, CareId, i), self);

      if (record != NULL)
        g_ptr_array_add (records, g_object_ref (record));
    }
  g_clear_pointer (&ids, g_array_unref);
  return records;
}

/**
 * care_aside_list:
 * @self: where they are read
 * @kind: such as "figure"
 * @most: how many there may be
 *
 * In any thread, one at a time.
 *
 * Returns: (transfer full) (element-type CareRecord): the first records of @kind in the order of
 *   care_library_list_sorted().
 */
GPtrArray *
care_aside_list (CareAside *self, const char *kind, guint most)
{
  static const char sql[] = "SELECT record FROM catalogue WHERE kind = ? ORDER BY sort, record LIMIT ?";
  CareStatement *statement;
  GError *error = NULL;
  GArray *ids = NULL;

  g_rec_mutex_lock (&self->library->lock);
  statement = care_statement_get (self->library->db, sql, &error);
  if (statement != NULL)
    {
      care_statement_bind_text (statement, 1, kind);
      care_statement_bind_id (statement, 2, most);
      ids = care_statement_list_ids (statement, &error);
      care_statement_done (statement);
    }
  g_rec_mutex_unlock (&self->library->lock);
  keep_problem (self, error);
  return look_up_all (self, kind, ids);
}

/**
 * care_aside_count:
 * @self: where records are read
 * @kind: such as "figure"
 *
 * In any thread, one at a time.
 *
 * Returns: how many records of @kind there are.
 */
guint
care_aside_count (CareAside *self, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", kind);
  GError *error = NULL;
  int n = 0;

  g_rec_mutex_lock (&self->library->lock);
  care_database_get_int (self->library->db, sql, &n, &error);
  g_rec_mutex_unlock (&self->library->lock);
  keep_problem (self, error);
  return (guint) n;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return care_record_compare (*(CareRecord *const *) a, *(CareRecord *const *) b);
}

/**
 * care_aside_children:
 * @data: (type CareAside): where they are read
 * @kind: such as "section"
 * @field: the name of a reference of that kind, such as "briefing"
 * @id: the id that @field has
 *
 * A #CareListChildren for any thread, one at a time.
 *
 * Returns: (transfer full) (element-type CareRecord): as care_library_children().
 */
GPtrArray *
care_aside_children (gpointer data, const char *kind_name, const char *field, CareId id)
{
  CareAside *self = data;
  const CareKind *kind = care_kind_find (kind_name);
  GError *error = NULL;
  GArray *ids = NULL;
  GPtrArray *children;

  if (!g_cancellable_is_cancelled (self->cancellable))
    {
      g_rec_mutex_lock (&self->library->lock);
      ids = care_database_list_children (self->library->db, kind, care_kind_field (kind, field), id, &error);
      g_rec_mutex_unlock (&self->library->lock);
    }
  keep_problem (self, error);
  children = look_up_all (self, kind_name, ids);
  g_ptr_array_sort (children, compare_records);
  return children;
}
