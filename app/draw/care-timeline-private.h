/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline.h"

G_BEGIN_DECLS

/* care-timeline-range.c */
typedef struct
{
  CareDay first, last; /* 0: no day is known */
  gboolean cut_before; /* something lies before the break */
  gboolean cut_after;
} CareTimelineRange;

CareTimelineRange care_timeline_find_range (const CareTimelineItem *items, guint n_items, CareDay today);
gboolean care_timeline_item_is_placed (const CareTimelineItem *item, guint n_lanes);
/* The days of an item with the gaps closed. */
CareTimelineItem care_timeline_item_normal (const CareTimelineItem *item);

typedef struct
{
  PangoLayout *name;
  CareColour colour;
  CareTimelineBand band;
  double name_x, name_y;
} CareTimelineRow;

/* What painting needs of a mark beyond its places. */
typedef struct
{
  PangoLayout *label;
  CareTimelineShape shape;
  guint lane;
  gboolean vague; /* the start is not known to the day */
  double tail;    /* of a pledge without deadline: how far its line goes on */
  int beyond;     /* -1: its start lies before the axis, 1: after it */
} CareTimelineInk;

struct _CareTimeline
{
  double width, height, header, gutter;
  double axis_x, axis_width; /* where the range is */
  double em, line;           /* the size of the text, and its height with leading */
  double radius;             /* of the dot that is a day */
  CareTimelineRange range;
  guint n_unplaced;
  GArray *lanes; /* of CareTimelineRow */
  GArray *marks; /* of CareTimelineMark */
  GArray *inks;  /* of CareTimelineInk, for each mark */
  GArray *ticks; /* of CareTimelineTick */
  GPtrArray *tick_layouts;
  PangoLayout *today; /* or NULL: not shown */
  double today_x;
};

/* Space below a mark's label where its line and dots are. */
double care_timeline_strip (const CareTimeline *self);
double care_timeline_text_width (PangoLayout *layout);
PangoLayout *care_timeline_write (PangoContext *context, const PangoFontDescription *font, const char *text);

/* care-timeline-axis.c */
void care_timeline_set_axis (CareTimeline *self, PangoContext *context, const PangoFontDescription *font,
                             CareDay today);

/* care-timeline-stack.c */
void care_timeline_add_marks (CareTimeline *self, PangoContext *context, const PangoFontDescription *font,
                              const CareTimelineItem *items, guint n_items);
void care_timeline_stack (CareTimeline *self);

G_END_DECLS
