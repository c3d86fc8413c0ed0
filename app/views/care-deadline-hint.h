/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Below the words of a deadline, as they are typed: what is understood of them. */

#pragma once

#include "care-edit-row.h"
#include "care-library.h"

G_BEGIN_DECLS

gboolean care_deadline_hint_is_for (CareRecord *record, const CareField *field);
void care_deadline_hint_follow (CareEditRow *row, CareLibrary *library, CareRecord *deadline);

G_END_DECLS
