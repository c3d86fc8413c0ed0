/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of a library share the acts that were done before they were copied, by
 * id. What one of them has done since is undone in a private copy of it. */

#include "care-merge-base.h"

#include "care-compare.h"
#include "care-library-private.h"
#include "care-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_unlink (file);
    }
  g_rmdir (path);
}

/* Frees @self and removes its private copy. */
void
care_merge_base_free (CareMergeBase *self)
{
  g_clear_object (&self->library);
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

static gboolean
copy_file (CareLibrary *library, const char *path, GError **error)
{
  int fd = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  gboolean copied;
  char *sql;

  if (fd < 0)
    {
      care_database_set_error (NULL, errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_CANTOPEN, error);
      return FALSE;
    }
  close (fd);
  sql = sqlite3_mprintf ("VACUUM INTO %Q", path);
  copied = care_database_exec (library->db, sql, error);
  sqlite3_free (sql);
  return copied;
}

/* (transfer full) (nullable): a copy of @library, for nobody else to see. */
static CareMergeBase *
copy_library (CareLibrary *library, GError **error)
{
  g_autoptr (CareMergeBase) self = g_new0 (CareMergeBase, 1);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("carebrief-merge-XXXXXX", NULL);
  if (self->folder == NULL)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS,
                   _ ("Nothing can be kept in “%s” for the time of merging; make room there and try again"),
                   g_get_tmp_dir ());
      return NULL;
    }
  path = g_build_filename (self->folder, "base.carebrief", NULL);
  if (!copy_file (library, path, error))
    return NULL;
  self->library = care_library_open (path, CARE_LIBRARY_WRITE, error);
  return self->library == NULL ? NULL : g_steal_pointer (&self);
}

/* Where in @history, newest first, the acts begin that @other shares; its length if
 * there are none. */
static guint
find_shared (GPtrArray *history, GPtrArray *other)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint at = 0;

  for (guint i = 0; i < other->len; i++)
    g_hash_table_add (ids, &((CareHistoryEntry *) g_ptr_array_index (other, i))->id);
  while (at < history->len
         && !g_hash_table_contains (ids, &((CareHistoryEntry *) g_ptr_array_index (history, at))->id))
    at++;
  return at;
}

/* The ids of the acts that stood when the entry at @shared was the newest one. */
static GHashTable *
find_standing (GPtrArray *history, guint shared)
{
  GHashTable *standing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = history->len; i > shared; i--)
    {
      const CareHistoryEntry *entry = g_ptr_array_index (history, i - 1);
      const CareId *act = entry->kind == CARE_HISTORY_ACT ? &entry->id : &entry->target;

      if (entry->kind == CARE_HISTORY_UNDO)
        g_hash_table_remove (standing, act);
      else
        g_hash_table_add (standing, g_memdup2 (act, sizeof *act));
    }
  return standing;
}

/* Whether an act that stood has been undone since. */
static gboolean
lacks_any (GPtrArray *history, GHashTable *standing)
{
  for (guint i = 0; i < history->len; i++)
    {
      const CareHistoryEntry *entry = g_ptr_array_index (history, i);

      if (entry->kind == CARE_HISTORY_ACT && entry->state != CARE_HISTORY_DONE
          && g_hash_table_contains (standing, &entry->id))
        return TRUE;
    }
  return FALSE;
}

/* (transfer full) (nullable): the history once what stood stands again. */
static GPtrArray *
redo_standing (CareLibrary *copy, GHashTable *standing, GError **error)
{
  g_autoptr (GPtrArray) history = care_library_history (copy, G_MAXINT, error);

  while (history != NULL && lacks_any (history, standing))
    {
      g_autofree char *sentence = care_library_redo (copy, error);

      g_clear_pointer (&history, g_ptr_array_unref);
      if (sentence != NULL)
        history = care_library_history (copy, G_MAXINT, error);
    }
  return g_steal_pointer (&history);
}

static gboolean
go_back (CareLibrary *copy, GHashTable *standing, GError **error)
{
  g_autoptr (GPtrArray) history = redo_standing (copy, standing, error);

  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const CareHistoryEntry *entry = g_ptr_array_index (history, i);
      g_autofree char *sentence = NULL;

      if (entry->kind != CARE_HISTORY_ACT || entry->state != CARE_HISTORY_DONE
          || g_hash_table_contains (standing, &entry->id))
        continue;
      sentence = care_library_undo_act (copy, entry->id, error);
      if (sentence == NULL)
        return FALSE;
    }
  return history != NULL;
}

/* (transfer full) (nullable): @library as it was when the entry at @shared of its
 * @history was the newest one. */
static CareMergeBase *
rewind_library (CareLibrary *library, GPtrArray *history, guint shared, GError **error)
{
  g_autoptr (GHashTable) standing = NULL;
  g_autoptr (CareMergeBase) base = NULL;

  if (shared == 0)
    {
      base = g_new0 (CareMergeBase, 1);
      base->library = g_object_ref (library);
      return g_steal_pointer (&base);
    }
  standing = find_standing (history, shared);
  base = copy_library (library, error);
  return base == NULL || !go_back (base->library, standing, error) ? NULL : g_steal_pointer (&base);
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
  g_autoptr (CareMergeBase) first = rewind_library (mine, history_of_mine, history_of_mine->len, &reason);
  g_autoptr (CareMergeBase) second
    = first == NULL ? NULL : rewind_library (theirs, history_of_theirs, history_of_theirs->len, &reason);
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
  guint shared_of_mine;
  guint shared_of_theirs;
  GError *reason = NULL;
  CareMergeBase *base;

  if (history_of_theirs == NULL)
    return NULL;
  shared_of_mine = find_shared (history_of_mine, history_of_theirs);
  shared_of_theirs = find_shared (history_of_theirs, history_of_mine);
  if (shared_of_mine == history_of_mine->len)
    return compare_beginnings (mine, history_of_mine, theirs, history_of_theirs, error);

  /* Whichever has done nothing since needs no copy; and what cannot be turned back
   * in one of them may be in the other. */
  if (shared_of_theirs == 0)
    return rewind_library (theirs, history_of_theirs, 0, error);
  base = rewind_library (mine, history_of_mine, shared_of_mine, &reason);
  if (base == NULL && is_about_history (reason))
    {
      g_clear_error (&reason);
      base = rewind_library (theirs, history_of_theirs, shared_of_theirs, &reason);
    }
  if (base == NULL)
    set_error_from (reason, error);
  return base;
}
