/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures `carebrief ledger` is about, and what it prints of them. */

#pragma once

#include "care-cli.h"
#include "care-ledger-sheet.h"
#include "care-library.h"

G_BEGIN_DECLS

/* As typed, or NULL. */
typedef struct
{
  char *ledger;
  char *actor;
  char *fund;
  char *extent;
  char *briefing;
  char **figures;
  char *basis;
  gboolean together;
  gboolean json;
} CareCliLedger;

CareLedgerSheet *care_cli_ledger_choose (const CareCliLedger *self, CareLibrary *library, CareCliStatus *status);
CareCliStatus care_cli_ledger_print (const CareLedgerSheet *sheet, CareLibrary *library, gboolean json);

G_END_DECLS
