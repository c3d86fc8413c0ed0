/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts on ledgers, each by one act. */

#pragma once

#include "care-ledger.h"
#include "care-library.h"

G_BEGIN_DECLS

CareAct *care_ledger_plan_new (CareRecord *ledger, const CareId *figures, guint n_figures, GError **error);
CareAct *care_ledger_plan_add (CareLibrary *library, CareRecord *ledger, CareRecord *figure, GError **error);
CareAct *care_ledger_plan_remove (CareLibrary *library, CareRecord *item);
CareAct *care_ledger_plan_convert (CareRecord *item, CareLedgerConversions as, gboolean on, GError **error);
CareAct *care_ledger_plan_prices (GPtrArray *items, gboolean real, GError **error);
CareAct *care_ledger_plan_basis (CareRecord *ledger, CareRecord *figure, GError **error);
CareAct *care_ledger_plan_owners (CareRecord *ledger, gboolean together, GError **error);
CareAct *care_ledger_plan_box (CareLibrary *library, CareRecord *ledger, CareRecord *briefing, CareId *box, GError **error);

G_END_DECLS
