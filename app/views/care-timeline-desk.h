/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person has chosen to see of the timeline of a library, and what that is: one for
 * the lanes, the list and the bar above them, which follow it. It is looked for in a
 * thread; what was there stays until the new is. */

#pragma once

#include "care-timeline-look.h"

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_DESK (care_timeline_desk_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineDesk, care_timeline_desk, CARE, TIMELINE_DESK, GObject)

CareTimelineDesk *care_timeline_desk_new (void);
void care_timeline_desk_set_library (CareTimelineDesk *self, CareLibrary *library, CareDay today);
CareLibrary *care_timeline_desk_get_library (CareTimelineDesk *self);
CareDay care_timeline_desk_get_today (CareTimelineDesk *self);
void care_timeline_desk_set_seen (CareTimelineDesk *self, gboolean seen);
void care_timeline_desk_cancel (CareTimelineDesk *self);
void care_timeline_desk_read_again (CareTimelineDesk *self);
gboolean care_timeline_desk_is_behind (CareTimelineDesk *self);
const char *care_timeline_desk_get_trouble (CareTimelineDesk *self);

const CareTimelineChoice *care_timeline_desk_get_choice (CareTimelineDesk *self);
void care_timeline_desk_choose (CareTimelineDesk *self, const CareTimelineChoice *choice);

const CareTimelineOutlook *care_timeline_desk_get_outlook (CareTimelineDesk *self);
CareTimelineScene *care_timeline_desk_take_scene (CareTimelineDesk *self, CareReader again, GObject *owner);
CareTimelineAsk care_timeline_desk_get_ask (CareTimelineDesk *self);

/* care-timeline-choice.c */
gboolean care_timeline_choice_finds_the_same (const CareTimelineChoice *a, const CareTimelineChoice *b);
gboolean care_timeline_desk_is_filtered (CareTimelineDesk *self);
void care_timeline_desk_show_all (CareTimelineDesk *self);

/* care-timeline-say.c */
char *care_timeline_desk_say (CareTimelineDesk *self);

G_END_DECLS
