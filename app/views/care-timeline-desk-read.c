/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a desk comes to what is chosen: read in a thread, given up when it is wanted no more. */

#include "care-timeline-desk-private.h"

#include "care-timeline-facts.h"

/* Whatever is being read. */
void
care_timeline_desk_stop (CareTimelineDesk *self)
{
  if (self->looking == NULL)
    return;
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_signal_emit_by_name (self, "waiting", FALSE);
}

static void
take_outlook (CareTimelineDesk *self, CareTimelineOutlook *outlook)
{
  g_clear_pointer (&self->outlook, care_timeline_outlook_free);
  self->outlook = outlook;
  self->is_stale = FALSE;
  /* What shows it would be put away, if it were not waited for any more before it is there. */
  g_signal_emit_by_name (self, "changed");
  g_signal_emit_by_name (self, "waiting", FALSE);
}

/* What is not going to be found is chosen no more: it is what is shown that is said. How it is
 * shown needs no reading. */
static void
give_up (CareTimelineDesk *self)
{
  CareTimelineChoice shown = self->outlook == NULL ? self->choice : self->outlook->choice;

  shown.ruler = self->choice.ruler;
  shown.behind = self->choice.behind;
  care_timeline_desk_set_choice (self, shown);
  g_signal_emit_by_name (self, "waiting", FALSE);
}

static void
fail (CareTimelineDesk *self, const char *message)
{
  g_free (self->trouble);
  self->trouble = g_strdup (message);
  give_up (self);
  g_signal_emit_by_name (self, "failed", message);
}

static void
looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareTimelineDesk) self = data;
  gboolean is_wanted = self->looking != NULL && self->looking == g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimelineOutlook) outlook = care_timeline_look_finish (result, &error);

  if (!is_wanted)
    return;
  g_clear_object (&self->looking);
  if (outlook != NULL)
    take_outlook (self, g_steal_pointer (&outlook));
  else
    fail (self, error->message);
}

/* What nobody sees is not looked for. */
void
care_timeline_desk_look (CareTimelineDesk *self)
{
  gboolean is_read = self->outlook != NULL && !self->is_stale && self->outlook->content->as_of == self->choice.as_of;

  care_timeline_desk_stop (self);
  g_clear_pointer (&self->trouble, g_free);
  self->is_wanted = self->n_seen_by == 0;
  if (self->library == NULL || self->is_wanted)
    return;
  self->looking = g_cancellable_new ();
  g_signal_emit_by_name (self, "waiting", TRUE);
  care_timeline_look_async (self->library, is_read ? self->outlook->content : NULL, self->today, &self->choice,
                            self->looking, looked, g_object_ref (self));
}

/* What words find may be in any record. */
static gboolean
has_touched (CareTimelineDesk *self)
{
  guint n_reads;
  const CareTimelineRead *reads = care_timeline_facts_get_reads (&n_reads);

  for (guint i = 0; i < n_reads; i++)
    if (care_library_has_touched (self->library, reads[i].kind))
      return TRUE;
  return self->choice.typed != NULL;
}

/* However many records an act changes, all is read anew once. */
void
care_timeline_desk_follow (CareTimelineDesk *self)
{
  if (!has_touched (self))
    return;
  self->is_stale = TRUE;
  care_timeline_desk_look (self);
}

/**
 * care_timeline_desk_cancel:
 * @self: a desk
 *
 * What is being read is wanted no more: what was there stays, and is chosen again.
 */
void
care_timeline_desk_cancel (CareTimelineDesk *self)
{
  g_return_if_fail (CARE_IS_TIMELINE_DESK (self));

  if (self->looking == NULL)
    return;
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  give_up (self);
}

/**
 * care_timeline_desk_read_again:
 * @self: a desk
 *
 * Looks for what is chosen in what the library has by now.
 */
void
care_timeline_desk_read_again (CareTimelineDesk *self)
{
  g_return_if_fail (CARE_IS_TIMELINE_DESK (self));

  care_timeline_desk_look (self);
}

/**
 * care_timeline_desk_is_behind:
 * @self: a desk
 *
 * Returns: whether the library has what is not in the outlook, and nobody is looking for it:
 *   reading was cancelled, or failed.
 */
gboolean
care_timeline_desk_is_behind (CareTimelineDesk *self)
{
  return self->library != NULL && self->looking == NULL && !self->is_wanted && (self->outlook == NULL || self->is_stale);
}

/**
 * care_timeline_desk_get_trouble:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): why it could not be read last, in a sentence.
 */
const char *
care_timeline_desk_get_trouble (CareTimelineDesk *self)
{
  return self->trouble;
}
