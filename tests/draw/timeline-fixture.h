/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of timelines for tests and measurements. */

#pragma once

#include "care-timeline-frame.h"

G_BEGIN_DECLS

/* Entries with the lane and the extent of each. */
typedef struct
{
  GArray *entries;
  GArray *extents; /* NULL: none is measured */
  guint16 *lanes;
  CareTimelinePackLane *lane;
  guint n_lanes;
} TimelineFixture;

void timeline_fixture_free (TimelineFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TimelineFixture, timeline_fixture_free)

/* Of @entries, which it takes, each in the first of @n_lanes lanes. */
TimelineFixture *timeline_fixture_new (GArray *entries, guint n_lanes);
/* Gives the next entry its extent: each letter is as wide as any other. */
void timeline_fixture_measure (TimelineFixture *self, const char *label, const char *words);
/* Every form of deadline, verdict and date; a lane for each shape. */
TimelineFixture *timeline_fixture_new_forms (void);
/* What the entry of the forms at @entry is called. */
const char *timeline_fixture_form_name (guint entry);
/* @n pledges of eight parties in eighty years, always the same for @seed; not measured. */
TimelineFixture *timeline_fixture_new_pledges (guint n, guint32 seed);
/* Anything that may be, of at most @most entries. */
TimelineFixture *timeline_fixture_new_random (GRand *rand, guint most);

/* The same, in another order. */
TimelineFixture *timeline_fixture_shuffle (const TimelineFixture *of, GRand *rand);
/* From a week to a century in a window. */
double timeline_fixture_random_scale (GRand *rand);

/* From the first to the last day of all that has a lane; 0 and 0: there is nothing. */
CareSpan timeline_fixture_span (const TimelineFixture *self);

/* As 10 point text measures. */
CareTimelineMetrics timeline_fixture_metrics (void);
CareTimelinePack *timeline_fixture_pack (const TimelineFixture *self, double scale);
/* With labels that end at @edge. */
CareTimelinePack *timeline_fixture_pack_to_edge (const TimelineFixture *self, double scale, double edge);

G_END_DECLS
