/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline on screen: what is shown of a scene, and below it the card of the mark that a
 * person looks at. Every mark is a button, so that focus, names and activation are those of
 * any button. Nothing is read in it: the scene tells what is asked of it. */

#pragma once

#include "care-timeline-ruler.h"
#include "care-timeline-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_VIEW (care_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineView, care_timeline_view, CARE, TIMELINE_VIEW, GtkWidget)

GtkWidget *care_timeline_view_new (void);
void care_timeline_view_set_label (CareTimelineView *self, const char *label);
void care_timeline_view_set (CareTimelineView *self, CareTimelineScene *scene, CareDay as_of);
void care_timeline_view_tell_again (CareTimelineView *self);
void care_timeline_view_set_as_of (CareTimelineView *self, CareDay as_of);
const CareTimelineScene *care_timeline_view_get_scene (CareTimelineView *self);
void care_timeline_view_set_rulers (CareTimelineView *self, CareTimelineRulerKind ruler, CareTimelineRulerKind behind);
void care_timeline_view_set_waiting (CareTimelineView *self, gboolean waiting);
void care_timeline_view_select (CareTimelineView *self, guint entry);
guint care_timeline_view_get_first (CareTimelineView *self);
gboolean care_timeline_view_choose_focused (CareTimelineView *self);
guint care_timeline_view_get_selected (CareTimelineView *self);

G_END_DECLS
