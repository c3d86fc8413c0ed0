/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the ledger: what its files share. */

#pragma once

#include "care-ledger-view.h"

#include "care-ledger-find.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How far the answer is shown. */
typedef struct
{
  guint section;
  guint at;         /* in the rows of the ledger */
  guint n_rows;     /* that the section has */
  GtkWidget *group; /* of them, once there is one */
  guint tick;       /* in each frame; 0: nothing is to be shown, or the disk is waited for */
} CareLedgerFilling;

struct _CareLedgerView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkDropDown *scope;
  GArray *scopes; /* of CareLedgerAsked, in the order of the drop-down; none has the chosen ones */
  gboolean is_loading;
  GtkWidget *tools; /* for a saved question, or to save one */
  GtkWidget *groups;
  GtkWidget *empty;

  CareLibrary *library;
  CareLedgerAsked shown; /* among: while the question is asked */
  GArray *chosen;       /* of CareId: the figures that a person has chosen, or NULL */
  GArray *among;        /* of CareId: the figures of @briefing, or NULL */
  CareRecord *briefing; /* as which numbers are written; NULL: as in the house */
  CareId wanted; /* the saved question to be shown once it is there */
  CareLedgerAnswer *answer;
  CareLedgerFilling filling;
  GCancellable *finding;
  gboolean is_stale; /* what is shown is older than the library, or than what is chosen */
};

/* care-ledger-view.c */
CareRecord *care_ledger_view_get_ledger (CareLedgerView *self);
void care_ledger_view_refresh (CareLedgerView *self);

/* care-ledger-view-scope.c */
GtkWidget *care_ledger_view_make_scope (CareLedgerView *self);
void care_ledger_view_load_scope (CareLedgerView *self);

/* care-ledger-view-fill.c */
void care_ledger_view_fill (CareLedgerView *self);
void care_ledger_view_stop_filling (CareLedgerView *self);

/* care-ledger-view-rows.c */
void care_ledger_view_add_row (CareLedgerView *self, GtkWidget *group, guint index);

/* care-ledger-view-act.c */
void care_ledger_view_apply (CareLedgerView *self, CareAct *act, const GError *error);
void care_ledger_view_fill_tools (CareLedgerView *self);
GtkWidget *care_ledger_view_make_button (const char *label, const char *action, const char *tooltip);
void care_ledger_view_install (GtkWidgetClass *widget_class);
GMenuModel *care_ledger_view_make_menu (CareLedgerView *self, guint row);

/* care-ledger-view-prices.c */
GtkWidget *care_ledger_view_make_prices_button (CareLedgerView *self, CareRecord *ledger);
void care_ledger_view_install_prices (GtkWidgetClass *widget_class);

/* care-ledger-view-copy.c */
void care_ledger_view_install_copy (GtkWidgetClass *widget_class);

G_END_DECLS
