/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be chosen from a short list of words: how each is shown. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkListItemFactory *care_choice_items_new (void);
void care_choice_items_offer (GtkDropDown *choice, GtkStringList *words, guint selected);
void care_choice_items_set_up (AdwComboRow *row);

G_END_DECLS
