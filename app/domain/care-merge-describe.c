/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A merge in words. */

#include "care-merge.h"

#include <glib/gi18n.h>

/**
 * care_merge_what_word:
 * @what: what a conflict is
 *
 * Returns: (transfer none): the word for it in JSON.
 */
const char *
care_merge_what_word (CareMergeWhat what)
{
  static const char *const words[] = { "changed", "deleted", "added" };

  return words[what];
}

/**
 * care_merge_part_get_record:
 * @self: a part of a conflict
 * @side: a side
 *
 * Returns: (transfer none) (nullable): the record as that side has it.
 */
CareRecord *
care_merge_part_get_record (const CareMergePart *self, CareMergeSide side)
{
  return side == CARE_MERGE_BASE ? self->base : side == CARE_MERGE_MINE ? self->mine : self->theirs;
}

/* "changed: Value, Note" */
static char *
describe_changed (CareRecord *base, CareRecord *record)
{
  g_autoptr (CareDifference) difference = care_difference_new (base, record);
  g_autoptr (GString) fields = g_string_new (NULL);

  if (difference == NULL)
    return g_strdup (_ ("as it was"));
  for (guint i = 0; i < difference->fields->len; i++)
    {
      const CareField *field = &difference->kind->fields[g_array_index (difference->fields, guint, i)];
      g_string_append_printf (fields, "%s%s", i == 0 ? "" : ", ", _ (field->label));
    }
  return g_strdup_printf (_ ("changed (%s)"), fields->str);
}

/**
 * care_merge_part_describe:
 * @self: a part of a conflict
 * @side: a side
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): what that side has, in one line for a person: the value
 *   of the field, or what became of the record.
 */
char *
care_merge_part_describe (const CareMergePart *self, CareMergeSide side, CareLookup lookup, gpointer data)
{
  CareRecord *record = care_merge_part_get_record (self, side);

  if (self->field != NULL)
    return care_value_describe (self->field, record == NULL ? NULL : care_record_get (record, self->field->name),
                                lookup, data);
  if (record == NULL)
    return g_strdup (self->base != NULL ? _ ("deleted") : _ ("not there"));
  if (side == CARE_MERGE_BASE)
    return g_strdup (_ ("there"));
  return self->base == NULL ? g_strdup (_ ("added")) : describe_changed (self->base, record);
}

static CareRecord *
get_any (const CareMergePart *part)
{
  CareRecord *kept = part->mine != NULL ? part->mine : part->theirs;

  return part->base != NULL ? part->base : kept;
}

/* "Value of “Better Care Fund”", "Pledge “Integrate by 2018”" */
static char *
name_part (const CareMergePart *part)
{
  CareRecord *record = get_any (part);
  const char *title = care_record_get_title (record);

  if (part->field == NULL)
    return g_strdup_printf (_ ("%s “%s”"), _ (care_record_get_kind (record)->label), title);
  return g_strdup_printf (_ ("%s of “%s”"), _ (part->field->label), title);
}

/**
 * care_merge_conflict_describe:
 * @self: a conflict
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): the conflict in one line for a person: what it is about,
 *   what that was, what it is in mine and in theirs, and what else goes with it.
 */
char *
care_merge_conflict_describe (const CareMergeConflict *self, CareLookup lookup, gpointer data)
{
  const CareMergePart *part = g_ptr_array_index (self->parts, 0);
  g_autofree char *name = name_part (part);
  g_autofree char *base = care_merge_part_describe (part, CARE_MERGE_BASE, lookup, data);
  g_autofree char *mine = care_merge_part_describe (part, CARE_MERGE_MINE, lookup, data);
  g_autofree char *theirs = care_merge_part_describe (part, CARE_MERGE_THEIRS, lookup, data);
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, _ ("%s: before: %s; mine: %s; theirs: %s"), name, base, mine, theirs);
  for (guint i = 1; i < self->parts->len; i++)
    {
      g_autofree char *other = name_part (g_ptr_array_index (self->parts, i));
      g_string_append (line, i == 1 ? _ ("; with ") : ", ");
      g_string_append (line, other);
    }
  return g_string_free (line, FALSE);
}
