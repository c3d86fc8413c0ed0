/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-words.h"

G_BEGIN_DECLS

/* care-timeline-due-words.c */
char *care_timeline_write_due (const CareTimelineAsk *ask, const CareTimelineEntry *entry);
char *care_timeline_write_revised (const CareTimelineAsk *ask, const CareTimelineEntry *entry);

/* care-timeline-heard.c */
char *care_timeline_write_unrecorded (const CareTimelineAsk *ask, const CareTimelineEntry *entry);

G_END_DECLS
