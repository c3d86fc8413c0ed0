/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done to a library, and what came of it. */

#include "care-library-private.h"

/**
 * care_deed_new_act:
 * @library: the library that it is to be applied to
 * @act: an act
 *
 * Returns: (transfer full): the deed of applying it.
 */
CareDeed *
care_deed_new_act (CareLibrary *library, CareAct *act)
{
  CareDeed *self = g_new0 (CareDeed, 1);

  self->act = care_act_ref (act);
  /* It may name records, which change in this thread only. */
  care_act_make_sentence (act, care_library_lookup_now, library);
  return self;
}

/**
 * care_deed_new_turn:
 * @turn: to undo or to redo
 * @target: an act of the history, or 0 for the one that is next
 *
 * Returns: (transfer full): the deed of turning it.
 */
CareDeed *
care_deed_new_turn (CareHistoryKind turn, CareId target)
{
  CareDeed *self = g_new0 (CareDeed, 1);

  self->turn = turn;
  self->target = target;
  return self;
}

/**
 * care_deed_tell:
 * @self: a deed that is done or refused
 *
 * Tells whoever waits for it, once.
 */
void
care_deed_tell (CareDeed *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task == NULL)
    return;
  if (self->error != NULL)
    g_task_return_error (task, g_error_copy (self->error));
  else
    g_task_return_pointer (task, g_strdup (self->sentence), g_free);
}

/**
 * care_deed_free:
 * @self: (transfer full): a deed
 *
 * Frees @self.
 */
void
care_deed_free (CareDeed *self)
{
  g_clear_pointer (&self->act, care_act_unref);
  g_clear_error (&self->error);
  g_free (self->sentence);
  g_clear_pointer (&self->touched, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->task);
  g_free (self);
}
