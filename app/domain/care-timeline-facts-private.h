/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the timeline's facts: the rows. */

#pragma once

#include "care-timeline-facts.h"

#include "care-deadline.h"

G_BEGIN_DECLS

/* What every row begins with, CareTimelineName too. */
typedef struct
{
  CareId id;
  CareId owner; /* the pledge or position that it belongs to; 0: none */
} CareTimelineRow;

/* What rows begin with that are of a pledge, or of a limb of it. */
typedef struct
{
  CareTimelineRow row;
  CareId limb; /* 0: of the pledge */
} CareTimelinePart;

/* That a briefing shows something. */
typedef struct
{
  guint kind;      /* CareTimelineEntryShape, or one of the next two */
  CareId id;       /* of what is shown */
  CareId briefing; /* 0: that of */
  CareId box;      /* or 0 */
} CareTimelineShown;

#define CARE_TIMELINE_SHOWN_POSITION 5 /* all of its wordings */
#define CARE_TIMELINE_SHOWN_LINE 6     /* a party line: the wording that it summarises */

/* Places are within others; one that is within itself ends here. */
#define CARE_TIMELINE_MAX_WITHIN 16

/* Dates are owned by the facts; NULL where none is recorded. */
typedef struct
{
  CareTimelineRow row;
  CareId actor;
  CareId theme;
  CareId place;
  CareDate *made;
  CareDate *heard; /* where it has no date, that of its first source */
  guint8 kind;
} CareTimelinePledge;

typedef struct
{
  CareTimelineRow row;
  guint8 kind;
} CareTimelineLimb;

typedef struct
{
  CareTimelinePart part;
  CareDate *date;
  CareDate *anchor;
  CareQualifier qualifier;
  CareReading reading;
} CareTimelineDeadline;

typedef struct
{
  CareTimelinePart part;
  CareDate *judged;
  gboolean is_ours;
  guint8 delivery;
  guint8 timeliness;
} CareTimelineVerdict;

typedef struct
{
  CareTimelinePart part;
  CareId event;
  CareId verdict; /* that it bears on; what that judges may be a limb. 0: the pledge as a whole */
  CareDate *found;
  guint8 bearing;
} CareTimelineEvidence;

typedef struct
{
  CareTimelineRow row;
  CareId event;
  CareDate *due;
} CareTimelineMilestone;

typedef struct
{
  CareTimelineRow row;
  CareId actor;
  CareId theme;
  CareId place;
} CareTimelinePosition;

typedef struct
{
  CareTimelineRow row;
  CareId supersedes;
  CareDate *stated;
  CareDate *heard; /* as of a pledge */
} CareTimelineVersion;

typedef struct
{
  CareTimelineRow row;
  CareId actor;
  CareId place;
  CareDate *happened;
  CareDate *heard; /* as of a pledge */
  guint8 kind;
} CareTimelineEvent;

typedef struct
{
  CareTimelineRow row;
  CareDate *published;
} CareTimelineSource;

/* That something comes from a source. */
typedef struct
{
  CareId source;
  guint shape; /* CareTimelineEntryShape */
  CareId of;
} CareTimelineCitation;

struct _CareTimelineFacts
{
  GStringChunk *texts;
  GHashTable *dates; /* EDTF -> CareDate: there are fewer dates than records */
  /* By id, so that they can be found. */
  GArray *places; /* of CareTimelineName, as are the next three */
  GArray *actors;
  GArray *themes;
  GArray *briefings;
  GArray *boxes; /* of CareTimelineRow; the owner is the briefing */
  GArray *party_lines; /* of CareTimelineRow; the owner is the wording */
  GArray *pledges;
  GArray *positions;
  GArray *events;
  GArray *sources;
  /* By owner and then by id, so that they can be gone through with their owners. */
  GArray *limbs;
  GArray *milestones;
  GArray *versions;
  /* By owner, by limb and then by id. */
  GArray *deadlines;
  GArray *verdicts;
  GArray *evidence;
  GArray *shown;     /* of CareTimelineShown, in no order */
  GArray *citations; /* in no order */
};

void care_timeline_facts_sort (CareTimelineFacts *self);
gpointer care_timeline_row_find (GArray *rows, CareId id);

/* care-timeline-names.c, care-timeline-shown.c: care_timeline_facts_add() of a kind */
void care_timeline_facts_add_place (CareTimelineFacts *self, CareId id, const CareCell *cells);
void care_timeline_facts_add_actor (CareTimelineFacts *self, CareId id, const CareCell *cells);
void care_timeline_facts_add_theme (CareTimelineFacts *self, CareId id, const CareCell *cells);
void care_timeline_facts_add_briefing (CareTimelineFacts *self, CareId id, const CareCell *cells);
void care_timeline_facts_add_section (CareTimelineFacts *self, CareId id, const CareCell *cells);
void care_timeline_facts_add_box (CareTimelineFacts *self, CareId id, const CareCell *cells);
void care_timeline_facts_add_box_item (CareTimelineFacts *self, CareId id, const CareCell *cells);
void care_timeline_facts_add_party_line (CareTimelineFacts *self, CareId id, const CareCell *cells);
/* care-timeline-heard.c */
void care_timeline_facts_add_citation (CareTimelineFacts *self, CareId id, const CareCell *cells);
void care_timeline_facts_settle_heard (CareTimelineFacts *self);
/* care-timeline-shown.c */
GArray *care_timeline_facts_list_shown (CareTimelineFacts *self);
void care_timeline_shown_add (GArray *shown, const char *kind, CareId id, CareId briefing);
void care_timeline_shown_sort (GArray *shown);
gboolean care_timeline_shown_has (GArray *shown, CareId briefing, const CareTimelineEntry *entry);
GArray *care_timeline_shown_list_firsts (GArray *shown, GArray *briefings);
const CareTimelineName *care_timeline_shown_find_first (GArray *firsts, const CareTimelineEntry *entry);

/* Some of the rows of an array, one after another. */
typedef struct
{
  GArray *rows;
  guint first;
  guint n;
} CareTimelineRun;

CareTimelineRun care_timeline_run_next (GArray *rows, const CareTimelineRun *last, CareId owner);
CareTimelineRun care_timeline_run_of_limb (const CareTimelineRun *self, CareId limb);
gpointer care_timeline_run_get (const CareTimelineRun *self, guint index);

/* The day that is looked from. */
typedef struct
{
  CareTimelineFacts *facts;
  CareDay as_of;
  CareDay today;
} CareTimelineSight;

/* A pledge with what belongs to it; or where that is judged, with what is of it or of one of its
 * limbs alone. */
typedef struct
{
  const CareTimelinePledge *pledge;
  CareTimelineRun limbs;
  CareTimelineRun deadlines;
  CareTimelineRun verdicts;
  CareTimelineRun evidence;
  CareTimelineRun milestones;
} CareTimelineMatter;

/* care-timeline-judge.c */
CareSpan care_timeline_span (const CareDate *date);
guint8 care_timeline_doubt (const CareDate *date);
void care_timeline_judge (const CareTimelineSight *sight, const CareTimelineMatter *whole, CareTimelineEntry *entry);
void care_timeline_judge_milestone (const CareTimelineSight *sight, const CareTimelineMilestone *milestone,
                                    CareTimelineEntry *entry);
/* care-timeline-due.c */
CareDue care_timeline_set_due (const CareTimelineSight *sight, const CareTimelineMatter *matter, CareTimelineEntry *entry);

G_END_DECLS
