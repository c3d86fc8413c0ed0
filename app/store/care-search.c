/* SPDX-License-Identifier: GPL-3.0-or-later */

/* First results come from a capped set of candidates, so that a letter is
 * answered as quickly as a word in a library of any size: those with the words in
 * their titles, then others, the newest first. What is put in order is what was
 * found, and not all that there is. */

#include "care-search.h"

#include "care-library-private.h"
#include "care-search-query.h"
#include "care-snippet.h"
#include "care-statement.h"

#include <string.h>

#define MAX_CANDIDATES 300

typedef struct
{
  gint64 entry;
  int score;
  CareHit *hit;
  char *text;
} Candidate;

/**
 * care_hit_free:
 * @self: (transfer full): a hit
 *
 * Frees @self.
 */
void
care_hit_free (CareHit *self)
{
  g_free (self->title);
  g_free (self->snippet);
  g_array_unref (self->found);
  g_array_unref (self->title_found);
  g_free (self);
}

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_clear_pointer (&self->hit, care_hit_free);
  g_free (self->text);
  g_free (self);
}

/* How likely it is what was meant: what is called so, then what begins so, then
 * what has the words in its title; kinds that have a view of their own before the
 * parts that others are made of. */
static int
rate (const Candidate *candidate, const CareSearchQuery *query)
{
  static const char *const shown[]
    = { "briefing", "position", "figure", "pledge", "event", "source", "actor", "person", "fund", "legislation" };
  g_autoptr (GPtrArray) title = NULL;
  int score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    score += strcmp (candidate->hit->kind->name, shown[i]) == 0 ? 6 : 0;
  if (query->words->len == 0)
    return score;
  title = care_words_split (candidate->hit->title);
  if (!care_words_match (title, query->words, query->last_is_prefix))
    return score;
  score += 4;
  if (g_str_has_prefix (g_ptr_array_index (title, 0), g_ptr_array_index (query->words, 0)))
    score += 4;
  if (title->len == query->words->len)
    score += 4;
  return score;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = *(Candidate *const *) a;
  const Candidate *second = *(Candidate *const *) b;

  if (first->score != second->score)
    return second->score - first->score;
  return (second->entry > first->entry) - (second->entry < first->entry);
}

static Candidate *
read_candidate (sqlite3_stmt *statement, const CareKind *kind, const CareSearchQuery *query)
{
  Candidate *candidate = g_new0 (Candidate, 1);

  candidate->entry = sqlite3_column_int64 (statement, 0);
  candidate->hit = g_new0 (CareHit, 1);
  candidate->hit->kind = kind;
  candidate->hit->id = sqlite3_column_int64 (statement, 2);
  candidate->hit->title = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 3), -1);
  candidate->hit->found = g_array_new (FALSE, FALSE, sizeof (CareStretch));
  candidate->hit->title_found = g_array_new (FALSE, FALSE, sizeof (CareStretch));
  candidate->text = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 4), -1);
  candidate->score = rate (candidate, query);
  return candidate;
}

/* What was found in a title is found in the whole again. */
static gboolean
is_there (GPtrArray *candidates, gint64 entry)
{
  for (guint i = 0; i < candidates->len; i++)
    if (((Candidate *) g_ptr_array_index (candidates, i))->entry == entry)
      return TRUE;
  return FALSE;
}

