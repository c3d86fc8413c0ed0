/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-interval.h"

#include "care-decimal.h"
#include "care-error.h"

#include <glib/gi18n.h>

static const CareDecimal nought = { 0, 0 };

/**
 * care_interval_nought:
 *
 * Returns: what a sum begins with
 */
CareInterval
care_interval_nought (void)
{
  return (CareInterval){ nought, nought, TRUE, TRUE, FALSE };
}

/**
 * care_interval_read_form:
 * @self: (out): an interval
 * @form: what is said of the numbers
 * @low: the one number, or the lower end
 * @high: the upper end of a range
 *
 * What is "up to" a number that is not negative is at least nought, as money and people are.
 *
 * Returns: %FALSE where @form has no number
 */
gboolean
care_interval_read_form (CareInterval *self, CareQuantityForm form, CareDecimal low, CareDecimal high)
{
  *self = (CareInterval){ low, form == CARE_QUANTITY_RANGE ? high : low, TRUE, TRUE, form == CARE_QUANTITY_ABOUT };
  switch (form)
    {
    case CARE_QUANTITY_EXACT:
    case CARE_QUANTITY_ABOUT:
    case CARE_QUANTITY_RANGE:
      return TRUE;
    case CARE_QUANTITY_AT_LEAST:
      self->has_high = FALSE;
      return TRUE;
    case CARE_QUANTITY_UP_TO:
      self->low = nought;
      self->has_low = low.mantissa >= 0;
      return TRUE;
    case CARE_QUANTITY_NOT_SPECIFIED:
    case CARE_QUANTITY_NOT_FOUND:
    case CARE_QUANTITY_NOT_ASSESSED:
    default:
      return FALSE;
    }
}

/**
 * care_interval_read:
 * @self: (out): an interval
 * @quantity: a quantity
 *
 * Returns: %FALSE where @quantity has no number
 */
gboolean
care_interval_read (CareInterval *self, const CareQuantity *quantity)
{
  return care_interval_read_form (self, care_quantity_get_form (quantity), care_quantity_get_low (quantity),
                                  care_quantity_get_high (quantity));
}

/**
 * care_interval_add:
 * @self: (inout): an interval
 * @other: what is added to it
 *
 * Returns: %FALSE where the sum has more digits than can be kept
 */
gboolean
care_interval_add (CareInterval *self, const CareInterval *other)
{
  self->has_low = self->has_low && other->has_low;
  self->has_high = self->has_high && other->has_high;
  self->is_about = self->is_about || other->is_about;
  return (!self->has_low || care_decimal_add (&self->low, other->low))
         && (!self->has_high || care_decimal_add (&self->high, other->high));
}

/**
 * care_interval_subtract:
 * @self: (inout): an interval
 * @other: what is taken from it
 *
 * Returns: %FALSE where what is left has more digits than can be kept
 */
gboolean
care_interval_subtract (CareInterval *self, const CareInterval *other)
{
  CareInterval negative = { care_decimal_negate (other->high), care_decimal_negate (other->low), other->has_high,
                            other->has_low, other->is_about };

  return care_interval_add (self, &negative);
}

/**
 * care_interval_multiply:
 * @self: (inout): an interval
 * @by: a number that is not below nought
 *
 * Returns: %FALSE where the product has more digits than can be kept
 */
gboolean
care_interval_multiply (CareInterval *self, CareDecimal by)
{
  return (!self->has_low || care_decimal_multiply (&self->low, by))
         && (!self->has_high || care_decimal_multiply (&self->high, by));
}

/* No more digits than were reported. */
static gboolean
divide (CareDecimal *value, CareDecimal by, CareDecimal over, CareRounding rounding, gboolean *is_exact)
{
  return care_decimal_divide (*value, by, over, care_decimal_count_digits (*value), rounding, value, is_exact);
}

/**
 * care_interval_divide:
 * @self: (inout): an interval
 * @by: what it is multiplied by, above nought
 * @over: what that is divided by, above nought
 *
 * The result has no more digits than were reported. One number that had to be rounded is only
 * about so much; two ends are rounded apart, so that what lay between them still does.
 *
 * Returns: %FALSE where @over is nought
 */
