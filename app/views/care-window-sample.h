/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample in a library: taken out when it is no longer wanted, and put back. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

void care_window_sample_install (GtkWidgetClass *widget_class);
void care_window_sample_update (CareWindow *self);

G_END_DECLS
