/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-field-plan.h"

#include "care-understand.h"

/* (transfer full): what @record is, or is going to be. */
static CareRecord *
copy_latest (CareLibrary *library, CareRecord *record)
{
  CareRecord *copy = care_record_copy (record);
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    care_record_take (copy, i, g_strdup (care_library_get_latest (library, record, kind->fields[i].name)));
  return copy;
}

/**
 * care_field_plan_differences:
 * @act: an act
 * @record: a record
 * @latest: what it is, or is going to be
 * @read: what it is to be
 * @error: return location for a #CareDomainError
 *
 * Adds to @act what makes @record say what @read says.
 *
 * Returns: whether that could be done.
 */
gboolean
care_field_plan_differences (CareAct *act, CareRecord *record, CareRecord *latest, CareRecord *read, GError **error)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (care_record_get_at (latest, i), care_record_get_at (read, i)) != 0
        && !care_act_set (act, record, kind->fields[i].name, care_record_get_at (read, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
is_read (CareRecord *record)
{
  static const char *const kinds[] = { "deadline", "figure", "milestone", NULL };

  return g_strv_contains (kinds, care_record_get_kind (record)->name);
}

/**
 * care_field_plan_change:
 * @library: a library
 * @act: an act
 * @record: a record of @library
 * @field: the name of a field
 * @text: (nullable): what it is changed to, as typed
 * @error: return location for a #CareDomainError
 *
 * Adds to @act the change, and what follows from it in the other fields of a deadline, a
 * milestone or a figure.
 *
 * Returns: %FALSE if @text is no value of @field.
 */
gboolean
care_field_plan_change (CareLibrary *library, CareAct *act, CareRecord *record, const char *field, const char *text,
                        GError **error)
{
  g_autoptr (CareRecord) latest = NULL;
  g_autoptr (CareRecord) read = NULL;
  CareRecord *pledge;

  if (!is_read (record))
    return care_act_set (act, record, field, text, error);
  pledge = care_library_lookup_now ("pledge", care_record_get_reference (record, "pledge"), library);
  latest = copy_latest (library, record);
  read = care_understand (latest, pledge, field, text, error);
  if (read == NULL || !care_act_set (act, record, field, care_record_get (read, field), error))
    return FALSE;
  care_record_set (latest, field, care_record_get (read, field), NULL);
  return care_field_plan_differences (act, record, latest, read, error);
}
