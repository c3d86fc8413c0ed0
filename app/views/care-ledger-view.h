/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether figures add up: what is added, what that comes to, and why the rest is not. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_LEDGER_VIEW (care_ledger_view_get_type ())
G_DECLARE_FINAL_TYPE (CareLedgerView, care_ledger_view, CARE, LEDGER_VIEW, GtkWidget)

GtkWidget *care_ledger_view_new (void);

void care_ledger_view_set_library (CareLedgerView *self, CareLibrary *library);
void care_ledger_view_show (CareLedgerView *self, CareRecord *ledger);
void care_ledger_view_show_figures (CareLedgerView *self, GArray *figures);
void care_ledger_view_set_scope (CareLedgerView *self, GArray *among, CareRecord *briefing);

G_END_DECLS
