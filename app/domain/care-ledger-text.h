/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ledger as a table of words: what is copied for a spreadsheet or a letter, and what the
 * command prints. */

#pragma once

#include "care-ledger-sheet.h"

G_BEGIN_DECLS

/* The columns, in their order; after the rows comes one for the sum. */
typedef enum
{
  CARE_LEDGER_CELL_FIGURE,
  CARE_LEDGER_CELL_AMOUNT,
  CARE_LEDGER_CELL_BASIS,
  CARE_LEDGER_CELL_NEWNESS,
  CARE_LEDGER_CELL_OUTCOME,
} CareLedgerCell;

#define CARE_LEDGER_N_CELLS 5

const char *care_ledger_cell_heading (CareLedgerCell cell);
char **care_ledger_sheet_say_row (const CareLedgerSheet *self, guint row, CareLookup lookup, gpointer data);
char *care_ledger_sheet_say_origin (const CareLedgerSheet *self, guint row);
char *care_ledger_say_conversion (const CareLedger *self, CareLedgerConversions way, const CareQuantity *value);
char *care_ledger_sheet_say_offers (const CareLedgerSheet *self, guint row);
char **care_ledger_sheet_say_total (const CareLedgerSheet *self, CareLookup lookup, gpointer data);

char *care_ledger_sheet_to_text (const CareLedgerSheet *self, CareLookup lookup, gpointer data);
char *care_ledger_sheet_to_html (const CareLedgerSheet *self, CareLookup lookup, gpointer data);

G_END_DECLS
