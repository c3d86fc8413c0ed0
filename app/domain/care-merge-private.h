/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a merge is made up. Only care-merge*.c include this. */

#pragma once

#include "care-merge.h"

G_BEGIN_DECLS

/* One record that mine and theirs have not alike. */
typedef struct
{
  const CareKind *kind;
  CareId id;
  CareRecord *sides[3]; /* by CareMergeSide; NULL where it is not there */
  guint first_atom;
  guint n_atoms;
} CareMergeEntry;

#define CARE_MERGE_WHOLE (-1)
#define CARE_MERGE_NO_EDGE (-1)

/* The least that can be taken from one side or the other: whether a record is
 * there, or the value of a field of one that is. Atoms that must be decided alike
 * are joined into a group. */
typedef struct
{
  CareMergeEntry *entry;
  int field;          /* index, or CARE_MERGE_WHOLE */
  CareMergeSide side; /* whose is taken, if there is no conflict */
  guint parent;       /* towards the atom that stands for the group */
  guint size;         /* of the group, in the atom that stands for it */
  guint next;         /* the next one of the group, in a ring */
  gboolean is_conflict;
  int first_edge;     /* of those that it is an end of, or CARE_MERGE_NO_EDGE */
  CareMergeConflict *conflict;
} CareMergeAtom;

/* If @user is as on @side, it names the record of @named, which only that side
 * has. */
typedef struct
{
  guint user;
  guint named;
  CareMergeSide side;
  int next_of_user;
  int next_of_named;
} CareMergeEdge;

struct _CareMerge
{
  GHashTable *index;    /* set of CareMergeEntry */
  GPtrArray *entries;   /* the same, by kind and id */
  GArray *atoms;        /* of CareMergeAtom, entry by entry */
  GArray *edges;        /* of CareMergeEdge */
  GPtrArray *conflicts; /* of CareMergeConflict */
};

static inline CareMergeAtom *
care_merge_atom (CareMerge *self, guint index)
{
  return &g_array_index (self->atoms, CareMergeAtom, index);
}

static inline CareMergeSide
care_merge_other (CareMergeSide side)
{
  return side == CARE_MERGE_MINE ? CARE_MERGE_THEIRS : CARE_MERGE_MINE;
}

CareMergeEntry *care_merge_find_entry (CareMerge *self, const CareKind *kind, CareId id);
gboolean care_merge_is_whole (CareMergeEntry *entry);

/* care-merge-join.c */
guint care_merge_group (CareMerge *self, guint atom);
void care_merge_join (CareMerge *self, guint a, guint b);
void care_merge_join_all (CareMerge *self);

G_END_DECLS
