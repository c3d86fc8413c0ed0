/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-must-fix.h"

#include "care-check-scan.h"
#include "care-checks.h"
#include "care-clock.h"

typedef struct
{
  CareSnapshot *snapshot; /* of the briefing */
  CareCheckScan *scan;    /* until it has been run */
  CareSnapshot *to_check; /* with what checks compare it with */
} Finding;

static void
finding_free (gpointer data)
{
  Finding *self = data;

  g_clear_pointer (&self->snapshot, care_snapshot_unref);
  g_clear_pointer (&self->scan, care_check_scan_free);
  g_clear_pointer (&self->to_check, care_snapshot_unref);
  g_free (self);
}

static void
check_in_thread (GTask *task, gpointer library, gpointer data, GCancellable *cancellable)
{
  Finding *self = data;
  g_autoptr (CareDate) today = care_date_from_day (care_clock_today ());
  GPtrArray *findings = care_checks_run (self->to_check, today, TRUE);

  for (guint i = findings->len; i > 0; i--)
    if (((CareFinding *) g_ptr_array_index (findings, i - 1))->exception != NULL)
      g_ptr_array_remove_index (findings, i - 1);
  g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
}

/* The task is held until it is given to a thread. */
static void
finish_scan (GObject *object)
{
  g_autoptr (GTask) task = G_TASK (object);
  Finding *self = g_task_get_task_data (task);

  self->to_check = care_check_scan_finish (self->scan);
  g_clear_pointer (&self->scan, care_check_scan_free);
  g_task_run_in_thread (task, check_in_thread);
}

static void
scanned (GObject *library, GAsyncResult *result, gpointer data)
{
  GTask *task = data;

  if (g_task_return_error_if_cancelled (task))
    g_object_unref (task);
  else
    care_library_when_readable (CARE_LIBRARY (library), finish_scan, G_OBJECT (task));
}

static void
scan_in_thread (GTask *scanning, gpointer library, gpointer task, GCancellable *cancellable)
{
  Finding *self = g_task_get_task_data (task);

  care_check_scan_run (self->scan, cancellable);
  g_task_return_boolean (scanning, TRUE);
}

static void
gathered (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Finding *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GTask) scanning = NULL;

  self->scan = care_check_scan_new_finish (result, &self->snapshot, &error);
  if (self->scan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  scanning = g_task_new (library, g_task_get_cancellable (task), scanned, task);
  g_task_set_task_data (scanning, g_steal_pointer (&task), NULL);
  g_task_run_in_thread (scanning, scan_in_thread);
}

/**
 * care_must_fix_find_async:
 * @library: a library
 * @briefing: the id of a briefing
 * @cancellable: (nullable): ends it early
 * @callback: called when it is known
 * @data: for @callback
 *
 * Looks for what must be fixed in the briefing as it is saved.
 */
void
care_must_fix_find_async (CareLibrary *library, CareId briefing, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (library, cancellable, callback, data);

  g_task_set_task_data (task, g_new0 (Finding, 1), finding_free);
  care_check_scan_new_async (library, briefing, cancellable, gathered, task);
}

/**
 * care_must_fix_find_finish:
 * @result: what the callback was given
 * @snapshot: (out) (optional) (transfer full): the briefing that was looked at
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type CareFinding): what must be fixed before it
 *   goes out; what is kept for a reason is not among it.
 */
GPtrArray *
care_must_fix_find_finish (GAsyncResult *result, CareSnapshot **snapshot, GError **error)
{
  GPtrArray *findings = g_task_propagate_pointer (G_TASK (result), error);
  Finding *self = g_task_get_task_data (G_TASK (result));

  if (findings != NULL && snapshot != NULL)
    *snapshot = g_steal_pointer (&self->snapshot);
  return findings;
}
