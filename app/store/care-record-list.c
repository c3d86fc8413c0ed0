/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-list-private.h"

#include "care-statement.h"

/* So many are read at once where the list is in order by title or date; the rest
 * follows when the main loop is idle. */
#define FIRST_PIECE 2000
/* While somebody types, no more than is looked at. */
#define FIRST_MATCHES 200
#define NEXT_PIECE 50000

static void care_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareRecordList, care_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, care_record_list_model_init))

static void
care_record_list_finalize (GObject *object)
{
  CareRecordList *self = CARE_RECORD_LIST (object);

  g_clear_handle_id (&self->reading, g_source_remove);
  if (self->library != NULL)
    self->library->all_lists = g_slist_remove (self->library->all_lists, self);
  g_array_unref (self->items);
  g_ptr_array_unref (self->kinds);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->query, care_search_query_free);
  g_free (self->names);
  g_free (self->typed);
  g_free (self->sql);
  g_free (self->last_sort);
  g_clear_pointer (&self->missed, g_array_unref);
  G_OBJECT_CLASS (care_record_list_parent_class)->finalize (object);
}

static void
care_record_list_class_init (CareRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_record_list_finalize;
}

static void
care_record_list_init (CareRecordList *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (CareChange));
  self->kinds = g_ptr_array_new ();
}

static GType
get_item_type (GListModel *list)
{
  return CARE_TYPE_RECORD;
}

static guint
get_n_items (GListModel *list)
{
  return CARE_RECORD_LIST (list)->items->len;
}

static CareRecord *
find_record (CareRecordList *self, const CareChange *item)
{
  CareRecord *live = care_library_find_live (self->library, item->kind, item->id);

  if (live != NULL)
    return live;
  if (care_library_can_read (self->library))
    return care_library_find (self->library, item->kind->name, item->id);
  if (self->missed == NULL)
    self->missed = g_array_new (FALSE, FALSE, sizeof (CareChange));
  g_array_append_val (self->missed, *item);
  return NULL;
}

/* What cannot be read, as the library has told by then, is an empty record; and so
 * is what cannot be read at once, until it can. */
static gpointer
get_item (GListModel *list, guint position)
{
  CareRecordList *self = CARE_RECORD_LIST (list);
  const CareChange *item;
  CareRecord *record;

  if (position >= self->items->len)
    return NULL;
  item = &g_array_index (self->items, CareChange, position);
  record = self->library == NULL ? NULL : find_record (self, item);
  return record != NULL ? g_object_ref (record) : care_record_new (item->kind, item->id);
}

static void
care_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
read_by_id (CareRecordList *self, GError **error)
{
  const CareKind *kind = g_ptr_array_index (self->kinds, 0);
  g_autoptr (GArray) ids = care_database_list (self->library->db, kind, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      CareChange item = { kind, g_array_index (ids, CareId, i) };
      g_array_append_val (self->items, item);
    }
}

/* Prepares @sql, which may have the conditions of what was typed; *@at is the
 * number of the first parameter that is not theirs. */
sqlite3_stmt *
care_record_list_prepare (CareRecordList *self, const char *sql, int *at, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code;

  *at = self->query == NULL ? 2 : (int) self->query->values->len + 2;
  if (self->query != NULL)
    return care_search_query_prepare (self->query, self->library->db, sql, error);
  code = sqlite3_prepare_v2 (self->library->db, sql, -1, &statement, NULL);
  if (code != SQLITE_OK)
    care_database_set_error (self->library->db, code, error);
  return statement;
}

static gboolean
is_listed_already (CareRecordList *self, const CareChange *item)
{
  return self->changed != NULL && g_hash_table_contains (self->changed, item);
}

/* Reads up to @limit more, and returns how many there were. */
static guint
read_sorted (CareRecordList *self, guint limit, GError **error)
{
  int at;
  g_autoptr (sqlite3_stmt) statement = care_record_list_prepare (self, self->sql, &at, error);
  g_autofree char *sort = g_steal_pointer (&self->last_sort);
  guint n = 0;

  if (statement == NULL)
    return 0;
  care_statement_bind_text (statement, at, sort == NULL ? "" : sort);
  care_statement_bind_id (statement, at + 1, self->last_id);
  care_statement_bind_id (statement, at + 2, limit);
  while (care_statement_step (statement, error))
    {
      CareChange item = { care_kind_find ((const char *) sqlite3_column_text (statement, 1)),
                          sqlite3_column_int64 (statement, 0) };

      n++;
      if (n == limit)
        self->last_sort = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      self->last_id = item.id;
      if (item.kind != NULL && !is_listed_already (self, &item))
        g_array_append_val (self->items, item);
    }
  return n;
}

