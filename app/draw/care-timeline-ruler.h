/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What divides the time that is seen into periods with names: the axis, and Parliaments or
 * governments behind the lanes. Names never touch. */

#pragma once

#include "care-timeline-frame.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * CareTimelineRulerKind:
 * @CARE_TIMELINE_RULER_CALENDAR: two lines, from centuries to days as there is room
 * @CARE_TIMELINE_RULER_FINANCIAL: the same with financial years, "2018/19", from 1 April
 * @CARE_TIMELINE_RULER_SESSIONS: one line: sessions of Parliament, "2017–19"
 * @CARE_TIMELINE_RULER_PARLIAMENTS: one line: Parliaments, each from the day of its general
 *   election until it was dissolved
 * @CARE_TIMELINE_RULER_GOVERNMENTS: one line: governments, by the Prime Minister
 * @CARE_TIMELINE_RULER_ELECTIONS: one line: general elections, by polling day, with the campaign
 *   since the dissolution before it
 *
 * The last four begin in 1979, and go on into the future where the last one has not ended.
 */
typedef enum
{
  CARE_TIMELINE_RULER_CALENDAR,
  CARE_TIMELINE_RULER_FINANCIAL,
  CARE_TIMELINE_RULER_SESSIONS,
  CARE_TIMELINE_RULER_PARLIAMENTS,
  CARE_TIMELINE_RULER_GOVERNMENTS,
  CARE_TIMELINE_RULER_ELECTIONS,
} CareTimelineRulerKind;

/* Its name moves along with the left edge as long as the period has room for it. */
typedef struct
{
  CareDay first;
  double x, width;   /* cut off a little outside of what is seen */
  PangoLayout *name; /* NULL: there is no room for it */
  double name_x;
  gboolean is_outer; /* in the first of two lines: the year of months, the month of days */
  gboolean is_odd;   /* every other one is, wherever the view begins, to be told apart by tint */
  gboolean is_polling_day; /* it begins with a general election */
} CareTimelinePeriod;

typedef struct _CareTimelineRuler CareTimelineRuler;

CareTimelineRuler *care_timeline_ruler_new (PangoContext *context, const PangoFontDescription *font,
                                            CareTimelineRulerKind kind);
void care_timeline_ruler_free (CareTimelineRuler *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineRuler, care_timeline_ruler_free)

/* Of one of its lines, and of all that it has: one or two. */
double care_timeline_ruler_get_line (const CareTimelineRuler *self);
double care_timeline_ruler_get_height (const CareTimelineRuler *self);
/* What was not known on @as_of, such as a Parliament that was to come, is not told; 0: all is. */
void care_timeline_ruler_set_as_of (CareTimelineRuler *self, CareDay as_of);
/* Divides what @viewport shows. Which periods it is divided into follows from the scale alone,
 * so that they stay when the view is moved. */
void care_timeline_ruler_set (CareTimelineRuler *self, const CareTimelineViewport *viewport);
/* By line and day; valid until it is set again. */
const CareTimelinePeriod *care_timeline_ruler_get_periods (const CareTimelineRuler *self, guint *n_periods);

G_END_DECLS
