/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pledges and events of a library on a timeline that follows them. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_TIMELINE_CHART (care_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (CareTimelineChart, care_timeline_chart, CARE, TIMELINE_CHART, GtkWidget)

GtkWidget *care_timeline_chart_new (void);
void care_timeline_chart_set_library (CareTimelineChart *self, CareLibrary *library, CareDay today);
gboolean care_timeline_chart_select (CareTimelineChart *self, CareRecord *record);

G_END_DECLS
