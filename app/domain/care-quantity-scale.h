/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to quantities: the words that stand for powers of ten. */

#pragma once

#include "care-quantity.h"

G_BEGIN_DECLS

typedef struct
{
  const char *word;
  const char *suffix;
  int exponent;
} CareQuantityScale;

/* Largest first. */
extern const CareQuantityScale care_quantity_scales[4];

CareDecimal care_quantity_scale_apply (CareDecimal value, const CareQuantityScale *scale);
CareDecimal care_quantity_scale_remove (CareDecimal value, const CareQuantityScale *scale);
gboolean care_quantity_scale_is_borrowed (CareDecimal low, const CareQuantityScale *low_scale,
                                          CareDecimal high, const CareQuantityScale *high_scale);

G_END_DECLS
