/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entries of the timeline are looked for, and how many there are. */

#pragma once

#include "care-timeline-content.h"

G_BEGIN_DECLS

/**
 * CareTimelineChip:
 * @CARE_TIMELINE_CHIP_DUE: due, and not past it
 * @CARE_TIMELINE_CHIP_OVERDUE: past its deadline, and nobody has judged what came of it
 * @CARE_TIMELINE_CHIP_SLIPPED: late or missed, or its deadline was moved
 * @CARE_TIMELINE_CHIP_LAPSED: who made it was not in office when it was due
 * @CARE_TIMELINE_CHIP_CANNOT_BE_RATED: somebody has looked, and it cannot be rated
 */
typedef enum
{
  CARE_TIMELINE_CHIP_DUE,
  CARE_TIMELINE_CHIP_OVERDUE,
  CARE_TIMELINE_CHIP_SLIPPED,
  CARE_TIMELINE_CHIP_LAPSED,
  CARE_TIMELINE_CHIP_CANNOT_BE_RATED,
} CareTimelineChip;

#define CARE_TIMELINE_N_CHIPS 5
#define CARE_TIMELINE_N_SHAPES 5

/* Records that were found by their words. */
typedef struct _CareTimelineFound CareTimelineFound;

CareTimelineFound *care_timeline_found_new (void);
void care_timeline_found_free (CareTimelineFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineFound, care_timeline_found_free)
void care_timeline_found_add (CareTimelineFound *self, const char *kind, CareId id);
gboolean care_timeline_found_has (CareTimelineFound *self, const CareTimelineEntry *entry);

/* What is looked for: all of it has to be so. Zeros look for everything. */
typedef struct
{
  CareId actor;
  CareId theme;
  CareId place;    /* that is its extent, or that its extent is part of */
  CareId briefing; /* that shows it */
  guint shapes;    /* 1 << CareTimelineEntryShape for each that is wanted; 0: all */
  guint8 kind;     /* of pledges and limbs: as in the entry; 0: any, and other shapes too */
  guint chips;     /* 1 << CareTimelineChip for each that is wanted, of which one has to be so; 0: all */
  CareTimelineFound *found; /* not held; NULL: all */
} CareTimelineFilter;

typedef struct
{
  guint n_all;
  guint n_taken;
  guint shapes[CARE_TIMELINE_N_SHAPES]; /* of those taken */
  guint chips[CARE_TIMELINE_N_CHIPS];   /* of those that would be if no chip was wanted */
} CareTimelineCounts;

gboolean care_timeline_chip_takes (CareTimelineChip chip, const CareTimelineEntry *entry);
const char *care_timeline_chip_name (CareTimelineChip chip);
const char *care_timeline_chip_label (CareTimelineChip chip);
char *care_timeline_chip_say (CareTimelineChip chip, guint n);

gboolean care_timeline_filter_takes (const CareTimelineFilter *self, const CareTimelineContent *content,
                                     const CareTimelineEntry *entry);
CareTimelineCounts care_timeline_filter_count (const CareTimelineFilter *self, const CareTimelineContent *content);
char *care_timeline_filter_name (const CareTimelineFilter *self, const CareTimelineContent *content);
char *care_timeline_filter_say (const CareTimelineFilter *self, const CareTimelineContent *content, const char *typed);
char *care_timeline_counts_say (const CareTimelineCounts *counts);

G_END_DECLS
