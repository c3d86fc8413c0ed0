/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lane of the timeline each entry is in, and in which order lanes are. */

#pragma once

#include "care-timeline-filter.h"

G_BEGIN_DECLS

/**
 * CareTimelineLanesBy:
 * @CARE_TIMELINE_LANES_NONE: one lane
 * @CARE_TIMELINE_LANES_PARTY: parties and governments; what is of nobody else is in the last
 * @CARE_TIMELINE_LANES_THEME: themes
 * @CARE_TIMELINE_LANES_PROMISOR: everybody who promised, holds or did something
 * @CARE_TIMELINE_LANES_BRIEFING: the first briefing that shows it
 */
typedef enum
{
  CARE_TIMELINE_LANES_NONE,
  CARE_TIMELINE_LANES_PARTY,
  CARE_TIMELINE_LANES_THEME,
  CARE_TIMELINE_LANES_PROMISOR,
  CARE_TIMELINE_LANES_BRIEFING,
} CareTimelineLanesBy;

#define CARE_TIMELINE_N_LANES_BY 5

/* What an entry has that is in no lane. */
#define CARE_TIMELINE_LEFT_OUT G_MAXUINT16

typedef struct
{
  CareId id;          /* of an actor, a theme or a briefing; 0: none of them */
  const char *name;   /* belongs to the content, or is a translation */
  const char *colour; /* of an actor, as recorded; or NULL */
  guint n_entries;
} CareTimelineLaneOf;

typedef struct
{
  GArray *lanes;    /* of CareTimelineLaneOf, in their declared order; none is empty */
  guint16 *of;      /* for each entry of the content its lane, or CARE_TIMELINE_LEFT_OUT */
} CareTimelineLanes;

CareTimelineLanes *care_timeline_lanes_new (const CareTimelineContent *content, const CareTimelineFilter *filter,
                                            CareTimelineLanesBy by);
void care_timeline_lanes_free (CareTimelineLanes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineLanes, care_timeline_lanes_free)

GPtrArray *care_timeline_lanes_list (const CareTimelineLanes *self, const CareTimelineContent *content, guint lane);

const char *care_timeline_lanes_by_name (CareTimelineLanesBy by);
const char *care_timeline_lanes_by_label (CareTimelineLanesBy by);

G_END_DECLS
