/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Save a Copy. */

#include "care-library-private.h"

#include "care-file.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

/* A text that was deleted is still in the history, in the index of words until that
 * is made anew, and in pages that were freed. */
static gboolean
remove_history (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = care_database_open (path, TRUE, FALSE, error);

  return db != NULL
         && care_database_exec (
           db, "DELETE FROM history; INSERT INTO search (search) VALUES ('rebuild'); VACUUM;", error);
}

static gboolean
check_is_file (const char *path, GError **error)
{
  struct stat info;
  g_autofree char *name = NULL;

  if (stat (path, &info) != 0 || S_ISREG (info.st_mode))
    return TRUE;
  name = g_path_get_basename (path);
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_EXISTS,
               _ ("“%s” is not a file that a copy could replace; choose another name"), name);
  return FALSE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat first;
  struct stat second;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

static gboolean
check_target (CareLibrary *self, const char *target, GError **error)
{
  if (!check_is_file (target, error))
    return FALSE;
  if (!is_same_file (target, self->path) && !care_library_is_written_here (target)
      && !care_lock_is_held (target))
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE,
               _ ("A copy cannot take the place of a library that is open; choose another name"));
  return FALSE;
}

/* Undoes or redoes in @copy; what cannot be is no reason to do without the copy. */
static gboolean
turn (CareLibrary *copy, const CareDeed *deed, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *sentence = deed->target != 0                  ? care_library_undo_act (copy, deed->target, &reason)
                              : deed->turn == CARE_HISTORY_UNDO ? care_library_undo (copy, &reason)
                                                                : care_library_redo (copy, &reason);

  if (sentence != NULL || g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD)
      || g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static CareAct *
find_duplicate (GPtrArray *held, GPtrArray *originals, CareAct *act)
{
  guint i;

  return act != NULL && g_ptr_array_find (originals, act, &i) ? ((CareDeed *) g_ptr_array_index (held, i))->act : act;
}

/* (transfer full) (element-type CareDeed): what is held, as deeds to be done in a copy:
 * of those that are held the library knows what they go on with, and later their ids. */
static GPtrArray *
duplicate_held (CareLibrary *self)
{
  GPtrArray *held = g_ptr_array_new_with_free_func ((GDestroyNotify) care_deed_free);
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();

  for (GList *l = self->held.head; l != NULL; l = l->next)
    {
      const CareDeed *deed = l->data;
      g_autoptr (CareAct) act
        = deed->act == NULL
            ? NULL
            : care_act_duplicate (deed->act, find_duplicate (held, originals, care_act_get_before (deed->act)));

      g_ptr_array_add (held, act != NULL ? care_deed_new_act (self, act)
                                         : care_deed_new_turn (deed->turn, deed->target));
      g_ptr_array_add (originals, deed->act);
    }
  return held;
}

/* What the disk has refused so far is what a copy is most wanted for. */
static gboolean
do_held (GPtrArray *held, const char *path, GError **error)
{
  g_autoptr (CareLibrary) copy = NULL;

  if (held->len == 0)
    return TRUE;
  copy = care_library_open (path, CARE_LIBRARY_WRITE, error);
  if (copy == NULL)
    return FALSE;
  copy->is_private = TRUE;
  for (guint i = 0; i < held->len; i++)
    {
      const CareDeed *deed = g_ptr_array_index (held, i);

      if (deed->act != NULL ? !care_library_apply (copy, deed->act, error) : !turn (copy, deed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_copy (CareLibrary *self, const char *path, gboolean with_history, GPtrArray *held, GError **error)
{
  g_autofree char *resolved = care_file_resolve (path, NULL);
  const char *target = resolved == NULL ? path : resolved;
  g_autofree char *temporary = NULL;
  gboolean copied;

  if (!check_target (self, target, error))
    return FALSE;
  temporary = care_file_make_temporary (target, error);
  if (temporary == NULL)
    return FALSE;
  g_rec_mutex_lock (&self->lock);
  copied = care_database_copy (self->db, temporary, error);
  g_rec_mutex_unlock (&self->lock);
  if (copied && do_held (held, temporary, error) && (with_history || remove_history (temporary, error))
      && care_file_replace (temporary, target, error))
    return TRUE;
  care_file_remove (temporary);
  return FALSE;
}

/**
 * care_library_save_copy:
 * @self: a library, also one whose file has moved; no act is being done
 * @path: of the copy; a file of that name is replaced, but never a library that is
 *   open, nor @self
 * @with_history: whether it is to hold what has been done, too
 * @error: return location for a #CareStoreError
 *
 * Writes the copy beside @path, checks it, flushes it and renames it. Without the
 * history nothing can be read in it that is not shown.
 *
 * Returns: whether the copy was made; if not, @path is as it was.
 */
gboolean
care_library_save_copy (CareLibrary *self, const char *path, gboolean with_history, GError **error)
{
  g_autoptr (GPtrArray) held = duplicate_held (self);

  return save_copy (self, path, with_history, held, error);
}

/* What is asked for, and what is held by then. */
typedef struct
{
  char *path;
  gboolean with_history;
  GPtrArray *held;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_pointer (&copy->held, g_ptr_array_unref);
  g_free (copy->path);
  g_free (copy);
}

static gboolean
do_copy (CareLibrary *self, gpointer data, GError **error)
{
  Copy *copy = data;

  return save_copy (self, copy->path, copy->with_history, copy->held, error);
}

static void
start_copy (GObject *object)
{
  g_autoptr (GTask) task = G_TASK (object);
  CareLibrary *self = g_task_get_source_object (task);
  Copy *copy = g_task_get_task_data (task);

  copy->held = duplicate_held (self);
  care_library_queue_job (self, do_copy, task);
}

/**
 * care_library_save_copy_async:
 * @self: a library, also one whose file has moved
 * @path: as for care_library_save_copy()
 * @with_history: as for care_library_save_copy()
 * @callback: called when it is done or refused
 * @data: for @callback
 *
 * As care_library_save_copy(), of all that was to be done before, without waiting.
 */
void
care_library_save_copy_async (CareLibrary *self, const char *path, gboolean with_history,
                              GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Copy *copy = g_new0 (Copy, 1);

  copy->path = g_strdup (path);
  copy->with_history = with_history;
  g_task_set_task_data (task, copy, copy_free);
  care_library_when_settled (self, start_copy, G_OBJECT (task));
}

/**
 * care_library_save_copy_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the copy was made.
 */
gboolean
care_library_save_copy_finish (CareLibrary *self, GAsyncResult *result, GError **error)
{
  GError *reason = NULL;

  g_task_propagate_pointer (G_TASK (result), &reason);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, reason);
  return FALSE;
}

/**
 * care_library_is_as_copied:
 * @self: a library
 * @result: of a copy that was made
 *
 * Returns: whether the copy has all that was done to @self, up to now.
 */
gboolean
care_library_is_as_copied (CareLibrary *self, GAsyncResult *result)
{
  const Copy *copy = g_task_get_task_data (G_TASK (result));

  return g_queue_is_empty (&self->under_way)
         && g_queue_get_length (&self->held) == copy->held->len;
}
