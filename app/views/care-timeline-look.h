/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a library a timeline shows, as somebody has chosen: read, filtered and put in
 * order in a thread. */

#pragma once

#include "care-timeline-agenda.h"
#include "care-timeline-records.h"
#include "care-timeline-ruler.h"
#include "care-timeline-scenes.h"

G_BEGIN_DECLS

/* What is chosen. */
typedef struct
{
  CareDay as_of;
  CareTimelineLanesBy by;
  CareTimelineFilter filter; /* but not what its words find */
  char *typed;               /* its words; NULL: anything */
  CareTimelineRulerKind ruler;
  CareTimelineRulerKind behind; /* CARE_TIMELINE_RULER_CALENDAR: nothing */
} CareTimelineChoice;

/* What that is. Made in one thread and used in another, it is not changed any more. */
typedef struct
{
  CareTimelineChoice choice;
  CareTimelineContent *content;
  CareTimelineLanes *lanes;
  GArray *agenda; /* of guint32: the entries in the order of the list */
  CareTimelineCounts counts;
  CareTimelineScene *scene; /* the lanes as they are painted; NULL: somebody has taken it */
} CareTimelineOutlook;

CareTimelineOutlook *care_timeline_look (CareLibrary *library, CareTimelineContent *content, CareDay today,
                                         const CareTimelineChoice *choice, GCancellable *cancellable, GError **error);
void care_timeline_look_async (CareLibrary *library, CareTimelineContent *content, CareDay today,
                               const CareTimelineChoice *choice, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
CareTimelineOutlook *care_timeline_look_finish (GAsyncResult *result, GError **error);

void care_timeline_outlook_free (CareTimelineOutlook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineOutlook, care_timeline_outlook_free)
const CareTimelineEntry *care_timeline_outlook_get (const CareTimelineOutlook *self, guint row);
gboolean care_timeline_outlook_find (const CareTimelineOutlook *self, CareRecord *record, guint *entry);
gboolean care_timeline_outlook_locate (const CareTimelineOutlook *self, CareRecord *record, guint *row);

G_END_DECLS
