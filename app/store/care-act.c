/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-act.h"

struct _CareAct
{
  char *sentence;
  CareId merged; /* 0 if it is no merge */
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
 * @sentence: what is done, in the user's language: "Change value of “Better
 *   Care Fund”"
 *
 * Returns: (transfer full): an act that does nothing yet.
 */
CareAct *
care_act_new (const char *sentence)
{
  CareAct *self = g_new0 (CareAct, 1);

  self->sentence = g_strdup (sentence);
  self->steps = g_ptr_array_new_with_free_func (care_step_free);
  return self;
}

/**
 * care_act_free:
 * @self: (transfer full): an act
 *
 * Frees @self.
 */
void
care_act_free (CareAct *self)
{
  g_free (self->sentence);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * care_act_get_sentence:
 * @self: an act
 *
 * Returns: (transfer none): what is done, for a person.
 */
const char *
care_act_get_sentence (CareAct *self)
{
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
 * @error: return location for a #CareDomainError
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

  if (!care_record_set (draft, field, text, error) || !care_record_check (draft, error))
    return FALSE;

  step = add_step (self, CARE_STEP_SET, record);
  step->field = (guint) care_kind_field_index (care_record_get_kind (record), field);
  step->value = g_strdup (care_record_get (draft, field));
  return TRUE;
}
