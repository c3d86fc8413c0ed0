/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of pledges and events: lanes or a list of the same, and what is chosen of them. */

#pragma once

#include "care-timeline-desk.h"
#include "care-window.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_window_timeline_set_up (CareWindow *self);
void care_window_timeline_select_shown (CareWindow *self);
GListModel *care_window_timeline_list (CareWindow *self);
CareTimelineDesk *care_window_timeline_get_desk (CareWindow *self);

/* care-window-timeline-edit.c */
void care_window_timeline_open_menu (CareWindow *self, GtkWidget *widget, double x, double y, CareRecord *record,
                                     CareDay day);
void care_window_timeline_add_actions (CareWindow *self);

/* care-window-timeline-export.c */
void care_window_timeline_add_export (CareWindow *self, GActionMap *actions);

G_END_DECLS
