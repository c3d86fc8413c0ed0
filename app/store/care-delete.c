/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes with a record when it is deleted: what belongs to it goes too, and
 * what else refers to it forgets it. */

#include "care-library-private.h"

#include "care-record-name.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

typedef struct
{
  CareLibrary *library;
  GPtrArray *going; /* records to be deleted, owners before what belongs to them */
  GHashTable *seen;
} Plan;

/* What @act takes out already is neither to be taken out again nor to forget. */
static void
note_gone (Plan *plan, CareAct *act)
{
  GPtrArray *steps = care_act_get_steps (act);

  for (guint i = 0; i < steps->len; i++)
    {
      const CareStep *step = g_ptr_array_index (steps, i);

      if (step->what == CARE_STEP_DELETE)
        g_hash_table_add (plan->seen, step->record);
    }
}

static void
plan_going (Plan *plan, CareRecord *record)
{
  g_autoptr (GPtrArray) users = NULL;

  if (!g_hash_table_add (plan->seen, record))
    return;
  g_ptr_array_add (plan->going, g_object_ref (record));
  users = care_library_users (plan->library, record);
  for (guint i = 0; i < users->len; i++)
    if (care_record_belongs_to (g_ptr_array_index (users, i), record))
      plan_going (plan, g_ptr_array_index (users, i));
}

static gboolean
refuse (Plan *plan, CareRecord *user, gboolean is_text, CareRecord *gone, GError **error)
{
  g_autofree char *name = care_record_quote (gone, care_library_lookup, plan->library);
  g_autofree char *of_user = care_record_quote (user, care_library_lookup, plan->library);

  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE,
               is_text ? _ ("%s cannot be deleted, as the text of %s names it; take it out there first")
                       : _ ("%s cannot be deleted, as %s needs it; change or delete that first"),
               name, of_user);
  return FALSE;
}

static gboolean
forget_in_field (Plan *plan, CareAct *act, CareRecord *user, const CareField *field, CareRecord *gone, GError **error)
{
  const char *value = care_record_get (user, field->name);

  /* Only a person can mend a text. */
  if (field->type == CARE_FIELD_PROSE && value != NULL && care_reference_is_to (value, gone))
    return refuse (plan, user, TRUE, gone, error);
  if (!care_record_names (user, field, gone))
    return TRUE;
  if (field->flags & CARE_FIELD_IS_REQUIRED)
    return refuse (plan, user, FALSE, gone, error);
  return care_act_set (act, user, field->name, NULL, error);
}

static gboolean
forget (Plan *plan, CareAct *act, CareRecord *user, CareRecord *gone, GError **error)
{
  const CareKind *kind = care_record_get_kind (user);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!forget_in_field (plan, act, user, &kind->fields[i], gone, error))
      return FALSE;
  return TRUE;
}

static gboolean
plan_forgetting (Plan *plan, CareAct *act, CareRecord *gone, GError **error)
{
  g_autoptr (GPtrArray) users = care_library_users (plan->library, gone);

  for (guint i = 0; i < users->len; i++)
    if (!g_hash_table_contains (plan->seen, g_ptr_array_index (users, i))
        && !forget (plan, act, g_ptr_array_index (users, i), gone, error))
      return FALSE;
  return TRUE;
}

/**
 * care_library_plan_delete:
 * @self: a library
 * @act: what the deletion is to be part of
 * @record: a record of @self
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_REFERENCE if
 *   another record needs it, or a text names it
 *
 * Adds to @act the deletion of @record, of all that belongs to it, and the
 * forgetting of them by other records' fields. What @act deletes already is left.
 *
 * Returns: %FALSE if the record cannot be deleted; @act is of no use then.
 */
gboolean
care_library_plan_delete (CareLibrary *self, CareAct *act, CareRecord *record, GError **error)
{
  g_autoptr (GPtrArray) going = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Plan plan = { self, going, seen };

  note_gone (&plan, act);
  plan_going (&plan, record);
  for (guint i = 0; i < going->len; i++)
    if (!plan_forgetting (&plan, act, g_ptr_array_index (going, i), error))
      return FALSE;
  for (guint i = going->len; i > 0; i--)
    care_act_delete (act, g_ptr_array_index (going, i - 1));
  return TRUE;
}
