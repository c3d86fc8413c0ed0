/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library as it once was: what has been done since is undone in a private copy,
 * the newest first. */

#include "care-merge-base.h"

#include "care-library-private.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

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
  if (!care_library_save_copy (library, path, TRUE, error))
    return NULL;
  self->library = care_library_open (path, CARE_LIBRARY_WRITE, error);
  /* Nobody will ask for it after a power cut, so nothing waits for the disk. */
  if (self->library == NULL
      || !care_database_exec (self->library->db, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;", error))
    return NULL;
  self->library->is_private = TRUE;
  return g_steal_pointer (&self);
}

/* (transfer full): the ids of the acts that stood when the entry at @newest was the
 * newest one of @history. */
GHashTable *
care_merge_find_standing (GPtrArray *history, guint newest)
{
  GHashTable *standing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = history->len; i > newest; i--)
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

/* (transfer full) (nullable): @library as it was when the entry at @newest of its
 * @history was the newest one. */
CareMergeBase *
care_merge_rewind (CareLibrary *library, GPtrArray *history, guint newest, GError **error)
{
  g_autoptr (GHashTable) standing = NULL;
  g_autoptr (CareMergeBase) base = NULL;

  if (newest == 0)
    {
      base = g_new0 (CareMergeBase, 1);
      base->library = g_object_ref (library);
      return g_steal_pointer (&base);
    }
  standing = care_merge_find_standing (history, newest);
  base = copy_library (library, error);
  return base == NULL || !go_back (base->library, standing, error) ? NULL : g_steal_pointer (&base);
}
