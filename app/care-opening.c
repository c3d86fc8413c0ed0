/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-opening.h"

#include "care-memory.h"
#include "care-sample.h"
#include "care-store-error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

typedef struct
{
  char *path;
  CareLibraryMode mode;
  CareOpeningMake make;
  GError *read_only; /* why it can only be read */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_clear_error (&self->read_only);
  g_free (self->path);
  g_free (self);
}

/* A library with the facts of the sample, loaded by the code that loads any file. */
static gboolean
make_sample_library (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) records = care_sample_read (error);

  if (records == NULL)
    return FALSE;
  /* What goes wrong here goes wrong again, and is told, when the file is made. */
  g_mkdir_with_parents (folder, 0700);
  return care_library_create (path, records, error);
}

/* Somebody else writes the library, or nobody may: it can still be read. */
static gboolean
can_be_read (const GError *error)
{
  return g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS)
         || g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE)
         || g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE_ELSEWHERE);
}

static CareLibrary *
open_library (Opening *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  CareLibrary *library;

  if (self->make == CARE_OPENING_MAKE_SAMPLE && !g_file_test (self->path, G_FILE_TEST_EXISTS)
      && !make_sample_library (self->path, error))
    return NULL;
  if (self->make == CARE_OPENING_MAKE_EMPTY && !care_library_create (self->path, NULL, error))
    return NULL;
  library = care_library_open (self->path, self->mode, &reason);
  if (library != NULL)
    return library;
  if (self->mode != CARE_LIBRARY_READ && can_be_read (reason))
    library = care_library_open (self->path, CARE_LIBRARY_READ, NULL);
  g_propagate_error (library != NULL ? &self->read_only : error, g_steal_pointer (&reason));
  return library;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CareLibrary *library = open_library (data, &error);

  care_memory_give_back ();
  if (library != NULL)
    g_task_return_pointer (task, library, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * care_opening_start:
 * @path: a library
 * @mode: what for; one that cannot be written is opened to be read
 * @make: what is to be made first
 * @callback: called when it is open, or cannot be
 * @data: for @callback
 *
 * Opens it without waiting.
 */
void
care_opening_start (const char *path, CareLibraryMode mode, CareOpeningMake make, GAsyncReadyCallback callback,
                    gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->mode = mode;
  opening->make = make;
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * care_opening_finish:
 * @result: what the callback was given
 * @read_only: return location for why the library could only be opened to be read
 * @error: return location for a #CareStoreError, or a #CareExchangeError of the sample
 *
 * Returns: (transfer full) (nullable): the library.
 */
CareLibrary *
care_opening_finish (GAsyncResult *result, GError **read_only, GError **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));
  CareLibrary *library = g_task_propagate_pointer (G_TASK (result), error);

  if (opening->read_only != NULL)
    g_propagate_error (read_only, g_steal_pointer (&opening->read_only));
  return library;
}

/**
 * care_opening_get_path:
 * @result: what the callback was given
 *
 * Returns: (transfer none): the path of the library.
 */
const char *
care_opening_get_path (GAsyncResult *result)
{
  const Opening *opening = g_task_get_task_data (G_TASK (result));

  return opening->path;
}
