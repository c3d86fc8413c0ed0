/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A timeline that stands in a text: all of a few entries in one picture, as wide as it may be
 * and as high as it must. Nothing is left out or cut off.
 *
 * The axis spans the days of the entries. A few that lie far from all others would squeeze the
 * rest into nothing: they stand at the edge, beyond a break of the axis, and their labels say
 * the year. care-timeline-span.c has the rule. */

#pragma once

#include "care-timeline-headings.h"

G_BEGIN_DECLS

typedef struct
{
  const GArray *entries;            /* of CareTimelineEntry */
  const guint16 *lanes;             /* of each entry */
  const char *const *titles;        /* of each entry: what gives way where there is no room for all */
  const char *const *states;        /* of each entry: how it stands; or "" */
  const char *const *dues;          /* of each entry: the words of its deadline; or NULL */
  const CareTimelineHeading *names; /* of each lane, with the colour of its marks */
  guint n_lanes;
  guint most_rows; /* of a lane, beyond which the rest are counted; 0: as many as are needed */
} CareTimelineStripInput;

typedef struct _CareTimelineStrip CareTimelineStrip;

/* @font: as Pango describes it, such as "Open Sans 8". What is given is copied. */
CareTimelineStrip *care_timeline_strip_new (PangoContext *context, const char *font,
                                            const CareTimelineStripInput *input, double width);
void care_timeline_strip_free (CareTimelineStrip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineStrip, care_timeline_strip_free)

double care_timeline_strip_get_height (const CareTimelineStrip *self);
/* The height of the axis, above the frame. */
double care_timeline_strip_get_header (const CareTimelineStrip *self);
/* Where its marks are, at the right and below the names and the axis. */
const CareTimelineFrame *care_timeline_strip_get_frame (const CareTimelineStrip *self);
void care_timeline_strip_paint (CareTimelineStrip *self, CareColour ink, CareColour faint, CareColour ground,
                                cairo_t *cr);

G_END_DECLS
