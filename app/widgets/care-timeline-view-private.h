/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-view.h"

#include "care-timeline-canvas.h"
#include "care-timeline-card.h"

G_BEGIN_DECLS

struct _CareTimelineView
{
  GtkWidget parent_instance;

  GtkWidget *lanes; /* the canvas, and what waits over it */
  CareTimelineCanvas *canvas;
  GtkWidget *wait;
  GtkWidget *separator;
  CareTimelineCard *card;
};

/* care-timeline-view-show.c */
void care_timeline_view_update_card (CareTimelineView *self);

G_END_DECLS
