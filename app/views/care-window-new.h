/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is new: a briefing, or one more like another. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

void care_window_new_install (GtkWidgetClass *widget_class);
GMenuModel *care_window_new_make_menu (CareWindow *self);
void care_window_new_update (CareWindow *self);

G_END_DECLS
