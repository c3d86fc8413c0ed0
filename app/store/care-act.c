/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-act.h"

#include "care-store-error.h"

#include <glib/gi18n.h>

struct _CareAct
{
  gatomicrefcount refs;
  char *sentence;
  CareId merged; /* 0 if it is no merge */
  char *author; /* NULL: the library's */
  CareAct *before; /* that it is the continuation of, or NULL */
  gboolean backed_up; /* a backup is made first */
  CareId id;
  GPtrArray *steps;
};

static void
care_step_free (gpointer data)
{
  CareStep *step = data;

  g_object_unref (step->record);
  g_free (step->value);
  g_free (step);
}

/**
 * care_act_new:
 * @sentence: (nullable): what is done, in the user's language, where it does not
 *   follow from the steps: "Change Value of “Better Care Fund”"
 *
 * Returns: (transfer full): an act that does nothing yet.
 */
CareAct *
care_act_new (const char *sentence)
{
  CareAct *self = g_new0 (CareAct, 1);

  g_atomic_ref_count_init (&self->refs);
  self->sentence = g_strdup (sentence);
  self->steps = g_ptr_array_new_with_free_func (care_step_free);
  return self;
}

/**
 * care_act_ref:
 * @self: an act
 *
 * Returns: (transfer full): @self with one more holder.
 */
