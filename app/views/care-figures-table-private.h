/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-figures-table.h"

#include "care-table.h"

G_BEGIN_DECLS

struct _CareFiguresTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  CareTable *table;
  GtkWidget *columns; /* button, which the view has beside its looks */

  CareBrowser *browser; /* not held: it holds this */
  GSettings *settings;
  CareLibrary *library;
  GListModel *figures; /* CareRecordList */
};

G_END_DECLS
