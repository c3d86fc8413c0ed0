/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-ledger.h"

G_BEGIN_DECLS

/* A ledger in the making. */
typedef struct
{
  CareLedger *ledger;
  CareLedgerFigures *figures;
  const CareLedgerOptions *options;
  CareLedgerFigure *shown; /* the ledger's */
  GHashTable *added;       /* CareId -> row + 1, of what matches the basis */
} CareLedgerBuilder;

static inline CareLedgerRow *
care_ledger_builder_row (const CareLedgerBuilder *b, guint index)
{
  return &g_array_index (b->ledger->rows, CareLedgerRow, index);
}

/* care-ledger-basis.c */
int care_ledger_find_basis (const CareLedgerBuilder *b);
gboolean care_ledger_may_be_added (const CareLedgerBuilder *b, guint row);
/* care-ledger-convert.c */
CareLedgerLack care_ledger_find_lack (const CareLedgerFigure *figure, CareLedgerConversions failed,
                                      const CareLedgerOptions *options, const char **year);
/* care-ledger-once.c */
void care_ledger_count_once (CareLedgerBuilder *b);

G_END_DECLS
