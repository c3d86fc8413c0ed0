/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of which something was found, each with its count: one of them
 * narrows the search. One stop of the keyboard, with arrows inside. */

#pragma once

#include "care-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_SEARCH_CHIPS (care_search_chips_get_type ())
G_DECLARE_FINAL_TYPE (CareSearchChips, care_search_chips, CARE, SEARCH_CHIPS, GtkWidget)

GtkWidget *care_search_chips_new (void);
void care_search_chips_show_counts (CareSearchChips *self, CareTally *tally);
void care_search_chips_reset (CareSearchChips *self);
const CareKind *care_search_chips_get_kind (CareSearchChips *self);

G_END_DECLS
