/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline shows of a library: read and put into lanes in a thread. */

#pragma once

#include "care-library.h"
#include "care-timeline-scene.h"

G_BEGIN_DECLS

void care_timeline_scene_read_async (CareLibrary *library, CareDay as_of, CareDay today, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
CareTimelineScene *care_timeline_scene_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
