/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo over everything, on Ctrl+Z and Ctrl+Shift+Z, saying what. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

void care_window_undo_update (CareWindow *self);
void care_window_undo_follow (CareWindow *self, CareLibrary *library);
void care_window_undo_let_go (CareWindow *self, CareLibrary *library);
void care_window_undo_install (GtkWidgetClass *widget_class);

G_END_DECLS