gboolean
care_interval_divide (CareInterval *self, CareDecimal by, CareDecimal over)
{
  gboolean is_one = self->has_low && self->has_high && care_decimal_compare (self->low, self->high) == 0;
  gboolean is_exact = TRUE, unused;
  gboolean done = (!self->has_low || divide (&self->low, by, over, is_one ? CARE_ROUND_NEAREST : CARE_ROUND_DOWN, &is_exact))
                  && (!self->has_high || divide (&self->high, by, over, is_one ? CARE_ROUND_NEAREST : CARE_ROUND_UP, &unused));

  self->is_about = self->is_about || (is_one && !is_exact);
  return done;
}

/**
 * care_interval_meet:
 * @self: (inout): an interval; then what both can be
 * @other: another
 *
 * Returns: %FALSE where there is nothing that both can be
 */
gboolean
care_interval_meet (CareInterval *self, const CareInterval *other)
{
  if (other->has_low && (!self->has_low || care_decimal_compare (other->low, self->low) > 0))
    {
      self->low = other->low;
      self->has_low = TRUE;
    }
  if (other->has_high && (!self->has_high || care_decimal_compare (other->high, self->high) < 0))
    {
      self->high = other->high;
      self->has_high = TRUE;
    }
  return !self->has_low || !self->has_high || care_decimal_compare (self->low, self->high) <= 0;
}

/**
 * care_interval_is_written:
 * @self: what something comes to
 * @quantity: how it is printed
 *
 * At least £2.45 billion may be written as £2.5 billion.
 *
 * Returns: whether @quantity is what @self, or a part of what it can be, is rounded to
 */
gboolean
care_interval_is_written (const CareInterval *self, const CareQuantity *quantity)
{
  CareInterval rounded;
  CareInterval both = *self;
  CareDecimal unused;

  if (!care_interval_read (&rounded, quantity))
    return FALSE;
  care_decimal_get_rounded_from (rounded.low, &rounded.low, &unused);
  care_decimal_get_rounded_from (rounded.high, &unused, &rounded.high);
  /* What stands in the middle is rounded away from nought: £2.45 billion is not £2.4 billion. */
  if (rounded.high.mantissa > 0 && self->has_low && care_decimal_compare (self->low, rounded.high) == 0)
    return FALSE;
  if (rounded.low.mantissa < 0 && self->has_high && care_decimal_compare (self->high, rounded.low) == 0)
    return FALSE;
  return care_interval_meet (&both, &rounded);
}

static CareQuantityForm
find_form (const CareInterval *self)
{
  if (!self->has_high)
    return self->has_low ? CARE_QUANTITY_AT_LEAST : CARE_QUANTITY_NOT_SPECIFIED;
  if (!self->has_low)
    return CARE_QUANTITY_UP_TO;
  if (care_decimal_compare (self->low, self->high) == 0)
    return self->is_about ? CARE_QUANTITY_ABOUT : CARE_QUANTITY_EXACT;
  return self->low.mantissa == 0 ? CARE_QUANTITY_UP_TO : CARE_QUANTITY_RANGE;
}

/* £1.2 billion and £250 million are £1.45 billion: a nought after that would say that the
 * first is known to the million. */
static void
drop_noughts (CareDecimal *value)
{
  while (value->mantissa % 10 == 0 && value->mantissa != 0)
    {
      value->mantissa /= 10;
      value->exponent++;
    }
}

/**
 * care_interval_to_quantity:
 * @self: an interval
 * @unit: (nullable): what is counted
 * @error: return location
 *
 * That a range is only about so much is not in the quantity, which has no form for it.
 *
 * Returns: (transfer full) (nullable): the quantity that says what @self can be: "not
 *   specified" where it can be anything; %NULL with %CARE_DOMAIN_ERROR_OVERFLOW where a
 *   number has more digits than can be kept
 */
CareQuantity *
care_interval_to_quantity (const CareInterval *self, const char *unit, GError **error)
{
  CareQuantityForm form = find_form (self);
  CareDecimal low = form == CARE_QUANTITY_UP_TO ? self->high : self->low;
  CareDecimal high = self->high;

  drop_noughts (&low);
  drop_noughts (&high);
  return care_quantity_new (form, low, high, unit, error);
}
