/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline is made from: of many records the few fields that matter to it, as rows.
 * A library gives them as it reads its tables, a snapshot from its records; what stands on a
 * day then follows without either. */

#pragma once

#include "care-cell.h"
#include "care-timeline-content.h"

G_BEGIN_DECLS

#define CARE_TIMELINE_MAX_FIELDS 7

/* A kind of record, and which of its fields are given. */
typedef struct
{
  const char *kind;
  const char *fields[CARE_TIMELINE_MAX_FIELDS + 1]; /* ends with NULL */
} CareTimelineRead;

typedef struct _CareTimelineFacts CareTimelineFacts;

const CareTimelineRead *care_timeline_facts_get_reads (guint *n_reads);

CareTimelineFacts *care_timeline_facts_new (void);
CareTimelineFacts *care_timeline_facts_new_for (GPtrArray *records);
void care_timeline_facts_free (CareTimelineFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineFacts, care_timeline_facts_free)

void care_timeline_facts_add (CareTimelineFacts *self, guint read, CareId id, const CareCell *cells);
/* care-timeline-judge.c */
gboolean care_timeline_is_known (const CareDate *date, CareDay as_of, CareDay today);
/* care-timeline-entries.c */
GArray *care_timeline_facts_list_entries (CareTimelineFacts *self, CareDay as_of, CareDay today);
CareTimelineContent *care_timeline_facts_take_content (CareTimelineFacts *self, CareDay as_of, CareDay today);

G_END_DECLS
