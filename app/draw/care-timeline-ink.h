/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline's layout, third step: how it looks, the same on the screen and on paper. What
 * a mark says is in its shapes and words, never in its colour alone.
 *
 * All paint at the origin of what they are of: the frame's viewport, or the ruler's top left
 * with the same x. For a window from right to left, care_mirror() comes first. */

#pragma once

#include "care-palette.h"
#include "care-timeline-ruler.h"
#include "care-timeline-texts.h"

G_BEGIN_DECLS

typedef struct
{
  CareColour ink, faint, ground;
  const CareColour *palette; /* as parties publish them; made legible where they are used */
  guint n_palette;
  const guint8 *of; /* of each entry: its colour in the palette */
} CareTimelineColours;

/**
 * CareTimelineSymbol:
 *
 * How an entry stands, as a shape: one for each word of the vocabulary "delivery" in its
 * order, then one for each that tells more than "not assessed" of "timeliness", then what is
 * so without a verdict.
 */
typedef enum
{
  CARE_TIMELINE_SYMBOL_NONE,
  CARE_TIMELINE_SYMBOL_TOO_EARLY,
  CARE_TIMELINE_SYMBOL_CANNOT_BE_RATED,
  CARE_TIMELINE_SYMBOL_NOT_STARTED,
  CARE_TIMELINE_SYMBOL_IN_PROGRESS,
  CARE_TIMELINE_SYMBOL_STALLED,
  CARE_TIMELINE_SYMBOL_BLOCKED,
  CARE_TIMELINE_SYMBOL_IN_PART,
  CARE_TIMELINE_SYMBOL_DELIVERED,
  CARE_TIMELINE_SYMBOL_NOT_DELIVERED,
  CARE_TIMELINE_SYMBOL_WITHDRAWN,
  CARE_TIMELINE_SYMBOL_MET,
  CARE_TIMELINE_SYMBOL_MET_LATE,
  CARE_TIMELINE_SYMBOL_MISSED,
  CARE_TIMELINE_SYMBOL_REVISED,
  CARE_TIMELINE_SYMBOL_OVERDUE,
  CARE_TIMELINE_SYMBOL_OPEN,
  CARE_TIMELINE_SYMBOL_LAPSED,
  CARE_TIMELINE_SYMBOL_REPORTED, /* a source's verdict that is only a word of its own */
} CareTimelineSymbol;

#define CARE_TIMELINE_N_SYMBOLS (CARE_TIMELINE_SYMBOL_REPORTED + 1)

/* Ours, or what stands in its place; NONE where there is nothing to say. */
CareTimelineSymbol care_timeline_ink_get_symbol (const CareTimelineEntry *entry);
/* That of the newest verdict of a source; NONE where there is none. */
CareTimelineSymbol care_timeline_ink_get_source_symbol (const CareTimelineEntry *entry);
/* Within a square of @size: filled, or for a source's verdict outlined. */
void care_timeline_ink_symbol (CareTimelineSymbol symbol, gboolean is_source, double x, double y, double size,
                               CareColour ink, CareColour ground, cairo_t *cr);

/* The names of a ruler's periods, with a stroke where each begins. */
void care_timeline_ink_ruler (const CareTimelineRuler *ruler, const CareTimelineColours *colours,
                              double width, cairo_t *cr);
/* What is behind the marks: periods of @behind (nullable) as tints and of @ruler (nullable) as
 * lines, the lanes' borders, and the line of @as_of; 0: none. */
void care_timeline_ink_ground (const CareTimelineFrame *frame, const CareTimelineRuler *ruler,
                               const CareTimelineRuler *behind, CareDay as_of,
                               const CareTimelineColours *colours, cairo_t *cr);
/* The marks, and the counts of what has no row. */
void care_timeline_ink_marks (const CareTimelineFrame *frame, CareTimelineTexts *texts,
                              const CareTimelineColours *colours, cairo_t *cr);

G_END_DECLS
