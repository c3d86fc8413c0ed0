/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-ledger-sheet.h"

G_BEGIN_DECLS

GBytes *care_ledger_json_write (const CareLedgerSheet *sheet, GPtrArray *sources, CareLookup lookup, gpointer data);

G_END_DECLS
