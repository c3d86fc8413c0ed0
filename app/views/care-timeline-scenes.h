/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline shows of a library, as its canvas takes it. */

#pragma once

#include "care-timeline-lanes.h"
#include "care-timeline-records.h"
#include "care-timeline-scene.h"

G_BEGIN_DECLS

CareTimelineScene *care_timeline_scene_new_for (CareTimelineContent *content, const CareTimelineLanes *lanes);
void care_timeline_scene_set_telling (CareTimelineScene *scene, CareTimelineContent *content, const CareTimelineAsk *ask,
                                      CareReader again, GObject *owner);

G_END_DECLS
