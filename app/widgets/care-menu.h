/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus that stay within their window: GTK 4.8 lets one scroll only where it is longer than
 * the screen, and not where it would run over the edge. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_menu_fit (GtkMenuButton *button);
void care_menu_fit_all (GtkWidget *widget);

G_END_DECLS
