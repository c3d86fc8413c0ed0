/* SPDX-License-Identifier: GPL-3.0-or-later */

/* First results come from a capped set of candidates, so that a letter is
 * answered as quickly as a word in a library of any size: those with the words in
 * their titles, then others, the newest first. What is put in order is what was
 * found, and not all that there is. */

#include "care-search.h"

#include "care-library-private.h"
#include "care-search-candidates.h"
#include "care-snippet.h"

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

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const CareCandidate *first = *(CareCandidate *const *) a;
  const CareCandidate *second = *(CareCandidate *const *) b;

  if (first->score != second->score)
    return second->score - first->score;
  return (second->entry > first->entry) - (second->entry < first->entry);
}

static GPtrArray *
take_hits (GPtrArray *candidates, const CareSearchQuery *query, guint limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) care_hit_free);

  for (guint i = 0; i < candidates->len && i < limit; i++)
    {
      CareCandidate *candidate = g_ptr_array_index (candidates, i);

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
    candidates = care_candidates_find (self->db, query, limit, error);
  g_rec_mutex_unlock (&self->lock);
  if (candidates == NULL)
    return NULL;
  /* Where only filters were typed they are in the order of lists. */
  if (query->match != NULL)
    g_ptr_array_sort (candidates, compare_candidates);
  return take_hits (candidates, query, limit);
}
