/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of a library share the acts that were done before they were copied, by
 * id; and a merge tells up to which act it has brought in the other one. So each
 * library knows the other as it once was; the later of these two states is what
 * both have grown from. */

#include "care-merge-base.h"

#include "care-compare.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

/* (transfer full): the ids of the entries of a history from @start on, and of those
 * that merges which stood then have brought in. */
static GHashTable *
find_known (GPtrArray *history, guint start)
{
  GHashTable *known = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) standing = care_merge_find_standing (history, start);

  for (guint i = start; i < history->len; i++)
    {
      CareHistoryEntry *entry = g_ptr_array_index (history, i);

      g_hash_table_add (known, &entry->id);
      if (entry->kind == CARE_HISTORY_ACT && entry->target != 0 && g_hash_table_contains (standing, &entry->id))
        g_hash_table_add (known, &entry->target);
    }
  return known;
}

static gboolean
knows (GHashTable *known, GPtrArray *history, guint at)
{
  return g_hash_table_contains (known, &((CareHistoryEntry *) g_ptr_array_index (history, at))->id);
}

/* Where in @history, newest first, that begins which @other knows; its length if it
 * knows nothing of it. */
static guint
find_shared (GPtrArray *history, GPtrArray *other)
{
  g_autoptr (GHashTable) known = find_known (other, 0);
  guint at = 0;

  while (at < history->len && !knows (known, history, at))
    at++;
  return at;
}

static void
set_unknown_error (GError **error)
{
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
               _ ("What both libraries have grown from is not in their histories; name a copy of it, on the command "
                  "line with --base"));
}

/* Whether an act could not be turned back, and not that the disk is full. */
static gboolean
is_about_history (const GError *error)
{
  return g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT)
         || g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD)
         || g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
}

static void
set_error_from (GError *reason, GError **error)
{
  if (!is_about_history (reason))
    {
      g_propagate_error (error, reason);
      return;
    }
  g_error_free (reason);
  set_unknown_error (error);
}

/* Libraries that share no act have still grown from one if nothing differs once
 * each is as it was at first. */
static CareMergeBase *
compare_beginnings (CareLibrary *mine, GPtrArray *history_of_mine, CareLibrary *theirs, GPtrArray *history_of_theirs,
                    GError **error)
{
  GError *reason = NULL;
  g_autoptr (CareMergeBase) first = care_merge_rewind (mine, history_of_mine, history_of_mine->len, &reason);
  g_autoptr (CareMergeBase) second
    = first == NULL ? NULL : care_merge_rewind (theirs, history_of_theirs, history_of_theirs->len, &reason);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (second == NULL)
    {
      set_error_from (reason, error);
      return NULL;
    }
  records = care_library_records (first->library);
  others = care_library_records (second->library);
  differences = care_compare_records (records, others);
  if (differences->len == 0)
    return g_steal_pointer (&first);
  set_unknown_error (error);
  return NULL;
}

/* A library, and up to where the other one knows it. */
typedef struct
{
  CareLibrary *library;
  GPtrArray *history;
  guint shared;
} Known;

/* Whether @self, as the other one knows it, knows all of @other that it ever knew. */
static gboolean
includes (const Known *self, const Known *other)
{
  g_autoptr (GHashTable) known = NULL;

  if (other->shared == other->history->len)
    return TRUE;
  known = find_known (self->history, self->shared);
  return knows (known, other->history, other->shared);
}

/* Where each has brought in the other as it was before it did so, the one is taken
 * that was left first, whichever way round. */
static gboolean
is_first (const Known *self, const Known *other)
{
  const CareHistoryEntry *entry = g_ptr_array_index (self->history, self->shared);
  const CareHistoryEntry *other_entry = g_ptr_array_index (other->history, other->shared);

  return entry->id < other_entry->id;
}

static CareMergeBase *
rewind_known (const Known *first, const Known *second, GError **error)
{
  GError *reason = NULL;
  CareMergeBase *base = care_merge_rewind (first->library, first->history, first->shared, &reason);

  if (base == NULL && second != NULL && is_about_history (reason))
    {
      g_clear_error (&reason);
      base = care_merge_rewind (second->library, second->history, second->shared, &reason);
    }
  if (base == NULL)
    set_error_from (reason, error);
  return base;
}

static CareMergeBase *
find_base (const Known *mine, const Known *theirs, GError **error)
{
  gboolean mine_includes = mine->shared < mine->history->len && includes (mine, theirs);
  gboolean theirs_includes = theirs->shared < theirs->history->len && includes (theirs, mine);

  /* Both are the same; whichever has done nothing since needs no copy, and what
   * cannot be turned back in one of them may be in the other. */
  if (mine_includes && theirs_includes)
    return theirs->shared == 0 ? rewind_known (theirs, NULL, error) : rewind_known (mine, theirs, error);
  if (mine_includes || (!theirs_includes && is_first (mine, theirs)))
    return rewind_known (mine, NULL, error);
  return rewind_known (theirs, NULL, error);
}

/**
 * care_merge_base_find:
 * @mine: a library
 * @theirs: a copy of it that has gone its own way; not changed
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_CONFLICT if it
 *   cannot be found
 *
 * Returns: (transfer full) (nullable): what both were when they were one.
 */
CareMergeBase *
care_merge_base_find (CareLibrary *mine, CareLibrary *theirs, GError **error)
{
  g_autoptr (GPtrArray) history_of_mine = care_library_history (mine, G_MAXINT, error);
  g_autoptr (GPtrArray) history_of_theirs
    = history_of_mine == NULL ? NULL : care_library_history (theirs, G_MAXINT, error);
  Known known_of_mine = { mine, history_of_mine, 0 };
  Known known_of_theirs = { theirs, history_of_theirs, 0 };

  if (history_of_theirs == NULL)
    return NULL;
  known_of_mine.shared = find_shared (history_of_mine, history_of_theirs);
  known_of_theirs.shared = find_shared (history_of_theirs, history_of_mine);
  if (known_of_mine.shared == history_of_mine->len && known_of_theirs.shared == history_of_theirs->len)
    return compare_beginnings (mine, history_of_mine, theirs, history_of_theirs, error);
  return find_base (&known_of_mine, &known_of_theirs, error);
}
