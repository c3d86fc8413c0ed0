/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact arithmetic on numbers. What does not fit the digits that can be kept is told
 * and never rounded; only a division rounds, and says so. */

#pragma once

#include "care-quantity.h"

G_BEGIN_DECLS

/**
 * CareRounding:
 * @CARE_ROUND_NEAREST: half away from nought
 * @CARE_ROUND_DOWN: to what is not more
 * @CARE_ROUND_UP: to what is not less
 */
typedef enum
{
  CARE_ROUND_NEAREST,
  CARE_ROUND_DOWN,
  CARE_ROUND_UP,
} CareRounding;

gboolean care_decimal_add (CareDecimal *sum, CareDecimal other);
gboolean care_decimal_multiply (CareDecimal *product, CareDecimal by);
gboolean care_decimal_divide (CareDecimal value, CareDecimal by, CareDecimal over, guint digits, CareRounding rounding,
                              CareDecimal *result, gboolean *is_exact);
CareDecimal care_decimal_negate (CareDecimal value);
guint care_decimal_count_digits (CareDecimal value);
void care_decimal_get_rounded_from (CareDecimal value, CareDecimal *least, CareDecimal *most);

G_END_DECLS
