/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes the place of a library, or comes of a damaged one: made in a thread,
 * while the window waits. */

#include "care-window-file.h"

#include "care-backup.h"
#include "care-differences-window.h"
#include "care-tell.h"

#include <glib/gi18n.h>

/* What a thread does with the file of a library, for a window that waits for it. */
typedef struct
{
  char *path;  /* of the library */
  char *other; /* of the backup, or of what is recovered */
  GPtrArray *lost;
  gboolean replaced; /* whether there was a library in the place of a backup */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->other);
  g_clear_pointer (&work->lost, g_ptr_array_unref);
  g_free (work);
}

/* The program does not end before the thread has. The window is not the task's, of
 * which the thread may be the last to hold it. */
static void
start (CareWindow *self, const char *other, GTaskThreadFunc func, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done, g_object_ref (self));
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (care_window_get_path (self));
  work->other = g_strdup (other);
  g_task_set_task_data (task, work, work_free);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, func);
}

static void
restore_in_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  work->replaced = g_file_test (work->path, G_FILE_TEST_EXISTS);
  if (care_backup_restore (work->path, work->other, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareWindow) self = data;
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  care_window_file_open_waiting (work->path, CARE_LIBRARY_WRITE);
  if (done)
    care_tell_done (GTK_WINDOW (self), work->replaced ? _ ("Backup restored; what it replaced is among the backups")
                                                      : _ ("Backup restored"));
  else
    care_tell_refused (GTK_WINDOW (self), _ ("The Backup Was Not Restored"), error);
  g_application_release (g_application_get_default ());
}

static void
restore_now (CareWindow *self, gpointer backup)
{
  start (self, backup, restore_in_thread, restored);
}

/**
 * care_window_file_restore:
 * @self: a window
 * @backup: the file of a backup
 *
 * Puts the backup in the place of the library of @self, which is kept as a backup
 * itself, and shows it in every window that showed the library; unless something of
 * it is not saved, which is told. Does not wait.
 */
void
care_window_file_restore (CareWindow *self, const char *backup)
{
  care_window_file_give_up (self, _ ("Restoring the Backup…"), restore_now, g_strdup (backup), g_free);
}

static void
recover_in_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (care_library_salvage (work->path, work->other, &work->lost, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_recovered (CareWindow *self, const char *path, GPtrArray *lost)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (g_application_get_default (), &file, 1, "");
  if (lost->len > 0)
    gtk_window_present (GTK_WINDOW (care_differences_window_new (
      GTK_WINDOW (self), _ ("What Is Lost"), _ ("Everything else is in the new library"), lost)));
}

static void
recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareWindow) self = data;
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  /* It may have been closed meanwhile. */
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    care_window_end_wait (self);
  if (done)
    show_recovered (self, work->other, work->lost);
  else
    care_tell_refused (GTK_WINDOW (self), _ ("Nothing Could Be Read"), error);
  g_application_release (g_application_get_default ());
}

/**
 * care_window_file_recover:
 * @self: a window whose library is damaged
 * @path: of a file that is not there yet
 *
 * Makes a library in it of what can still be read, opens that, and lists what is
 * lost. Does not wait.
 */
void
care_window_file_recover (CareWindow *self, const char *path)
{
  g_autofree char *damaged = g_strdup (care_window_get_path (self));

  care_window_show_wait (self, damaged, _ ("Reading What Can Still Be Read…"));
  start (self, path, recover_in_thread, recovered);
}
