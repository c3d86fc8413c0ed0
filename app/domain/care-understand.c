/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-understand.h"

#include "care-deadline-follow.h"
#include "care-figure-follow.h"

/**
 * care_understand_is_for:
 * @record: a record
 * @field: the name of a field of it
 *
 * Returns: whether words are typed in @field that say something of other fields, too.
 */
gboolean
care_understand_is_for (CareRecord *record, const char *field)
{
  return g_strcmp0 (field, care_deadline_words_field (record)) == 0 || care_figure_is_read (record, field);
}

/**
 * care_understand:
 * @record: a record
 * @pledge: (nullable): the pledge that it is of
 * @field: the name of a field
 * @text: (nullable): what it is changed to, as typed
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): a copy of @record with @text and what follows from it;
 *   %NULL if @text is no value of @field.
 */
CareRecord *
care_understand (CareRecord *record, CareRecord *pledge, const char *field, const char *text, GError **error)
{
  const CareKind *kind = care_record_get_kind (record);
  int index = care_kind_field_index (kind, field);
  g_autoptr (CareRecord) copy = NULL;

  if (index >= 0 && care_field_is_misread (&kind->fields[index], text, error))
    return NULL;
  if (care_figure_is_read (record, field))
    return care_figure_understand (record, pledge, field, text, error);
  copy = care_record_copy (record);
  if (!care_record_set (copy, field, text, error))
    return NULL;
  if (care_deadline_words_field (record) == NULL)
    return g_steal_pointer (&copy);
  return care_deadline_understand (record, pledge, field, care_record_get (copy, field));
}

/**
 * care_understand_explain:
 * @record: a record
 * @pledge: (nullable): the pledge that it is of
 * @field: a field that care_understand_is_for()
 * @text: what is typed in it
 *
 * Returns: (transfer full) (nullable): what is understood of @text, and what is not.
 */
char *
care_understand_explain (CareRecord *record, CareRecord *pledge, const char *field, const char *text)
{
  if (care_figure_is_read (record, field))
    return care_figure_explain (record, pledge, field, text);
  return care_deadline_explain (record, pledge, text);
}
