/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What checks find is looked for after each pause: the library is gone through in a
 * thread, and what was gathered there is looked at in another. */

#include "care-checks-pane-private.h"

#include "care-clock.h"

/* It is looked again when nothing was changed for so long. */
#define PAUSE_MS 400

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; a != NULL && b != NULL && i < a->len && i < b->len; i++)
    {
      const CareFinding *one = g_ptr_array_index (a, i);
      const CareFinding *other = g_ptr_array_index (b, i);

      if (g_strcmp0 (one->sentence, other->sentence) != 0 || g_strcmp0 (one->place, other->place) != 0
          || one->start != other->start || (one->exception == NULL) != (other->exception == NULL)
          || g_strcmp0 (one->replacement, other->replacement) != 0 || one->end != other->end
          || (one->exception != NULL
              && g_strcmp0 (care_record_get_title (one->exception), care_record_get_title (other->exception)) != 0))
        return FALSE;
    }
  return a != NULL && b != NULL && a->len == b->len;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (CareDate) today = care_date_from_day (care_clock_today ());

  g_task_return_pointer (task, care_checks_run (data, today, FALSE), (GDestroyNotify) g_ptr_array_unref);
}

static void
looked (GObject *source, GAsyncResult *result, gpointer data)
{
  CareChecksPane *self = CARE_CHECKS_PANE (source);
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) before = NULL;

  /* Stopped: something else is looked at by now. */
  if (findings == NULL)
    return;
  g_clear_object (&self->running);
  if (is_same (self->findings, findings) && gtk_list_box_get_row_at_index (self->list, 0) != NULL)
    return;
  before = g_steal_pointer (&self->findings);
  self->findings = g_steal_pointer (&findings);
  care_checks_pane_show_findings (self);
}

static void
stop (CareChecksPane *self)
{
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_pointer (&self->scan, care_check_scan_free);
}

static void
take_snapshot (GObject *object)
{
  CareChecksPane *self = CARE_CHECKS_PANE (object);
  g_autoptr (CareCheckScan) scan = g_steal_pointer (&self->scan);
  g_autoptr (GTask) task = NULL;

  /* Something else is gone through by now. */
  if (scan == NULL)
    return;
  task = g_task_new (self, self->running, looked, NULL);
  g_task_set_task_data (task, care_check_scan_finish (scan), (GDestroyNotify) care_snapshot_unref);
  g_task_run_in_thread (task, look_in_thread);
}

static void
scan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  care_check_scan_run (data, cancellable);
  g_task_return_pointer (task, data, NULL);
}

static void
scanned (GObject *source, GAsyncResult *result, gpointer data)
{
  CareChecksPane *self = CARE_CHECKS_PANE (source);
  g_autoptr (CareCheckScan) scan = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  self->scan = g_steal_pointer (&scan);
  care_library_when_readable (self->library, take_snapshot, G_OBJECT (self));
}

static void
start_scan (GObject *object)
{
  CareChecksPane *self = CARE_CHECKS_PANE (object);
  CareCheckScan *begun;
  g_autoptr (GTask) task = NULL;

  if (self->briefing == NULL)
    return;
  begun = care_check_scan_new (self->library, care_record_get_id (self->briefing), NULL);
  if (begun == NULL)
    return;
  stop (self);
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, scanned, NULL);
  /* One that is stopped is given back, too: it belongs to this thread. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, begun, NULL);
  g_task_run_in_thread (task, scan_in_thread);
}

static gboolean
look (gpointer data)
{
  CareChecksPane *self = data;

  self->pause = 0;
  care_library_when_readable (self->library, start_scan, G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/**
 * care_checks_pane_queue:
 * @self: a pane
 *
 * Looks again once nothing has changed for a while.
 */
void
care_checks_pane_queue (CareChecksPane *self)
{
  if (self->library == NULL)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, look, self);
}

/* It does not look any more. */
void
care_checks_pane_stop (CareChecksPane *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  stop (self);
}

/**
 * care_checks_pane_put_off:
 * @self: a pane
 *
 * Somebody types: if it was to look again soon, it does so once he pauses.
 */
void
care_checks_pane_put_off (CareChecksPane *self)
{
  if (self->pause != 0)
    care_checks_pane_queue (self);
}
