/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an axis has its ticks. They are reckoned in whole numbers, so that a
 * label never says 0.30000000000000004; only the pixels are floating point. */

#pragma once

#include "care-date.h"
#include "care-quantity.h"

G_BEGIN_DECLS

/* The multiples from @first to @last of @step, which is 1, 2 or 5 times a power of ten. */
typedef struct
{
  CareDecimal step;
  gint64 first;
  gint64 last;
} CareScaleTicks;

/* @whole: no step smaller than 1, as for people. */
gboolean care_scale_ticks (CareDecimal low, CareDecimal high, guint most, gboolean whole, CareScaleTicks *ticks);
/* The value of the @index-th multiple, without needless digits: "1 billion", not "1.0". */
CareDecimal care_scale_tick (const CareScaleTicks *ticks, gint64 index);
/* For pixels only. */
double care_scale_value (CareDecimal decimal);

typedef enum
{
  CARE_SCALE_DAYS,
  CARE_SCALE_MONTHS,
  CARE_SCALE_YEARS,
} CareScaleUnit;

typedef struct
{
  CareScaleUnit unit;
  int count;
} CareScaleStep;

/* From every day to every thousand years, finest first. */
const CareScaleStep *care_scale_steps (guint *n_steps);
/* How many ticks there are at most; cheap, for choosing a step. */
guint care_scale_count_days (CareDay first, CareDay last, CareScaleStep step);
/* (element-type CareDay): the days from @first to @last that @step falls on. */
GArray *care_scale_days (CareDay first, CareDay last, CareScaleStep step);
/* "2015", "Apr 2015" or "12 Apr 2015", as the step needs. */
char *care_scale_day_label (CareDay day, CareScaleStep step);

G_END_DECLS
