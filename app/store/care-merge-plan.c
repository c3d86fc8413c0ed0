/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Libraries are compared in a thread, which has copies of its own of both. */

#include "care-library-merge.h"

#include "care-library-private.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

/* The task does not hold the library that is shown, as the thread may be the last to
 * hold the task. */
typedef struct
{
  char *path;
  CareLibrary *shown; /* mine */
  CareLibrary *theirs;
  CareId newest;
} Plan;

static void
plan_free (gpointer data)
{
  Plan *self = data;

  g_free (self->path);
  g_clear_object (&self->shown);
  g_clear_object (&self->theirs);
  g_free (self);
}

/* A library that only this thread sees until it is done with it. */
static CareLibrary *
open_private (const char *path, GError **error)
{
  CareLibrary *library = care_library_open (path, CARE_LIBRARY_READ, error);

  if (library != NULL)
    library->is_private = TRUE;
  return library;
}

static CareMerge *
make_plan (Plan *self, GError **error)
{
  g_autoptr (CareLibrary) mine = open_private (care_library_get_path (self->shown), error);
  CareMergeLibraries libraries = { .mine = mine };
  CareMerge *merge;

  self->theirs = mine == NULL ? NULL : open_private (self->path, error);
  libraries.theirs = self->theirs;
  if (self->theirs == NULL)
    return NULL;
  merge = care_library_merge_plan (&libraries, NULL, error);
  self->newest = libraries.newest;
  return merge;
}

static void
plan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CareMerge *merge = make_plan (data, &error);

  if (merge == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, merge, (GDestroyNotify) care_merge_free);
}

/* What is compared is what the file holds, so that has to be all there is. */
static void
start (GObject *object)
{
  g_autoptr (GTask) task = G_TASK (object);
  const Plan *plan = g_task_get_task_data (task);
  CareLibrary *mine = plan->shown;

  if (care_library_get_trouble (mine) != NULL)
    g_task_return_error (task, g_error_copy (care_library_get_trouble (mine)));
  else if (care_library_has_moved (mine))
    g_task_return_new_error (task, CARE_STORE_ERROR, CARE_STORE_ERROR_MOVED,
                             _ ("The library has been moved, replaced or deleted; save a copy and merge into that"));
  else
    g_task_run_in_thread (task, plan_in_thread);
}

/**
 * care_library_merge_plan_async:
 * @mine: a library that can be written
 * @path: the library that is to be brought in
 * @callback: called when they have been compared
 * @data: for @callback
 *
 * As care_library_merge_plan(), once all is saved and without waiting.
 */
void
care_library_merge_plan_async (CareLibrary *mine, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  Plan *plan = g_new0 (Plan, 1);

  plan->shown = g_object_ref (mine);
  plan->path = g_strdup (path);
  g_task_set_task_data (task, plan, plan_free);
  care_library_when_settled (mine, start, G_OBJECT (task));
}

/**
 * care_library_merge_plan_finish:
 * @result: what the callback was given
 * @libraries: (out): those that were compared; they belong to the caller
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): what is taken and what is to be decided. If
 *   %NULL, @libraries is as it was.
 */
CareMerge *
care_library_merge_plan_finish (GAsyncResult *result, CareMergeLibraries *libraries, GError **error)
{
  CareMerge *merge = g_task_propagate_pointer (G_TASK (result), error);
  Plan *plan = g_task_get_task_data (G_TASK (result));
  g_autoptr (CareLibrary) mine = g_steal_pointer (&plan->shown);

  if (merge == NULL)
    return NULL;
  libraries->mine = g_steal_pointer (&mine);
  libraries->theirs = g_steal_pointer (&plan->theirs);
  libraries->newest = plan->newest;
  return merge;
}
