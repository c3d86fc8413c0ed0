/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two sets of records that have grown apart from one are brought together. What
 * only one side has changed is taken; what cannot be decided without a person is
 * a conflict, and "mine" or "theirs" decides it. Whatever is decided, no record
 * of the result names one that is not there, and turning the sides round turns
 * nothing but the words. */

#pragma once

#include "care-compare.h"

G_BEGIN_DECLS

/**
 * CareMergeSide:
 * @CARE_MERGE_BASE: what both have grown from
 * @CARE_MERGE_MINE: the library that is to be changed
 * @CARE_MERGE_THEIRS: the one that is brought in
 */
typedef enum
{
  CARE_MERGE_BASE,
  CARE_MERGE_MINE,
  CARE_MERGE_THEIRS,
} CareMergeSide;

/**
 * CareMergeChoice:
 * @CARE_MERGE_UNDECIDED: nobody has decided
 * @CARE_MERGE_KEEP_MINE: it is to be as in mine
 * @CARE_MERGE_TAKE_THEIRS: it is to be as in theirs
 */
typedef enum
{
  CARE_MERGE_UNDECIDED,
  CARE_MERGE_KEEP_MINE,
  CARE_MERGE_TAKE_THEIRS,
} CareMergeChoice;

/**
 * CareMergeWhat:
 * @CARE_MERGE_CHANGED: both have changed a field, each otherwise
 * @CARE_MERGE_DELETED: one has deleted what the other has changed or names
 * @CARE_MERGE_ADDED: both have added a record of the same id, each another
 */
typedef enum
{
  CARE_MERGE_CHANGED,
  CARE_MERGE_DELETED,
  CARE_MERGE_ADDED,
} CareMergeWhat;

/* A record or a field of it that a conflict is about. */
typedef struct
{
  CareRecord *base;       /* NULL where there is no such record */
  CareRecord *mine;
  CareRecord *theirs;
  const CareField *field; /* NULL for the record as a whole */
} CareMergePart;

/* What has to be decided as one: the first part is what it is about, and the rest
 * would be wrong without it. */
typedef struct
{
  CareMergeWhat what;
  CareMergeChoice choice;
  GPtrArray *parts; /* of CareMergePart */
} CareMergeConflict;

/**
 * CareMergeStepWhat:
 * @CARE_MERGE_INSERT: put the record of theirs in
 * @CARE_MERGE_SET: give the field of the record of mine the value
 * @CARE_MERGE_DELETE: take the record of mine out
 */
typedef enum
{
  CARE_MERGE_INSERT,
  CARE_MERGE_SET,
  CARE_MERGE_DELETE,
} CareMergeStepWhat;

/* Valid as long as the merge. */
typedef struct
{
  CareMergeStepWhat what;
  CareRecord *record;
  const CareField *field; /* that is set, else NULL */
  const char *value;      /* canonical; NULL for nothing */
} CareMergeStep;

typedef struct _CareMerge CareMerge;

CareMerge *care_merge_new (GPtrArray *base, GPtrArray *mine, GPtrArray *theirs);
void care_merge_free (CareMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareMerge, care_merge_free)

/* (element-type CareMergeConflict) (transfer none) */
GPtrArray *care_merge_get_conflicts (CareMerge *self);
void care_merge_decide_all (CareMerge *self, CareMergeChoice choice);
guint care_merge_count_undecided (CareMerge *self);
guint care_merge_count_taken (CareMerge *self);
GPtrArray *care_merge_taken (CareMerge *self);
GPtrArray *care_merge_steps (CareMerge *self);

CareRecord *care_merge_part_get_record (const CareMergePart *self, CareMergeSide side);
char *care_merge_part_name (const CareMergePart *self, CareLookup lookup, gpointer data);
char *care_merge_part_describe (const CareMergePart *self, CareMergeSide side, CareLookup lookup, gpointer data);
char *care_merge_conflict_list_others (const CareMergeConflict *self, CareLookup lookup, gpointer data);
char *care_merge_conflict_describe (const CareMergeConflict *self, CareLookup lookup, gpointer data);
const char *care_merge_what_word (CareMergeWhat what);

G_END_DECLS
