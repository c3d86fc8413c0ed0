/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes of a merge: the changes taken from theirs, and the steps that turn
 * mine into the result. */

#include "care-merge-private.h"

static gboolean
is_taken (const CareMergeAtom *atom)
{
  if (atom->conflict != NULL)
    return atom->conflict->choice == CARE_MERGE_TAKE_THEIRS;
  return atom->side == CARE_MERGE_THEIRS;
}

static void
add_taken (CareMerge *self, CareMergeEntry *entry, GPtrArray *taken)
{
  g_autoptr (CareDifference) difference
    = care_difference_new (entry->sides[CARE_MERGE_MINE], entry->sides[CARE_MERGE_THEIRS]);
  gboolean any = FALSE;

  if (difference->fields != NULL)
    g_array_set_size (difference->fields, 0);
  for (guint i = 0; i < entry->n_atoms; i++)
    {
      const CareMergeAtom *atom = care_merge_atom (self, entry->first_atom + i);
      guint field = (guint) atom->field;

      if (atom->conflict != NULL || !is_taken (atom))
        continue;
      any = TRUE;
      if (difference->fields != NULL)
        g_array_append_val (difference->fields, field);
    }
  if (any)
    g_ptr_array_add (taken, g_steal_pointer (&difference));
}

/**
 * care_merge_taken:
 * @self: a merge
 *
 * Returns: (transfer full) (element-type CareDifference): what only theirs has
 *   changed and is taken without asking, by kind and then by ascending id. Of a
 *   changed record the fields that are taken are told, and no other.
 */
GPtrArray *
care_merge_taken (CareMerge *self)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) care_difference_free);

  for (guint i = 0; i < self->entries->len; i++)
    add_taken (self, g_ptr_array_index (self->entries, i), taken);
  return taken;
}

/**
 * care_merge_count_taken:
 * @self: a merge
 *
 * Returns: how many changes are taken without asking: records that are put in or
 *   taken out, and fields that are set.
 */
guint
care_merge_count_taken (CareMerge *self)
{
  guint n = 0;

  for (guint i = 0; i < self->atoms->len; i++)
    n += care_merge_atom (self, i)->conflict == NULL && is_taken (care_merge_atom (self, i));
  return n;
}

static void
add_step (GPtrArray *steps, CareMergeStepWhat what, CareRecord *record)
{
  CareMergeStep *step = g_new0 (CareMergeStep, 1);

  step->what = what;
  step->record = record;
  g_ptr_array_add (steps, step);
}

static void
add_step_for (GPtrArray *steps, const CareMergeAtom *atom)
{
  CareRecord *mine = atom->entry->sides[CARE_MERGE_MINE];
  CareRecord *theirs = atom->entry->sides[CARE_MERGE_THEIRS];
  CareMergeStep *step;

  if (mine == NULL)
    {
      add_step (steps, CARE_MERGE_INSERT, theirs);
      return;
    }
  add_step (steps, CARE_MERGE_SET, mine);
  step = g_ptr_array_index (steps, steps->len - 1);
  step->field = &atom->entry->kind->fields[atom->field];
  step->value = care_record_get_at (theirs, (guint) atom->field);
}

/**
 * care_merge_steps:
 * @self: a merge
 *
 * Returns: (transfer full) (element-type CareMergeStep): what turns mine into the
 *   result, in order: what is put in and set, then what is taken out, what belongs
 *   to a record before it. What is undecided stays as in mine.
 */
GPtrArray *
care_merge_steps (CareMerge *self)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->atoms->len; i++)
    {
      const CareMergeAtom *atom = care_merge_atom (self, i);

      if (is_taken (atom) && atom->entry->sides[CARE_MERGE_THEIRS] != NULL)
        add_step_for (steps, atom);
    }
  for (guint i = self->atoms->len; i > 0; i--)
    {
      const CareMergeAtom *atom = care_merge_atom (self, i - 1);

      if (is_taken (atom) && atom->entry->sides[CARE_MERGE_THEIRS] == NULL)
        add_step (steps, CARE_MERGE_DELETE, atom->entry->sides[CARE_MERGE_MINE]);
    }
  return steps;
}
