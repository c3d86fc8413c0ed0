/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-calculation.h"

#include "care-decimal.h"
#include "care-interval.h"

#include <string.h>

static const CareDecimal hundredth = { 1, -2 };

/* So many per cent of @self. Both are ranges at most, as a bound is no factor. */
static gboolean
take_percentage (CareInterval *self, const CareInterval *percentage)
{
  CareInterval low = *self;

  if (!self->has_low || !self->has_high || !percentage->has_low || !percentage->has_high || percentage->low.mantissa < 0
      || self->low.mantissa < 0)
    return FALSE;
  self->is_about = self->is_about || percentage->is_about;
  if (!care_interval_multiply (&low, percentage->low) || !care_interval_multiply (self, percentage->high))
    return FALSE;
  self->low = low.low;
  return care_interval_multiply (self, hundredth);
}

/* What so many per cent less leave: the most of the least, and the least of the most, are not two things. */
static gboolean
leave_percentage (CareInterval *self, const CareInterval *percentage)
{
  const CareDecimal hundred = { 1, 2 };
  CareInterval rest = { hundred, hundred, TRUE, TRUE, FALSE };

  return percentage->low.mantissa >= 0 && care_interval_subtract (&rest, percentage) && take_percentage (self, &rest);
}

static gboolean
calculate (const char *operation, CareInterval *first, const CareInterval *second)
{
  CareInterval share = *first;

  if (g_strcmp0 (operation, "sum") == 0)
    return care_interval_add (first, second);
  if (g_strcmp0 (operation, "difference") == 0)
    return care_interval_subtract (first, second);
  if (g_strcmp0 (operation, "percent-less") == 0)
    return leave_percentage (first, second);
  if (!take_percentage (&share, second))
    return FALSE;
  if (g_strcmp0 (operation, "percent-more") == 0)
    return care_interval_add (first, &share);
  *first = share;
  return g_strcmp0 (operation, "percent-of") == 0;
}

/**
 * care_calculation_find:
 * @operation: of the vocabulary "calculation"
 * @first: the first figure's value
 * @second: the second's: of the same unit, or per cent
 *
 * Returns: (transfer full) (nullable): what both come to, with the unit of @first; %NULL
 *   where they cannot be reckoned with.
 */
CareQuantity *
care_calculation_find (const char *operation, const CareQuantity *first, const CareQuantity *second)
{
  gboolean is_percentage = operation != NULL && g_str_has_prefix (operation, "percent");
  CareInterval one, other;

  if (!care_interval_read (&one, first) || !care_interval_read (&other, second)
      || g_strcmp0 (care_quantity_get_unit (second), is_percentage ? "%" : care_quantity_get_unit (first)) != 0
      || !calculate (operation, &one, &other))
    return NULL;
  return care_interval_to_quantity (&one, care_quantity_get_unit (first), NULL);
}

/**
 * care_calculation_check:
 * @operation: of the vocabulary "calculation"
 * @first: (nullable): the first figure's value
 * @second: (nullable): the second's
 * @result: (nullable): what they are said to come to
 *
 * What @result is rounded from counts: 15 million and 20% more are 18 million, and so are
 * 14.8 million and 20% more, which is 17.76 million.
 *
 * Returns: whether the three agree; open where something is missing or cannot be reckoned with
 */
CareCalculationResult
care_calculation_check (const char *operation, const CareQuantity *first, const CareQuantity *second,
                        const CareQuantity *result)
{
  g_autoptr (CareQuantity) found
    = first == NULL || second == NULL ? NULL : care_calculation_find (operation, first, second);
  CareInterval interval;

  if (found == NULL || result == NULL || !care_quantity_has_number (result) || !care_interval_read (&interval, found)
      || g_strcmp0 (care_quantity_get_unit (found), care_quantity_get_unit (result)) != 0)
    return CARE_CALCULATION_OPEN;
  return care_interval_is_written (&interval, result) ? CARE_CALCULATION_HOLDS : CARE_CALCULATION_FAILS;
}
