/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Below the words of a deadline or a figure, as they are typed: what is understood of them. */

#pragma once

#include "care-edit-row.h"
#include "care-library.h"

G_BEGIN_DECLS

void care_words_hint_follow (CareEditRow *row, CareLibrary *library, CareRecord *record, const CareField *field);

G_END_DECLS
