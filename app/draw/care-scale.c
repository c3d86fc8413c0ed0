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

static const CareScaleStep steps[] = {
  { CARE_SCALE_DAYS, 1 },    { CARE_SCALE_DAYS, 7 },     { CARE_SCALE_MONTHS, 1 }, { CARE_SCALE_MONTHS, 3 },
  { CARE_SCALE_MONTHS, 6 },  { CARE_SCALE_YEARS, 1 },    { CARE_SCALE_YEARS, 2 },  { CARE_SCALE_YEARS, 5 },
  { CARE_SCALE_YEARS, 10 },  { CARE_SCALE_YEARS, 20 },   { CARE_SCALE_YEARS, 50 }, { CARE_SCALE_YEARS, 100 },
  { CARE_SCALE_YEARS, 200 }, { CARE_SCALE_YEARS, 1000 },
};

/**
 * care_scale_steps:
 * @n_steps: (out): how many there are
 *
 * Returns: (transfer none): the steps that an axis of time may have, finest first.
 */
const CareScaleStep *
care_scale_steps (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (steps);
  return steps;
}

/**
 * care_scale_count_days:
 * @first: the first day of the axis
 * @last: its last day
 * @step: a step
 *
 * Returns: a number that care_scale_days() does not exceed, near to what it gives.
 */
guint
care_scale_count_days (CareDay first, CareDay last, CareScaleStep step)
{
  static const guint shortest[] = { 1, 28, 365 };

  return last < first ? 0 : (last - first) / (shortest[step.unit] * (guint) step.count) + 1;
}

/* The last day at or before @day that @step falls on. Weeks begin on Mondays,
 * as 1 January of year 1 was one. */
static CareDay
floor_day (CareDay day, CareScaleStep step)
{
  int year, month, mday;

  if (step.unit == CARE_SCALE_DAYS)
    return day - (day - 1) % (CareDay) step.count;
  care_day_to_ymd (day, &year, &month, &mday);
  if (step.unit == CARE_SCALE_MONTHS)
    return care_day_from_ymd (year, month - (month - 1) % step.count, 1);
  return care_day_from_ymd (MAX (year - year % step.count, 1), 1, 1);
}

static CareDay
next_day (CareDay day, CareScaleStep step)
{
  int year, month, mday;

  if (step.unit == CARE_SCALE_DAYS)
    return day + (CareDay) step.count;
  care_day_to_ymd (day, &year, &month, &mday);
  if (step.unit == CARE_SCALE_YEARS)
    return care_day_from_ymd (year - year % step.count + step.count, 1, 1);
  month += step.count;
  return month > 12 ? care_day_from_ymd (year + 1, month - 12, 1) : care_day_from_ymd (year, month, 1);
}

/**
 * care_scale_days:
 * @first: the first day of the axis, not 0
 * @last: its last day
 * @step: a step
 *
 * Returns: (transfer full) (element-type CareDay): in order, the days from
 *   @first to @last on which a period of @step begins.
 */
GArray *
care_scale_days (CareDay first, CareDay last, CareScaleStep step)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (CareDay));

  for (CareDay day = floor_day (first, step); day <= last; day = next_day (day, step))
    if (day >= first)
      g_array_append_val (days, day);
  return days;
}

/**
 * care_scale_day_label:
 * @day: the day of a tick
 * @step: the step that it is of
 *
 * Returns: (transfer full): the day as precisely as @step is.
 */
char *
care_scale_day_label (CareDay day, CareScaleStep step)
{
  g_autofree char *edtf = NULL;
  g_autoptr (CareDate) date = NULL;
  int year, month, mday;

  care_day_to_ymd (day, &year, &month, &mday);
  if (step.unit == CARE_SCALE_YEARS)
    return g_strdup_printf ("%d", year);
  if (step.unit == CARE_SCALE_DAYS)
    date = care_date_new_day (year, month, mday);
  else
    {
      edtf = g_strdup_printf ("%04d-%02d", year, month);
      date = care_date_from_edtf (edtf, NULL);
    }
  return care_date_format (date, CARE_DATE_SHORT);
}
