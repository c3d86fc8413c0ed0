/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A timeline in a window, for the tests of what it shows and of how it moves. */

#pragma once

#include "care-timeline-canvas.h"
#include "care-timeline-view.h"
#include "timeline-fixture.h"
#include "ui-test.h"

G_BEGIN_DECLS

enum
{
  JOINED_UP,
  PIONEERS,
  PLAN,
  DEVOLUTION,
  BARRIERS,
  TRUSTS,
  UNDATED,
  N_ITEMS,
};

enum
{
  GOVERNMENT = 1,
  CONSERVATIVE,
  LABOUR,
};

typedef struct
{
  GtkWindow *window;
  GtkWidget *before, *after;
  CareTimelineView *view;
  CareTimelineCanvas *canvas;
  guint activated, selected; /* or CARE_TIMELINE_NO_ENTRY */
  CareDay as_of;             /* as it was moved to; 0: it was not */
} TimelineWindow;

void timeline_window_set_up (TimelineWindow *f, gconstpointer data);
void timeline_window_tear_down (TimelineWindow *f, gconstpointer data);
/* Government: three; Conservative: two; Labour: one, and one without a date. */
void timeline_window_fill (TimelineWindow *f);
/* The same as of another day; 0: of none. */
void timeline_window_fill_as_of (TimelineWindow *f, CareDay as_of);
/* The same in lanes of some sort, and only those whose bits are set: 1 for the first. */
void timeline_window_fill_lanes (TimelineWindow *f, guint sort, guint lanes);
/* So many pledges in eight lanes. */
void timeline_window_fill_many (TimelineWindow *f, guint n);
/* Until it stands still and every mark has its button. */
void timeline_window_settle (TimelineWindow *f);
GtkWidget *timeline_window_button (TimelineWindow *f, guint entry);
/* (nullable) */
const CareTimelineFrameMark *timeline_window_mark (TimelineWindow *f, guint entry);
CareTimelineLanePlace timeline_window_lane (TimelineWindow *f, guint lane);
void timeline_window_expect_focus (TimelineWindow *f, guint entry);

G_END_DECLS
