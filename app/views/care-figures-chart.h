/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sums of money among the figures, as one chart that follows them. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_FIGURES_CHART (care_figures_chart_get_type ())
G_DECLARE_FINAL_TYPE (CareFiguresChart, care_figures_chart, CARE, FIGURES_CHART, GtkWidget)

GtkWidget *care_figures_chart_new (void);
void care_figures_chart_set_library (CareFiguresChart *self, CareLibrary *library);
void care_figures_chart_set_scope (CareFiguresChart *self, GArray *among, CareRecord *briefing);

G_END_DECLS
