/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of figures: laid out once as data, painted alike to the window, the printer and the
 * PDF. The bars carry their own labels and values, so there is no legend; the title, which
 * states the finding, and the subtitle, which states the measure, are the caller's to set
 * above it.
 *
 * A bar is filled as far as is certain. A range goes on as a whisker to its high end, an upper
 * bound is a whisker alone, and a lower bound ends in an open point. A quantity without a number
 * keeps its place and says so in words. Over years the bars stand upright where there is room. */

#pragma once

#include "care-chart-content.h"
#include "care-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  const char *font_family;
  double font_size;  /* in the units of the context: points on the page, pixels on screen */
  CareColour ink;    /* text */
  CareColour muted;  /* text that is said by the way: care_chart_mute(), or as dark as the other */
  CareColour faint;  /* axis and grid lines */
  CareColour ground; /* what is behind, for contrast */
  CareColour accent; /* bars of nobody who has a colour */
  gboolean has_patterns; /* owners differ by pattern as well as by colour: on paper */
  double least_size; /* in the same units: no text is smaller */
} CareChartStyle;

typedef struct _CareChart CareChart;

CareColour care_chart_mute (CareColour ink, CareColour ground);

/* @context: decides fonts and resolution. Widths from about 150 units at an ordinary size of text
 * stay legible. */
CareChart *care_chart_new (PangoContext *context, const CareChartStyle *style, const CareChartContent *content,
                           double width);
/* The chart, or where it is higher than @room pieces of it, each with some of its bars at the scale of all. */
GPtrArray *care_chart_new_pieces (PangoContext *context, const CareChartStyle *style, const CareChartContent *content,
                                  double width, double room);
void care_chart_free (CareChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareChart, care_chart_free)

double care_chart_get_height (const CareChart *self);
guint care_chart_get_n_bars (const CareChart *self);

typedef struct
{
  double x, y, width, height;
} CareChartArea;

/* Where bar @index is, with what is not certain of it; FALSE where it has no number. */
gboolean care_chart_get_bar (const CareChart *self, guint index, CareChartArea *area);
/* The bar at a point, its label included, or -1. */
int care_chart_hit (const CareChart *self, double x, double y);
/* What bar @index covers with all its words. */
CareChartArea care_chart_get_area (const CareChart *self, guint index);
/* Paints with the top left corner at the origin. */
void care_chart_paint (const CareChart *self, cairo_t *cr);

/* A piece of text where it is painted. */
typedef struct
{
  int row; /* or -1: of the axis, or below */
  CareChartArea area;
  const char *text;
} CareChartText;

guint care_chart_get_n_texts (const CareChart *self);
CareChartText care_chart_get_text (const CareChart *self, guint index);

G_END_DECLS
