/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of a CareList shows. */

#pragma once

#include "care-list.h"

G_BEGIN_DECLS

#define CARE_TYPE_LIST_ENTRY (care_list_entry_get_type ())
G_DECLARE_FINAL_TYPE (CareListEntry, care_list_entry, CARE, LIST_ENTRY, GtkWidget)

GtkWidget *care_list_entry_new (void);
void care_list_entry_show (CareListEntry *self, const CareListRow *row);
char *care_list_entry_say (const CareListRow *row);

G_END_DECLS