static gboolean
read_candidates (sqlite3_stmt *statement, const CareSearchQuery *query, GPtrArray *candidates, GError **error)
{
  g_autoptr (GError) reason = NULL;

  while (care_statement_step (statement, &reason))
    {
      const CareKind *kind = care_kind_find ((const char *) sqlite3_column_text (statement, 1));

      if (kind != NULL && !is_there (candidates, sqlite3_column_int64 (statement, 0)))
        g_ptr_array_add (candidates, read_candidate (statement, kind, query));
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

#define COLUMNS "c.entry, c.kind, c.record, c.title, c.text"

/* Those that have the words in @column, or anywhere where it is NULL. */
static gboolean
find_by_words (sqlite3 *db, CareSearchQuery *query, const char *column, GPtrArray *candidates, GError **error)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT " COLUMNS " FROM search JOIN catalogue AS c ON c.entry = search.rowid"
                       " WHERE search MATCH ?1%s ORDER BY search.rowid DESC LIMIT %d",
                       query->where->str, MAX_CANDIDATES);
  g_autofree char *match
    = column == NULL ? g_strdup (query->match) : g_strdup_printf ("%s : (%s)", column, query->match);
  g_autoptr (sqlite3_stmt) statement = care_search_query_prepare (query, db, sql, error);

  if (statement == NULL)
    return FALSE;
  care_statement_bind_text (statement, 1, match);
  return read_candidates (statement, query, candidates, error);
}

/* Where only filters were typed: in the order of lists. */
static gboolean
find_by_filters (sqlite3 *db, CareSearchQuery *query, guint limit, GPtrArray *candidates, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT " COLUMNS " FROM catalogue AS c WHERE ?1 IS NULL%s"
                                          " ORDER BY c.sort, c.record LIMIT %u",
                                          query->where->str, limit);
  g_autoptr (sqlite3_stmt) statement = care_search_query_prepare (query, db, sql, error);

  return statement != NULL && read_candidates (statement, query, candidates, error);
}

static GPtrArray *
find_candidates (sqlite3 *db, CareSearchQuery *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);

  if (query->match == NULL && query->where->len == 0)
    return g_steal_pointer (&candidates);
  if (query->match == NULL)
    return find_by_filters (db, query, limit, candidates, error) ? g_steal_pointer (&candidates) : NULL;
  if (!find_by_words (db, query, "title", candidates, error)
      || (candidates->len < MAX_CANDIDATES && !find_by_words (db, query, NULL, candidates, error)))
    return NULL;
  g_ptr_array_sort (candidates, compare_candidates);
  return g_steal_pointer (&candidates);
}

static GPtrArray *
take_hits (GPtrArray *candidates, const CareSearchQuery *query, guint limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) care_hit_free);

  for (guint i = 0; i < candidates->len && i < limit; i++)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);

      candidate->hit->snippet
        = care_snippet_new (candidate->text, query->words, query->last_is_prefix, candidate->hit->found);
      care_words_mark (candidate->hit->title, query->words, query->last_is_prefix, candidate->hit->title_found);
      g_ptr_array_add (hits, g_steal_pointer (&candidate->hit));
    }
  return hits;
}

/**
 * care_library_search:
 * @self: a library
 * @typed: whatever a person typed, see care_search_query_new()
 * @limit: how many at the most
 * @error: return location for a #CareStoreError; what was typed is never the cause
 *
 * Returns: (transfer full) (nullable) (element-type CareHit): what was found, best
 *   first.
 */
GPtrArray *
care_library_search (CareLibrary *self, const char *typed, guint limit, GError **error)
{
  g_autoptr (CareSearchQuery) query = NULL;
  g_autoptr (GPtrArray) candidates = NULL;

  g_rec_mutex_lock (&self->lock);
  query = care_search_query_new (self->db, typed, error);
  if (query != NULL)
    candidates = find_candidates (self->db, query, limit, error);
  g_rec_mutex_unlock (&self->lock);
  return candidates == NULL ? NULL : take_hits (candidates, query, limit);
}

struct _CareTally
{
  CareLibrary *library;
  CareSearchQuery *query;
  GHashTable *counts; /* kind -> number */
  gint64 next;        /* entry from which is to be counted */
  gint64 last;        /* greatest entry there is */
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

  if (self->next > self->last)
    return FALSE;
  g_rec_mutex_lock (&self->library->lock);
  count_between (self, self->next, self->next + PIECE - 1, &reason);
  g_rec_mutex_unlock (&self->library->lock);
  self->next += PIECE;
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
