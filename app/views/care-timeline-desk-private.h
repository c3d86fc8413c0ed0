/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the timeline's desk. */

#pragma once

#include "care-timeline-desk.h"

G_BEGIN_DECLS

struct _CareTimelineDesk
{
  GObject parent_instance;

  CareLibrary *library;
  CareDay today;
  CareTimelineChoice choice;
  CareTimelineOutlook *outlook; /* or NULL: nothing was read yet */
  gboolean is_stale;            /* the library has changed since */
  guint n_seen_by;              /* widgets that show it */
  gboolean is_wanted;           /* it is to be looked for as soon as somebody sees it */
  GCancellable *looking;        /* or NULL */
  char *trouble;                /* why it could not be read last; or NULL */
};

/* care-timeline-desk.c */
void care_timeline_desk_set_choice (CareTimelineDesk *self, CareTimelineChoice choice);

/* care-timeline-desk-read.c */
void care_timeline_desk_look (CareTimelineDesk *self);
void care_timeline_desk_stop (CareTimelineDesk *self);
void care_timeline_desk_follow (CareTimelineDesk *self);

G_END_DECLS