CareAct *
care_act_ref (CareAct *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * care_act_unref:
 * @self: (transfer full): an act
 *
 * Gives @self up; the last holder's giving up frees it.
 */
void
care_act_unref (CareAct *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->sentence);
  g_free (self->author);
  g_clear_pointer (&self->before, care_act_unref);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * care_act_set_author:
 * @self: an act
 * @author: (nullable): who does it, where it is not the author of the library
 *
 * Names the author.
 */
void
care_act_set_author (CareAct *self, const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

/**
 * care_act_get_author:
 * @self: an act
 *
 * Returns: (transfer none) (nullable): who does it, where that is not the author
 *   of the library.
 */
const char *
care_act_get_author (CareAct *self)
{
  return self->author;
}

/**
 * care_act_set_backed_up:
 * @self: an act that changes much, such as a merge
 * @backed_up: whether a backup is to be made first
 *
 * Without the backup the act is not done.
 */
void
care_act_set_backed_up (CareAct *self, gboolean backed_up)
{
  self->backed_up = backed_up;
}

/**
 * care_act_get_backed_up:
 * @self: an act
 *
 * Returns: whether a backup is to be made before it is done.
 */
gboolean
care_act_get_backed_up (CareAct *self)
{
  return self->backed_up;
}

/**
 * care_act_continue:
 * @self: an act
 * @before: (nullable): the act that it goes on with
 *
 * What a person sees as one change is one act, however often it is saved: if
 * nothing else has been done since @before, @self becomes part of it.
 */
void
care_act_continue (CareAct *self, CareAct *before)
{
  g_clear_pointer (&self->before, care_act_unref);
  if (before == NULL)
    return;
  self->before = care_act_ref (before);
}

/* (transfer full): an act of the same steps, done in another library; @before is what it
 * goes on with there, or NULL. */
CareAct *
care_act_duplicate (CareAct *self, CareAct *before)
{
  CareAct *copy = care_act_new (self->sentence);

  g_ptr_array_unref (copy->steps);
  copy->steps = g_ptr_array_ref (self->steps);
  copy->author = g_strdup (self->author);
  copy->merged = self->merged;
  copy->backed_up = self->backed_up;
  care_act_continue (copy, before);
  return copy;
}

/* It has been done: of a long chain only the last link matters. Not sooner, as the
 * thread that does it looks at what it goes on with. */
void
care_act_forget_before (CareAct *self)
{
  g_clear_pointer (&self->before, care_act_unref);
}

/**
 * care_act_get_before:
 * @self: an act
 *
 * Returns: (transfer none) (nullable): the act that it goes on with.
 */
CareAct *
care_act_get_before (CareAct *self)
{
  return self->before;
}

/**
 * care_act_get_id:
 * @self: an act
 *
 * Returns: its id in the history, once it has been done; 0 before that, and where
 *   nothing had to change.
 */
CareId
care_act_get_id (CareAct *self)
{
  return self->id;
}

/* Says under which id it was done. */
void
care_act_set_id (CareAct *self, CareId id)
{
  self->id = id;
}

/**
 * care_act_get_sentence:
 * @self: an act with all its steps
 *
 * Returns: (transfer none): what is done, for a person.
 */
const char *
care_act_get_sentence (CareAct *self)
{
  return care_act_make_sentence (self, NULL, NULL);
}

/**
 * care_act_make_sentence:
 * @self: an act with all its steps
 * @lookup: (nullable): finds what a record without a title is named by
 * @data: for @lookup
 *
 * Returns: (transfer none): as care_act_get_sentence(); once it is made it stays.
 */
const char *
care_act_make_sentence (CareAct *self, CareLookup lookup, gpointer data)
{
  if (self->sentence == NULL)
    self->sentence = care_act_describe (self->steps, lookup, data);
  return self->sentence;
}

/**
 * care_act_set_merged:
 * @self: an act
 * @entry: the id of the newest entry of the history of another library, or 0
 *
 * Says that the act brings in another library as it was then, so that a later
 * merge goes on from there.
 */
void
care_act_set_merged (CareAct *self, CareId entry)
{
  self->merged = entry;
}

/**
 * care_act_get_merged:
 * @self: an act
 *
 * Returns: the id that care_act_set_merged() was given, or 0.
 */
CareId
care_act_get_merged (CareAct *self)
{
  return self->merged;
}

/**
 * care_act_get_steps:
 * @self: an act
 *
 * Returns: (transfer none) (element-type CareStep): its steps, in order.
 */
GPtrArray *
care_act_get_steps (CareAct *self)
{
  return self->steps;
}

static CareStep *
add_step (CareAct *self, CareStepWhat what, CareRecord *record)
{
  CareStep *step = g_new0 (CareStep, 1);

  step->what = what;
  step->record = g_object_ref (record);
  g_ptr_array_add (self->steps, step);
  return step;
}

/**
 * care_act_insert:
 * @self: an act
 * @record: a new record
 *
 * Adds the step of putting @record into the library.
 */
void
care_act_insert (CareAct *self, CareRecord *record)
{
  add_step (self, CARE_STEP_INSERT, record);
}

/**
 * care_act_delete:
 * @self: an act
 * @record: a record of the library
 *
 * Adds the step of taking @record out. What belongs to it must be taken out by
 * the same act; care_library_plan_delete() adds all that.
 */
void
care_act_delete (CareAct *self, CareRecord *record)
{
  add_step (self, CARE_STEP_DELETE, record);
}

/**
 * care_act_set:
 * @self: an act
 * @record: a record of the library
 * @field: the name of a field of its kind
 * @text: (nullable): the new value
 * @error: return location for a #CareDomainError, or %CARE_STORE_ERROR_FROZEN
 *   if @record is an edition
 *
 * Adds the step of changing a field. @record itself changes only once the act
 * is applied.
 *
 * Returns: %FALSE if @text is not a value of @field, or is empty where there
 *   must be one; @self is as before then.
 */
gboolean
care_act_set (CareAct *self, CareRecord *record, const char *field, const char *text, GError **error)
{
  g_autoptr (CareRecord) draft = care_record_copy (record);
  CareStep *step;

  if (care_record_is (record, "edition"))
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_FROZEN,
                   _ ("An edition is never changed; make another one"));
      return FALSE;
    }
  if (!care_record_set (draft, field, text, error) || !care_record_check (draft, error))
    return FALSE;

  step = add_step (self, CARE_STEP_SET, record);
  step->field = (guint) care_kind_field_index (care_record_get_kind (record), field);
  step->value = g_strdup (care_record_get (draft, field));
  return TRUE;
}
