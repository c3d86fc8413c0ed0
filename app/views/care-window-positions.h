/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window does about positions: the matrix of them, and how they change. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

void care_window_positions_add_matrix (CareWindow *self);
void care_window_positions_update (CareWindow *self);
void care_window_positions_install (GtkWidgetClass *widget_class);

G_END_DECLS
