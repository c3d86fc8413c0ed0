/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what is waited for, where that takes longer than a moment. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_WAIT (care_wait_get_type ())
G_DECLARE_FINAL_TYPE (CareWait, care_wait, CARE, WAIT, GtkWidget)

GtkWidget *care_wait_new (void);
void care_wait_set_title (CareWait *self, const char *title);
gboolean care_wait_get_shown (CareWait *self);

G_END_DECLS
