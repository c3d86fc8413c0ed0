/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a ledger says, in words. */

#pragma once

#include "care-ledger.h"
#include "care-reference.h"

G_BEGIN_DECLS

const char *care_ledger_name_field (CareLedgerFields field);
char *care_ledger_say_field (const CareLedgerFigure *figure, CareLedgerFields field, const CareNumberStyle *numbers,
                             CareLookup lookup, gpointer data);
char *care_ledger_say_basis (const CareLedger *self, const CareLedgerFigure *figure, gboolean with_owner, CareLookup lookup,
                             gpointer data);
char *care_ledger_say_standing (const CareLedger *self, guint row, CareLookup lookup, gpointer data);
char *care_ledger_say_reason (const CareLedger *self, guint index, CareLookup lookup, gpointer data);
char *care_ledger_say_amount (const CareLedger *self, const CareQuantity *sum, gboolean is_about);
char *care_ledger_say_sum (const CareLedger *self);
char *care_ledger_say_parts (const CareLedger *self);
char *care_ledger_say_offer (const CareLedger *self, CareLedgerConversions offer, const CareQuantity *value);

/* care-ledger-lack.c */
char *care_ledger_say_lack (CareLedgerLack lack, const char *year);

G_END_DECLS
