/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about narrow windows. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A list and the details of what is selected in it: side by side, or one at a
 * time where there is no room for both. */
#define CARE_TYPE_SPLIT (care_split_get_type ())
G_DECLARE_FINAL_TYPE (CareSplit, care_split, CARE, SPLIT, GtkWidget)

GtkWidget *care_split_new (void);
void care_split_set_list (CareSplit *self, GtkWidget *list);
void care_split_set_detail (CareSplit *self, GtkWidget *detail);
void care_split_set_has_detail (CareSplit *self, gboolean has_detail);
void care_split_set_list_is_picture (CareSplit *self, gboolean is_picture);
void care_split_show_list (CareSplit *self);
void care_split_show_detail (CareSplit *self);
gboolean care_split_get_showing_detail (CareSplit *self);
gboolean care_split_get_folded (CareSplit *self);
gboolean care_split_get_has_room (CareSplit *self);
gboolean care_split_fits (GtkWindow *window);

G_END_DECLS
