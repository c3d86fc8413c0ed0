/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ledger as it is shown and printed: a record of the kind "ledger", or a few figures that
 * were chosen, with all that they are added by. */

#pragma once

#include "care-fund-tree.h"
#include "care-ledger.h"

G_BEGIN_DECLS

typedef struct
{
  CareLedgerFigures *figures;
  CareLedger *ledger;
  GPtrArray *records; /* of CareRecord: the figure of each row */
  GPtrArray *items;   /* of CareRecord: the ledger_item of each row; empty where figures were chosen */
  CareRecord *deflator; /* by which prices of what is added were converted, or NULL */
} CareLedgerSheet;

CareLedgerSheet *care_ledger_sheet_new (CareRecord *ledger, CareLookup lookup, CareFundList list, gpointer data);
CareLedgerSheet *care_ledger_sheet_new_of (GPtrArray *figures, const CareLedgerOptions *options, CareLookup lookup, CareFundList list,
                                           gpointer data);
void care_ledger_sheet_free (CareLedgerSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareLedgerSheet, care_ledger_sheet_free)

gboolean care_ledger_has_converted_prices (const CareLedger *ledger);

G_END_DECLS
