/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-scale.h"

#include <math.h>

/* Powers of ten that a gint64 holds. */
#define MOST_DIGITS 18

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

static int
count_digits (gint64 number)
{
  int n = 1;

  while (number /= 10)
    n++;
  return n;
}

/* How often @step goes into @value, rounded down, or up if @up; FALSE if that is
 * more than can be counted. */
static gboolean
divide (CareDecimal value, CareDecimal step, gboolean up, gint64 *quotient)
{
  int shift = value.exponent - step.exponent;
  gint64 over = value.mantissa, under = step.mantissa;

  if (over == 0)
    {
      *quotient = 0;
      return TRUE;
    }
  if (shift > MOST_DIGITS || (shift > 0 && __builtin_mul_overflow (over, power_of_ten (shift), &over)))
    return FALSE;
  if (shift < -MOST_DIGITS || (shift < 0 && __builtin_mul_overflow (under, power_of_ten (-shift), &under)))
    under = G_MAXINT64;

  *quotient = over / under;
  if (over % under != 0)
    *quotient += up ? over > 0 : -(over < 0);
  return TRUE;
}

static gboolean
try_step (CareDecimal low, CareDecimal high, guint most, CareDecimal step, CareScaleTicks *ticks)
{
  gint64 first, last, span;

  if (!divide (low, step, TRUE, &first) || !divide (high, step, FALSE, &last))
    return FALSE;
  if (__builtin_sub_overflow (last, first, &span) || span >= (gint64) most)
    return FALSE;
  *ticks = (CareScaleTicks){ step, first, last };
  return TRUE;
}

/**
 * care_scale_ticks:
 * @low: where the axis begins
 * @high: where it ends, not below @low
 * @most: how many ticks there is room for, at least 2
 * @whole: whether a step smaller than 1 makes no sense
 * @ticks: (out): the ticks
 *
 * Finds the finest step of 1, 2 or 5 times a power of ten that has no more than
 * @most multiples from @low to @high.
 *
 * Returns: %FALSE if @low and @high are the same, for then there is no scale.
 */
gboolean
care_scale_ticks (CareDecimal low, CareDecimal high, guint most, gboolean whole, CareScaleTicks *ticks)
{
  static const int mantissas[] = { 1, 2, 5 };
  int least;

  if (care_decimal_compare (low, high) >= 0 || most < 2)
    return FALSE;

  least = MAX (high.mantissa == 0 ? G_MININT : high.exponent + count_digits (high.mantissa),
               low.mantissa == 0 ? G_MININT : low.exponent + count_digits (low.mantissa));
  for (int exponent = least - MOST_DIGITS; exponent <= least + 1; exponent++)
    for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
      if ((!whole || exponent >= 0)
          && try_step (low, high, most, (CareDecimal){ mantissas[i], exponent }, ticks))
        return TRUE;
  return try_step (low, high, most, (CareDecimal){ 1, MAX (least + 1, 0) }, ticks);
}

/**
 * care_scale_tick:
 * @ticks: the ticks of an axis
 * @index: which multiple of the step
 *
 * Returns: its exact value, with as few digits as it can be written with.
 */
CareDecimal
care_scale_tick (const CareScaleTicks *ticks, gint64 index)
{
  CareDecimal value = { index * ticks->step.mantissa, ticks->step.exponent };

  if (value.mantissa == 0)
    return (CareDecimal){ 0, 0 };
  while (value.mantissa % 10 == 0)
    {
      value.mantissa /= 10;
      value.exponent++;
    }
  return value;
}

/**
 * care_scale_value:
 * @decimal: an exact number
 *
 * Returns: about the same, to turn into pixels and for nothing else.
 */
double
care_scale_value (CareDecimal decimal)
{
  return (double) decimal.mantissa * pow (10, decimal.exponent);
}
