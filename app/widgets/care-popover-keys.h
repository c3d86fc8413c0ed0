/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the application while a popover is open, which in GTK get no further than
 * that. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_popover_let_keys_through (GtkPopover *popover);

G_END_DECLS
