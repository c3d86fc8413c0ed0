/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-quantity-scale.h"

const CareQuantityScale care_quantity_scales[4] = {
  { "trillion", "tn", 12 },
  { "billion", "bn", 9 },
  { "million", "m", 6 },
  { "thousand", "k", 3 },
};

/**
 * care_quantity_scale_apply:
 * @value: what is written before a word
 * @scale: (nullable): the word
 *
 * Returns: the number that both say
 */
CareDecimal
care_quantity_scale_apply (CareDecimal value, const CareQuantityScale *scale)
{
  return (CareDecimal){ value.mantissa, value.exponent + (scale != NULL ? scale->exponent : 0) };
}

/**
 * care_quantity_scale_remove:
 * @value: a number
 * @scale: (nullable): the word that it is written with
 *
 * Returns: what is written before the word: 3.8 of 3.8 billion
 */
CareDecimal
care_quantity_scale_remove (CareDecimal value, const CareQuantityScale *scale)
{
  return (CareDecimal){ value.mantissa, value.exponent - (scale != NULL ? scale->exponent : 0) };
}

/**
 * care_quantity_scale_is_borrowed:
 * @low: the lower end of a range, as written before its word
 * @low_scale: (nullable): its word
 * @high: the upper end, as written before its word
 * @high_scale: (nullable): its word
 *
 * "£4 to £6 billion" is read as two numbers of billions.
 *
 * Returns: %TRUE if the word of the upper end is taken to hold for both
 */
gboolean
care_quantity_scale_is_borrowed (CareDecimal low, const CareQuantityScale *low_scale, CareDecimal high,
                                 const CareQuantityScale *high_scale)
{
  return low_scale == NULL && high_scale != NULL && low.mantissa != 0 && care_decimal_compare (low, high) < 0;
}
