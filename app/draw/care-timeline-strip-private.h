/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-strip.h"

G_BEGIN_DECLS

/* care-timeline-span.c */
typedef struct
{
  CareSpan days;       /* 0 and 0: no day is known */
  gboolean cut_before; /* something lies before the break */
  gboolean cut_after;
} CareTimelineAxis;

CareTimelineAxis care_timeline_axis_find (const GArray *entries);

/* care-timeline-label.c */
char *care_timeline_axis_label (const CareTimelineAxis *self, const CareTimelineEntry *entry,
                                const char *title, const char *state, PangoLayout *scratch, double room);

G_END_DECLS
