/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a list is read: as much as is seen at once, and the rest when the main loop is idle. */

#include "care-record-list-private.h"

#include "care-statement.h"

#include <string.h>

/* No key comes after it. */
#define BEHIND_ALL "\U0010ffff\U0010ffff"

/* So many are read at once where the list is in order by title or date; the rest
 * follows when the main loop is idle. */
#define FIRST_PIECE 2000
/* While somebody types, no more than is looked at. */
#define FIRST_MATCHES 200
#define NEXT_PIECE 10000

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

static const CareKind *
find_kind (CareRecordList *self, const char *name)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const CareKind *kind = g_ptr_array_index (self->kinds, i);

      if (strcmp (kind->name, name) == 0)
        return kind;
    }
  return NULL;
}

static gboolean
is_backwards (CareRecordList *self)
{
  return self->descending && self->order == NULL;
}

/* Reads up to @limit more into @items, and returns how many there were. */
guint
care_record_list_read_sorted (CareRecordList *self, GArray *items, guint limit, GError **error)
{
  int at;
  g_autoptr (sqlite3_stmt) statement = care_record_list_prepare (self, self->sql, &at, error);
  g_autofree char *sort = g_steal_pointer (&self->last_sort);
  guint n = 0;

  if (statement == NULL)
    return 0;
  if (sort == NULL)
    sort = g_strdup (is_backwards (self) ? BEHIND_ALL : "");
  care_statement_bind_text (statement, at, sort);
  care_statement_bind_id (statement, at + 1, self->last_id);
  care_statement_bind_id (statement, at + 2, limit);
  while (care_statement_step (statement, error))
    {
      CareChange item = { find_kind (self, (const char *) sqlite3_column_text (statement, 1)),
                          sqlite3_column_int64 (statement, 0) };

      n++;
      if (n == limit)
        self->last_sort = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      self->last_id = item.id;
      if (item.kind != NULL && !is_listed_already (self, &item))
        g_array_append_val (items, item);
    }
  return n;
}

/* Reads a piece of the list at its end into @items. Returns whether there is more. */
static gboolean
read_piece (CareRecordList *self, GArray *items, guint limit)
{
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  g_rec_mutex_lock (&self->library->lock);
  if (!self->is_sorted)
    read_by_id (self, &error);
  else
    more = care_record_list_read_sorted (self, items, limit, &error) == limit;
  g_rec_mutex_unlock (&self->library->lock);
  if (error != NULL)
    care_library_report (self->library, error);
  return more && error == NULL;
}

static gboolean
read_on (gpointer data)
{
  g_autoptr (CareRecordList) self = g_object_ref (data);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CareChange));
  guint n = care_record_list_count (self);
  guint reading = self->reading;
  gboolean more;

  if (n >= CARE_RECORD_LIST_ROWS)
    care_record_list_drop_stale (self);
  more = read_piece (self, items, n < CARE_RECORD_LIST_ROWS ? CARE_RECORD_LIST_MORE : NEXT_PIECE);
  if (!more)
    {
      self->reading = 0;
      g_clear_pointer (&self->changed, g_hash_table_unref);
    }
  care_record_list_put (self, items);
  if (!more && self->reading == 0)
    care_record_list_drop_stale (self);
  /* Whoever follows the list may have had it read anew. */
  return more && self->reading == reading ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
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

/* By key, never by offset: the thousandth piece comes as quickly as the first. Of
 * several kinds SQLite merges what their parts of the index give. */
static void
write_sql (CareRecordList *self)
{
  int at = self->query == NULL ? 2 : (int) self->query->values->len + 2;
  gboolean words = self->query != NULL && self->query->match != NULL;
  const char *way = is_backwards (self) ? " DESC" : "";
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const CareKind *kind = g_ptr_array_index (self->kinds, i);

      g_string_append_printf (sql, "%sSELECT c.record, c.kind, c.sort FROM catalogue AS c WHERE c.kind = '%s'"
                                   " AND (c.sort, c.record) %s (?%d, ?%d)%s%s%s",
                              i > 0 ? " UNION ALL " : "", kind->name, is_backwards (self) ? "<" : ">", at, at + 1,
                              words ? " AND +c.entry IN (SELECT rowid FROM search WHERE search MATCH ?1)" : "",
                              self->query == NULL ? "" : self->query->where->str, self->among == NULL ? "" : self->among);
    }
  g_string_append_printf (sql, " ORDER BY sort%s, record%s LIMIT ?%d", way, way, at + 2);
  g_free (self->sql);
  self->sql = g_string_free (sql, FALSE);
}

/* Prepares to read from the beginning. */
static void
prepare (CareRecordList *self)
{
  care_record_list_order_stop (self);
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->last_sort, g_free);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  self->last_id = 0;
  self->n_stale = 0;
  if (!self->is_sorted)
    return;
  read_typed (self);
  write_sql (self);
}

/* Reads the list again from the beginning. */
void
care_record_list_read (CareRecordList *self)
{
  guint n = self->items->len;

  prepare (self);
  if (self->order != NULL)
    {
      care_record_list_order_anew (self, FALSE);
      return;
    }
  g_array_set_size (self->items, 0);
  if (read_piece (self, self->items, self->query == NULL ? FIRST_PIECE : FIRST_MATCHES))
    self->reading = g_idle_add_full (G_PRIORITY_LOW, read_on, self, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, self->items->len);
}

/* The same in another direction of its own order. */
void
care_record_list_turn (CareRecordList *self)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CareChange));

  prepare (self);
  self->n_stale = self->items->len;
  if (read_piece (self, items, CARE_RECORD_LIST_SEEN))
    self->reading = g_idle_add_full (G_PRIORITY_LOW, read_on, self, NULL);
  care_record_list_put (self, items);
  if (self->reading == 0)
    care_record_list_drop_stale (self);
}
