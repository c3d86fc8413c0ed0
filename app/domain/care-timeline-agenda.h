/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entries of the timeline as a list, in groups of what is due when. */

#pragma once

#include "care-timeline-lanes.h"

G_BEGIN_DECLS

GArray *care_timeline_agenda_new (const CareTimelineContent *content, const CareTimelineLanes *lanes);
gboolean care_timeline_agenda_locate (GArray *agenda, const CareTimelineContent *content, const CareTimelineLanes *lanes,
                                      guint index, guint *row);
guint care_timeline_agenda_group (const CareTimelineEntry *entry, CareDay as_of);
char *care_timeline_agenda_label (guint group);

G_END_DECLS
