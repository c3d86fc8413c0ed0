/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus at a point, and menus that stay within their window: GTK 4.8 lets one scroll only where it is longer than
 * the screen, and not where it would run over the edge. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *care_menu_new (GtkWidget *view);
void care_menu_open_at (GtkWidget *menu, GMenuModel *items, GtkWidget *widget, double x, double y);
void care_menu_fit (GtkMenuButton *button);
void care_menu_fit_all (GtkWidget *widget);

G_END_DECLS
