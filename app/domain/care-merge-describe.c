/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A merge in words. */

#include "care-merge.h"

#include <glib/gi18n.h>

/* Nobody reads more names in a line. */
#define MAX_NAMES 5

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

static char *
describe_value (const CareMergePart *part, CareMergeSide side, CareLookup lookup, gpointer data)
{
  CareRecord *record = care_merge_part_get_record (part, side);

  return care_value_describe (part->field, record == NULL ? NULL : care_record_get (record, part->field->name), lookup,
                              data);
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
    {
      g_autofree char *value = describe_value (self, side, lookup, data);
      g_autofree char *other
        = describe_value (self, side == CARE_MERGE_MINE ? CARE_MERGE_THEIRS : CARE_MERGE_MINE, lookup, data);
      return care_value_excerpt (value, other);
    }
  if (record == NULL)
    return g_strdup (self->base != NULL ? _ ("deleted") : _ ("not there"));
  if (side == CARE_MERGE_BASE)
    return g_strdup (_ ("there"));
  return self->base == NULL ? g_strdup (_ ("added")) : describe_changed (self->base, record);
}

/* The record as it was, or else as it has become. */
static CareRecord *
get_any (const CareMergePart *part)
{
  CareRecord *added = part->mine != NULL ? part->mine : part->theirs;

  return part->base != NULL ? part->base : added;
}

/**
 * care_merge_part_name:
 * @self: a part of a conflict
 *
 * Returns: (transfer full): what it is about: "Value of “Better Care Fund”", "Pledge
 *   “Integrate by 2018”".
 */
char *
care_merge_part_name (const CareMergePart *self)
{
  CareRecord *record = get_any (self);
  const char *title = care_record_get_title (record);

  if (self->field == NULL)
    return g_strdup_printf (_ ("%s “%s”"), _ (care_record_get_kind (record)->label), title);
  return g_strdup_printf (_ ("%s of “%s”"), _ (self->field->label), title);
}

/**
 * care_merge_conflict_list_others:
 * @self: a conflict
 *
 * Returns: (transfer full): the names of its parts but the first, and how many
 *   more there are; empty if there is no other.
 */
char *
care_merge_conflict_list_others (const CareMergeConflict *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 1; i < self->parts->len && i <= MAX_NAMES; i++)
    {
      g_autofree char *name = care_merge_part_name (g_ptr_array_index (self->parts, i));
      g_string_append_printf (names, "%s%s", i == 1 ? "" : ", ", name);
    }
  if (self->parts->len > MAX_NAMES + 1)
    {
      guint more = self->parts->len - MAX_NAMES - 1;
      g_string_append_printf (names, ngettext (" and %u more", " and %u more", more), more);
    }
  return g_string_free (names, FALSE);
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
  g_autofree char *name = care_merge_part_name (part);
  g_autofree char *base = care_merge_part_describe (part, CARE_MERGE_BASE, lookup, data);
  g_autofree char *mine = care_merge_part_describe (part, CARE_MERGE_MINE, lookup, data);
  g_autofree char *theirs = care_merge_part_describe (part, CARE_MERGE_THEIRS, lookup, data);
  g_autofree char *others = care_merge_conflict_list_others (self);

  if (others[0] == '\0')
    return g_strdup_printf (_ ("%s: before: %s; mine: %s; theirs: %s"), name, base, mine, theirs);
  return g_strdup_printf (_ ("%s: before: %s; mine: %s; theirs: %s; with %s"), name, base, mine, theirs, others);
}
