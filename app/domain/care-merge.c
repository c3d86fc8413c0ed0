/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-merge-private.h"

#include <string.h>

static guint
hash_entry (gconstpointer data)
{
  const CareMergeEntry *entry = data;

  return g_int64_hash (&entry->id) * 31 + g_direct_hash (entry->kind);
}

static gboolean
is_same_entry (gconstpointer a, gconstpointer b)
{
  const CareMergeEntry *first = a;
  const CareMergeEntry *second = b;

  return first->id == second->id && first->kind == second->kind;
}

static void
free_entry (gpointer data)
{
  CareMergeEntry *entry = data;

  for (guint i = 0; i < G_N_ELEMENTS (entry->sides); i++)
    g_clear_object (&entry->sides[i]);
  g_free (entry);
}

static void
free_conflict (gpointer data)
{
  CareMergeConflict *conflict = data;

  g_ptr_array_unref (conflict->parts);
  g_free (conflict);
}

/* (nullable): what is not alike on both sides about a record. */
CareMergeEntry *
care_merge_find_entry (CareMerge *self, const CareKind *kind, CareId id)
{
  CareMergeEntry key = { .kind = kind, .id = id };

  return g_hash_table_lookup (self->index, &key);
}

/* Whether only one side has the record. */
gboolean
care_merge_is_whole (CareMergeEntry *entry)
{
  return entry->sides[CARE_MERGE_MINE] == NULL || entry->sides[CARE_MERGE_THEIRS] == NULL;
}

static void
add_side (CareMerge *self, GPtrArray *records, CareMergeSide side)
{
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      const CareKind *kind = care_record_get_kind (record);
      CareMergeEntry *entry = care_merge_find_entry (self, kind, care_record_get_id (record));

      if (entry == NULL)
        {
          entry = g_new0 (CareMergeEntry, 1);
          entry->kind = kind;
          entry->id = care_record_get_id (record);
          g_hash_table_add (self->index, entry);
        }
      g_set_object (&entry->sides[side], record);
    }
}