/* Reads a piece of the list at its end. Returns whether there is more. */
static gboolean
read_piece (CareRecordList *self, guint limit)
{
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  g_rec_mutex_lock (&self->library->lock);
  if (self->sql == NULL)
    read_by_id (self, &error);
  else
    more = read_sorted (self, limit, &error) == limit;
  g_rec_mutex_unlock (&self->library->lock);
  if (error != NULL)
    care_library_report (self->library, error);
  return more && error == NULL;
}

static gboolean
read_on (gpointer data)
{
  CareRecordList *self = data;
  guint n = self->items->len;
  gboolean more = read_piece (self, NEXT_PIECE);

  if (!more)
    {
      self->reading = 0;
      g_clear_pointer (&self->changed, g_hash_table_unref);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), n, 0, self->items->len - n);
  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
read_first (CareRecordList *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->last_sort, g_free);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  self->last_id = 0;
  if (read_piece (self, self->query == NULL ? FIRST_PIECE : FIRST_MATCHES))
    self->reading = g_idle_add_full (G_PRIORITY_LOW, read_on, self, NULL);
}

/* Takes what was typed to mean what it means now. */
static void
read_typed (CareRecordList *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->query, care_search_query_free);
  if (self->typed == NULL)
    return;
  g_rec_mutex_lock (&self->library->lock);
  self->query = care_search_query_new (self->library->db, self->typed, &error);
  g_rec_mutex_unlock (&self->library->lock);
  if (error != NULL)
    care_library_report (self->library, error);
}

/* By key, never by offset: the thousandth piece comes as quickly as the first. */
static void
write_sql (CareRecordList *self)
{
  int at = self->query == NULL ? 2 : (int) self->query->values->len + 2;
  gboolean words = self->query != NULL && self->query->match != NULL;

  g_free (self->sql);
  self->sql = g_strdup_printf ("SELECT c.record, c.kind, c.sort FROM catalogue AS c WHERE c.kind IN (%s)"
                               " AND (c.sort, c.record) > (?%d, ?%d)%s%s ORDER BY c.sort, c.record LIMIT ?%d",
                               self->names, at, at + 1,
                               words ? " AND +c.entry IN (SELECT rowid FROM search WHERE search MATCH ?1)" : "",
                               self->query == NULL ? "" : self->query->where->str, at + 2);
}

/* Reads the list again from the beginning. */
void
care_record_list_read_anew (CareRecordList *self)
{
  guint n = self->items->len;

  if (self->names != NULL)
    {
      read_typed (self);
      write_sql (self);
    }
  g_array_set_size (self->items, 0);
  read_first (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, self->items->len);
}

static CareRecordList *
make (CareLibrary *library)
{
  CareRecordList *self = g_object_new (CARE_TYPE_RECORD_LIST, NULL);

  self->library = library;
  library->all_lists = g_slist_prepend (library->all_lists, self);
  return self;
}

/**
 * care_record_list_new_by_id:
 * @library: a library, which the list does not hold
 * @kind: a kind
 *
 * Returns: (transfer full): the records of @kind by ascending id.
 */
CareRecordList *
care_record_list_new_by_id (CareLibrary *library, const CareKind *kind)
{
  CareRecordList *self = make (library);

  g_ptr_array_add (self->kinds, (gpointer) kind);
  read_first (self);
  return self;
}

/**
 * care_record_list_new_sorted:
 * @library: a library, which the list does not hold
 * @kinds: (array zero-terminated=1): names of kinds
 *
 * Returns: (transfer full): their records, see care_library_list_sorted().
 */
CareRecordList *
care_record_list_new_sorted (CareLibrary *library, const char *const *kinds)
{
  CareRecordList *self = make (library);
  GString *names = g_string_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const CareKind *kind = care_kind_find (kinds[i]);

      g_ptr_array_add (self->kinds, (gpointer) kind);
      g_string_append_printf (names, "%s'%s'", i > 0 ? ", " : "", kind->name);
    }
  self->names = g_string_free (names, FALSE);
  write_sql (self);
  read_first (self);
  return self;
}

/**
 * care_record_list_set_typed:
 * @self: a list by title or date
 * @typed: (nullable): whatever a person typed, as for care_library_search()
 *
 * Lists only those of its records that are found by @typed, in the same order; all
 * of them where @typed is %NULL or says nothing. A record that is changed so that
 * it is found is listed from then on; one that is no longer found stays until
 * something else is typed, or it would run away from whoever edits it.
 */
void
care_record_list_set_typed (CareRecordList *self, const char *typed)
{
  g_return_if_fail (CARE_IS_RECORD_LIST (self) && self->names != NULL);

  if (typed != NULL && typed[0] == '\0')
    typed = NULL;
  if (self->library == NULL || g_strcmp0 (self->typed, typed) == 0)
    return;
  g_free (self->typed);
  self->typed = g_strdup (typed);
  care_record_list_read_anew (self);
}

/* The library is being closed: the list keeps its length, and nothing else. */
void
care_record_list_library_gone (CareRecordList *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  self->library = NULL;
}
