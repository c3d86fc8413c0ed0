/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-decimal.h"

/* The product of any two mantissas fits it. */
__extension__ typedef __int128 Wide;

/* More digits than this are not kept. */
#define DIGITS_MAX 18

/* Writes @value with the exponent of a number that has more decimals. */
static gboolean
lower_exponent (CareDecimal *value, int exponent)
{
  for (; value->exponent > exponent; value->exponent--)
    if (__builtin_mul_overflow (value->mantissa, (gint64) 10, &value->mantissa))
      return FALSE;
  return TRUE;
}

/**
 * care_decimal_add:
 * @sum: (inout): a number
 * @other: what is added to it
 *
 * The sum has as many decimals as the one of the two that has more; nought has none of its own.
 *
 * Returns: %FALSE where it has more digits than can be kept; @sum is then of no use
 */
gboolean
care_decimal_add (CareDecimal *sum, CareDecimal other)
{
  int exponent = MIN (sum->exponent, other.exponent);

  if (other.mantissa == 0)
    return TRUE;
  if (sum->mantissa == 0)
    {
      *sum = other;
      return TRUE;
    }
  return lower_exponent (sum, exponent) && lower_exponent (&other, exponent)
         && !__builtin_add_overflow (sum->mantissa, other.mantissa, &sum->mantissa);
}

/**
 * care_decimal_multiply:
 * @product: (inout): a number
 * @by: another
 *
 * Returns: %FALSE where the product has more digits than can be kept; @product is then
 *   of no use
 */
gboolean
care_decimal_multiply (CareDecimal *product, CareDecimal by)
{
  product->exponent += by.exponent;
  return !__builtin_mul_overflow (product->mantissa, by.mantissa, &product->mantissa);
}

static guint
count_digits (Wide value)
{
  guint digits = 0;

  for (; value != 0; value /= 10)
    digits++;
  return digits;
}

/* Drops the digits of @quotient after the first so many. @is_exact: (inout): whether all after it
 * were noughts, and with those that are dropped. @rounding: as for what is not negative. */
static void
drop_digits (Wide *quotient, int *exponent, guint digits, CareRounding rounding, gboolean *is_exact)
{
  Wide power = 1;
  Wide rest;

  while (count_digits (*quotient / power) > digits)
    {
      power *= 10;
      ++*exponent;
    }
  rest = *quotient % power;
  *is_exact = *is_exact && rest == 0;
  *quotient /= power;
  if (rounding == CARE_ROUND_NEAREST ? rest * 2 >= power : rounding == CARE_ROUND_UP && !*is_exact)
    ++*quotient;
}

/* @dividend and @divisor are not negative. */
static gboolean
divide (Wide dividend, Wide divisor, guint digits, CareRounding rounding, Wide *quotient, int *exponent)
{
  Wide rest = dividend % divisor;
  gboolean is_exact;

  *quotient = dividend / divisor;
  /* One digit more than are kept says which way to round; what is left says that it is not exact. */
  for (; rest != 0 && count_digits (*quotient) <= digits; --*exponent)
    {
      rest *= 10;
      *quotient = *quotient * 10 + rest / divisor;
      rest %= divisor;
    }
  is_exact = rest == 0;
  drop_digits (quotient, exponent, digits, rounding, &is_exact);
  return is_exact;
}

/**
 * care_decimal_divide:
 * @value: a number
 * @by: what it is multiplied by
 * @over: what that is divided by, not nought
 * @digits: how many digits the result may have, from the first that is not nought; 1 to 18
 * @rounding: to which of those
 * @result: (out): @value × @by ÷ @over, rounded so
 * @is_exact: (out): whether nothing was rounded
 *
 * Returns: %FALSE where @over is nought, or @digits none
 */
gboolean
care_decimal_divide (CareDecimal value, CareDecimal by, CareDecimal over, guint digits, CareRounding rounding,
                     CareDecimal *result, gboolean *is_exact)
{
  Wide dividend = (Wide) value.mantissa * by.mantissa;
  Wide divisor = over.mantissa;
  gboolean is_negative = (dividend < 0) != (divisor < 0);
  int exponent = value.exponent + by.exponent - over.exponent;
  Wide quotient;

  if (divisor == 0 || digits == 0)
    return FALSE;
  if (is_negative && rounding != CARE_ROUND_NEAREST)
    rounding = rounding == CARE_ROUND_UP ? CARE_ROUND_DOWN : CARE_ROUND_UP;
  *is_exact = divide (dividend < 0 ? -dividend : dividend, divisor < 0 ? -divisor : divisor, MIN (digits, DIGITS_MAX),
                      rounding, &quotient, &exponent);
  *result = (CareDecimal){ (gint64) (is_negative ? -quotient : quotient), exponent };
  return TRUE;
}

/**
 * care_decimal_negate:
 * @value: a number
 *
 * Returns: the same below nought, or above it
 */
CareDecimal
care_decimal_negate (CareDecimal value)
{
  return (CareDecimal){ -value.mantissa, value.exponent };
}

/**
 * care_decimal_count_digits:
 * @value: a number
 *
 * Returns: how many digits were reported: 2 of 3.8 billion, 3 of 3.80 billion; 1 of nought
 */
guint
care_decimal_count_digits (CareDecimal value)
{
  return MAX (1, count_digits (value.mantissa));
}

/**
 * care_decimal_get_rounded_from:
 * @value: a number as it is printed
 * @least: (out): the least number that is rounded to it
 * @most: (out): the most
 *
 * £2.5 billion is what anything from £2.45 billion to £2.55 billion is rounded to.
 */
void
care_decimal_get_rounded_from (CareDecimal value, CareDecimal *least, CareDecimal *most)
{
  CareDecimal half = { 5, value.exponent - 1 };

  *least = *most = value;
  if (!care_decimal_add (most, half) || !care_decimal_add (least, care_decimal_negate (half)))
    *least = *most = value;
}
