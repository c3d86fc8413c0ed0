/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentence of an act: made for one for which nobody has written it, and quoted. */

#include "care-act.h"

#include "care-record-name.h"

#include <glib/gi18n.h>

/* The one record that all steps are about, if they are. */
static CareRecord *
find_only_record (GPtrArray *steps)
{
  CareRecord *only = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      const CareStep *step = g_ptr_array_index (steps, i);

      if (only != NULL && step->record != only)
        return NULL;
      only = step->record;
    }
  return only;
}

/* Whether all that is done besides taking records out is to forget them. */
static gboolean
is_deletion (GPtrArray *steps)
{
  gboolean deletes = FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      const CareStep *step = g_ptr_array_index (steps, i);

      if (step->what == CARE_STEP_INSERT || (step->what == CARE_STEP_SET && step->value != NULL))
        return FALSE;
      deletes = deletes || step->what == CARE_STEP_DELETE;
    }
  return deletes;
}

static char *
describe_set (GPtrArray *steps, CareRecord *record, CareLookup lookup, gpointer data)
{
  g_autofree char *name = care_record_quote (record, lookup, data);
  const CareField *field = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      const CareStep *step = g_ptr_array_index (steps, i);
      const CareField *set = &care_record_get_kind (record)->fields[step->field];

      if (field != NULL && set != field)
        return g_strdup_printf (_ ("Change %s"), name);
      field = set;
    }
  return g_strdup_printf (_ ("Change %s of %s"), _ (field->label), name);
}

/**
 * care_act_describe:
 * @steps: (element-type CareStep): all steps of an act
 * @lookup: (nullable): finds what a record without a title is named by
 * @data: for @lookup
 *
 * Returns: (transfer full): what they amount to, for a person.
 */
char *
care_act_describe (GPtrArray *steps, CareLookup lookup, gpointer data)
{
  CareRecord *only = find_only_record (steps);
  const CareStep *last = steps->len == 0 ? NULL : g_ptr_array_index (steps, steps->len - 1);
  g_autofree char *name = last == NULL ? NULL : care_record_quote (last->record, lookup, data);

  /* What belongs to a record goes before it. */
  if (is_deletion (steps))
    return g_strdup_printf (_ ("Delete %s"), name);
  if (only != NULL && last->what == CARE_STEP_INSERT)
    return g_strdup_printf (_ ("Add %s"), name);
  if (only != NULL)
    return describe_set (steps, only, lookup, data);
  return g_strdup_printf (ngettext ("Make %u change", "Make %u changes", steps->len), steps->len);
}

/**
 * care_act_quote:
 * @sentence: what an act does, which may name records in quotation marks
 *
 * Returns: (transfer full): @sentence to be put in quotation marks itself: those in it
 *   are single.
 */
char *
care_act_quote (const char *sentence)
{
  GString *quoted = g_string_new (sentence);

  g_string_replace (quoted, "“", "‘", 0);
  g_string_replace (quoted, "”", "’", 0);
  return g_string_free (quoted, FALSE);
}
