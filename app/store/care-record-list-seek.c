/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which records a list may have. What was typed is looked for once, a little at a time, and a bit
 * kept for each entry of the catalogue that is found: rows are read by their order alone, and are
 * left out where they have none. */

#include "care-record-list-private.h"

#include "care-statement.h"

/* Rows between two looks at the clock. */
#define ROWS 64
/* So many are put in order more quickly than all are looked at in theirs. */
#define FEW 1000
/* Entries are numbered from 1; one beyond this is in no library that CareBrief has written. */
#define MOST_ENTRIES (1 << 27)

static gboolean
has_bit (CareRecordList *self, gint64 entry)
{
  return entry >= 0 && entry / 8 < self->found->len && (self->found->data[entry / 8] & 1 << entry % 8) != 0;
}

static void
note_found (CareRecordList *self, gint64 entry)
{
  guint at = (guint) (entry / 8), length = self->found->len;

  if (entry < 0 || entry >= MOST_ENTRIES)
    return;
  if (at >= length)
    {
      g_byte_array_set_size (self->found, MAX (at + 1, 2 * length));
      memset (self->found->data + length, 0, self->found->len - length);
    }
  if (!has_bit (self, entry))
    self->n_found++;
  self->found->data[at] |= (guint8) (1 << entry % 8);
}

/* With conditions on the records the catalogue is read, too. */
static char *
write_sql (CareRecordList *self)
{
  g_autofree char *kinds = NULL;

  if (self->query->where->len == 0)
    return g_strdup ("SELECT rowid FROM search WHERE search MATCH ?1");
  kinds = care_record_list_name_kinds (self);
  return g_strdup_printf ("SELECT c.entry FROM catalogue AS c WHERE c.kind IN (%s)%s%s", kinds,
                          self->query->match == NULL
                            ? ""
                            : " AND +c.entry IN (SELECT rowid FROM search WHERE search MATCH ?1)",
                          self->query->where->str);
}

/* Forgets what was looked for. */
void
care_record_list_seek_stop (CareRecordList *self)
{
  g_clear_pointer (&self->first, care_first_row_free);
  g_clear_pointer (&self->seeking, sqlite3_finalize);
  g_clear_pointer (&self->found, g_byte_array_unref);
  g_clear_pointer (&self->query, care_search_query_free);
}

/* Takes what was typed to mean what it means now, and begins to look for it. */
void
care_record_list_seek (CareRecordList *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;

  care_record_list_seek_stop (self);
  if (self->typed == NULL)
    return;
  g_rec_mutex_lock (&self->library->lock);
  self->query = care_search_query_new (self->library->db, self->typed, &error);
  if (self->query != NULL && (self->query->match != NULL || self->query->where->len > 0))
    {
      sql = write_sql (self);
      self->seeking = care_search_query_prepare (self->query, self->library->db, sql, &error);
      self->found = g_byte_array_new ();
      self->n_found = 0;
    }
  g_rec_mutex_unlock (&self->library->lock);
  if (self->seeking != NULL)
    self->first = care_first_row_find (&self->library->lock, self->seeking);
  if (error != NULL)
    care_library_report (self->library, error);
}

/* Waits for the first of what is found until that moment; to be called without the lock of the
 * library. Returns whether there is no more to wait for. */
gboolean
care_record_list_seek_first (CareRecordList *self, gint64 until, GError **error)
{
  gint64 entry;

  if (self->first == NULL)
    return TRUE;
  if (!care_first_row_wait (self->first, until))
    return FALSE;
  if (care_first_row_take (self->first, &entry, error))
    note_found (self, entry);
  else
    g_clear_pointer (&self->seeking, sqlite3_finalize);
  g_clear_pointer (&self->first, care_first_row_free);
  return TRUE;
}

/* Goes on from the first until all is found, or until that moment; to be called with the lock of the library.
 * Whoever cannot have a statement be open may reset it meanwhile: it begins anew, and finds the
 * same. Returns whether all is found. */
gboolean
care_record_list_seek_some (CareRecordList *self, gint64 until, GError **error)
{
  guint n = 0;

  while (self->seeking != NULL && care_statement_step (self->seeking, error))
    {
      note_found (self, sqlite3_column_int64 (self->seeking, 0));
      if (++n % ROWS == 0 && g_get_monotonic_time () >= until)
        return FALSE;
    }
  g_clear_pointer (&self->seeking, sqlite3_finalize);
  return TRUE;
}

/* (transfer full) (nullable): the entries that are found, as a JSON array; %NULL where it is quicker
 * to look at all. */
char *
care_record_list_name_found (CareRecordList *self)
{
  GString *names;

  if (self->found == NULL || self->n_found > FEW)
    return NULL;
  names = g_string_new ("[");
  for (guint entry = 0; entry < 8 * self->found->len; entry++)
    if (has_bit (self, entry))
      g_string_append_printf (names, "%s%u", names->len > 1 ? ", " : "", entry);
  return g_string_free (g_string_append_c (names, ']'), FALSE);
}

/* Whether @item may be listed, by what has been found. */
gboolean
care_record_list_has (CareRecordList *self, const CareListItem *item)
{
  if (self->among != NULL && !g_hash_table_contains (self->among, &item->change.id))
    return FALSE;
  return self->found == NULL || has_bit (self, item->entry);
}

/* Whether @item, which an act has touched, is found by what was typed. */
gboolean
care_record_list_matches (CareRecordList *self, const CareChange *item)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = NULL;
  gboolean found;

  if (self->among != NULL && !g_hash_table_contains (self->among, &item->id))
    return FALSE;
  if (self->found == NULL)
    return TRUE;
  sql = g_strdup_printf ("SELECT c.entry FROM catalogue AS c WHERE c.record = %" G_GINT64_FORMAT " AND c.kind = '%s'%s%s",
                         item->id, item->kind->name, self->query->where->str,
                         self->query->match == NULL
                           ? ""
                           : " AND EXISTS (SELECT 1 FROM search WHERE search MATCH ?1 AND search.rowid = c.entry)");
  g_rec_mutex_lock (&self->library->lock);
  statement = care_search_query_prepare (self->query, self->library->db, sql, NULL);
  found = statement != NULL && care_statement_step (statement, NULL);
  if (found)
    note_found (self, sqlite3_column_int64 (statement, 0));
  g_clear_pointer (&self->sql, g_free);
  g_clear_pointer (&self->few, g_free);
  g_clear_pointer (&statement, sqlite3_finalize);
  g_rec_mutex_unlock (&self->library->lock);
  return found;
}