static gboolean
is_alike (CareRecord *a, CareRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  for (guint i = 0; i < care_record_get_kind (a)->n_fields; i++)
    if (g_strcmp0 (care_record_get_at (a, i), care_record_get_at (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/* Most records are alike on both sides; of those that are not, copies are kept, as
 * the records of a library change. */
static gboolean
settle_entry (gpointer key, gpointer value, gpointer data)
{
  CareMergeEntry *entry = key;
  CareMerge *self = data;

  if (is_alike (entry->sides[CARE_MERGE_MINE], entry->sides[CARE_MERGE_THEIRS]))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (entry->sides); i++)
    if (entry->sides[i] != NULL)
      {
        g_autoptr (CareRecord) record = entry->sides[i];
        entry->sides[i] = care_record_copy (record);
      }
  g_ptr_array_add (self->entries, entry);
  return FALSE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const CareMergeEntry *first = *(CareMergeEntry *const *) a;
  const CareMergeEntry *second = *(CareMergeEntry *const *) b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

static void
add_atom (CareMerge *self, CareMergeEntry *entry, int field, CareMergeSide side, gboolean is_conflict)
{
  CareMergeAtom atom = {
    .entry = entry,
    .field = field,
    .side = side,
    .parent = self->atoms->len,
    .size = 1,
    .next = self->atoms->len,
    .is_conflict = is_conflict,
    .first_edge = CARE_MERGE_NO_EDGE,
  };

  g_array_append_val (self->atoms, atom);
  entry->n_atoms++;
}

static void
add_whole (CareMerge *self, CareMergeEntry *entry)
{
  CareMergeSide having = entry->sides[CARE_MERGE_MINE] != NULL ? CARE_MERGE_MINE : CARE_MERGE_THEIRS;
  CareRecord *base = entry->sides[CARE_MERGE_BASE];

  if (base == NULL)
    add_atom (self, entry, CARE_MERGE_WHOLE, having, FALSE);
  else
    add_atom (self, entry, CARE_MERGE_WHOLE, care_merge_other (having), !is_alike (base, entry->sides[having]));
}

/* An edition is as it was made, or is another; and so is a record that both sides
 * have added: its fields are taken together. */
static gboolean
is_indivisible (CareMergeEntry *entry)
{
  return entry->sides[CARE_MERGE_BASE] == NULL || strcmp (entry->kind->name, "edition") == 0;
}

static void
add_fields (CareMerge *self, CareMergeEntry *entry)
{
  for (guint i = 0; i < entry->kind->n_fields; i++)
    {
      CareRecord *base = entry->sides[CARE_MERGE_BASE];
      const char *before = base == NULL ? NULL : care_record_get_at (base, i);
      const char *mine = care_record_get_at (entry->sides[CARE_MERGE_MINE], i);
      const char *theirs = care_record_get_at (entry->sides[CARE_MERGE_THEIRS], i);
      gboolean is_theirs = g_strcmp0 (before, mine) == 0;
      gboolean is_mine = g_strcmp0 (before, theirs) == 0;

      if (g_strcmp0 (mine, theirs) == 0)
        continue;
      add_atom (self, entry, (int) i, is_theirs ? CARE_MERGE_THEIRS : CARE_MERGE_MINE,
                is_indivisible (entry) || (!is_theirs && !is_mine));
    }
}

static void
add_atoms (CareMerge *self, CareMergeEntry *entry)
{
  entry->first_atom = self->atoms->len;
  if (care_merge_is_whole (entry))
    add_whole (self, entry);
  else
    add_fields (self, entry);
  for (guint i = 1; is_indivisible (entry) && i < entry->n_atoms; i++)
    care_merge_join (self, entry->first_atom, entry->first_atom + i);
}

/* What a conflict is about comes first: what was deleted, then other records, then
 * fields. */
static guint
rank_part (const CareMergePart *part)
{
  if (part->field != NULL)
    return 2;
  return part->base != NULL ? 0 : 1;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const CareMergePart *first = *(CareMergePart *const *) a;
  const CareMergePart *second = *(CareMergePart *const *) b;

  if (rank_part (first) != rank_part (second))
    return rank_part (first) < rank_part (second) ? -1 : 1;
  return 0;
}

static CareMergePart *
make_part (const CareMergeAtom *atom)
{
  CareMergePart *part = g_new0 (CareMergePart, 1);

  part->base = atom->entry->sides[CARE_MERGE_BASE];
  part->mine = atom->entry->sides[CARE_MERGE_MINE];
  part->theirs = atom->entry->sides[CARE_MERGE_THEIRS];
  part->field = atom->field == CARE_MERGE_WHOLE ? NULL : &atom->entry->kind->fields[atom->field];
  return part;
}

static void
collect_conflict (CareMerge *self, CareMergeAtom *atom, guint group)
{
  CareMergeAtom *standing = care_merge_atom (self, group);

  if (standing->conflict == NULL)
    {
      standing->conflict = g_new0 (CareMergeConflict, 1);
      standing->conflict->parts = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->conflicts, standing->conflict);
    }
  atom->conflict = standing->conflict;
  g_ptr_array_add (standing->conflict->parts, make_part (atom));
}

static void
finish_conflict (CareMergeConflict *conflict)
{
  const CareMergePart *first;

  g_ptr_array_sort (conflict->parts, compare_parts);
  first = g_ptr_array_index (conflict->parts, 0);
  if (first->field == NULL)
    conflict->what = CARE_MERGE_DELETED;
  else
    conflict->what = first->base == NULL ? CARE_MERGE_ADDED : CARE_MERGE_CHANGED;
}

static void
collect_conflicts (CareMerge *self)
{
  for (guint i = 0; i < self->atoms->len; i++)
    if (care_merge_atom (self, i)->is_conflict)
      collect_conflict (self, care_merge_atom (self, i), care_merge_group (self, i));
  g_ptr_array_foreach (self->conflicts, (GFunc) (GCallback) finish_conflict, NULL);
}

/**
 * care_merge_new:
 * @base: (element-type CareRecord): the records that both have grown from
 * @mine: (element-type CareRecord): the records of mine
 * @theirs: (element-type CareRecord): the records of theirs
 *
 * Compares three sets of records, each in any order. The merge does not change
 * when the records do.
 *
 * Returns: (transfer full): what is taken and what is to be decided; nothing is
 *   decided yet.
 */
CareMerge *
care_merge_new (GPtrArray *base, GPtrArray *mine, GPtrArray *theirs)
{
  CareMerge *self = g_new0 (CareMerge, 1);

  self->index = g_hash_table_new_full (hash_entry, is_same_entry, free_entry, NULL);
  self->entries = g_ptr_array_new ();
  self->atoms = g_array_new (FALSE, FALSE, sizeof (CareMergeAtom));
  self->edges = g_array_new (FALSE, FALSE, sizeof (CareMergeEdge));
  self->conflicts = g_ptr_array_new_with_free_func (free_conflict);

  add_side (self, base, CARE_MERGE_BASE);
  add_side (self, mine, CARE_MERGE_MINE);
  add_side (self, theirs, CARE_MERGE_THEIRS);
  g_hash_table_foreach_remove (self->index, settle_entry, self);
  g_ptr_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    add_atoms (self, g_ptr_array_index (self->entries, i));
  care_merge_join_all (self);
  collect_conflicts (self);
  return self;
}

/**
 * care_merge_free:
 * @self: (transfer full): a merge
 *
 * Frees @self, its conflicts and steps.
 */
void
care_merge_free (CareMerge *self)
{
  g_ptr_array_unref (self->conflicts);
  g_array_unref (self->edges);
  g_array_unref (self->atoms);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->index);
  g_free (self);
}

/**
 * care_merge_get_conflicts:
 * @self: a merge
 *
 * Returns: (transfer none) (element-type CareMergeConflict): what a person has to
 *   decide, by setting the choice of each.
 */
GPtrArray *
care_merge_get_conflicts (CareMerge *self)
{
  return self->conflicts;
}

/**
 * care_merge_decide_all:
 * @self: a merge
 * @choice: what is decided
 *
 * Decides every conflict.
 */
void
care_merge_decide_all (CareMerge *self, CareMergeChoice choice)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    ((CareMergeConflict *) g_ptr_array_index (self->conflicts, i))->choice = choice;
}

/**
 * care_merge_count_undecided:
 * @self: a merge
 *
 * Returns: how many conflicts nobody has decided.
 */
guint
care_merge_count_undecided (CareMerge *self)
{
  guint n = 0;

  for (guint i = 0; i < self->conflicts->len; i++)
    n += ((CareMergeConflict *) g_ptr_array_index (self->conflicts, i))->choice == CARE_MERGE_UNDECIDED;
  return n;
}
