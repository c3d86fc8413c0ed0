/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button over a mark or a count that is painted below it: shows no more than that it has
 * the focus, the pointer, or is selected. One is used for one mark after another. */

#pragma once

#include "care-timeline-frame.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_SPOT (care_timeline_spot_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineSpot, care_timeline_spot, CARE, TIMELINE_SPOT, GtkButton)

GtkWidget *care_timeline_spot_new (void);
/* An entry; CARE_TIMELINE_NO_ENTRY: of a count, or of nothing. */
void care_timeline_spot_set_entry (CareTimelineSpot *self, guint entry);
guint care_timeline_spot_get_entry (CareTimelineSpot *self);
void care_timeline_spot_set_used (CareTimelineSpot *self, gboolean used);
void care_timeline_spot_set_chip (CareTimelineSpot *self, const CareTimelineFrameChip *chip);
const CareTimelineFrameChip *care_timeline_spot_get_chip (CareTimelineSpot *self);
/* What is said of it; NULL: not known yet. */
void care_timeline_spot_set_sentence (CareTimelineSpot *self, const char *sentence);
gboolean care_timeline_spot_has_sentence (CareTimelineSpot *self);
void care_timeline_spot_set_selected (CareTimelineSpot *self, gboolean selected);
gboolean care_timeline_spot_is_seen (CareTimelineSpot *self);

G_END_DECLS
