/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which columns the table of figures has, and how wide they are: that is kept. A button lets a person choose them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_FIGURES_COLUMNS_KEY "figure-columns"

GtkWidget *care_figures_columns_new (GSettings *settings);
GArray *care_figures_columns_list (GSettings *settings);
void care_figures_columns_keep_width (GSettings *settings, guint column, double chars);

G_END_DECLS
