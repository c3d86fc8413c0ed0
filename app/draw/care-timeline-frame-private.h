/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-frame.h"
#include "care-timeline-pack-private.h"

G_BEGIN_DECLS

struct _CareTimelineFrame
{
  CareTimelinePack *pack; /* NULL: never set */
  CareTimelineViewport viewport;
  GArray *marks; /* of CareTimelineFrameMark */
  GArray *chips; /* of CareTimelineFrameChip */
  GArray *lanes; /* of CareTimelineFrameLane */
};

/* care-timeline-place.c: the marks of a row. */
typedef struct
{
  const CareTimelinePack *pack;
  const guint32 *entries; /* by x */
  guint n_entries;
  guint lane;
} CareTimelineFrameRow;

CareTimelineFrameRow care_timeline_frame_get_row (const CareTimelinePack *pack, guint lane, guint row);
/* The first one that ends right of @x; n_entries if none does. */
guint care_timeline_frame_row_find (const CareTimelineFrameRow *row, const CareTimelineViewport *viewport,
                                    double x);
CareTimelineReach care_timeline_frame_row_reach (const CareTimelineFrameRow *row,
                                                 const CareTimelineViewport *viewport, guint index);
void care_timeline_frame_add_row (CareTimelineFrame *self, guint lane, guint row);

/* care-timeline-counts.c */
void care_timeline_frame_add_chips (CareTimelineFrame *self, guint lane);

G_END_DECLS
