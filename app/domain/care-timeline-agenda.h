/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entries of the timeline as a list, in groups of what is due when. */

#pragma once

#include "care-timeline-lanes.h"

G_BEGIN_DECLS

typedef struct
{
  guint group; /* care_timeline_agenda_label() says what it is called; those that are alike follow each other */
  guint entry; /* index in the content */
} CareTimelineAgendaItem;

GArray *care_timeline_agenda_new (const CareTimelineContent *content, const CareTimelineLanes *lanes);
guint care_timeline_agenda_group (const CareTimelineEntry *entry, CareDay as_of);
char *care_timeline_agenda_label (guint group);

G_END_DECLS
