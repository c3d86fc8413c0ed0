/* SPDX-License-Identifier: GPL-3.0-or-later */

/* New records: what the view that is shown lists, and what goes with it. */

#pragma once

#include "care-browser.h"
#include "care-window.h"

G_BEGIN_DECLS

void care_window_record_update (CareWindow *self);
void care_window_record_ask (CareWindow *self, GtkWidget *form, const char *kept_as);
void care_window_record_name_button (CareBrowser *view, const char *name);
void care_window_record_set_up (CareWindow *self);
void care_window_record_let_go (CareWindow *self);
void care_window_record_install (GtkWidgetClass *widget_class);

G_END_DECLS
