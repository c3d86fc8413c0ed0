/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one record: its fields to edit, the records that it names,
 * those that belong to it and those that use it. Naming one opens it here. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_RECORD_PANE (care_record_pane_get_type ())
G_DECLARE_FINAL_TYPE (CareRecordPane, care_record_pane, CARE, RECORD_PANE, GtkWidget)

GtkWidget *care_record_pane_new (void);
void care_record_pane_set_library (CareRecordPane *self, CareLibrary *library);
void care_record_pane_set_numbers (CareRecordPane *self, const CareNumberStyle *numbers);
void care_record_pane_show (CareRecordPane *self, CareRecord *record);
void care_record_pane_focus_title (CareRecordPane *self);
void care_record_pane_focus_field (CareRecordPane *self, const char *field);
CareRecord *care_record_pane_get_record (CareRecordPane *self);
gboolean care_record_pane_back (CareRecordPane *self);

G_END_DECLS
