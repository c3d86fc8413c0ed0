/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline knows of a record: its days, and what stands of it on the day as of
 * which it was read. What was not yet said, judged or done on that day is not in it.
 *
 * Entries are plain and small, as there may be a hundred thousand: texts are asked for by
 * id, and only for what is seen. An entry of zeros is a valid one, of which nothing is known. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/* From the first to the last day that something can be, or that it lasts; the two are the
 * same where the day is known. 0 and 0: nothing is known. Never only one of them. */
typedef struct
{
  CareDay first;
  CareDay last;
} CareSpan;

/**
 * CareTimelineEntryShape:
 * @CARE_TIMELINE_ENTRY_PLEDGE: a pledge, with the deadline that is of no limb
 * @CARE_TIMELINE_ENTRY_LIMB: a limb with a deadline of its own; its owner is the pledge
 * @CARE_TIMELINE_ENTRY_MILESTONE: what is due on the way; its owner is the pledge
 * @CARE_TIMELINE_ENTRY_POSITION: one wording; its owner is the position
 * @CARE_TIMELINE_ENTRY_EVENT: what happened or is scheduled
 *
 * What is drawn, and which kind of record the id names.
 */
typedef enum
{
  CARE_TIMELINE_ENTRY_PLEDGE,
  CARE_TIMELINE_ENTRY_LIMB,
  CARE_TIMELINE_ENTRY_MILESTONE,
  CARE_TIMELINE_ENTRY_POSITION,
  CARE_TIMELINE_ENTRY_EVENT,
} CareTimelineEntryShape;

/**
 * CareTimelineEntryState:
 * @CARE_TIMELINE_ENTRY_NO_STATE: nothing can be due: a position, an event, a milestone that
 *   was reached
 * @CARE_TIMELINE_ENTRY_UNDATED: no deadline, or none from which a day follows
 * @CARE_TIMELINE_ENTRY_NOT_DUE: not past any of its deadlines, and not judged
 * @CARE_TIMELINE_ENTRY_OPEN: past one reading of its deadline and not past another, and not
 *   judged
 * @CARE_TIMELINE_ENTRY_OVERDUE: past all of them, and nobody has judged what came of it; delivery
 *   may say what was judged before
 * @CARE_TIMELINE_ENTRY_JUDGED: there is a verdict of ours, which delivery and timeliness say
 * @CARE_TIMELINE_ENTRY_LAPSED: not judged, and who made it was not in office when it was due
 *
 * How it stands. A verdict that only says "not assessed" is none.
 */
typedef enum
{
  CARE_TIMELINE_ENTRY_NO_STATE,
  CARE_TIMELINE_ENTRY_UNDATED,
  CARE_TIMELINE_ENTRY_NOT_DUE,
  CARE_TIMELINE_ENTRY_OPEN,
  CARE_TIMELINE_ENTRY_OVERDUE,
  CARE_TIMELINE_ENTRY_JUDGED,
  CARE_TIMELINE_ENTRY_LAPSED,
} CareTimelineEntryState;

/**
 * CareTimelineEntryFlags:
 * @CARE_TIMELINE_ENTRY_IS_LATE: what was reached was after the deadline; late_least and
 *   late_most say by how much
 * @CARE_TIMELINE_ENTRY_IS_REVISION: a position's wording that supersedes another
 * @CARE_TIMELINE_ENTRY_HAS_WORDS: there is a deadline, but no day follows from its words
 * @CARE_TIMELINE_ENTRY_RECURS: "each year": due again and again
 * @CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT: a source has a verdict of its own
 */
typedef enum
{
  CARE_TIMELINE_ENTRY_IS_LATE = 1 << 0,
  CARE_TIMELINE_ENTRY_IS_REVISION = 1 << 1,
  CARE_TIMELINE_ENTRY_HAS_WORDS = 1 << 2,
  CARE_TIMELINE_ENTRY_RECURS = 1 << 3,
  CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT = 1 << 4,
} CareTimelineEntryFlags;

/**
 * CareTimelineDoubt:
 * @CARE_TIMELINE_ABOUT: "~": the date is approximate
 * @CARE_TIMELINE_UNCERTAIN: "?": whether it is that date is uncertain
 */
typedef enum
{
  CARE_TIMELINE_ABOUT = 1 << 0,
  CARE_TIMELINE_UNCERTAIN = 1 << 1,
} CareTimelineDoubt;

/* A reading for each way in which "by 2018" can be meant. */
#define CARE_TIMELINE_ENTRY_N_DUE 3

typedef struct
{
  CareId id;
  CareId owner; /* of a limb, a milestone, a position's wording; otherwise 0 */
  CareId actor; /* who promised, holds or did it; 0: nobody is named */
  guint theme;  /* 1 + index among the themes that it was read with; 0: none */
  guint place;  /* its extent: 1 + index among the places; 0: none */

  CareSpan start; /* when it was made, stated, or happened */
  /* When it is due: one for each reading that gives another day, by day, and alone what a
   * chosen reading gives. Wider than a day where no more is known: "in September". Those
   * that are not there are 0 and come last. */
  CareSpan due[CARE_TIMELINE_ENTRY_N_DUE];
  CareSpan revised; /* the first deadline, where others have taken its place */
  CareSpan reached; /* when it was delivered, as far as it was */

  gint16 late_least; /* whole months; where IS_LATE is not set, 0 */
  gint16 late_most;
  /* In as few bits as they need: domain/test-timeline-entry.c tells if a vocabulary outgrows its own. */
  guint flags : 5;           /* CareTimelineEntryFlags */
  guint shape : 3;           /* CareTimelineEntryShape */
  guint state : 3;           /* CareTimelineEntryState */
  guint kind : 4;            /* 1 + index in the vocabulary "pledge" or "event"; 0: none */
  guint delivery : 4;        /* of our verdict: 1 + index in the vocabulary; 0: not said */
  guint timeliness : 3;      /* of our verdict: 1 + index in the vocabulary; 0: not said */
  guint source_delivery : 4; /* of the newest verdict of a source that says one; 0: none does */
  guint start_doubt : 2;     /* of CareTimelineDoubt, as are the next two */
  guint due_doubt : 2;
  guint reached_doubt : 2;
} CareTimelineEntry;

G_STATIC_ASSERT (sizeof (CareTimelineEntry) <= 88);

guint8 care_timeline_entry_index (const CareVocabulary *vocabulary, const char *word);
const char *care_timeline_entry_word (const CareVocabulary *vocabulary, guint8 index);
char *care_span_format (CareSpan self, const CareDateStyle *style);
const char *care_timeline_entry_kind (CareTimelineEntryShape shape);
CareSpan care_timeline_entry_span (const CareTimelineEntry *self);
gboolean care_timeline_entry_is_pledged (const CareTimelineEntry *self);
guint care_timeline_entry_count_due (const CareTimelineEntry *self);
gboolean care_timeline_entry_is_slipped (const CareTimelineEntry *self);
int care_timeline_entry_compare (gconstpointer a, gconstpointer b);
char *care_timeline_entry_say_late (const CareTimelineEntry *self);
char *care_timeline_entry_say_state (const CareTimelineEntry *self);

G_END_DECLS
