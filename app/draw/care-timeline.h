/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as data: a lane for each actor, and in it what was said, what is
 * due and what happened, each as wide as its date is known. The window puts a
 * button where a mark is; the page paints it.
 *
 * The axis spans the days of the items. A few that lie far from all others
 * would squeeze the rest into nothing: they stand at the edge, beyond a break of
 * the axis, and their labels say the year. care-timeline-range.c has the rule. */

#pragma once

#include "care-date.h"
#include "care-deadline.h"
#include "care-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * CareTimelineShape:
 * @CARE_TIMELINE_PLEDGE: from the day it was made to its deadline
 * @CARE_TIMELINE_EVENT: something that happened or is scheduled
 */
typedef enum
{
  CARE_TIMELINE_PLEDGE,
  CARE_TIMELINE_EVENT,
} CareTimelineShape;

/* What goes in. Days are 0 where not known. */
typedef struct
{
  CareTimelineShape shape;
  guint lane;
  const char *label;
  CareDay made_first; /* of an event: the first and last day it can have been */
  CareDay made_last;  /* where one of the two is 0, the other counts for both */
  CareDue due;        /* of a pledge; first 0: no deadline */
  gboolean open;      /* the deadline has several readings and none is chosen */
} CareTimelineItem;

typedef struct
{
  const char *label;
  CareColour colour;
} CareTimelineLane;

/* What comes out, in the units of the width given, from the top left of the whole.
 * Marks are in the order of their lanes and in each of their days. A deadline is at
 * the end of its day; where it is open, from the end of the first to that of the last. */
typedef struct
{
  guint item; /* index of what went in */
  guint row;  /* within the lane */
  double x, y, width, height;         /* all of the mark with its label: no two overlap */
  double start_x, start_width;        /* the day made, or the event, as wide as it is known */
  double due_x, due_width;            /* the deadline; width over 0 where it is open */
  gboolean has_start, has_due;
  double label_x, label_width;
} CareTimelineMark;

typedef struct
{
  double y, height;
} CareTimelineBand;

typedef struct
{
  double x;
  char *label; /* written from x to the right; "" where there is no room for it */
} CareTimelineTick;

typedef struct _CareTimeline CareTimeline;

/* @font: as Pango describes it, such as "Open Sans 10". @today: 0 to leave it out. Items with no known
 * day are not placed: care_timeline_get_n_unplaced() says how many. */
CareTimeline *care_timeline_new (PangoContext *context, const char *font, const CareTimelineLane *lanes,
                                 guint n_lanes, const CareTimelineItem *items, guint n_items, CareDay today,
                                 double width);
void care_timeline_free (CareTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimeline, care_timeline_free)

double care_timeline_get_height (const CareTimeline *self);
double care_timeline_get_header (const CareTimeline *self); /* height of the axis */
/* Width of the lanes' names; 0 where they stand above their lanes, in widths under 500. */
double care_timeline_get_gutter (const CareTimeline *self);
/* The first and last day of the axis; 0 if nothing is placed. */
void care_timeline_get_range (const CareTimeline *self, CareDay *first, CareDay *last);
/* Where a day begins; days outside the range are at the edges. */
double care_timeline_get_x (const CareTimeline *self, CareDay day);
guint care_timeline_get_n_unplaced (const CareTimeline *self);
const CareTimelineMark *care_timeline_get_marks (const CareTimeline *self, guint *n_marks);
const CareTimelineBand *care_timeline_get_band (const CareTimeline *self, guint lane);
const CareTimelineTick *care_timeline_get_ticks (const CareTimeline *self, guint *n_ticks);
/* The middle of today; -1 if it is not shown. */
double care_timeline_get_today (const CareTimeline *self);

typedef struct
{
  CareColour ink, faint, ground;
} CareTimelineStyle;

/* The axis, the lanes and today, behind the marks. */
void care_timeline_paint_ground (const CareTimeline *self, const CareTimelineStyle *style, cairo_t *cr);
/* One mark with its label, at its place. */
void care_timeline_paint_mark (const CareTimeline *self, guint mark, const CareTimelineStyle *style, cairo_t *cr);

G_END_DECLS
