/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands above the timeline, whether it is shown in lanes or as a list: as of which day,
 * in which lanes, what is looked for, and how much that is. */

#pragma once

#include "care-timeline-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_BAR (care_timeline_bar_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineBar, care_timeline_bar, CARE, TIMELINE_BAR, GtkWidget)

CareTimelineBar *care_timeline_bar_new (CareTimelineDesk *desk);
GtkWidget *care_timeline_bar_get_below (CareTimelineBar *self);
void care_timeline_bar_set_lanes_shown (CareTimelineBar *self, gboolean shown);
void care_timeline_bar_set_exporting (CareTimelineBar *self, gboolean exporting);

G_END_DECLS
