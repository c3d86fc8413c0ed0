/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a mark of the timeline is called, and what it says in a sentence. */

#pragma once

#include "care-reference.h"
#include "care-timeline-entry.h"

G_BEGIN_DECLS

/* Lists the records of @kind whose @field refers to the record with that id, by id.
 * (transfer full) (element-type CareRecord) */
typedef GPtrArray *(*CareListChildren) (gpointer data, const char *kind, const char *field, CareId id);

/* Where the records of an entry are found, and the day that is looked from. */
typedef struct
{
  CareLookup lookup;
  CareListChildren list;
  gpointer data; /* of both */
  CareDay as_of;
  CareDay today;
  CareId briefing; /* as which dates are written; 0: as in the house */
} CareTimelineAsk;

const CareDateStyle *care_timeline_get_dates (const CareTimelineAsk *ask);
char *care_timeline_say_title (const CareTimelineAsk *ask, const CareTimelineEntry *entry);
char *care_timeline_say_who (const CareTimelineAsk *ask, const CareTimelineEntry *entry);
CareDate *care_timeline_dup_start (const CareTimelineAsk *ask, const CareTimelineEntry *entry);
char *care_timeline_say_start (const CareTimelineAsk *ask, const CareTimelineEntry *entry, const CareDateStyle *style);
char *care_timeline_say (const CareTimelineAsk *ask, const CareTimelineEntry *entry);

/* care-timeline-due-words.c */
char *care_timeline_say_due (const CareTimelineAsk *ask, const CareTimelineEntry *entry);
char *care_timeline_say_when (const CareTimelineAsk *ask, const CareTimelineEntry *entry);
char *care_timeline_say_days (const CareTimelineAsk *ask, const CareTimelineEntry *entry);

/* care-timeline-sources.c */
GPtrArray *care_timeline_say_sources (const CareTimelineAsk *ask, const CareTimelineEntry *entry);

G_END_DECLS
