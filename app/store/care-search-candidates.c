/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three hundred of what a search finds: those with the words in their titles, the
 * newest first, and then others. For the beginning of a word FTS5 puts together all
 * places of all words that begin so before it gives the first of them, which for "t"
 * are most records. What is so common is met with soon, though, by who looks at the
 * records themselves, from the newest on; and what is not is soon put together. */

#include "care-search-candidates.h"

#include "care-snippet.h"
#include "care-statement.h"

#include <string.h>

#define MAX_CANDIDATES 300

/* How many records are looked at whatever is found, and at the most. */
#define MIN_LOOKED_AT 1000
#define MAX_LOOKED_AT 2500

#define COLUMNS "c.entry, c.kind, c.record, c.title, c.text"

static void
candidate_free (gpointer data)
{
  CareCandidate *self = data;

  if (self == NULL)
    return;
  g_clear_pointer (&self->hit, care_hit_free);
  g_free (self->text);
  g_free (self);
}

/* How likely it is what was meant: what is called so, then what begins so, then
 * what has the words in its title; kinds that have a view of their own before the
 * parts that others are made of. */
static int
rate (CareCandidate *candidate, const CareSearchQuery *query)
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
  candidate->in_title = care_words_match (title, query->words, query->last_is_prefix);
  if (!candidate->in_title)
    return score;
  score += 4;
  if (g_str_has_prefix (g_ptr_array_index (title, 0), g_ptr_array_index (query->words, 0)))
    score += 4;
  if (title->len == query->words->len)
    score += 4;
  return score;
}

static CareCandidate *
read_candidate (sqlite3_stmt *statement, const CareKind *kind, const CareSearchQuery *query)
{
  CareCandidate *candidate = g_new0 (CareCandidate, 1);

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
    if (((CareCandidate *) g_ptr_array_index (candidates, i))->entry == entry)
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

typedef struct
{
  GPtrArray *titles; /* of CareCandidate: with all words in the title */
  GPtrArray *others; /* with words elsewhere */
  guint n_looked_at;
  gboolean ended; /* there are no more records */
} Look;

/* As has_beginning(), where @text has letters beyond ASCII. */
static gboolean
has_beginning_of_any (const char *text, const char *folded)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GPtrArray) words = care_words_split (valid);

  for (guint i = 0; i < words->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (words, i), folded))
      return TRUE;
  return FALSE;
}

/* Whether a word of @text begins with @folded. Most texts have no letters beyond
 * ASCII, and one byte after the other tells where a word begins. */
static gboolean
has_beginning (const char *text, const char *folded)
{
  gsize length = strlen (folded);
  gboolean in_word = FALSE;

  for (const char *at = text; *at != '\0';)
    {
      gunichar c = (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char_validated (at, -1);

      if (c >= 0x80 && (c >= (gunichar) -2 || g_unichar_isalnum (c) || g_unichar_ismark (c)))
        return has_beginning_of_any (text, folded);
      if (!in_word && g_ascii_tolower (*at) == folded[0] && g_ascii_strncasecmp (at, folded, length) == 0)
        return TRUE;
      in_word = c < 0x80 && g_ascii_isalnum (*at);
      at = g_utf8_next_char (at);
    }
  return FALSE;
}

/* Looks at the record at hand, which has all words but the last. */
static void
look_at (Look *look, sqlite3_stmt *statement, CareSearchQuery *query)
{
  const CareKind *kind = care_kind_find ((const char *) sqlite3_column_text (statement, 1));
  const char *title = (const char *) sqlite3_column_text (statement, 3);
  const char *text = (const char *) sqlite3_column_text (statement, 4);
  gboolean in_title = title != NULL && has_beginning (title, query->prefix);
  CareCandidate *candidate;

  look->n_looked_at++;
  if (kind == NULL || title == NULL || text == NULL
      || (!in_title && (look->others->len >= MAX_CANDIDATES || !has_beginning (text, query->prefix))))
    return;
  candidate = read_candidate (statement, kind, query);
  g_ptr_array_add (candidate->in_title ? look->titles : look->others, candidate);
}

/* Whether there will be enough of what @found holds by the time that the last is
 * looked at. */
static gboolean
is_worthwhile (const Look *look, GPtrArray *found)
{
  return found->len < MAX_CANDIDATES && found->len * MAX_LOOKED_AT >= MAX_CANDIDATES * look->n_looked_at;
}

static gboolean
goes_on (const Look *look)
{
  if (look->titles->len >= MAX_CANDIDATES || look->n_looked_at >= MAX_LOOKED_AT)
    return FALSE;
  return look->n_looked_at < MIN_LOOKED_AT || is_worthwhile (look, look->titles) || is_worthwhile (look, look->others);
}

static gboolean
look_at_newest (sqlite3 *db, CareSearchQuery *query, Look *look, GError **error)
{
  const char *sql = query->stem == NULL
                      ? "SELECT " COLUMNS " FROM catalogue AS c ORDER BY c.entry DESC"
                      : "SELECT " COLUMNS " FROM search JOIN catalogue AS c ON c.entry = search.rowid"
                        " WHERE search MATCH ?1 ORDER BY search.rowid DESC";
  g_autoptr (CareStatement) statement = care_statement_get (db, sql, error);
  g_autoptr (GError) reason = NULL;

  if (statement == NULL)
    return FALSE;
  if (query->stem != NULL)
    care_statement_bind_text (statement, 1, query->stem);
  while (goes_on (look) && !look->ended)
    if (care_statement_step (statement, &reason))
      look_at (look, statement, query);
    else
      look->ended = TRUE;
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Adds those of @found that are not there yet, until there are enough. */
static void
add_missing (GPtrArray *candidates, GPtrArray *found)
{
  for (guint i = 0; i < found->len && candidates->len < MAX_CANDIDATES; i++)
    {
      CareCandidate **place = (CareCandidate **) &g_ptr_array_index (found, i);

      if (!is_there (candidates, (*place)->entry))
        g_ptr_array_add (candidates, g_steal_pointer (place));
    }
}

/* By the index, but for what has been found without. */
static gboolean
find_in_index (sqlite3 *db, CareSearchQuery *query, Look *look, GPtrArray *candidates, GError **error)
{
  if (look->titles->len >= MAX_CANDIDATES || look->ended)
    {
      add_missing (candidates, look->titles);
      add_missing (candidates, look->others);
      return TRUE;
    }
  if (!find_by_words (db, query, "title", candidates, error))
    return FALSE;
  add_missing (candidates, look->others);
  return candidates->len >= MAX_CANDIDATES || find_by_words (db, query, NULL, candidates, error);
}

/**
 * care_candidates_find:
 * @db: a connection
 * @query: what is looked for
 * @limit: how many are wanted where only filters were typed
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareCandidate): what may be meant;
 *   where only filters were typed, in the order of lists.
 */
GPtrArray *
care_candidates_find (sqlite3 *db, CareSearchQuery *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (candidate_free);
  Look look = { titles, others, 0, FALSE };

  if (query->match == NULL && query->where->len == 0)
    return g_steal_pointer (&candidates);
  if (query->match == NULL)
    return find_by_filters (db, query, limit, candidates, error) ? g_steal_pointer (&candidates) : NULL;
  /* With filters it may take long to meet with what is common. */
  if (query->prefix != NULL && query->where->len == 0 && !look_at_newest (db, query, &look, error))
    return NULL;
  return find_in_index (db, query, &look, candidates, error) ? g_steal_pointer (&candidates) : NULL;
}
