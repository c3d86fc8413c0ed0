/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that the timeline knows as of a day: the entries, what they are of, and which briefings
 * show what. Made in one thread and used in another, it is not changed any more. */

#pragma once

#include "care-timeline-entry.h"

G_BEGIN_DECLS

/**
 * CareTimelineRole:
 * @CARE_TIMELINE_ROLE_OTHER: any other actor, and what is none
 * @CARE_TIMELINE_ROLE_PARTY: a party
 * @CARE_TIMELINE_ROLE_GOVERNMENT: a government
 */
typedef enum
{
  CARE_TIMELINE_ROLE_OTHER,
  CARE_TIMELINE_ROLE_PARTY,
  CARE_TIMELINE_ROLE_GOVERNMENT,
} CareTimelineRole;

/* An actor, a theme, a place or a briefing. */
typedef struct
{
  CareId id;
  CareId place;       /* of a place: what it is within; of an actor: where it is; 0: not said */
  const char *name;   /* short where that tells enough */
  const char *colour; /* of an actor, as recorded; or NULL */
  int ordinal;        /* its declared place in order; G_MAXINT: none */
  guint8 role;        /* CareTimelineRole */
  guint8 parties;     /* CareGovernmentParty: which party it is, of those that have governed */
  guint8 is_devolved; /* whether it is a place with a parliament of its own */
} CareTimelineName;

typedef struct
{
  gatomicrefcount refs;
  CareDay as_of;
  CareDay today;
  GArray *entries;   /* of CareTimelineEntry, as care_timeline_facts_list_entries() gives them */
  GArray *actors;    /* of CareTimelineName, by id, as are the next three */
  GArray *themes;
  GArray *places;
  GArray *briefings;
  GArray *shown;     /* which briefings show what; care_timeline_content_shows() asks it */
  GStringChunk *texts; /* that all names are in */
} CareTimelineContent;

CareTimelineContent *care_timeline_content_ref (CareTimelineContent *self);
void care_timeline_content_unref (CareTimelineContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineContent, care_timeline_content_unref)

gboolean care_timeline_content_find (const CareTimelineContent *self, guint shape, CareId id, CareId owner, guint *index);
const CareTimelineName *care_timeline_name_find (GArray *names, CareId id);
const CareTimelineName *care_timeline_name_get (GArray *names, guint number);
int care_timeline_name_compare (const CareTimelineName *a, const CareTimelineName *b);
gboolean care_timeline_content_is_within (const CareTimelineContent *self, const CareTimelineName *place, CareId whole);
gboolean care_timeline_content_shows (const CareTimelineContent *self, CareId briefing, const CareTimelineEntry *entry);

G_END_DECLS
