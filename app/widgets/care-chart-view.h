/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart with its title and subtitle, and where its figures are from, as high as its width needs. */

#pragma once

#include "care-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_CHART_VIEW (care_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (CareChartView, care_chart_view, CARE, CHART_VIEW, GtkWidget)

GtkWidget *care_chart_view_new (void);
void care_chart_view_set (CareChartView *self, CareChartContent *content, const char *source);
const CareChartContent *care_chart_view_get (CareChartView *self);
int care_chart_view_get_highlight (CareChartView *self);
void care_chart_view_set_highlight (CareChartView *self, int index);

G_END_DECLS
