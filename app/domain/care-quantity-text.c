/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quantities as text, which care_quantity_parse() reads back in every style. */

#include "care-quantity.h"

#include "care-number-style.h"
#include "care-quantity-scale.h"

#include <string.h>

#define MINUS "\u2212"

/* Thousands are read but not written. */
static const int exponent_min = 6;

/* More decimals than this are easier read at the next smaller scale. */
static const int decimals_max = 3;

/* By form. */
static const char *const printed_forms[] = {
  "", "about ", "at least ", "up to ", "", "not specified", "not found", "not assessed",
};

static int
count_whole_digits (CareDecimal value)
{
  int digits = value.exponent;

  for (gint64 rest = value.mantissa; rest != 0; rest /= 10)
    digits++;

  return value.mantissa == 0 ? 0 : digits;
}

static const CareQuantityScale *
choose_scale (CareDecimal value)
{
  for (guint i = 0; care_quantity_scales[i].exponent >= exponent_min; i++)
    if (count_whole_digits (value) > care_quantity_scales[i].exponent
        && value.exponent >= care_quantity_scales[i].exponent - decimals_max)
      return &care_quantity_scales[i];

  return NULL;
}

/* Every digit reported and no other: "8,000", "3.80", "0.5". */
static char *
format_digits (CareDecimal value)
{
  g_autofree char *signed_digits = g_strdup_printf ("%" G_GINT64_FORMAT, value.mantissa);
  GString *digits = g_string_new (signed_digits + (value.mantissa < 0 ? 1 : 0));
  int decimals = MAX (0, -value.exponent);

  for (int i = 0; i < value.exponent && value.mantissa != 0; i++)
    g_string_append_c (digits, '0');
  while (digits->len <= (gsize) decimals)
    g_string_prepend_c (digits, '0');

  for (gssize at = (gssize) digits->len - decimals - 3; at > 0; at -= 3)
    g_string_insert_c (digits, at, ',');
  if (decimals > 0)
    g_string_insert_c (digits, (gssize) digits->len - decimals, '.');

  return g_string_free (digits, FALSE);
}

static void
append_amount (GString *text, CareDecimal value, const CareQuantityScale *scale, const char *unit,
               const CareNumberStyle *style)
{
  g_autofree char *digits = format_digits (care_quantity_scale_remove (value, scale));

  if (value.mantissa < 0)
    g_string_append (text, MINUS);
  if (g_strcmp0 (unit, "GBP") == 0)
    g_string_append (text, "£");
  g_string_append (text, digits);
  if (scale != NULL)
    g_string_append_printf (text, "%s%s", style->before_scale, style->has_suffixes ? scale->suffix : scale->word);
  if (g_strcmp0 (unit, "%") == 0)
    g_string_append (text, style->per_cent);
}

static void
append_range (GString *text, const CareQuantity *self, const CareNumberStyle *style)
{
  const char *unit = care_quantity_get_unit (self);
  CareDecimal low = care_quantity_get_low (self);
  CareDecimal high = care_quantity_get_high (self);
  const CareQuantityScale *low_scale = choose_scale (low);
  const CareQuantityScale *high_scale = choose_scale (high);

  if (care_quantity_scale_is_borrowed (low, low_scale, care_quantity_scale_remove (high, high_scale),
                                       high_scale))
    high_scale = NULL;

  append_amount (text, low, low_scale, unit, style);
  /* A dash beside a minus sign cannot be told from it. */
  g_string_append (text, low.mantissa < 0 ? care_number_style_house.range : style->range);
  append_amount (text, high, high_scale, unit, style);
}

/**
 * care_quantity_format:
 * @self: a quantity
 * @style: (nullable): how to write it; %NULL: as in the house
 *
 * Writes every digit reported and no other. A number of a million or more takes
 * the largest scale word that leaves at most three decimals, else it is written
 * out: "£1.884 billion", "1,234,567 people".
 *
 * Returns: (transfer full): the quantity as printed
 */
char *
care_quantity_format (const CareQuantity *self, const CareNumberStyle *style)
{
  CareQuantityForm form = care_quantity_get_form (self);
  const char *unit = care_quantity_get_unit (self);
  GString *text = g_string_new (printed_forms[form]);
  CareDecimal low = care_quantity_get_low (self);

  if (style == NULL)
    style = &care_number_style_house;
  if (form == CARE_QUANTITY_RANGE)
    append_range (text, self, style);
  else if (care_quantity_has_number (self))
    append_amount (text, low, choose_scale (low), unit, style);

  if (!care_quantity_has_number (self) && unit != NULL && style->names_absence)
    g_string_append_printf (text, " (%s)", strcmp (unit, "GBP") == 0 ? "£" : unit);
  if (care_quantity_has_number (self) && unit != NULL && strcmp (unit, "GBP") != 0 && strcmp (unit, "%") != 0)
    g_string_append_printf (text, " %s", unit);

  return g_string_free (text, FALSE);
}
