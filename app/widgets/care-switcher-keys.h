/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stack switcher that is one stop of Tab, and is gone through by arrow keys. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_switcher_bind_keys (GtkStackSwitcher *switcher);

G_END_DECLS
