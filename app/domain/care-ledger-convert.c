/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What money may be converted to: so much a year and the total over stated years, and
 * cash and real terms by an index of prices. */

#include "care-ledger-private.h"

#include "care-date.h"
#include "care-decimal.h"
#include "care-interval.h"

#include <string.h>

/**
 * care_ledger_count_years:
 * @period: (nullable): a period, as EDTF
 *
 * Returns: how many whole years it is; 0 where it is not known, or is not of whole years.
 */
guint
care_ledger_count_years (const char *period)
{
  g_autoptr (CareDate) date = period == NULL ? NULL : care_date_from_edtf (period, NULL);
  CareDay first = date == NULL ? 0 : care_date_get_earliest (date);
  CareDay last = date == NULL ? 0 : care_date_get_latest (date);
  int months = first == 0 || last == 0 ? 0 : care_day_months_between (first, last + 1);
  int year, month, day;

  if (months <= 0 || months % 12 != 0)
    return 0;
  care_day_to_ymd (first, &year, &month, &day);
  return care_day_from_ymd (year + months / 12, month, day) == last + 1 ? (guint) months / 12 : 0;
}

/**
 * care_ledger_read_index:
 * @value: (nullable): what is recorded of a year
 * @index: (out): what prices were in it
 *
 * Returns: whether @value is what an index can be: one number above nought.
 */
gboolean
care_ledger_read_index (const CareQuantity *value, CareDecimal *index)
{
  if (value == NULL || care_quantity_get_form (value) != CARE_QUANTITY_EXACT || care_quantity_get_unit (value) != NULL)
    return FALSE;
  *index = care_quantity_get_low (value);
  return index->mantissa > 0;
}

/**
 * care_ledger_read_conversions:
 * @period: (nullable): what a ledger_item is counted as
 * @price: (nullable): in which prices
 *
 * Returns: the conversions that both ask for.
 */
CareLedgerConversions
care_ledger_read_conversions (const char *period, const char *price)
{
  CareLedgerConversions as = 0;

  if (period != NULL)
    as |= strcmp (period, "total") == 0 ? CARE_LEDGER_AS_TOTAL : CARE_LEDGER_AS_PER_YEAR;
  if (price != NULL)
    as |= strcmp (price, "real") == 0 ? CARE_LEDGER_AS_REAL : CARE_LEDGER_AS_CASH;
  return as;
}

static gboolean
take_interval (CareLedgerFigure *figure, const CareInterval *interval)
{
  g_autoptr (CareQuantity) value = care_interval_to_quantity (interval, figure->unit, NULL);

  if (value == NULL)
    return FALSE;
  figure->form = care_quantity_get_form (value);
  figure->low = care_quantity_get_low (value);
  figure->high = care_quantity_get_high (value);
  return TRUE;
}

static gboolean
convert_period (CareLedgerFigures *figures, CareLedgerFigure *figure, gboolean to_total)
{
  CareDecimal one = { 1, 0 };
  CareDecimal years = { care_ledger_count_years (figure->period), 0 };
  CareInterval interval;

  if (g_strcmp0 (figure->period_basis, to_total ? "per-year" : "total") != 0 || years.mantissa == 0
      || !care_interval_read_form (&interval, figure->form, figure->low, figure->high))
    return FALSE;
  if (!(to_total ? care_interval_multiply (&interval, years) : care_interval_divide (&interval, one, years))
      || !take_interval (figure, &interval))
    return FALSE;
  figure->period_basis = care_ledger_figures_keep (figures, to_total ? "total" : "per-year");
  return TRUE;
}

/* (nullable): the index of @year, if there is one and not two. */
static const CareDeflatorYear *
find_year (const CareLedgerOptions *options, const char *year)
{
  const CareDeflatorYear *found = NULL;

  for (guint i = 0; i < options->n_deflator; i++)
    {
      const CareDeflatorYear *one = &options->deflator[i];

      if (g_strcmp0 (one->year, year) != 0 || one->value.mantissa <= 0)
        continue;
      if (found != NULL && care_decimal_compare (found->value, one->value) != 0)
        return NULL;
      found = one;
    }
  return found;
}

/* The year in whose prices a figure is, or NULL where that is not one year. */
static const char *
get_price_year (const CareLedgerFigure *figure)
{
  if (g_strcmp0 (figure->price_basis, "real") == 0)
    return figure->price_year;
  return g_strcmp0 (figure->price_basis, "cash") == 0 ? figure->period : NULL;
}

