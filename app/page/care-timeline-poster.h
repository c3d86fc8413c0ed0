/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline on paper: as many sheets as its lanes need, none of which is divided. Each sheet
 * has the axis and the names of its lanes. */

#pragma once

#include "care-timeline-lanes.h"
#include "care-timeline-words.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * CarePaper:
 * @CARE_PAPER_A4: 297 by 210 mm
 * @CARE_PAPER_A3: 420 by 297 mm
 *
 * Both lie on their long side, as time does.
 */
typedef enum
{
  CARE_PAPER_A4,
  CARE_PAPER_A3,
} CarePaper;

typedef struct _CareTimelinePoster CareTimelinePoster;

CareTimelinePoster *care_timeline_poster_new (const CareTimelineContent *content, const CareTimelineLanes *lanes,
                                              const CareTimelineAsk *ask, const char *title, const char *only, CarePaper paper);
void care_timeline_poster_free (CareTimelinePoster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelinePoster, care_timeline_poster_free)

guint care_timeline_poster_get_n_sheets (const CareTimelinePoster *self);
/* How large the type is, in points. */
double care_timeline_poster_get_type (const CareTimelinePoster *self);
/* Which lanes a sheet has: the first, and how many. */
guint care_timeline_poster_get_lanes (const CareTimelinePoster *self, guint sheet, guint *n_lanes);
void care_timeline_poster_paint (CareTimelinePoster *self, guint sheet, cairo_t *cr);

/* care-timeline-poster-file.c */
GBytes *care_timeline_poster_to_svg (CareTimelinePoster *self, guint sheet);
GBytes *care_timeline_poster_to_png (CareTimelinePoster *self, guint sheet, double resolution);

/* care-timeline-poster-pdf.c */
GBytes *care_timeline_poster_to_pdf (CareTimelinePoster *self, GError **error);

/* In points. */
void care_paper_get_size (CarePaper paper, double *width, double *height);
CarePaper care_timeline_poster_get_paper (const CareTimelinePoster *self);
const char *care_timeline_poster_get_title (const CareTimelinePoster *self);

G_END_DECLS
