/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has the focus comes back into sight when a key is pressed that it may have been turned
 * out of by the wheel: what it opens would be beyond the edge of the screen, where GTK 4.8 finds
 * no room for it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_sight_add (GtkScrolledWindow *scrolled);

G_END_DECLS
