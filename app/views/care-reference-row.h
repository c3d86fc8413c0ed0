/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record that another one names, or none, in a form: activating the row lets a person
 * choose it. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_REFERENCE_ROW (care_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (CareReferenceRow, care_reference_row, CARE, REFERENCE_ROW, AdwActionRow)

GtkWidget *care_reference_row_new (CareLibrary *library, const CareField *field);
void care_reference_row_load (CareReferenceRow *self, CareRecord *target);
CareRecord *care_reference_row_get_target (CareReferenceRow *self);
void care_reference_row_choose (CareReferenceRow *self, CareRecord *target);
void care_reference_row_make (CareReferenceRow *self, GPtrArray *drafts);
void care_reference_row_add_drafts (CareReferenceRow *self, GPtrArray *drafts);
void care_reference_row_set_editable (CareReferenceRow *self, gboolean editable);
void care_reference_row_set_opens (CareReferenceRow *self, gboolean opens);

G_END_DECLS
