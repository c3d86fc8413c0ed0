/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-chart-view.h"

#include "care-style.h"

G_BEGIN_DECLS

/* Room on each side for the ring round a row. */
#define CARE_CHART_VIEW_INSET 8

struct _CareChartView
{
  GtkWidget parent_instance;

  GtkWidget *heading; /* title and subtitle */
  GtkWidget *title;
  GtkWidget *subtitle;

  GtkWidget *source; /* below the chart: where the figures are from */

  CareChartContent *content; /* what is shown, or NULL */
  CareChart *chart;          /* that as laid out, or NULL */
  int chart_width;  /* that it is laid out for */
  CareStyle style;  /* and in these colours */
  double font_size;
  int top; /* where the chart starts */
  int highlight;
};

guint care_chart_view_count (CareChartView *self);

/* care-chart-view-draw.c */
void care_chart_view_draw_init (GtkWidgetClass *widget_class);
CareChart *care_chart_view_lay_out (CareChartView *self, int width);

G_END_DECLS
