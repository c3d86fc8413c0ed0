/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A merge in words. */

#include "care-merge.h"

#include "care-record-name.h"

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

/* (transfer full) (nullable): what @side has changed of a record that the other has
 * deleted. */
static CareDifference *
find_changes (const CareMergePart *part, CareMergeSide side)
{
  CareRecord *record = care_merge_part_get_record (part, side);

  if (part->field != NULL || part->base == NULL || record == NULL || side == CARE_MERGE_BASE)
    return NULL;
  return care_difference_new (part->base, record);
}

/* (transfer full) (nullable): the same, whichever side it was. */
static CareDifference *
find_changes_of_either (const CareMergePart *part)
{
  CareDifference *difference = find_changes (part, CARE_MERGE_MINE);

  return difference != NULL ? difference : find_changes (part, CARE_MERGE_THEIRS);
}

/* The parts of the values before and after in which a field differs. */
static void
excerpt_field (const CareDifference *difference, guint index, CareLookup lookup, gpointer data, char **before,
               char **after)
{
  const CareField *field = &difference->kind->fields[index];
  g_autofree char *was = care_value_describe (field, care_record_get_at (difference->before, index), lookup, data);
  g_autofree char *is = care_value_describe (field, care_record_get_at (difference->after, index), lookup, data);

  *before = care_value_excerpt (was, is);
  *after = care_value_excerpt (is, was);
}

/* "Value: 72 hours", a line for each field that differs, as it was or as it is. */
static char *
describe_values (const CareDifference *difference, gboolean is_before, CareLookup lookup, gpointer data)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < difference->fields->len; i++)
    {
      guint index = g_array_index (difference->fields, guint, i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      excerpt_field (difference, index, lookup, data, &before, &after);
      g_string_append (lines, i == 0 ? "" : "\n");
      g_string_append_printf (lines, _ ("%s: %s"), _ (difference->kind->fields[index].label),
                              is_before ? before : after);
    }
  return g_string_free (lines, FALSE);
}

/* "Value: 72 hours → 96 hours", of every field that differs. */
static char *
describe_changes (const CareDifference *difference, CareLookup lookup, gpointer data)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < difference->fields->len; i++)
    {
      guint index = g_array_index (difference->fields, guint, i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      excerpt_field (difference, index, lookup, data, &before, &after);
      g_string_append (line, i == 0 ? "" : ", ");
      g_string_append_printf (line, _ ("%s: %s → %s"), _ (difference->kind->fields[index].label), before, after);
    }
  return g_string_free (line, FALSE);
}

/* What became of a record that one side has deleted. */
static char *
describe_record (const CareMergePart *part, CareMergeSide side, CareLookup lookup, gpointer data)
{
  CareRecord *record = care_merge_part_get_record (part, side);
  g_autoptr (CareDifference) changes
    = side == CARE_MERGE_BASE ? find_changes_of_either (part) : find_changes (part, side);

  if (record == NULL)
    return g_strdup (part->base != NULL ? _ ("deleted") : _ ("not there"));
  if (changes != NULL)
    return describe_values (changes, side == CARE_MERGE_BASE, lookup, data);
  if (side == CARE_MERGE_BASE)
    return g_strdup (_ ("there"));
  return g_strdup (part->base == NULL ? _ ("added") : _ ("as it was"));
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
 * Returns: (transfer full): what that side has, for a person: the value of the
 *   field, or what became of the record; of one that was changed, a line for each
 *   of the fields that were, with its value.
 */
char *
care_merge_part_describe (const CareMergePart *self, CareMergeSide side, CareLookup lookup, gpointer data)
{
  g_autofree char *value = NULL;
  g_autofree char *other = NULL;

  if (self->field == NULL)
    return describe_record (self, side, lookup, data);
  value = describe_value (self, side, lookup, data);
  other = describe_value (self, side == CARE_MERGE_MINE ? CARE_MERGE_THEIRS : CARE_MERGE_MINE, lookup, data);
  return care_value_excerpt (value, other);
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
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): what it is about: "Value of “Better Care Fund”", "Pledge
 *   “Integrate by 2018”".
 */
char *
care_merge_part_name (const CareMergePart *self, CareLookup lookup, gpointer data)
{
  CareRecord *record = get_any (self);
  g_autofree char *name = NULL;

  if (self->field == NULL)
    return care_record_introduce (record, lookup, data);
  name = care_record_quote (record, lookup, data);
  return g_strdup_printf (_ ("%s of %s"), _ (self->field->label), name);
}

/* "Limb “Care” (Limb: Care → Social care)" */
static char *
name_other (const CareMergePart *part, const CareDifference *changes, CareLookup lookup, gpointer data)
{
  g_autofree char *name = care_merge_part_name (part, lookup, data);
  g_autofree char *changed = changes == NULL ? NULL : describe_changes (changes, lookup, data);

  return changed == NULL ? g_steal_pointer (&name) : g_strdup_printf (_ ("%s (%s)"), name, changed);
}

/* Adds the names of those parts but the first that have been changed, or of those
 * that have not, to @names, which has room for MAX_NAMES. */
static void
add_others (const CareMergeConflict *self, gboolean are_changed, GPtrArray *names, CareLookup lookup, gpointer data)
{
  for (guint i = 1; i < self->parts->len && names->len < MAX_NAMES; i++)
    {
      const CareMergePart *part = g_ptr_array_index (self->parts, i);
      g_autoptr (CareDifference) changes = find_changes_of_either (part);

      if ((changes != NULL) == are_changed)
        g_ptr_array_add (names, name_other (part, changes, lookup, data));
    }
}

/**
 * care_merge_conflict_list_others:
 * @self: a conflict
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): the names of its parts but the first, those first that
 *   have been changed, and how many more there are; empty if there is no other.
 */
char *
care_merge_conflict_list_others (const CareMergeConflict *self, CareLookup lookup, gpointer data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *line = g_string_new (NULL);
  guint more;

  add_others (self, TRUE, names, lookup, data);
  add_others (self, FALSE, names, lookup, data);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (line, "%s%s", i == 0 ? "" : ", ", (char *) g_ptr_array_index (names, i));
  more = self->parts->len - 1 - names->len;
  if (more > 0)
    g_string_append_printf (line, ngettext (" and %u more", " and %u more", more), more);
  return g_string_free (line, FALSE);
}

/* As care_merge_part_describe(), in one line. */
static char *
describe_in_line (const CareMergePart *part, CareMergeSide side, CareLookup lookup, gpointer data)
{
  g_autofree char *text = care_merge_part_describe (part, side, lookup, data);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv (", ", lines);
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
  g_autofree char *name = care_merge_part_name (part, lookup, data);
  g_autofree char *base = describe_in_line (part, CARE_MERGE_BASE, lookup, data);
  g_autofree char *mine = describe_in_line (part, CARE_MERGE_MINE, lookup, data);
  g_autofree char *theirs = describe_in_line (part, CARE_MERGE_THEIRS, lookup, data);
  g_autofree char *others = care_merge_conflict_list_others (self, lookup, data);

  if (others[0] == '\0')
    return g_strdup_printf (_ ("%s: before: %s; mine: %s; theirs: %s"), name, base, mine, theirs);
  return g_strdup_printf (_ ("%s: before: %s; mine: %s; theirs: %s; with %s"), name, base, mine, theirs, others);
}
