/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving without making anybody wait: what is to be done goes to a thread, which
 * does one thing after the other, and is shown once the disk has it. What the
 * disk refuses is held, with all that follows it, so that it can be tried again
 * in order. */

#include "care-library-private.h"

#include "care-store-error.h"

static void
set_state (CareLibrary *self, CareLibraryState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_signal_emit_by_name (self, "state-changed");
}

/* Whether it was the disk, or somebody at the file, that refused; trying again
 * may help then, while an act that is in conflict stays so. */
static gboolean
is_trouble (CareLibrary *self, const GError *error)
{
  static const int codes[] = {
    CARE_STORE_ERROR_DISK_FULL, CARE_STORE_ERROR_IO,      CARE_STORE_ERROR_NO_ACCESS,
    CARE_STORE_ERROR_IN_USE,    CARE_STORE_ERROR_DAMAGED, CARE_STORE_ERROR_MOVED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (self->writable && g_error_matches (error, CARE_STORE_ERROR, codes[i]))
      return TRUE;
  return FALSE;
}

static void
conclude_one (CareLibrary *self, CareDeed *deed)
{
  gboolean refused = deed->error != NULL && deed->job == NULL && is_trouble (self, deed->error);

  g_queue_pop_head (&self->under_way);
  if (refused && self->trouble == NULL)
    self->trouble = g_error_copy (deed->error);
  /* Before anybody is told, as who is may have it tried again. */
  if (refused)
    g_queue_push_tail (&self->held, deed);
  if (deed->done)
    care_library_conclude (self, deed);
  if (deed->is_retried && deed->error != NULL && !refused)
    {
      care_library_report (self, deed->error);
      g_signal_emit_by_name (self, "refused");
    }
  care_deed_tell (deed);
  if (!refused)
    care_deed_free (deed);
}

static void
let_go_on (CareLibrary *self)
{
  if (!self->owes)
    return;
  self->owes = FALSE;
  g_async_queue_push (self->go_on, self);
}

/* The thread does nothing more until what it did is concluded: whoever follows the
 * library can read it while he is being told. */
static void
conclude_and_go_on (CareLibrary *self, CareDeed *deed)
{
  self->owes = TRUE;
  self->is_slow = FALSE;
  conclude_one (self, deed);
  care_library_catch_up (self);
  let_go_on (self);
}

static void
conclude_finished (CareLibrary *self)
{
  CareDeed *deed;

  while ((deed = g_async_queue_try_pop (self->finished)) != NULL)
    conclude_and_go_on (self, deed);
  if (!g_queue_is_empty (&self->under_way))
    return;
  set_state (self, self->trouble != NULL ? CARE_LIBRARY_NOT_SAVED : CARE_LIBRARY_SAVED);
  care_library_go_on (self);
}

static gboolean
conclude_when_idle (gpointer data)
{
  g_autoptr (CareLibrary) self = g_object_ref (data);

  g_atomic_int_set (&self->concluding, 0);
  conclude_finished (self);
  return G_SOURCE_REMOVE;
}

/* Does @deed, unless one before it was refused by the disk: it could build on it. */
static void
work_on (CareLibrary *self, CareDeed *deed)
{
  g_rec_mutex_lock (&self->lock);
  if (deed->job != NULL)
    deed->job (self, g_task_get_task_data (deed->task), &deed->error);
  else if (self->refusal != NULL)
    {
      g_clear_error (&deed->error);
      deed->error = g_error_copy (self->refusal);
      deed->done = FALSE;
    }
  else if (!care_library_commit (self, deed) && is_trouble (self, deed->error))
    self->refusal = g_error_copy (deed->error);
  g_rec_mutex_unlock (&self->lock);
}

static gpointer
work (gpointer data)
{
  CareLibrary *self = data;
  gpointer deed;

  while ((deed = g_async_queue_pop (self->to_do)) != self)
    {
      work_on (self, deed);
      g_async_queue_push (self->finished, deed);
      if (g_atomic_int_compare_and_exchange (&self->concluding, 0, 1))
        g_idle_add_full (G_PRIORITY_DEFAULT, conclude_when_idle, self, NULL);
      g_async_queue_pop (self->go_on);
    }
  return NULL;
}

static void
queue (CareLibrary *self, CareDeed *deed)
{
  if (self->worker == NULL)
    {
      self->to_do = g_async_queue_new ();
      self->finished = g_async_queue_new ();
      self->go_on = g_async_queue_new ();
      self->worker = g_thread_new ("care-library", work, self);
    }
  g_queue_push_tail (&self->under_way, deed);
  g_async_queue_push (self->to_do, deed);
}

/* Stops the thread. Nothing is left to do: whatever is, holds the library. */
void
care_library_work_dispose (CareLibrary *self)
{
  if (self->worker != NULL)
    {
      g_async_queue_push (self->to_do, self);
      g_thread_join (self->worker);
      g_async_queue_unref (self->to_do);
      g_async_queue_unref (self->finished);
      g_async_queue_unref (self->go_on);
    }
  if (g_atomic_int_get (&self->concluding))
    g_idle_remove_by_data (self);
  g_queue_clear_full (&self->held, (GDestroyNotify) care_deed_free);
  g_clear_error (&self->trouble);
  g_clear_error (&self->refusal);
  g_clear_pointer (&self->touched, g_hash_table_unref);
}

/**
 * care_library_get_state:
 * @self: a library
 *
 * Returns: whether all that was done is in the file.
 */
CareLibraryState
care_library_get_state (CareLibrary *self)
{
  return self->state;
}

/**
 * care_library_get_trouble:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): why what was done could not be saved.
 */
const GError *
care_library_get_trouble (CareLibrary *self)
{
  return self->trouble;
}

static void
queue_with_task (CareLibrary *self, CareDeed *deed, GAsyncReadyCallback callback, gpointer data)
{
  /* The task holds the library, whether anybody waits for it or not. */
  deed->task = g_task_new (self, NULL, callback, data);
  queue (self, deed);
}

static void
ask_for (CareLibrary *self, CareDeed *deed, GAsyncReadyCallback callback, gpointer data)
{
  queue_with_task (self, deed, callback, data);
  set_state (self, CARE_LIBRARY_SAVING);
}

/**
 * care_library_apply_async:
 * @self: a library that can be written
 * @act: what to do
 * @callback: (nullable): called when it is done or refused
 * @data: for @callback
 *
 * As care_library_apply(), without waiting. Acts are done in the order in which
 * they come. What the disk refuses is held: see care_library_retry().
 */
void
care_library_apply_async (CareLibrary *self, CareAct *act, GAsyncReadyCallback callback, gpointer data)
{
  ask_for (self, care_deed_new_act (self, act), callback, data);
}

/**
 * care_library_turn_async:
 * @self: a library that can be written
 * @turn: %CARE_HISTORY_UNDO or %CARE_HISTORY_REDO
 * @act: an act of the history to undo, or 0 for the one that is next
 * @callback: (nullable): called when it is done or refused
 * @data: for @callback
 *
 * As care_library_undo(), care_library_redo() or care_library_undo_act(), without
 * waiting.
 */
void
care_library_turn_async (CareLibrary *self, CareHistoryKind turn, CareId act, GAsyncReadyCallback callback,
                         gpointer data)
{
  ask_for (self, care_deed_new_turn (turn, act), callback, data);
}

/* Has @job done in the thread, after all that comes before. @task is told; it
 * returns the sentence %NULL. */
void
care_library_queue_job (CareLibrary *self, CareJob job, GTask *task)
{
  CareDeed *deed = g_new0 (CareDeed, 1);

  deed->job = job;
  deed->task = g_object_ref (task);
  queue (self, deed);
  set_state (self, CARE_LIBRARY_SAVING);
}

/**
 * care_library_done_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * Returns: (transfer full) (nullable): the sentence of what was done, undone or
 *   redone; %NULL if nothing was.
 */
char *
care_library_done_finish (CareLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
has_job (CareLibrary *self)
{
  for (GList *l = self->under_way.head; l != NULL; l = l->next)
    if (((CareDeed *) l->data)->job != NULL)
      return TRUE;
  return FALSE;
}

static void
retry_now (GObject *library)
{
  care_library_retry (CARE_LIBRARY (library));
}

/**
 * care_library_retry:
 * @self: a library
 *
 * Tries again, in order, what the disk has refused. What is refused then for
 * another reason is told by #CareLibrary::trouble, as nobody waits for it any more.
 */
void
care_library_retry (CareLibrary *self)
{
  guint n;

  /* A copy that is being made may take long. */
  if (has_job (self))
    {
      care_library_when_settled (self, retry_now, G_OBJECT (self));
      return;
    }
  /* What is still to be refused comes after what was, and needs no disk for it. */
  if (self->trouble != NULL)
    care_library_settle (self);
  n = g_queue_get_length (&self->held);
  g_rec_mutex_lock (&self->lock);
  g_clear_error (&self->refusal);
  g_rec_mutex_unlock (&self->lock);
  g_clear_error (&self->trouble);
  for (; n > 0; n--)
    {
      CareDeed *deed = g_queue_pop_head (&self->held);

      deed->is_retried = TRUE;
      queue_with_task (self, deed, NULL, NULL);
    }
  set_state (self, g_queue_is_empty (&self->under_way) ? CARE_LIBRARY_SAVED : CARE_LIBRARY_SAVING);
}

/**
 * care_library_settle:
 * @self: a library
 *
 * Waits until everything that was to be done is done or refused, and shown.
 */
void
care_library_settle (CareLibrary *self)
{
  g_autoptr (CareLibrary) held = g_object_ref (self);

  /* Within what follows the library, the thread still waits. */
  let_go_on (self);
  do
    {
      while (!g_queue_is_empty (&self->under_way))
        conclude_and_go_on (self, g_async_queue_pop (self->finished));
      /* Who waited for that may have something to be done. */
      if (self->worker != NULL)
        conclude_finished (self);
    }
  while (!g_queue_is_empty (&self->under_way));
}

/**
 * care_library_settle_all:
 * @self: a library
 * @error: return location for a #CareStoreError
 *
 * As care_library_settle(), and tries what was refused once more.
 *
 * Returns: whether all is done that was to be done before.
 */
gboolean
care_library_settle_all (CareLibrary *self, GError **error)
{
  care_library_settle (self);
  if (self->trouble == NULL)
    return TRUE;
  care_library_retry (self);
  care_library_settle (self);
  if (self->trouble == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->trouble));
  return FALSE;
}
