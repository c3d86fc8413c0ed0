/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-calculation-words.h"

#include <glib/gi18n.h>

/* (transfer full) (nullable) */
static CareQuantity *
dup_value (CareRecord *calculation, const char *field, CareLookup lookup, gpointer data)
{
  CareRecord *figure = lookup ("figure", care_record_get_reference (calculation, field), data);

  return figure == NULL ? NULL : care_record_dup_quantity (figure, "value");
}

/**
 * care_calculation_judge:
 * @calculation: a calculation
 * @lookup: finds its figures
 * @data: for @lookup
 *
 * Returns: whether its three figures agree.
 */
CareCalculationResult
care_calculation_judge (CareRecord *calculation, CareLookup lookup, gpointer data)
{
  g_autoptr (CareQuantity) first = dup_value (calculation, "first", lookup, data);
  g_autoptr (CareQuantity) second = dup_value (calculation, "second", lookup, data);
  g_autoptr (CareQuantity) result = dup_value (calculation, "result", lookup, data);

  return care_calculation_check (care_record_get (calculation, "operation"), first, second, result);
}

/* "15 million people and 20% more" */
static char *
say_terms (const char *operation, const CareQuantity *first, const CareQuantity *second, const CareNumberStyle *numbers)
{
  g_autofree char *one = care_quantity_format (first, numbers);
  g_autofree char *other = care_quantity_format (second, numbers);

  if (g_strcmp0 (operation, "sum") == 0)
    return g_strdup_printf (_ ("%s and %s"), one, other);
  if (g_strcmp0 (operation, "difference") == 0)
    return g_strdup_printf (_ ("%s less %s"), one, other);
  if (g_strcmp0 (operation, "percent-more") == 0)
    return g_strdup_printf (_ ("%s and %s more"), one, other);
  if (g_strcmp0 (operation, "percent-less") == 0)
    return g_strdup_printf (_ ("%s and %s less"), one, other);
  return g_strdup_printf (_ ("%s of %s"), other, one);
}

/**
 * care_calculation_say:
 * @calculation: a calculation
 * @numbers: how numbers are written
 * @lookup: finds its figures
 * @data: for @lookup
 *
 * Returns: (transfer full): what it says, and whether that is so: "15 million people and 20%
 *   more come to 18 million people", "… come to 19.2 million people, not 18 million people".
 */
char *
care_calculation_say (CareRecord *calculation, const CareNumberStyle *numbers, CareLookup lookup, gpointer data)
{
  g_autoptr (CareQuantity) first = dup_value (calculation, "first", lookup, data);
  g_autoptr (CareQuantity) second = dup_value (calculation, "second", lookup, data);
  g_autoptr (CareQuantity) result = dup_value (calculation, "result", lookup, data);
  const char *operation = care_record_get (calculation, "operation");
  g_autoptr (CareQuantity) found = NULL;
  g_autofree char *said = NULL;
  g_autofree char *comes = NULL;
  g_autofree char *terms = NULL;

  if (first == NULL || second == NULL || result == NULL)
    return g_strdup (_ ("Not all of its figures have a value"));
  found = care_calculation_find (operation, first, second);
  said = care_quantity_format (result, numbers);
  comes = found == NULL ? NULL : care_quantity_format (found, numbers);
  terms = say_terms (operation, first, second, numbers);
  switch (care_calculation_check (operation, first, second, result))
    {
    case CARE_CALCULATION_HOLDS:
      return g_strdup_printf (_ ("%s come to %s"), terms, said);
    case CARE_CALCULATION_FAILS:
      return g_strdup_printf (_ ("%s come to %s, not %s"), terms, comes, said);
    case CARE_CALCULATION_OPEN:
    default:
      return g_strdup_printf (_ ("%s cannot be compared with %s"), terms, said);
    }
}
