/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-poster.h"
#include "care-timeline-strip.h"

G_BEGIN_DECLS

/* In points. */
#define CARE_POSTER_MARGIN 28.0
#define CARE_POSTER_TYPE 7.5
#define CARE_POSTER_HEAD 44.0 /* above the axis: the title and what it is of */
#define CARE_POSTER_FOOT 16.0

typedef struct
{
  guint first;
  guint n_lanes;
  double y, height; /* in the strip, below its axis */
} CareTimelineSheet;

struct _CareTimelinePoster
{
  PangoContext *context;
  CarePaper paper;
  char *title;
  char *subtitle;
  char *note; /* what is not on the axis; or NULL */
  CareTimelineStrip *strip;
  GArray *sheets; /* of CareTimelineSheet */
  double width, height;

  /* of each entry that is in a lane and has a day */
  GArray *entries;
  GArray *lane_of; /* of guint16 */
  GPtrArray *titles, *states, *dues;
  GPtrArray *sentences; /* what each says to those who do not see it */
  GPtrArray *names; /* of lanes */
  GArray *headings; /* of CareTimelineHeading */
};

/* care-timeline-poster-paint.c */
double care_timeline_poster_find_lane (const CareTimelinePoster *self, guint sheet, guint lane, double *height);
/* care-timeline-poster-say.c */
char *care_timeline_poster_say_lane (const CareTimelinePoster *self, guint lane);

G_END_DECLS
