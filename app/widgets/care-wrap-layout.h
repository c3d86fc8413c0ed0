/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places children beside each other as long as they have room, and the rest on lines below
 * them, as words are. What expands takes the rest of its line. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_WRAP_LAYOUT (care_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (CareWrapLayout, care_wrap_layout, CARE, WRAP_LAYOUT, GtkLayoutManager)

GtkWidget *care_wrap_box_new (void);

G_END_DECLS
