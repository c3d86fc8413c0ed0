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

/* Rows that are read between two looks at the clock. */
#define ROWS 500

static void
read_by_id (CareRecordList *self, GError **error)
{
  const CareKind *kind = g_ptr_array_index (self->kinds, 0);
  g_autoptr (GArray) ids = care_database_list (self->library->db, kind, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      CareListItem item = { { kind, g_array_index (ids, CareId, i) }, 0 };

      g_array_append_val (self->piece, item);
    }
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

/* By key, never by offset: the thousandth piece comes as quickly as the first. Of
 * several kinds SQLite merges what their parts of the index give; few entries it puts
 * in order itself. */
static void
write_sql (CareRecordList *self)
{
  const char *way = is_backwards (self) ? " DESC" : "";
  GString *sql = g_string_new (NULL);

  self->few = self->reads_all ? NULL : care_record_list_name_found (self);
  for (guint i = 0; i < self->kinds->len; i++)
    g_string_append_printf (sql, "%sSELECT record, kind, sort, entry FROM catalogue WHERE %skind = '%s'"
                                 " AND (%ssort, record) %s (?1, ?2)%s",
                            i > 0 ? " UNION ALL " : "", self->few == NULL ? "" : "+",
                            ((const CareKind *) self->kinds->pdata[i])->name, self->few == NULL ? "" : "+",
                            is_backwards (self) ? "<" : ">",
                            self->few == NULL ? "" : " AND entry IN (SELECT value FROM json_each (?4))");
  g_string_append_printf (sql, " ORDER BY sort%s, record%s LIMIT ?3", way, way);
  self->sql = g_string_free (sql, FALSE);
}

/* Reads rows in the order of the catalogue, from the last one on. Returns whether there are more. */
static gboolean
read_rows (CareRecordList *self, GArray *items, guint most, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (self->library->db, self->sql, error);
  g_autofree char *sort = g_steal_pointer (&self->last_sort);
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  if (sort == NULL)
    sort = g_strdup (is_backwards (self) ? BEHIND_ALL : "");
  care_statement_bind_text (statement, 1, sort);
  care_statement_bind_id (statement, 2, self->last_id);
  care_statement_bind_id (statement, 3, ROWS);
  if (self->few != NULL)
    care_statement_bind_text (statement, 4, self->few);
  while (self->last_sort == NULL && care_statement_step (statement, error))
    {
      CareListItem item = { { find_kind (self, (const char *) sqlite3_column_text (statement, 1)),
                              sqlite3_column_int64 (statement, 0) },
                            sqlite3_column_int64 (statement, 3) };

      self->last_id = item.change.id;
      if (item.change.kind != NULL && (self->reads_all || care_record_list_has (self, &item))
          && !is_listed_already (self, &item.change))
        g_array_append_val (items, item);
      if (++n == ROWS || items->len == most)
        self->last_sort = g_strdup ((const char *) sqlite3_column_text (statement, 2));
    }
  return self->last_sort != NULL;
}

/* Reads on until @items has @most, or until that moment. Returns whether there is more. */
gboolean
care_record_list_read_sorted (CareRecordList *self, GArray *items, guint most, gint64 until, GError **error)
{
  gboolean more = TRUE;

  if (self->sql == NULL)
    write_sql (self);
  while (more && items->len < most)
    {
      more = read_rows (self, items, most, error);
      if (g_get_monotonic_time () >= until)
        break;
    }
  return more;
}

/* Whether only some are listed, which may be far behind the first. */
static gboolean
is_narrowed (CareRecordList *self)
{
  return self->found != NULL || self->among != NULL;
}

/* How many are listed next, together. */
static guint
count_wanted (CareRecordList *self)
{
  guint n = care_record_list_count (self);

  if (self->is_waiting)
    return is_narrowed (self) ? FIRST_MATCHES : FIRST_PIECE;
  if (n == 0)
    return CARE_RECORD_LIST_SEEN;
  return n < CARE_RECORD_LIST_ROWS ? CARE_RECORD_LIST_MORE : NEXT_PIECE;
}

static gboolean
read_with_lock (CareRecordList *self, gint64 until, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean more = FALSE;

  g_rec_mutex_lock (&self->library->lock);
  if (!self->is_sorted)
    read_by_id (self, &reason);
  else if (!care_record_list_seek_some (self, until, &reason))
    more = TRUE;
  else if (reason == NULL)
    more = care_record_list_read_sorted (self, self->piece, count_wanted (self), until, &reason);
  g_rec_mutex_unlock (&self->library->lock);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return more;
}

/* Goes on until a piece is whole, or until that moment. Returns whether there is more. */
static gboolean
read_piece (CareRecordList *self, gint64 until)
{
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;

  if (care_record_list_seek_first (self, until, &error) && error == NULL)
    more = read_with_lock (self, until, &error);
  if (error != NULL)
    care_library_report (self->library, error);
  return more && error == NULL;
}

/* In place of all that was listed before. What takes the place of a selected row in one go GTK asks for
 * one by one, to find that again. */
static void
replace (CareRecordList *self, GArray *items)
{
  gboolean is_other = self->is_other;

  self->is_waiting = self->is_other = FALSE;
  self->n_stale = self->items->len;
  care_record_list_put (self, items);
  care_record_list_drop_stale (self);
  if (is_other)
    g_signal_emit_by_name (self, "ordered");
}

/* What has been read is listed: first to be seen, then behind that. */
static void
list_piece (CareRecordList *self, gboolean more)
{
  g_autoptr (GArray) piece = g_steal_pointer (&self->piece);
  gboolean is_first;

  self->piece = g_array_new (FALSE, FALSE, sizeof (CareListItem));
  if (self->is_waiting)
    {
      replace (self, piece);
      return;
    }
  is_first = care_record_list_count (self) == 0;
  if (care_record_list_count (self) >= CARE_RECORD_LIST_ROWS)
    care_record_list_drop_stale (self);
  care_record_list_put (self, piece);
  if (!more && !self->is_reading)
    care_record_list_drop_stale (self);
  if (is_first)
    g_signal_emit_by_name (self, "ordered");
}

/* Whoever follows the list may have it read anew when a piece is listed. */
static void
read_more (CareRecordList *self, gint64 until)
{
  gboolean more = read_piece (self, until);

  if (more && self->piece->len < count_wanted (self))
    return;
  if (!more)
    {
      self->is_reading = FALSE;
      g_clear_handle_id (&self->reading, g_source_remove);
      g_clear_pointer (&self->changed, g_hash_table_unref);
    }
  list_piece (self, more);
}

static void resume (GObject *object);

static gboolean
read_on (gpointer data)
{
  g_autoptr (CareRecordList) self = g_object_ref (data);

  if (care_library_can_read (self->library))
    {
      read_more (self, g_get_monotonic_time () + CARE_RECORD_LIST_TURN);
      return G_SOURCE_CONTINUE;
    }
  self->reading = 0;
  care_library_when_readable (self->library, resume, G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* Who types waits for it; nobody waits for rows that are not seen. */
static void
resume (GObject *object)
{
  CareRecordList *self = CARE_RECORD_LIST (object);

  if (self->is_reading && self->reading == 0)
    self->reading = g_idle_add_full (self->is_waiting ? G_PRIORITY_DEFAULT_IDLE : G_PRIORITY_LOW, read_on, self, NULL);
}

/* Gives up what is being read; the list stands as it is. */
void
care_record_list_read_stop (CareRecordList *self)
{
  care_record_list_basis_stop (self);
  self->is_waiting = self->is_reading = self->reads_all = FALSE;
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->sql, g_free);
  g_clear_pointer (&self->few, g_free);
  g_clear_pointer (&self->last_sort, g_free);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_array_set_size (self->piece, 0);
  self->last_id = 0;
  self->n_stale = 0;
}

static void
begin (CareRecordList *self)
{
  self->is_reading = TRUE;
  resume (G_OBJECT (self));
}

/* Reads the list again from the beginning. What is seen at first is there at once; what is to be found,
 * of which the first alone may take long, once the letter that was typed is seen. */
void
care_record_list_read (CareRecordList *self)
{
  if (self->order != NULL)
    {
      care_record_list_order_anew (self, FALSE);
      return;
    }
  care_record_list_order_stop (self);
  care_record_list_read_stop (self);
  self->is_waiting = TRUE;
  begin (self);
  if (!is_narrowed (self))
    read_more (self, G_MAXINT64);
}

/* The same in another direction of its own order. */
void
care_record_list_turn (CareRecordList *self)
{
  care_record_list_order_stop (self);
  care_record_list_read_stop (self);
  self->n_stale = self->items->len;
  begin (self);
  read_more (self, g_get_monotonic_time () + CARE_RECORD_LIST_TURN);
}
