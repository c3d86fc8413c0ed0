/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The name of a lane: a button that folds and unfolds it, with the number of what is in it,
 * and a menu of what else can be done. Both call the "lane.…" actions of what is above it,
 * with the key of the lane. All of them are in a bar, which places none of them. */

#pragma once

#include "care-palette.h"
#include "care-record.h"
#include "care-timeline-pack.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_HEAD (care_timeline_head_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineHead, care_timeline_head, CARE, TIMELINE_HEAD, GtkWidget)

#define CARE_TYPE_TIMELINE_HEAD_BAR (care_timeline_head_bar_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineHeadBar, care_timeline_head_bar, CARE, TIMELINE_HEAD_BAR, GtkWidget)

typedef struct
{
  CareId key;
  const char *name;
  const CareColour *colour; /* or NULL */
  CareTimelineLaneMode mode;
  guint n_entries;
  guint n_hidden;
  gboolean is_first, is_last; /* of all lanes */
} CareTimelineHeadState;

GtkWidget *care_timeline_head_bar_new (void);
GtkWidget *care_timeline_head_new (void);
void care_timeline_head_show (CareTimelineHead *self, const CareTimelineHeadState *state);
CareId care_timeline_head_get_key (CareTimelineHead *self);
GtkWidget *care_timeline_head_get_button (CareTimelineHead *self);
GtkWidget *care_timeline_head_get_menu (CareTimelineHead *self);

G_END_DECLS
