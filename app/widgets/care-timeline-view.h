/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline on screen: every mark is a button, so that focus, names and
 * activation are those of any button. Scrolls up and down; as wide as it is given. */

#pragma once

#include "care-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_VIEW (care_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineView, care_timeline_view, CARE, TIMELINE_VIEW, GtkWidget)

GtkWidget *care_timeline_view_new (void);
void care_timeline_view_set (CareTimelineView *self, const CareTimelineLane *lanes, guint n_lanes,
                             const CareTimelineItem *items, guint n_items, const char *const *sentences,
                             CareDay today);
void care_timeline_view_set_label (CareTimelineView *self, const char *label);
void care_timeline_view_select (CareTimelineView *self, int item);
int care_timeline_view_get_selected (CareTimelineView *self);

G_END_DECLS
