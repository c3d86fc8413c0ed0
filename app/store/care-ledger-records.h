/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All figures of a library as the ledger takes them, read in any thread. */

#pragma once

#include "care-ledger-figures.h"
#include "care-library.h"

G_BEGIN_DECLS

CareLedgerFigures *care_ledger_records_read (CareLibrary *library, GCancellable *cancellable, GError **error);

G_END_DECLS
