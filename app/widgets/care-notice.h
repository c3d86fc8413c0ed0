/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line above what it concerns, announced when it comes, with one thing to do about it or two. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_NOTICE (care_notice_get_type ())
G_DECLARE_FINAL_TYPE (CareNotice, care_notice, CARE, NOTICE, GtkWidget)

GtkWidget *care_notice_new (void);
void care_notice_show (CareNotice *self, const char *message, const char *button_label);
void care_notice_offer (CareNotice *self, const char *other_label);
void care_notice_hide (CareNotice *self);
gboolean care_notice_get_shown (CareNotice *self);

G_END_DECLS
