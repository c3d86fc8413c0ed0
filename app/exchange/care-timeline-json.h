/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-lanes.h"
#include "care-timeline-words.h"

G_BEGIN_DECLS

GBytes *care_timeline_json_write (const CareTimelineContent *content, const CareTimelineLanes *lanes,
                                  const CareTimelineCounts *counts, const CareTimelineAsk *ask);

G_END_DECLS
