/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a library knows of pledges and events as of a day, on a timeline that follows it. */

#pragma once

#include "care-timeline-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_CHART (care_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineChart, care_timeline_chart, CARE, TIMELINE_CHART, GtkWidget)

GtkWidget *care_timeline_chart_new (void);
void care_timeline_chart_set_library (CareTimelineChart *self, CareLibrary *library, CareDay today);
void care_timeline_chart_set_as_of (CareTimelineChart *self, CareDay as_of);
void care_timeline_chart_go (CareTimelineChart *self, const char *where);
CareTimelineDesk *care_timeline_chart_get_desk (CareTimelineChart *self);
gboolean care_timeline_chart_choose_focused (CareTimelineChart *self);
gboolean care_timeline_chart_select (CareTimelineChart *self, CareRecord *record);

G_END_DECLS
