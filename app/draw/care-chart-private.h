/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-chart.h"
#include "care-pattern.h"

G_BEGIN_DECLS

/* What has been written, with its top left corner. */
typedef struct
{
  PangoLayout *layout;
  double x, y;
  CareColour colour;
  int row; /* or -1 */
} CareChartLabel;

/* What is not nought is seen. */
#define CARE_CHART_LEAST_MARK 2.0

/* An area that is filled: a bar, a part of one, or the swatch beside the words of a part. */
typedef struct
{
  CareChartArea area;
  CareColour colour;
  CarePattern pattern;
} CareChartFill;

/* A line from nought or the low end of what is possible to the high end. */
typedef struct
{
  double from_x, from_y, to_x, to_y;
  gboolean ends;    /* with a stroke across; else in an open point: nobody knows how far */
  gboolean begins;  /* with a stroke across */
  double thickness; /* of the bar that it goes on from */
  CareColour colour;
} CareChartWhisker;

/* A bar with its words. */
typedef struct
{
  CareChartArea area;
  gboolean has_bar;
  CareChartArea bar; /* with what is not certain */
} CareChartRow;

struct _CareChart
{
  CareChartStyle style; /* without its family */
  double width, height;
  gboolean is_upright;  /* the bars stand; the grid is level */
  gboolean is_open;     /* words stand between the bars: nought is marked at the bars only */
  CareChartArea plot;   /* where the grid is; no width: there is no axis */
  double zero;          /* x, or y where the bars stand */
  GArray *rows;         /* of CareChartRow */
  GArray *fills;        /* of CareChartFill */
  GArray *whiskers;     /* of CareChartWhisker */
  GArray *labels;       /* of CareChartLabel */
  GArray *grid;         /* of double */
  GArray *breaks;       /* of CareChartArea without width or height: where a series is broken */
};

/* A bar as the scale sees it. */
typedef struct
{
  double low, high;  /* where the bar ends, nought included: low is never above it, high never below */
  double text_width; /* of its value */
  double tip;        /* of a lower bound: how far its open point reaches */
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

/* What is measured of a bar before anything is placed. */
typedef struct
{
  PangoLayout *heading, *gap; /* or NULL */
  PangoLayout *label;
  PangoLayout *note; /* or NULL */
  PangoLayout *value;
  int span; /* index, or -1: no bar */
  CareColour colour;
  CarePattern pattern;
} CareChartDraft;

/* A chart in the making. */
typedef struct
{
  CareChart *chart;
  guint from, end;   /* the bars that it has, where they lie */
  PangoContext *context;
  const CareChartStyle *style;
  const CareChartContent *content;
  const char *unit;
  GArray *drafts; /* of CareChartDraft */
  GArray *spans;  /* of CareChartSpan */
  CareDecimal low, high;
  gboolean whole; /* no value has a fraction */
  double em;
  double bar_height;
  double row_height; /* the least of a row beside its label */
  gboolean is_low;   /* labels stand above, though there is room beside: that takes less height */
  CareChartArrangement arrangement;
  double label_width;
  double plot_x;
  CareChartScale scale;
} CareChartBuilder;

/* care-chart.c */
CareChart *care_chart_alloc (const CareChartStyle *style, double width);

/* care-chart-write.c */
double care_chart_text_width (PangoLayout *layout);
double care_chart_text_height (PangoLayout *layout);
PangoLayout *care_chart_write (CareChartBuilder *b, const char *text, double size, PangoWeight weight);
void care_chart_keep_amounts (PangoLayout *layout);
void care_chart_wrap (PangoLayout *layout, double width);
void care_chart_place_text (CareChartBuilder *b, PangoLayout *layout, double x, double y, CareColour colour, int row);

/* care-chart-measure.c */
void care_chart_measure (CareChartBuilder *b);
void care_chart_arrange (CareChartBuilder *b, double width);
double care_chart_resume_height (CareChartBuilder *b, guint index);

/* care-chart-place.c */
void care_chart_place (CareChartBuilder *b);

/* care-chart-parts.c */
double care_chart_parts_height (CareChartBuilder *b, guint index, double width);
void care_chart_place_parts (CareChartBuilder *b, guint index, double y, double width);
void care_chart_fill_parts (CareChartBuilder *b, guint index, CareChartArea area);

/* care-chart-upright.c */
gboolean care_chart_place_upright (CareChartBuilder *b);

/* care-chart-axis.c */
gboolean care_chart_place_axis (CareChartBuilder *b, double y);
char *care_chart_tick_text (CareChartBuilder *b, CareDecimal value);

/* care-chart-scale.c */
void care_chart_scale_solve (CareChartScale *scale, const CareChartSpan *spans, guint n_spans, double width);

G_END_DECLS
