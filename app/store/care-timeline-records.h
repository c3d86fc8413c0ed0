/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline shows of a library, read in any thread. */

#pragma once

#include "care-library.h"
#include "care-timeline-filter.h"
#include "care-timeline-words.h"

G_BEGIN_DECLS

CareTimelineContent *care_timeline_records_read (CareLibrary *library, CareDay as_of, CareDay today,
                                                 GCancellable *cancellable, GError **error);
CareTimelineAsk care_timeline_records_ask (CareLibrary *library, CareDay as_of, CareDay today, CareId briefing);

/* care-timeline-find.c */
CareTimelineFound *care_timeline_records_find (CareLibrary *library, const char *typed, GError **error);

G_END_DECLS
