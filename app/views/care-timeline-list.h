/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as a list: the records of a desk's agenda, each of which is read when it is
 * asked for, and how they read. */

#pragma once

#include "care-list.h"
#include "care-timeline-desk.h"

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_LIST (care_timeline_list_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineList, care_timeline_list, CARE, TIMELINE_LIST, GObject)

CareTimelineList *care_timeline_list_new (CareTimelineDesk *desk);
guint care_timeline_list_locate (GListModel *list, gpointer record);
void care_timeline_list_describe (gpointer record, CareListRow *row, gpointer list);

G_END_DECLS
