/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar chart of quantities: laid out once as data, painted alike to the
 * window, the printer and the PDF. The bars carry their own labels and values,
 * so there is no legend; the title, which states the finding, and the subtitle,
 * which states the measure, are the caller's to set above it.
 *
 * A range is a bar with a lighter, hatched part from low to high; an upper bound
 * is hatched from nought; a lower bound ends in an open point. A quantity without
 * a number keeps its row and says so in words. */

#pragma once

#include "care-quantity.h"
#include "care-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  const char *label; /* what the bar is */
  const char *note;  /* a second line under the label, or NULL */
  CareQuantity *quantity;
  CareColour colour;
} CareChartBar;

typedef struct
{
  const char *font_family;
  double font_size; /* in the units of the context: points on the page, pixels on screen */
  CareColour ink;      /* text */
  CareColour faint;    /* axis and grid lines */
  CareColour ground;   /* what is behind, for contrast */
  const CareNumberStyle *numbers; /* or NULL: as in the house */
} CareChartStyle;

typedef struct _CareChart CareChart;

/* @context: decides fonts and resolution. @bars: copied. All must have the unit of
 * the first that has a number; others are laid out in words, without a bar. Widths
 * from about 150 units at an ordinary size of text stay legible. */
CareChart *care_chart_new (PangoContext *context, const CareChartStyle *style, const CareChartBar *bars,
                           guint n_bars, double width);
void care_chart_free (CareChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareChart, care_chart_free)

double care_chart_get_height (const CareChart *self);
guint care_chart_get_n_bars (const CareChart *self);
/* Where the bar of row @index is, from nought or its low end to its high end;
 * FALSE where it has no number. */
gboolean care_chart_get_bar (const CareChart *self, guint index, double *x, double *y, double *width,
                             double *height);
/* The row at a point, its label included, or -1. */
int care_chart_hit (const CareChart *self, double x, double y);
/* Paints with the top left corner at the origin. */
void care_chart_paint (const CareChart *self, cairo_t *cr);
/* All rows in words: "Better Care Fund: £3.8 billion; ..." (transfer full) */
char *care_chart_describe (const CareChart *self);

/* A piece of text where it is painted. */
typedef struct
{
  int row; /* or -1: of the axis */
  double x, y, width, height;
  gboolean on_bar; /* painted within its bar */
  const char *text;
} CareChartText;

guint care_chart_get_n_texts (const CareChart *self);
CareChartText care_chart_get_text (const CareChart *self, guint index);

G_END_DECLS
