/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Do they add up? A ledger adds those figures that may be added, and says of each other one
 * what it differs in. Money is added only where owner, flow kind, period, prices and extent
 * are the same (the Office for Statistics Regulation's letters of 2024 on sums over several
 * years; the Institute for Fiscal Studies on what is additional to what); a figure that
 * restates another, or is a part of one that is added, is counted once. Money that is new,
 * existing, mixed, announced before or of unstated newness is added apart as well. */

#pragma once

#include "care-ledger-figures.h"

G_BEGIN_DECLS

/* What figures can differ in, or leave unsaid. */
typedef enum
{
  CARE_LEDGER_UNIT = 1 << 0,
  CARE_LEDGER_OWNER = 1 << 1,
  CARE_LEDGER_FLOW = 1 << 2,
  CARE_LEDGER_PERIOD_BASIS = 1 << 3,
  CARE_LEDGER_PERIOD = 1 << 4,
  CARE_LEDGER_RECURRENCE = 1 << 5,
  CARE_LEDGER_PRICE_BASIS = 1 << 6,
  CARE_LEDGER_PRICE_YEAR = 1 << 7,
  CARE_LEDGER_EXTENT = 1 << 8,
  CARE_LEDGER_BASE = 1 << 9,
} CareLedgerFields;

#define CARE_LEDGER_N_FIELDS 10

/**
 * CareLedgerConversions:
 * @CARE_LEDGER_AS_PER_YEAR: a total over stated years as the average of a year
 * @CARE_LEDGER_AS_TOTAL: so much a year as the total over its stated years
 * @CARE_LEDGER_AS_REAL: in the prices of the ledger's year
 * @CARE_LEDGER_AS_CASH: in the prices of its own year
 *
 * There is none across flow kinds or extents.
 */
typedef enum
{
  CARE_LEDGER_AS_PER_YEAR = 1 << 0,
  CARE_LEDGER_AS_TOTAL = 1 << 1,
  CARE_LEDGER_AS_REAL = 1 << 2,
  CARE_LEDGER_AS_CASH = 1 << 3,
} CareLedgerConversions;

/**
 * CareLedgerStanding:
 * @CARE_LEDGER_ADDED: it is in the sum
 * @CARE_LEDGER_RESTATED: another that is in the sum says the same
 * @CARE_LEDGER_WITHIN: it is part of another that is in the sum
 * @CARE_LEDGER_REVISED: another that is in the sum took its place
 * @CARE_LEDGER_NO_VALUE: it has no number
 * @CARE_LEDGER_REFUSED: it differs in something, leaves something unsaid, or some of it is in the sum already
 */
typedef enum
{
  CARE_LEDGER_ADDED,
  CARE_LEDGER_RESTATED,
  CARE_LEDGER_WITHIN,
  CARE_LEDGER_REVISED,
  CARE_LEDGER_NO_VALUE,
  CARE_LEDGER_REFUSED,
} CareLedgerStanding;

/**
 * CareLedgerLack:
 * @CARE_LEDGER_LACKS_NOTHING: nothing is known to be lacking
 * @CARE_LEDGER_LACKS_MONEY: it is not money
 * @CARE_LEDGER_LACKS_PRICE_BASIS: in which prices it is is not stated
 * @CARE_LEDGER_LACKS_PERIOD: its period is not stated
 * @CARE_LEDGER_LACKS_ONE_YEAR: its period is not one year
 * @CARE_LEDGER_LACKS_PRICE_YEAR: its price year is not one year, or not stated
 * @CARE_LEDGER_LACKS_DEFLATOR: the ledger has none
 * @CARE_LEDGER_LACKS_LEDGER_YEAR: the ledger has no price year, or not the one that is needed
 * @CARE_LEDGER_LACKS_INDEX: the deflator has none for a year, or several
 *
 * Why prices cannot be converted: the first of these that applies.
 */
