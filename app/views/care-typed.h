/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed in the views of a library and has not been given to it yet, so that
 * nothing is called saved that is not. */

#pragma once

#include "care-edit-row.h"
#include "care-library.h"

G_BEGIN_DECLS

#define CARE_TYPE_TYPED (care_typed_get_type ())
G_DECLARE_FINAL_TYPE (CareTyped, care_typed, CARE, TYPED, GObject)

CareTyped *care_typed_of (CareLibrary *library);
void care_typed_set (CareLibrary *library, gpointer field, CareEditState state);
CareEditState care_typed_get_state (CareTyped *self);
gint64 care_typed_get_time (CareTyped *self);

G_END_DECLS
