/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-ink.h"

G_BEGIN_DECLS

/* What paints the marks of one colour. */
typedef struct
{
  cairo_t *cr;
  const CareTimelinePack *pack;
  double line, radius;
  double thick, slim; /* how thick lines are, in whole pixels */
  CareColour fill;    /* as the party publishes it */
  CareColour thin;    /* the same, for what is thin */
  CareColour pale;    /* the same, for what is wide: somewhere within */
} CareTimelineBrush;

/* Puts the colour into @cr. */
void care_timeline_ink_set (cairo_t *cr, CareColour colour);

/* The middle of the line that a mark stands in. */
double care_timeline_brush_get_middle (const CareTimelineBrush *self, const CareTimelineFrameMark *mark);
double care_timeline_stretch_get_end (CareTimelineStretch self);
gboolean care_timeline_span_is_day (CareSpan self);
gboolean care_timeline_span_is_wide (CareSpan self);

/* Each adds a part of a mark to the path: care-timeline-shapes.c the first four,
 * care-timeline-points.c the next two, and care-timeline-doubt.c the last. */
typedef void (*CareTimelineTrace) (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                                   const CareTimelineEntry *entry);

void care_timeline_trace_line (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                               const CareTimelineEntry *entry);
void care_timeline_trace_between (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                                  const CareTimelineEntry *entry);
void care_timeline_trace_due (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                              const CareTimelineEntry *entry);
void care_timeline_trace_revised (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                                  const CareTimelineEntry *entry);
void care_timeline_trace_wide (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                               const CareTimelineEntry *entry);
void care_timeline_trace_point (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                                const CareTimelineEntry *entry);
void care_timeline_trace_doubts (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark,
                                 const CareTimelineEntry *entry);

/* care-timeline-symbol.c: the same for a symbol, to be filled by the even-odd rule. */
void care_timeline_symbol_trace (CareTimelineSymbol symbol, double x, double y, double size, cairo_t *cr);

G_END_DECLS