typedef enum
{
  CARE_LEDGER_LACKS_NOTHING,
  CARE_LEDGER_LACKS_MONEY,
  CARE_LEDGER_LACKS_PRICE_BASIS,
  CARE_LEDGER_LACKS_PERIOD,
  CARE_LEDGER_LACKS_ONE_YEAR,
  CARE_LEDGER_LACKS_PRICE_YEAR,
  CARE_LEDGER_LACKS_DEFLATOR,
  CARE_LEDGER_LACKS_LEDGER_YEAR,
  CARE_LEDGER_LACKS_INDEX,
} CareLedgerLack;

/* A figure that is to be added, and how it is to be converted first. */
typedef struct
{
  CareId figure;
  CareLedgerConversions as;
} CareLedgerItem;

/* What a price index was in a year, as care_ledger_read_index() reads it. */
typedef struct
{
  const char *year; /* EDTF */
  CareDecimal value;
} CareDeflatorYear;

typedef struct
{
  CareId basis;          /* the figure that others are compared with; 0: one of the largest group */
  gboolean add_owners;   /* money of different owners is added together */
  const char *price_year; /* EDTF of the year in whose prices real terms are, or NULL */
  const CareDeflatorYear *deflator;
  guint n_deflator;
} CareLedgerOptions;

typedef struct
{
  CareId figure;
  CareLedgerStanding standing;
  CareLedgerFields differs; /* from the basis */
  CareLedgerFields unsaid;
  CareLedgerConversions as;     /* what it was converted to */
  CareLedgerConversions failed; /* what it was to be converted to and cannot be */
  CareLedgerLack lack;          /* why its prices were not converted, or are not offered to be */
  const char *lack_year;        /* EDTF of what that is about: its period, or the year that is needed; or NULL */
  CareLedgerConversions offers; /* what it could be converted to, to be nearer to the basis */
  CareQuantity *in_period;  /* what it would be of the period basis that is offered, or NULL */
  CareQuantity *in_prices;  /* what it would be in the prices that are offered, or NULL */
  CareId other;             /* that it restates, is within, also partly, was revised by, or differs from; or 0 */
  gboolean is_other_value;  /* for the same thing as @other */
  CareQuantity *value;      /* as it is added; NULL where it has no number */
} CareLedgerRow;

/* What is added of one kind of newness. */
typedef struct
{
  const char *newness; /* NULL: not stated */
  guint n;
  CareQuantity *sum;
  gboolean is_about; /* the sum is only about so much */
} CareLedgerPart;

#define CARE_LEDGER_MAX_PARTS 5

typedef struct
{
  GArray *rows; /* of CareLedgerRow, in the order of the items */
  CareLedgerFigure *shown; /* of each row, the figure as it is added */
  CareLedgerFigure basis; /* what the others are compared with, as it is added; id 0: none has a number */
  guint n_added;
  CareQuantity *sum; /* NULL: nothing is added, or what is has too many digits */
  gboolean is_about; /* the sum is only about so much */
  CareLedgerPart parts[CARE_LEDGER_MAX_PARTS]; /* in the order of the vocabulary, not stated last */
  guint n_parts;
  guint n_no_value; /* of what the sum counts */
  const CareNumberStyle *numbers; /* in which its words are written, for who shows it to set; NULL: as in the house */
} CareLedger;

CareLedger *care_ledger_new (CareLedgerFigures *figures, const CareLedgerItem *items, guint n_items,
                             const CareLedgerOptions *options);
void care_ledger_free (CareLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareLedger, care_ledger_free)

gboolean care_ledger_has_one_owner (const CareLedger *self);

CareLedgerFields care_ledger_compare (const CareLedgerFigure *a, const CareLedgerFigure *b, gboolean add_owners);
CareLedgerFields care_ledger_find_unsaid (const CareLedgerFigure *figure);

/* care-ledger-convert.c */
CareLedgerConversions care_ledger_convert (CareLedgerFigures *figures, CareLedgerFigure *figure,
                                           CareLedgerConversions as, const CareLedgerOptions *options);
gboolean care_ledger_read_index (const CareQuantity *value, CareDecimal *index);
CareLedgerConversions care_ledger_read_conversions (const char *period, const char *price);
guint care_ledger_count_years (const char *period);

G_END_DECLS
