/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 15 million, a rise of 20% and 18 million are three numbers of which any two give the
 * third. */

#include "care-check.h"

#include <glib/gi18n.h>

/* The whole number that @value is at the power of ten @exponent; FALSE where it is not
 * whole, or too large to reckon with. */
static gboolean
scale (CareDecimal value, int exponent, gint64 *whole)
{
  *whole = value.mantissa;
  if (value.exponent < exponent)
    return FALSE;
  for (int i = value.exponent; i > exponent; i--)
    if (ABS (*whole) > G_MAXINT64 / 100000)
      return FALSE;
    else
      *whole *= 10;
  return ABS (*whole) < G_MAXINT64 / 100000;
}

static gint64
get_step (CareDecimal value, int exponent)
{
  gint64 step = 1;

  for (int i = value.exponent; i > exponent; i--)
    step *= 10;
  return step;
}

/* Whether @from and @percent more is @to, as precisely as each of them is told. */
static gboolean
agrees (CareDecimal from, CareDecimal percent, CareDecimal to)
{
  int exponent = MIN (from.exponent, to.exponent);
  gint64 low, high, rise, slack;

  if (percent.exponent != 0 || percent.mantissa > 1000 || !scale (from, exponent, &low) || !scale (to, exponent, &high))
    return TRUE;
  rise = low * (100 + percent.mantissa);
  /* Twice what half a last digit of each comes to. */
  slack = get_step (from, exponent) * (100 + percent.mantissa) + low + get_step (to, exponent) * 100;
  return 2 * ABS (rise - high * 100) <= slack;
}

/* (transfer none) (nullable): the figure of a count in the year in which @day is. */
static CareRecord *
find_level (CareCheckRun *run, GArray *shown, CareRecord *change, CareDay day, const char *unit)
{
  for (guint i = 0; i < shown->len; i++)
    {
      CareRecord *figure = g_array_index (shown, CareCheckShown, i).record;
      g_autoptr (CareQuantity) value = care_record_dup_quantity (figure, "value");
      g_autoptr (CareDate) period = care_record_dup_date (figure, "period");

      if (figure != change && value != NULL && period != NULL && care_quantity_has_number (value)
          && care_date_get_precision (period) != CARE_DATE_INTERVAL && care_date_get_earliest (period) <= day
          && day <= care_date_get_latest (period) && g_strcmp0 (care_quantity_get_unit (value), "%") != 0
          && (unit == NULL || g_strcmp0 (care_quantity_get_unit (value), unit) == 0))
        return figure;
    }
  return NULL;
}

/* What is recorded to follow from each other, another check looks at. */
static gboolean
is_recorded (CareCheckRun *run, CareRecord *change)
{
  g_autoptr (GPtrArray) calculations
    = care_snapshot_list (run->snapshot, "calculation", "second", care_record_get_id (change));

  return calculations->len > 0;
}

static void
check_change (CareCheckRun *run, GArray *shown, const CareCheckShown *one)
{
  g_autoptr (CareQuantity) change = care_record_dup_quantity (one->record, "value");
  g_autoptr (CareDate) period = care_record_dup_date (one->record, "period");
  g_autoptr (CareQuantity) from_value = NULL;
  g_autoptr (CareQuantity) to_value = NULL;
  CareRecord *from, *to;

  if (change == NULL || period == NULL || !care_quantity_has_number (change)
      || care_date_get_precision (period) != CARE_DATE_INTERVAL || g_strcmp0 (care_quantity_get_unit (change), "%") != 0)
    return;
  from = find_level (run, shown, one->record, care_date_get_earliest (period), NULL);
  from_value = from == NULL ? NULL : care_record_dup_quantity (from, "value");
  to = from == NULL ? NULL : find_level (run, shown, one->record, care_date_get_latest (period), care_quantity_get_unit (from_value));
  to_value = to == NULL ? NULL : care_record_dup_quantity (to, "value");
  if (to == NULL || to == from
      || agrees (care_quantity_get_low (from_value), care_quantity_get_low (change), care_quantity_get_low (to_value)))
    return;
  care_check_mend (care_check_report (run, one->element, one->record, "value", _ ("“%s” does not lead from “%s” to “%s”"),
                                      care_record_get_title (one->record), care_record_get_title (from),
                                      care_record_get_title (to)),
                   _ ("Open Figure…"));
}

void
care_check_projection (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "figure");

  for (guint i = 0; i < shown->len; i++)
    if (!is_recorded (run, g_array_index (shown, CareCheckShown, i).record))
      check_change (run, shown, &g_array_index (shown, CareCheckShown, i));
}
