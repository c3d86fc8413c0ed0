/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the timeline's list as text that pastes into a spreadsheet. */

#pragma once

#include "care-timeline-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many rows are on the clipboard now. */
typedef void (*CareTimelineCopied) (GtkWidget *widget, guint n_rows);

void care_timeline_copy (GtkWidget *widget, CareTimelineDesk *desk, GtkBitset *rows, CareTimelineCopied copied);

G_END_DECLS
