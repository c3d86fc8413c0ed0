/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers in the main thread without holding it up: a few records at a time, whenever it
 * has nothing else to do and the library can be read. */

#include "care-gather.h"

/* That are worked through at once. */
#define PIECE 32

typedef struct
{
  CareGathering *gathering;
  CareId briefing;
  gboolean is_stale; /* something has changed: what was gathered may be wrong */
} Gathering;

static CareGathering *
care_gathering_new (CareLibrary *library)
{
  CareGathering *g = g_new0 (CareGathering, 1);

  care_gathering_init (g, library);
  return g;
}

/* Frees what care_gather_finish() gave. */
void
care_gathering_free (CareGathering *g)
{
  care_gathering_clear (g);
  g_free (g);
}

static void
gathering_free (gpointer data)
{
  Gathering *self = data;

  g_clear_pointer (&self->gathering, care_gathering_free);
  g_free (self);
}

static void
library_applied (CareLibrary *library, GTask *task)
{
  ((Gathering *) g_task_get_task_data (task))->is_stale = TRUE;
}

/* From the beginning, where there is nothing yet or it may be wrong. */
static gboolean
begin (Gathering *self, CareLibrary *library, GError **error)
{
  if (self->gathering != NULL && !self->is_stale)
    return TRUE;
  g_clear_pointer (&self->gathering, care_gathering_free);
  self->gathering = care_gathering_new (library);
  self->is_stale = FALSE;
  return care_gathering_start (self->gathering, self->briefing, error) != NULL;
}

static gboolean
go_on (gpointer data);

/* Holds the task until it is done. */
static void
gather_piece (GObject *object)
{
  GTask *task = G_TASK (object);
  CareLibrary *library = g_task_get_source_object (task);
  Gathering *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error) && begin (self, library, &error)
      && care_gathering_go_on (self->gathering, PIECE))
    {
      g_idle_add (go_on, task);
      return;
    }
  g_signal_handlers_disconnect_by_func (library, library_applied, task);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&self->gathering), (GDestroyNotify) care_gathering_free);
  g_object_unref (task);
}

static gboolean
go_on (gpointer data)
{
  GTask *task = data;

  care_library_when_readable (g_task_get_source_object (task), gather_piece, G_OBJECT (task));
  return G_SOURCE_REMOVE;
}

/* Gathers what the briefing with that id shows, and then calls @callback. */
void
care_gather_async (CareLibrary *library, CareId briefing, GCancellable *cancellable, GAsyncReadyCallback callback,
                   gpointer data)
{
  GTask *task = g_task_new (library, cancellable, callback, data);
  Gathering *self = g_new0 (Gathering, 1);

  self->briefing = briefing;
  g_task_set_task_data (task, self, gathering_free);
  g_signal_connect (library, "applied", G_CALLBACK (library_applied), task);
  g_idle_add (go_on, task);
}

/* (transfer full) (nullable): what was gathered, first the briefing; NULL where there is none. */
CareGathering *
care_gather_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
