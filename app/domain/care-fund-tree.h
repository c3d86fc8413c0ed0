/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a sum is made of: its parts and theirs, what of it no part accounts for, and where
 * parts come to more than it is. */

#pragma once

#include "care-interval.h"
#include "care-record.h"
#include "care-reference.h"

G_BEGIN_DECLS

/**
 * CareFundFit:
 * @CARE_FUND_NO_PARTS: nothing is said to be part of it
 * @CARE_FUND_EXACT: its parts come to what it is
 * @CARE_FUND_ROUNDED: they come to what is rounded to what it is
 * @CARE_FUND_POSSIBLE: as bounds or ranges they can come to what it is
 * @CARE_FUND_REMAINDER: they leave something
 * @CARE_FUND_OVER: they come to more than it is
 * @CARE_FUND_OPEN: bounds or absences leave it open
 */
typedef enum
{
  CARE_FUND_NO_PARTS,
  CARE_FUND_EXACT,
  CARE_FUND_ROUNDED,
  CARE_FUND_POSSIBLE,
  CARE_FUND_REMAINDER,
  CARE_FUND_OVER,
  CARE_FUND_OPEN,
} CareFundFit;

typedef struct
{
  CareRecord *figure;
  CareRecord *link;     /* by which it is part of the one above, or NULL */
  CareQuantity *value;  /* what of it is allocated to the one above, or all that it is; or NULL */
  guint depth;          /* 0: the whole */
  gboolean is_restated; /* it is there already, or restates what is, and is not counted again */
  gboolean is_other_value; /* for what a part beside it says, and is not counted again */
  CareFundFit fit;      /* of its own parts */
  CareQuantity *parts;  /* what they come to, or NULL */
  CareQuantity *rest;   /* what they leave, or come to more; or NULL */
  CareRecord *rest_of;  /* not held: the part that has no value, for which the rest is; or NULL */
} CareFundNode;

/* @list: (transfer full) the records of a kind that name another in a field */
typedef GPtrArray *(*CareFundList) (const char *kind, const char *field, CareId id, gpointer data);

GArray *care_fund_tree_new (CareRecord *figure, CareLookup lookup, CareFundList list, gpointer data);
char *care_fund_node_say (const CareFundNode *node, const CareNumberStyle *numbers);

G_END_DECLS
