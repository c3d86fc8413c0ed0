/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records for tests of the timeline, and what it makes of them. */

#pragma once

#include "care-timeline-facts.h"
#include "care-timeline-words.h"

G_BEGIN_DECLS

/* The name and value of each field, ended by NULL. */
void timeline_add (GPtrArray *records, const char *kind, CareId id, ...) G_GNUC_NULL_TERMINATED;
CareDay timeline_day (const char *edtf);
/* "2018-03-31", "2018-04-01..2018-04-30", "-" where nothing is known. */
char *timeline_write_span (CareSpan span);
/* As of @as_of, where that is not the day that it is. */
GArray *timeline_entries_then (GPtrArray *records, const char *as_of);
GArray *timeline_entries_now (GPtrArray *records, const char *as_of);
/* Finds the records, which have to last. */
CareTimelineAsk timeline_ask (GPtrArray *records, const char *as_of, const char *today);
/* (nullable): the entry of that shape and id. */
const CareTimelineEntry *timeline_find (GArray *entries, CareTimelineEntryShape shape, CareId id);

#define timeline_assert_span(span, expected) \
  G_STMT_START \
  { \
    g_autofree char *written = timeline_write_span (span); \
    g_assert_cmpstr (written, ==, expected); \
  } \
  G_STMT_END

G_END_DECLS
