/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window does about pledges: they are judged. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

void care_window_pledges_update (CareWindow *self);
void care_window_pledges_install (GtkWidgetClass *widget_class);

G_END_DECLS
