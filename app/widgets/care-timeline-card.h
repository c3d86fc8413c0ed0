/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Below the timeline: what is looked at, or how much there is. */

#pragma once

#include "care-timeline-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_CARD (care_timeline_card_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineCard, care_timeline_card, CARE, TIMELINE_CARD, GtkWidget)

void care_timeline_card_show (CareTimelineCard *self, const CareTimelineScene *scene, guint entry);

G_END_DECLS
