/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a library as a whole, and with what it keeps of the past:
 * copies, backups, merging, importing, the bin, editions, search. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

void care_window_library_install (GtkWidgetClass *widget_class);
void care_window_library_update (CareWindow *self);

G_END_DECLS
