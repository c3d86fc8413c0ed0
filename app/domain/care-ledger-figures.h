/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the ledger knows of figures: of many records the few fields that say what may be
 * added to what, as plain structs, and how figures are linked. A library gives them as it
 * reads its tables, a snapshot from its records. */

#pragma once

#include "care-quantity.h"
#include "care-cell.h"

G_BEGIN_DECLS

/* The fields of a figure that are given, in this order; ends with NULL. */
extern const char *const care_ledger_figure_fields[];

/* Words are the same pointer where they are the same, and NULL where nothing is stated. */
typedef struct
{
  CareId id;
  CareQuantityForm form;
  CareDecimal low, high;
  gboolean has_value;
  const char *unit;
  CareId owner;
  CareId extent;
  CareId fund;
  const char *flow;
  const char *period_basis;
  const char *period; /* EDTF */
  const char *recurrence;
  const char *price_basis;
  const char *price_year; /* EDTF, or as it was typed */
  const char *newness;
  const char *base;
  CareId estimator;
} CareLedgerFigure;

typedef enum
{
  CARE_LEDGER_PART_OF,
  CARE_LEDGER_RESTATES,
  CARE_LEDGER_REVISES,
  CARE_LEDGER_VALUE_IN, /* one of the values that a contradiction has for one thing, which it is to */
} CareLedgerRelation;

typedef struct
{
  CareLedgerRelation relation;
  CareId from;
  CareId to;
  gboolean is_partly; /* only some of what it is from is part of what it is to */
} CareLedgerLink;

typedef struct _CareLedgerFigures CareLedgerFigures;

CareLedgerFigures *care_ledger_figures_new (void);
void care_ledger_figures_free (CareLedgerFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareLedgerFigures, care_ledger_figures_free)

void care_ledger_figures_add (CareLedgerFigures *self, CareId id, const CareCell *cells);
void care_ledger_figures_add_record (CareLedgerFigures *self, CareRecord *figure);
void care_ledger_figures_add_link (CareLedgerFigures *self, const char *relation, CareId from, CareId to,
                                   const char *allocated);
void care_ledger_figures_add_value (CareLedgerFigures *self, const char *kind, CareId contradiction, CareId figure);

guint care_ledger_figures_count (const CareLedgerFigures *self);
const CareLedgerFigure *care_ledger_figures_get (const CareLedgerFigures *self, guint index);
const CareLedgerFigure *care_ledger_figures_find (const CareLedgerFigures *self, CareId id);
const char *care_ledger_figures_keep (CareLedgerFigures *self, const char *word);
const CareLedgerLink *care_ledger_figures_get_links (const CareLedgerFigures *self, CareId from, guint *n_links);

G_END_DECLS
