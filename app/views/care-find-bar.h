/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds in one view: a bar above its list. It only says what was typed. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_FIND_BAR (care_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (CareFindBar, care_find_bar, CARE, FIND_BAR, GtkWidget)

GtkWidget *care_find_bar_new (void);
void care_find_bar_open (CareFindBar *self);
void care_find_bar_close (CareFindBar *self);
void care_find_bar_set_text (CareFindBar *self, const char *text);
gboolean care_find_bar_is_open (CareFindBar *self);

G_END_DECLS
