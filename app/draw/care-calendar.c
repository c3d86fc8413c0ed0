/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-calendar.h"

#include "care-date-words.h"

static void
split (CareDay day, int *year, int *month, int *mday)
{
  care_day_to_ymd (day, year, month, mday);
}

/* The year in which the financial year of @day begins. */
static int
financial_year (CareDay day)
{
  int year, month, mday;

  split (day, &year, &month, &mday);
  return month < 4 ? year - 1 : year;
}

static CareDay
begin_year (int year, CareCalendarUnit unit)
{
  return unit == CARE_CALENDAR_YEARS ? care_day_from_ymd (MAX (year, 1), 1, 1)
                                     : care_day_from_ymd (MAX (year, 1), 4, 1);
}

/**
 * care_calendar_floor:
 * @day: a day
 * @step: of which periods
 *
 * Returns: the first day of the period that @day is in; at the beginning of all time, where
 *   that would be before the first day, one that may be after @day.
 */
CareDay
care_calendar_floor (CareDay day, CareCalendarStep step)
{
  int year, month, mday;

  split (day, &year, &month, &mday);
  switch (step.unit)
    {
    case CARE_CALENDAR_MONTHS:
      return care_day_from_ymd (year, month - (month - 1) % step.count, 1);
    case CARE_CALENDAR_YEARS:
      return begin_year (year - year % step.count, step.unit);
    case CARE_CALENDAR_FINANCIAL_YEARS:
      year = financial_year (day);
      return begin_year (year - year % step.count, step.unit);
    case CARE_CALENDAR_DAYS:
    default:
      return day - (day - 1) % (CareDay) step.count;
    }
}

/**
 * care_calendar_next:
 * @day: a day
 * @step: of which periods
 *
 * Returns: the first day of the period after the one that @day is in.
 */
CareDay
care_calendar_next (CareDay day, CareCalendarStep step)
{
  int year, month, mday;

  split (day, &year, &month, &mday);
  switch (step.unit)
    {
    case CARE_CALENDAR_MONTHS:
      month += step.count - (month - 1) % step.count;
      return month > 12 ? care_day_from_ymd (year + 1, 1, 1) : care_day_from_ymd (year, month, 1);
    case CARE_CALENDAR_YEARS:
      return begin_year (year - year % step.count + step.count, step.unit);
    case CARE_CALENDAR_FINANCIAL_YEARS:
      year = financial_year (day);
      return begin_year (year - year % step.count + step.count, step.unit);
    case CARE_CALENDAR_DAYS:
    default:
      return care_calendar_floor (day, step) + (CareDay) step.count;
    }
}

/**
 * care_calendar_shortest:
 * @step: of which periods
 *
 * Returns: how many days one of them has at the least.
 */
guint
care_calendar_shortest (CareCalendarStep step)
{
  static const guint days[] = { 1, 28, 365, 365 };

  if (step.unit == CARE_CALENDAR_MONTHS && step.count > 1)
    return 30 * (guint) step.count;
  return days[step.unit] * (guint) step.count;
}

/**
 * care_calendar_is_odd:
 * @day: the first day of a period
 * @step: of which periods
 *
 * Returns: whether it is an odd one of all that there are.
 */
gboolean
care_calendar_is_odd (CareDay day, CareCalendarStep step)
{
  int year, month, mday, number;

  split (day, &year, &month, &mday);
  if (step.unit == CARE_CALENDAR_DAYS)
    number = (int) (day - 1);
  else
    number = step.unit == CARE_CALENDAR_MONTHS ? 12 * year + month - 1 : year;
  return number / step.count % 2 == 1;
}

static char *
name_financial_year (int year)
{
  return g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
}

/**
 * care_calendar_name:
 * @day: the first day of a period
 * @step: of which periods
 *
 * Returns: (transfer full): what it is called beside others: the day of the month, the month
 *   or first month in short, the year or first year.
 */
char *
care_calendar_name (CareDay day, CareCalendarStep step)
{
  int year, month, mday;

  split (day, &year, &month, &mday);
  switch (step.unit)
    {
    case CARE_CALENDAR_MONTHS:
      return g_strndup (care_date_words_months[month - 1], 3);
    case CARE_CALENDAR_YEARS:
      return g_strdup_printf ("%d", year);
    case CARE_CALENDAR_FINANCIAL_YEARS:
      return name_financial_year (year);
    case CARE_CALENDAR_DAYS:
    default:
      return g_strdup_printf ("%d", mday);
    }
}

/**
 * care_calendar_full_name:
 * @day: the first day of a period
 * @step: of which periods: single months and years, and decades
 *
 * Returns: (transfer full): what it is called by itself.
 */
char *
care_calendar_full_name (CareDay day, CareCalendarStep step)
{
  int year, month, mday;

  split (day, &year, &month, &mday);
  if (step.unit == CARE_CALENDAR_MONTHS)
    return g_strdup_printf ("%s %d", care_date_words_months[month - 1], year);
  if (step.unit == CARE_CALENDAR_YEARS && step.count == 10)
    return g_strdup_printf ("%ds", year);
  return care_calendar_name (day, step);
}
