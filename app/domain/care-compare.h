/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two sets of records, and between two texts: of two
 * libraries, of an edition and today, of a record before and after an act. */

#pragma once

#include "care-reference.h"

G_BEGIN_DECLS

/**
 * CareDifferenceWhat:
 * @CARE_DIFFERENCE_ADDED: only the set after has the record
 * @CARE_DIFFERENCE_REMOVED: only the set before has it
 * @CARE_DIFFERENCE_CHANGED: both have it, with other values
 */
typedef enum
{
  CARE_DIFFERENCE_ADDED,
  CARE_DIFFERENCE_REMOVED,
  CARE_DIFFERENCE_CHANGED,
} CareDifferenceWhat;

/* What differs about one record. */
typedef struct
{
  CareDifferenceWhat what;
  const CareKind *kind;
  CareId id;
  CareRecord *before; /* NULL if it was added */
  CareRecord *after;  /* NULL if it was removed */
  GArray *fields;     /* indices (guint) of the fields that differ; of a changed one only */
} CareDifference;

CareDifference *care_difference_new (CareRecord *before, CareRecord *after);
void care_difference_free (CareDifference *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareDifference, care_difference_free)

GPtrArray *care_compare_records (GPtrArray *before, GPtrArray *after);

char *care_value_describe (const CareField *field, const char *value, CareLookup lookup, gpointer data);
char *care_value_excerpt (const char *text, const char *other);
char *care_difference_describe (const CareDifference *self, CareLookup lookup, gpointer data);
char *care_difference_describe_field (const CareDifference *self, guint field, CareLookup lookup, gpointer data);

/**
 * CareRunWhat:
 * @CARE_RUN_SAME: both texts have these words
 * @CARE_RUN_BEFORE: only the text before has them
 * @CARE_RUN_AFTER: only the text after has them
 */
typedef enum
{
  CARE_RUN_SAME,
  CARE_RUN_BEFORE,
  CARE_RUN_AFTER,
} CareRunWhat;

/* Words that stand together, with the spaces among them. */
typedef struct
{
  CareRunWhat what;
  char *text;
} CareRun;

GPtrArray *care_runs_new (void);
void care_runs_add (GPtrArray *runs, CareRunWhat what, GString *text);
GPtrArray *care_compare_texts (const char *before, const char *after);

/* Of a GHashTable whose keys are records: equal if of the same kind and id. */
guint care_record_hash_identity (gconstpointer record);
gboolean care_record_equal_identity (gconstpointer a, gconstpointer b);

G_END_DECLS
