/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the timeline that scrolls: the ground, and a button for each mark. */

#pragma once

#include "care-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_CANVAS (care_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineCanvas, care_timeline_canvas, CARE, TIMELINE_CANVAS, GtkWidget)

GtkWidget *care_timeline_canvas_new (void);
void care_timeline_canvas_set (CareTimelineCanvas *self, const CareTimelineLane *lanes, guint n_lanes,
                               const CareTimelineItem *items, guint n_items, const char *const *sentences,
                               CareDay today);
/* As laid out for @width; owned by the canvas, until it changes. */
const CareTimeline *care_timeline_canvas_lay_out (CareTimelineCanvas *self, int width);
guint care_timeline_canvas_get_n_unplaced (CareTimelineCanvas *self);
void care_timeline_canvas_select (CareTimelineCanvas *self, int item);
int care_timeline_canvas_get_selected (CareTimelineCanvas *self);
/* The button of an item, or NULL where it has no mark. */
GtkWidget *care_timeline_canvas_get_button (CareTimelineCanvas *self, guint item);

/* care-timeline-canvas-keys.c: moving from mark to mark. */

typedef enum
{
  CARE_TIMELINE_STEP_PREVIOUS,
  CARE_TIMELINE_STEP_NEXT,
  CARE_TIMELINE_STEP_LANE_ABOVE,
  CARE_TIMELINE_STEP_LANE_BELOW,
  CARE_TIMELINE_STEP_FIRST,
  CARE_TIMELINE_STEP_LAST,
} CareTimelineStep;

int care_timeline_step (const CareTimelineMark *marks, guint n_marks, const CareTimelineItem *items, int from,
                        CareTimelineStep step);

G_END_DECLS
