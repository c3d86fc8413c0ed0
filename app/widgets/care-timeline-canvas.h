/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the timeline that moves: what is looked at of a pack, painted, with a button
 * for each mark and each count that can be seen, the names of the lanes, and the handle of
 * the day as of which all is shown. Scrolls up and down, and in time. */

#pragma once

#include "care-timeline-scene.h"
#include "care-timeline-ruler.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_CANVAS (care_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineCanvas, care_timeline_canvas, CARE, TIMELINE_CANVAS, GtkWidget)

/* What can be asked for by "timeline.…" actions of the view. */
typedef enum
{
  CARE_TIMELINE_GO_NEARER,
  CARE_TIMELINE_GO_FARTHER,
  CARE_TIMELINE_GO_ALL,
  CARE_TIMELINE_GO_AS_OF,
} CareTimelineGo;

void care_timeline_canvas_set (CareTimelineCanvas *self, CareTimelineScene *scene, CareDay as_of);
void care_timeline_canvas_tell_again (CareTimelineCanvas *self);
void care_timeline_canvas_set_as_of (CareTimelineCanvas *self, CareDay as_of);
const CareTimelineScene *care_timeline_canvas_get_scene (CareTimelineCanvas *self);
void care_timeline_canvas_set_rulers (CareTimelineCanvas *self, CareTimelineRulerKind ruler,
                                      CareTimelineRulerKind behind);
void care_timeline_canvas_go_to (CareTimelineCanvas *self, CareTimelineGo where);
void care_timeline_canvas_select (CareTimelineCanvas *self, guint entry);
guint care_timeline_canvas_find_entrance (CareTimelineCanvas *self);
gboolean care_timeline_canvas_choose_focused (CareTimelineCanvas *self);
guint care_timeline_canvas_get_selected (CareTimelineCanvas *self);
guint care_timeline_canvas_get_looked_at (CareTimelineCanvas *self);
gboolean care_timeline_canvas_grab (CareTimelineCanvas *self);
void care_timeline_canvas_show_day (CareTimelineCanvas *self, CareDay day);

/* For tests: what is looked at, and the buttons over it; NULL where there is none. */
const CareTimelineFrame *care_timeline_canvas_get_frame (CareTimelineCanvas *self);
GtkWidget *care_timeline_canvas_get_button (CareTimelineCanvas *self, guint entry);
gboolean care_timeline_canvas_is_settled (CareTimelineCanvas *self);

G_END_DECLS
