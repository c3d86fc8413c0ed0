/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The exact count of what is found, which may come after the first results. */

#include "care-search.h"

#include "care-library-private.h"
#include "care-search-query.h"
#include "care-statement.h"

struct _CareTally
{
  CareLibrary *library;
  CareSearchQuery *query;
  GHashTable *counts; /* kind -> number */
  gint64 next;        /* entry from which is to be counted */
  gint64 last;        /* greatest entry there is */
  gint64 piece;       /* how many are counted at a time */
  gint64 first_took;  /* the first time, in microseconds */
  guint total;
};

/* Few enough to be counted between two frames. */
#define PIECE 5000

/**
 * care_tally_new:
 * @library: a library
 * @typed: as for care_library_search()
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): a count of everything that is found, which
 *   care_tally_go_on() carries on.
 */
CareTally *
care_tally_new (CareLibrary *library, const char *typed, GError **error)
{
  g_autoptr (CareTally) self = g_new0 (CareTally, 1);
  int last = 0;

  self->library = g_object_ref (library);
  self->counts = g_hash_table_new (NULL, NULL);
  g_rec_mutex_lock (&library->lock);
  self->query = care_search_query_new (library->db, typed, error);
  if (self->query != NULL
      && !care_database_get_int (library->db, "SELECT ifnull (max (entry), 0) FROM catalogue", &last, error))
    g_clear_pointer (&self->query, care_search_query_free);
  g_rec_mutex_unlock (&library->lock);
  if (self->query == NULL)
    return NULL;
  self->last = self->query->match == NULL && self->query->where->len == 0 ? 0 : last;
  self->next = 1;
  self->piece = PIECE;
  return g_steal_pointer (&self);
}

/**
 * care_tally_free:
 * @self: (transfer full): a count
 *
 * Frees @self.
 */
void
care_tally_free (CareTally *self)
{
  g_clear_object (&self->library);
  g_clear_pointer (&self->query, care_search_query_free);
  g_hash_table_unref (self->counts);
  g_free (self);
}

static void
add_counts (CareTally *self, sqlite3_stmt *statement, GError **error)
{
  while (care_statement_step (statement, error))
    {
      const CareKind *kind = care_kind_find ((const char *) sqlite3_column_text (statement, 0));
      guint n = (guint) sqlite3_column_int (statement, 1);

      if (kind == NULL)
        continue;
      self->total += n;
      g_hash_table_insert (self->counts, (gpointer) kind, GUINT_TO_POINTER (care_tally_get (self, kind) + n));
    }
}

/* Counts those of the entries from @from to @to that match. */
static void
count_between (CareTally *self, gint64 from, gint64 to, GError **error)
{
  gboolean words = self->query->match != NULL;
  int at = (int) self->query->values->len + 2;
  g_autofree char *sql
    = g_strdup_printf ("SELECT c.kind, count (*) FROM %scatalogue AS c%s WHERE %s%s AND %s BETWEEN ?%d AND ?%d"
                       " GROUP BY c.kind",
                       words ? "search JOIN " : "", words ? " ON c.entry = search.rowid" : "",
                       words ? "search MATCH ?1" : "?1 IS NULL", self->query->where->str,
                       words ? "search.rowid" : "c.entry", at, at + 1);
  g_autoptr (sqlite3_stmt) statement = care_search_query_prepare (self->query, self->library->db, sql, error);

  if (statement == NULL)
    return;
  care_statement_bind_id (statement, at, from);
  care_statement_bind_id (statement, at + 1, to);
  add_counts (self, statement, error);
}

/* What it takes to find the beginning of a word at all comes with every piece. As long
 * as that is most of it, larger pieces take no longer. */
static void
suit_piece (CareTally *self, gint64 took)
{
  if (self->first_took == 0)
    self->first_took = MAX (took, 1);
  if (took < 2 * self->first_took)
    self->piece *= 2;
}

/**
 * care_tally_go_on:
 * @self: a count
 * @error: return location for a #CareStoreError
 *
 * Counts for as long as nobody notices.
 *
 * Returns: whether there is more to count.
 */
gboolean
care_tally_go_on (CareTally *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gint64 start;

  if (self->next > self->last)
    return FALSE;
  g_rec_mutex_lock (&self->library->lock);
  start = g_get_monotonic_time ();
  count_between (self, self->next, self->next + self->piece - 1, &reason);
  g_rec_mutex_unlock (&self->library->lock);
  self->next += self->piece;
  suit_piece (self, g_get_monotonic_time () - start);
  if (reason == NULL)
    return self->next <= self->last;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * care_tally_get_total:
 * @self: a count
 *
 * Returns: how many records have been counted.
 */
guint
care_tally_get_total (CareTally *self)
{
  return self->total;
}

/**
 * care_tally_get:
 * @self: a count
 * @kind: a kind
 *
 * Returns: how many records of @kind have been counted.
 */
guint
care_tally_get (CareTally *self, const CareKind *kind)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, kind));
}
