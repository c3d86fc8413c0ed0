/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a library as a whole, and with what it keeps of the past:
 * copies, backups, merging, importing, the bin, editions, search. */

#pragma once

#include "care-window.h"

G_BEGIN_DECLS

void care_window_library_install (GtkWidgetClass *widget_class);
void care_window_library_update (CareWindow *self);
gboolean care_window_library_may_reopen (CareWindow *self);
gboolean care_window_library_may_close (CareWindow *self);
void care_window_library_restore (CareWindow *self, const char *backup);
void care_window_library_recover (CareWindow *self, const char *path);

G_END_DECLS
