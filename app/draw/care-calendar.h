/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The periods that an axis of time is divided into, reckoned in days. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

/**
 * CareCalendarUnit:
 * @CARE_CALENDAR_DAYS: days; of seven, weeks, which begin on Monday
 * @CARE_CALENDAR_MONTHS: months; counted from January, so that three are a quarter
 * @CARE_CALENDAR_YEARS: years; of ten, decades such as 2010 to 2019
 * @CARE_CALENDAR_FINANCIAL_YEARS: years from 1 April
 */
typedef enum
{
  CARE_CALENDAR_DAYS,
  CARE_CALENDAR_MONTHS,
  CARE_CALENDAR_YEARS,
  CARE_CALENDAR_FINANCIAL_YEARS,
} CareCalendarUnit;

/* So many of a unit. Months divide a year: 1, 3 or 6 of them. */
typedef struct
{
  CareCalendarUnit unit;
  int count;
} CareCalendarStep;

/* The first day of the period that @day is in, and of the one after it. */
CareDay care_calendar_floor (CareDay day, CareCalendarStep step);
CareDay care_calendar_next (CareDay day, CareCalendarStep step);
/* How many days a period has at the least. */
guint care_calendar_shortest (CareCalendarStep step);
/* Whether it is every other one, which does not depend on where a view begins. */
gboolean care_calendar_is_odd (CareDay day, CareCalendarStep step);
/* What the period that begins on @day is called beside others of its kind: "12", "Apr",
 * "2015", "2018/19". */
char *care_calendar_name (CareDay day, CareCalendarStep step);
/* What it is called above periods that are within it: "April 2015", "2015", "2010s". */
char *care_calendar_full_name (CareDay day, CareCalendarStep step);

G_END_DECLS
