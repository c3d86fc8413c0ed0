/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be decided as one. Each side is sound in itself, so whatever is taken
 * from one side as a whole is sound too: where something could be taken from one
 * side that names what the other side takes away, both become one conflict. That
 * makes more things free to go either way, until nothing is left to join. */

#include "care-merge-private.h"

/* The atom that stands for the group of @atom. */
guint
care_merge_group (CareMerge *self, guint atom)
{
  while (care_merge_atom (self, atom)->parent != atom)
    {
      CareMergeAtom *at = care_merge_atom (self, atom);

      at->parent = care_merge_atom (self, at->parent)->parent;
      atom = at->parent;
    }
  return atom;
}

static void
set_conflict (CareMerge *self, guint group)
{
  guint at = group;

  do
    {
      care_merge_atom (self, at)->is_conflict = TRUE;
      at = care_merge_atom (self, at)->next;
    }
  while (at != group);
}

/* Joins the groups of @a and @b; if one is a conflict, all of it is. */
void
care_merge_join (CareMerge *self, guint a, guint b)
{
  CareMergeAtom *large = care_merge_atom (self, care_merge_group (self, a));
  CareMergeAtom *small = care_merge_atom (self, care_merge_group (self, b));
  guint next;

  if (large == small)
    return;
  if (large->size < small->size)
    {
      CareMergeAtom *swap = large;
      large = small;
      small = swap;
    }
  if (large->is_conflict != small->is_conflict)
    set_conflict (self, (large->is_conflict ? small : large)->parent);
  small->parent = large->parent;
  large->size += small->size;
  next = large->next;
  large->next = small->next;
  small->next = next;
}

static void
add_edge (CareMerge *self, guint user, const CareKind *kind, CareId id, CareMergeSide side)
{
  CareMergeEntry *entry = care_merge_find_entry (self, kind, id);
  CareMergeEdge edge = { .user = user, .side = side };
  int index = (int) self->edges->len;

  if (entry == NULL || !care_merge_is_whole (entry) || entry->sides[side] == NULL || entry->first_atom == user)
    return;
  edge.named = entry->first_atom;
  edge.next_of_user = care_merge_atom (self, edge.user)->first_edge;
  care_merge_atom (self, edge.user)->first_edge = index;
  edge.next_of_named = care_merge_atom (self, edge.named)->first_edge;
  care_merge_atom (self, edge.named)->first_edge = index;
  g_array_append_val (self->edges, edge);
}

static void
add_edges_of_field (CareMerge *self, guint user, guint field, CareMergeSide side)
{
  CareRecord *record = care_merge_atom (self, user)->entry->sides[side];
  const CareField *what = &care_record_get_kind (record)->fields[field];
  const char *value = care_record_get_at (record, field);
  CareReferenceMatch match;

  if (value == NULL)
    return;
  if (what->type == CARE_FIELD_REFERENCE)
    add_edge (self, user, care_kind_find (what->target), care_record_get_reference (record, what->name), side);
  if (what->type == CARE_FIELD_PROSE)
    for (gsize from = 0; care_reference_next (value, from, &match); from = match.end)
      add_edge (self, user, match.kind, match.id, side);
}

static void
add_edges (CareMerge *self, guint user)
{
  const CareMergeAtom *atom = care_merge_atom (self, user);

  for (CareMergeSide side = CARE_MERGE_MINE; side <= CARE_MERGE_THEIRS; side++)
    {
      if (atom->entry->sides[side] == NULL)
        continue;
      if (atom->field != CARE_MERGE_WHOLE)
        add_edges_of_field (self, user, (guint) atom->field, side);
      for (guint i = 0; atom->field == CARE_MERGE_WHOLE && i < atom->entry->kind->n_fields; i++)
        add_edges_of_field (self, user, i, side);
    }
}

static gboolean
can_be (CareMergeAtom *atom, CareMergeSide side)
{
  return atom->is_conflict || atom->side == side;
}

/* Makes the group of @atom a conflict; what its atoms name, and what names them,
 * has then to be looked at again. */
static void
set_free (CareMerge *self, guint atom, GArray *queue)
{
  guint at = atom;

  if (care_merge_atom (self, atom)->is_conflict)
    return;
  set_conflict (self, atom);
  do
    {
      g_array_append_val (queue, at);
      at = care_merge_atom (self, at)->next;
    }
  while (at != atom);
}

static void
check_edge (CareMerge *self, const CareMergeEdge *edge, GArray *queue)
{
  CareMergeAtom *user = care_merge_atom (self, edge->user);
  CareMergeAtom *named = care_merge_atom (self, edge->named);

  if (!can_be (user, edge->side) || !can_be (named, care_merge_other (edge->side))
      || care_merge_group (self, edge->user) == care_merge_group (self, edge->named))
    return;
  set_free (self, edge->user, queue);
  set_free (self, edge->named, queue);
  care_merge_join (self, edge->user, edge->named);
}

/* Looks again at what names or is named by an atom that has become free. */
static void
check_edges_of (CareMerge *self, guint atom, GArray *queue)
{
  int index = care_merge_atom (self, atom)->first_edge;

  while (index != CARE_MERGE_NO_EDGE)
    {
      const CareMergeEdge *edge = &g_array_index (self->edges, CareMergeEdge, index);

      check_edge (self, edge, queue);
      index = edge->user == atom ? edge->next_of_user : edge->next_of_named;
    }
}

/* (nullable): what @record names in @field, if @side has deleted it. */
static CareMergeEntry *
find_deleted (CareMerge *self, CareRecord *record, const CareField *field, CareMergeSide side)
{
  CareMergeEntry *entry;

  if (field->type != CARE_FIELD_REFERENCE)
    return NULL;
  entry = care_merge_find_entry (self, care_kind_find (field->target), care_record_get_reference (record, field->name));
  if (entry == NULL || !care_merge_is_whole (entry) || entry->sides[CARE_MERGE_BASE] == NULL
      || entry->sides[side] != NULL)
    return NULL;
  return entry;
}

/* What was deleted goes with what it belonged to; and a field that forgot what was
 * deleted, with that. */
static void
join_deleted (CareMerge *self, guint index)
{
  const CareMergeAtom *atom = care_merge_atom (self, index);
  CareRecord *base = atom->entry->sides[CARE_MERGE_BASE];
  const CareKind *kind = atom->entry->kind;
  CareMergeEntry *deleted;

  if (base == NULL)
    return;
  if (atom->field != CARE_MERGE_WHOLE)
    {
      deleted = find_deleted (self, base, &kind->fields[atom->field], atom->side);
      if (!atom->is_conflict && deleted != NULL
          && care_record_get_at (atom->entry->sides[atom->side], (guint) atom->field) == NULL)
        care_merge_join (self, index, deleted->first_atom);
      return;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      CareMergeSide side = atom->entry->sides[CARE_MERGE_MINE] == NULL ? CARE_MERGE_MINE : CARE_MERGE_THEIRS;

      deleted = kind->fields[i].flags & CARE_FIELD_IS_OWNER ? find_deleted (self, base, &kind->fields[i], side) : NULL;
      if (deleted != NULL)
        care_merge_join (self, index, deleted->first_atom);
    }
}

/* Joins all that must be decided as one. */
void
care_merge_join_all (CareMerge *self)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->atoms->len; i++)
    {
      join_deleted (self, i);
      add_edges (self, i);
    }
  for (guint i = 0; i < self->edges->len; i++)
    check_edge (self, &g_array_index (self->edges, CareMergeEdge, i), queue);
  for (guint i = 0; i < queue->len; i++)
    check_edges_of (self, g_array_index (queue, guint, i), queue);
}