/* What @figure itself lacks: cash is of the prices of its period, which has to be one year. */
static CareLedgerLack
find_own_lack (const CareLedgerFigure *figure, CareLedgerConversions failed, const char **year)
{
  gboolean is_real = g_strcmp0 (figure->price_basis, "real") == 0;

  if (g_strcmp0 (figure->unit, "GBP") != 0)
    return CARE_LEDGER_LACKS_MONEY;
  if (figure->price_basis == NULL)
    return CARE_LEDGER_LACKS_PRICE_BASIS;
  if (is_real && care_ledger_count_years (figure->price_year) != 1)
    return CARE_LEDGER_LACKS_PRICE_YEAR;
  if (is_real && failed & CARE_LEDGER_AS_REAL)
    return CARE_LEDGER_LACKS_NOTHING;
  if (figure->period == NULL)
    return CARE_LEDGER_LACKS_PERIOD;
  *year = figure->period;
  return care_ledger_count_years (figure->period) == 1 ? CARE_LEDGER_LACKS_NOTHING : CARE_LEDGER_LACKS_ONE_YEAR;
}

/* Why the prices of @figure cannot be converted as @failed says; @year: what that is about, or NULL. */
CareLedgerLack
care_ledger_find_lack (const CareLedgerFigure *figure, CareLedgerConversions failed, const CareLedgerOptions *options,
                       const char **year)
{
  const char *years[] = { get_price_year (figure), failed & CARE_LEDGER_AS_REAL ? options->price_year : figure->period };
  CareLedgerLack own;

  *year = NULL;
  if ((failed & (CARE_LEDGER_AS_REAL | CARE_LEDGER_AS_CASH)) == 0)
    return CARE_LEDGER_LACKS_NOTHING;
  own = find_own_lack (figure, failed, year);
  if (own != CARE_LEDGER_LACKS_NOTHING)
    return own;
  *year = NULL;
  if (options->n_deflator == 0)
    return CARE_LEDGER_LACKS_DEFLATOR;
  if (care_ledger_count_years (years[1]) != 1)
    return CARE_LEDGER_LACKS_LEDGER_YEAR;
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    if (find_year (options, *year = years[i]) == NULL)
      return CARE_LEDGER_LACKS_INDEX;
  *year = NULL;
  return CARE_LEDGER_LACKS_NOTHING;
}

static gboolean
convert_prices (CareLedgerFigures *figures, CareLedgerFigure *figure, gboolean to_real, const CareLedgerOptions *options)
{
  const char *year = to_real ? options->price_year : figure->period;
  const CareDeflatorYear *from = find_year (options, get_price_year (figure));
  const CareDeflatorYear *to = find_year (options, year);
  CareInterval interval;

  if (from == NULL || to == NULL || g_strcmp0 (figure->unit, "GBP") != 0
      || !care_interval_read_form (&interval, figure->form, figure->low, figure->high)
      || !care_interval_divide (&interval, to->value, from->value) || !take_interval (figure, &interval))
    return FALSE;
  figure->price_basis = care_ledger_figures_keep (figures, to_real ? "real" : "cash");
  figure->price_year = to_real ? care_ledger_figures_keep (figures, year) : NULL;
  return TRUE;
}

/**
 * care_ledger_convert:
 * @figures: what @figure is of
 * @figure: (inout): a figure with a number
 * @as: what it is to be
 * @options: the ledger's
 *
 * Prices are converted by the year of the figure, so before its period is; a total over
 * several years has no one year, and cannot be. What is rounded is then about so much.
 *
 * Returns: what of @as could not be done, for want of years or of an index for them.
 */
CareLedgerConversions
care_ledger_convert (CareLedgerFigures *figures, CareLedgerFigure *figure, CareLedgerConversions as,
                     const CareLedgerOptions *options)
{
  CareLedgerConversions failed = 0;

  if (as & CARE_LEDGER_AS_REAL && !convert_prices (figures, figure, TRUE, options))
    failed |= CARE_LEDGER_AS_REAL;
  if (as & CARE_LEDGER_AS_CASH && !convert_prices (figures, figure, FALSE, options))
    failed |= CARE_LEDGER_AS_CASH;
  if (as & CARE_LEDGER_AS_TOTAL && !convert_period (figures, figure, TRUE))
    failed |= CARE_LEDGER_AS_TOTAL;
  if (as & CARE_LEDGER_AS_PER_YEAR && !convert_period (figures, figure, FALSE))
    failed |= CARE_LEDGER_AS_PER_YEAR;
  return failed;
}
