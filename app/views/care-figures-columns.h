/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that lets a person choose which columns the table of figures has; that is kept. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_FIGURES_COLUMNS_KEY "figure-columns"

GtkWidget *care_figures_columns_new (GSettings *settings);
GArray *care_figures_columns_list (GSettings *settings);

G_END_DECLS
