/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what was done is saved, in words: "Saved 14:02" only once the disk has
 * it, and nothing more is typed; "Saving…" where that takes long, and from the first
 * key on; "Not saved" where the disk refuses it, or what is typed is no such value. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

#define CARE_TYPE_SAVE_STATE (care_save_state_get_type ())
G_DECLARE_FINAL_TYPE (CareSaveState, care_save_state, CARE, SAVE_STATE, GObject)

CareSaveState *care_save_state_new (CareLibrary *library);
const char *care_save_state_get_text (CareSaveState *self);

G_END_DECLS
