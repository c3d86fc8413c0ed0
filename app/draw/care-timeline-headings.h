/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of lanes: beside them, or where a picture is narrow above their rows. */

#pragma once

#include "care-timeline-ink.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  CareColour colour; /* of the swatch before it */
} CareTimelineHeading;

typedef struct _CareTimelineHeadings CareTimelineHeadings;

CareTimelineHeadings *care_timeline_headings_new (PangoContext *context, const PangoFontDescription *font,
                                                  const CareTimelineHeading *names, guint n_names,
                                                  double width);
void care_timeline_headings_free (CareTimelineHeadings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineHeadings, care_timeline_headings_free)

/* How wide they are, left of the viewport; 0: they stand above their rows. */
double care_timeline_headings_get_gutter (const CareTimelineHeadings *self);
/* Sets how much room a lane is to leave for its name. */
void care_timeline_headings_reserve (const CareTimelineHeadings *self, guint lane,
                                     CareTimelinePackLane *wanted);
/* At the origin of the frame's viewport: the names, and a line above each lane. */
void care_timeline_headings_paint (const CareTimelineHeadings *self, const CareTimelineFrame *frame,
                                   const CareTimelineColours *colours, cairo_t *cr);

G_END_DECLS
