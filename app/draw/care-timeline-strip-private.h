/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-strip.h"

G_BEGIN_DECLS

/* care-timeline-span.c */
typedef struct
{
  CareSpan days;       /* 0 and 0: no day is known */
  gboolean cut_before; /* something lies before the break */
  gboolean cut_after;
} CareTimelineAxis;

CareTimelineAxis care_timeline_axis_find (const GArray *entries);

struct _CareTimelineStrip
{
  CareTimelineAxis axis;
  GArray *entries;   /* those given, but what is beyond the axis is just outside of it */
  GPtrArray *labels; /* of each */
  GPtrArray *dues;   /* of each; or NULL */
  guint16 *lanes;
  guint8 *colour_of;
  CareColour *palette; /* the first: of lanes whose colours have no room in it */
  guint n_colours;
  guint n_lanes;
  guint most_rows; /* 0: as many as are needed */

  CareTimelineHeadings *names;
  CareTimelineTexts *texts;
  CareTimelineRuler *ruler;   /* of the axis by itself */
  CareTimelineRuler *strokes; /* the same, of all that can be seen */
  CareTimelineFrame *frame;
  CareTimelineMetrics metrics;
  double gutter, header, width;
  double axis_x, axis_width; /* where the days of the axis are in the viewport */
};

/* care-timeline-label.c */
char *care_timeline_axis_label_due (const CareTimelineAxis *self, const CareTimelineEntry *entry,
                                    const char *title, const char *due, const char *state,
                                    PangoLayout *scratch, double room);
char *care_timeline_axis_label (const CareTimelineAxis *self, const CareTimelineEntry *entry,
                                const char *title, const char *state, PangoLayout *scratch, double room);

G_END_DECLS
