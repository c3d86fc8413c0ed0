/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen of the timeline, as a poster or as deadlines for a calendar, in a file that a
 * person chooses. */

#pragma once

#include "care-timeline-desk.h"
#include "care-timeline-poster.h"

G_BEGIN_DECLS

void care_timeline_export_async (CareTimelineDesk *desk, CarePaper paper, GFile *file, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
char *care_timeline_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
