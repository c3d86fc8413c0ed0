/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with sources in the window: they are pasted, dropped, cited and merged. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

void care_window_sources_set_up (CareWindow *self);
void care_window_sources_install (GtkWidgetClass *widget_class);
void care_window_sources_update (CareWindow *self);

G_END_DECLS
