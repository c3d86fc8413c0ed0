/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an axis has its ticks. They are reckoned in whole numbers, so that a
 * label never says 0.30000000000000004; only the pixels are floating point. */

#pragma once

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

G_END_DECLS
