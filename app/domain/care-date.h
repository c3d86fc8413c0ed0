/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A date as far as it is known. Stored as EDTF (ISO 8601-2); never more
 * precise than what was said. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CareDatePrecision:
 * @CARE_DATE_MINUTE: "2019-05-16T14:01"
 * @CARE_DATE_DAY: "2015-01-27"
 * @CARE_DATE_MONTH: "2014-10"
 * @CARE_DATE_SEASON: "2015-24", EDTF's winter of 2015
 * @CARE_DATE_YEAR: "1948"
 * @CARE_DATE_DECADE: "199X"
 * @CARE_DATE_INTERVAL: "2015-02/2015-05", "../2018-03-31", "2015-05/.."
 * @CARE_DATE_NO_YEAR: "XXXX-09" or "XXXX-09-14": the year is not known
 */
typedef enum
{
  CARE_DATE_MINUTE,
  CARE_DATE_DAY,
  CARE_DATE_MONTH,
  CARE_DATE_SEASON,
  CARE_DATE_YEAR,
  CARE_DATE_DECADE,
  CARE_DATE_INTERVAL,
  CARE_DATE_NO_YEAR,
} CareDatePrecision;

/**
 * CareDateStyle:
 * @has_short_months: whether it is "Oct 2014", or "October 2014"
 * @years: what is between the two years of a financial one, which begins on 1 April
 * @years_range: what is between the first of several and the last
 */
typedef struct
{
  gboolean has_short_months;
  const char *years;
  const char *years_range;
} CareDateStyle;

/* "24 February 2017", "2013/14", "February 2015 – May 2015" */
extern const CareDateStyle care_date_style_house;
/* "24 Feb 2017", "2013/14" */
extern const CareDateStyle care_date_style_short;
/* "24 February 2017", "2013–14" */
extern const CareDateStyle care_date_style_trade;

#define CARE_DATE_HOUSE (&care_date_style_house)
#define CARE_DATE_SHORT (&care_date_style_short)

/* A day as a number: days since 1 January of year 1 in the proleptic Gregorian
 * calendar, that day being 1, as g_date_get_julian() counts; 0 is none. */
typedef guint32 CareDay;

/* 31 December 9999: no date is later. */
#define CARE_DAY_LAST 3652059

/* Immutable, reference counted. */
typedef struct _CareDate CareDate;

#define CARE_TYPE_DATE (care_date_get_type ())
GType care_date_get_type (void);

CareDate *care_date_ref (CareDate *self);
void care_date_unref (CareDate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareDate, care_date_unref)

CareDate *care_date_new_day (int year, int month, int day);
CareDate *care_date_from_day (CareDay day);
CareDate *care_date_from_days (CareDay first, CareDay last);

/* EDTF, the subset named at CareDatePrecision with the marks "~" (approximate),
 * "?" (uncertain) and "%" (both) after it. */
CareDate *care_date_from_edtf (const char *edtf, GError **error);
const char *care_date_get_edtf (const CareDate *self);

CareDatePrecision care_date_get_precision (const CareDate *self);
/* First and last day that it can be; 0 where that is not known. */
CareDay care_date_get_earliest (const CareDate *self);
CareDay care_date_get_latest (const CareDate *self);
gboolean care_date_is_approximate (const CareDate *self);
gboolean care_date_is_uncertain (const CareDate *self);
gboolean care_date_equal (const CareDate *a, const CareDate *b);
/* For sorting: earliest, then latest; unknown years last. */
int care_date_compare (const CareDate *a, const CareDate *b);

/* care-date-parse.c: what a person types: EDTF, "16 May 2019", "May 2015",
 * "2018", "2013/14", "September", "before April 2018" (../2018-03-31),
 * "February 2015 to May 2015". @anchor: the day that "on Tuesday" or
 * "September" is read from, or NULL when there is none. */
CareDate *care_date_parse (const char *text, const CareDate *anchor, GError **error);
/* The same for a deadline: "September" is the next one, not the last. */
CareDate *care_date_parse_ahead (const char *text, const CareDate *anchor, GError **error);
char *care_date_format (const CareDate *self, const CareDateStyle *style);

CareDay care_day_from_ymd (int year, int month, int day);
void care_day_to_ymd (CareDay day, int *year, int *month, int *mday);
/* Whole calendar months from @from to @to, as people count them: from 1 April
 * 2018 to 1 January 2019 is 9. */
int care_day_months_between (CareDay from, CareDay to);

G_END_DECLS
