/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-chart.h"

G_BEGIN_DECLS

/* What has been written, with its top left corner. */
typedef struct
{
  PangoLayout *layout;
  double x, y;
  CareColour colour;
  int row; /* or -1 */
  gboolean on_bar;
} CareChartLabel;

/* A row, its label included. The bar is solid where every reading of the
 * quantity agrees and soft where they differ; either part may be empty. */
typedef struct
{
  double y, height;
  gboolean has_bar;
  double bar_y, bar_height;
  double solid_x, solid_width;
  double soft_x, soft_width;
  double tip; /* of a lower bound: how far its open point reaches, negative to the left */
  CareColour colour;
} CareChartRow;

struct _CareChart
{
  CareChartStyle style; /* without its family */
  double width, height;
  double axis_y; /* where the grid ends; 0: there is no bar and no axis */
  double zero_x;
  gboolean is_beside; /* labels stand beside the bars */
  GArray *rows;       /* of CareChartRow */
  GArray *labels;     /* of CareChartLabel */
  GArray *grid;       /* of double */
  char *words;
};

/* A bar as the scale sees it. */
typedef struct
{
  double low, high;  /* where the bar ends, nought included: low is never above it, high never below */
  double text_width; /* of its value */
  gboolean may_hold; /* the value may stand within the bar */
  double tip;
} CareChartSpan;

/* How many units of width a unit of the quantity takes. */
typedef struct
{
  double pad; /* between a bar and its value */
  double per_unit;
  double left; /* what the bars and values left of nought take */
  double right;
} CareChartScale;

/* Where labels stand in relation to their bars; one chart keeps to one. */
typedef enum
{
  CARE_CHART_BESIDE,
  CARE_CHART_ABOVE,
  CARE_CHART_ALL_ABOVE, /* the values too */
} CareChartArrangement;

/* What is measured of a row before anything is placed. */
typedef struct
{
  PangoLayout *label;
  PangoLayout *note; /* or NULL */
  PangoLayout *value;
  int span; /* index, or -1: no bar */
} CareChartDraft;

/* A chart in the making. */
typedef struct
{
  CareChart *chart;
  PangoContext *context;
  const CareChartStyle *style;
  const char *unit;
  GArray *drafts; /* of CareChartDraft */
  GArray *spans;  /* of CareChartSpan */
  CareDecimal low, high;
  gboolean whole; /* no value has a fraction */
  double em;
  double bar_height;
  double row_height; /* the least of a row beside its label */
  CareChartArrangement arrangement;
  double label_width;
  double plot_x;
  CareChartScale scale;
} CareChartBuilder;

/* care-chart-measure.c */
double care_chart_text_width (PangoLayout *layout);
double care_chart_text_height (PangoLayout *layout);
PangoLayout *care_chart_write (CareChartBuilder *b, const char *text, double size, PangoWeight weight);
void care_chart_wrap (PangoLayout *layout, double width);
void care_chart_measure (CareChartBuilder *b, const CareChartBar *bars, guint n_bars);

/* care-chart-place.c */
void care_chart_place (CareChartBuilder *b, const CareChartBar *bars, guint n_bars);
void care_chart_place_text (CareChartBuilder *b, PangoLayout *layout, double x, double y, CareColour colour,
                            int row, gboolean on_bar);
/* Ink for what is said by the way. */
CareColour care_chart_muted (const CareChartStyle *style);

/* care-chart-axis.c */
void care_chart_place_axis (CareChartBuilder *b, double y);

/* care-chart-scale.c */
gboolean care_chart_span_holds (const CareChartSpan *span, const CareChartScale *scale);
void care_chart_scale_solve (CareChartScale *scale, const CareChartSpan *spans, guint n_spans, double width);

G_END_DECLS
