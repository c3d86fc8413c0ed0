/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may take the place of what is being typed: a short list at the cursor. The focus
 * stays with the text, whose keys move what is selected. */

#pragma once

#include "care-list.h"

G_BEGIN_DECLS

#define CARE_TYPE_SUGGESTIONS (care_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (CareSuggestions, care_suggestions, CARE, SUGGESTIONS, GtkPopover)

GtkWidget *care_suggestions_new (void);
void care_suggestions_clear (CareSuggestions *self, const char *message);
void care_suggestions_add (CareSuggestions *self, const CareListRow *row);
void care_suggestions_move (CareSuggestions *self, int step);
int care_suggestions_get_selected (CareSuggestions *self);

G_END_DECLS
