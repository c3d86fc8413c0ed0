/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a view as a table, in place of its list. */

#pragma once

#include "care-browser.h"

G_BEGIN_DECLS

#define CARE_TYPE_FIGURES_TABLE (care_figures_table_get_type ())
G_DECLARE_FINAL_TYPE (CareFiguresTable, care_figures_table, CARE, FIGURES_TABLE, GtkWidget)

GtkWidget *care_figures_table_new (CareBrowser *browser, GSettings *settings);
void care_figures_table_save (CareFiguresTable *self);
void care_figures_table_set_records (CareFiguresTable *self, CareLibrary *library, GListModel *figures);

G_END_DECLS
