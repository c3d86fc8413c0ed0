/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two figures that give different values for one thing, which both can be right only for a
 * reason: scope, date, new and existing money, part and whole. */

#pragma once

#include "care-fund-tree.h"

G_BEGIN_DECLS

typedef enum
{
  CARE_DISAGREEMENT_NONE,
  CARE_DISAGREEMENT_FUND,       /* two values for one fund */
  CARE_DISAGREEMENT_RECURRENCE, /* one value from one source, each year and not */
} CareDisagreement;

CareDisagreement care_disagreement_find (CareRecord *a, CareRecord *b, CareFundList list, gpointer data);
gboolean care_disagreement_is_of_one_thing (const char *kind);
CareRecord *care_disagreement_find_reason (CareRecord *a, CareRecord *b, CareLookup lookup, CareFundList list, gpointer data);

/* care-disagreement-words.c */
GPtrArray *care_disagreement_list (CareRecord *figure, CareLookup lookup, CareFundList list, gpointer data);
CareQuantity *care_disagreement_find_overlap (CareRecord *a, CareRecord *b);
char *care_disagreement_say (CareRecord *figure, CareRecord *other, const CareNumberStyle *numbers, CareLookup lookup,
                             CareFundList list, gpointer data);

G_END_DECLS
