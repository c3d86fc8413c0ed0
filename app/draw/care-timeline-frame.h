/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline's layout, second step: where that of a pack is which can be seen. Its cost
 * follows what can be seen and not what there is, so it is made anew for each picture.
 *
 * x is counted from the left of the viewport and y from its top; the names of the lanes and
 * the axis stand outside of it. What is far outside is cut off a little way beyond. */

#pragma once

#include "care-timeline-pack.h"

G_BEGIN_DECLS

/* What is looked at. */
typedef struct
{
  double first; /* the day at the left edge, with how much of it has passed */
  double scale; /* pixels per day; below that of the pack, marks may touch: until a new pack
                 * is there, this is what the window shows */
  double width;
  double top; /* how far the lanes are scrolled */
  double height;
} CareTimelineViewport;

double care_timeline_viewport_x (const CareTimelineViewport *self, CareDay day);
/* The day at @x, from 1 on. */
CareDay care_timeline_viewport_day (const CareTimelineViewport *self, double x);
/* The days that can be seen, of some at least a part. */
CareSpan care_timeline_viewport_span (const CareTimelineViewport *self);

/* Part of a mark, or a text; width 0: there is none. */
typedef struct
{
  float x;
  float width;
} CareTimelineStretch;

/* A mark. All parts but the label are in its second line. */
typedef struct
{
  guint entry;
  guint lane;
  guint row;                 /* within the lane */
  float x, y, width, height; /* all of it: what a button over it covers */
  CareTimelineStretch start;
  CareTimelineStretch line;                           /* from the start to the last of what follows */
  CareTimelineStretch due[CARE_TIMELINE_ENTRY_N_DUE]; /* a day is due at its end */
  CareTimelineStretch between; /* from the first due to the last, where there is more than one
                                * or it is wider than a day: room for the deadline's words */
  CareTimelineStretch revised;
  CareTimelineStretch reached;
  CareTimelineStretch start_doubt; /* before the start: that it is approximate or uncertain */
  CareTimelineStretch due_doubt;   /* after it, as after what was reached */
  CareTimelineStretch reached_doubt;
  CareTimelineStretch symbol; /* of our verdict, or what stands in its place */
  CareTimelineStretch source; /* of a source's */
  CareTimelineStretch words;  /* room for how it stands */
  CareTimelineStretch label;  /* its room: where it was measured, its width. It moves along with
                               * the left edge of the viewport, but not out of its mark */
} CareTimelineFrameMark;

/* How many entries without a row end between two days. All counts of a lane and all of its
 * marks together are what meets the days that can be seen. */
typedef struct
{
  guint lane;
  guint count;
  gboolean goes_on; /* the last one: some of them end only after it */
  CareSpan days;    /* of the days that can be seen */
  float x, y, width, height;
} CareTimelineFrameChip;

typedef struct
{
  guint lane;
  float y, height;
} CareTimelineFrameLane;

typedef struct _CareTimelineFrame CareTimelineFrame;

CareTimelineFrame *care_timeline_frame_new (void);
void care_timeline_frame_free (CareTimelineFrame *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineFrame, care_timeline_frame_free)

/* Lays out what @viewport shows of @pack, in place of what the frame was of before. */
void care_timeline_frame_set (CareTimelineFrame *self, CareTimelinePack *pack,
                              const CareTimelineViewport *viewport);

CareTimelinePack *care_timeline_frame_get_pack (const CareTimelineFrame *self);
const CareTimelineViewport *care_timeline_frame_get_viewport (const CareTimelineFrame *self);
/* By lane, row and x; valid until the frame is set again, as are all. */
const CareTimelineFrameMark *care_timeline_frame_get_marks (const CareTimelineFrame *self, guint *n_marks);
const CareTimelineFrameChip *care_timeline_frame_get_chips (const CareTimelineFrame *self, guint *n_chips);
const CareTimelineFrameLane *care_timeline_frame_get_lanes (const CareTimelineFrame *self, guint *n_lanes);

/* The entry whose mark is at a point; CARE_TIMELINE_NO_ENTRY: none is. */
guint care_timeline_frame_hit (const CareTimelineFrame *self, double x, double y);

G_END_DECLS
