/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-date.h"

#include "care-date-span.h"
#include "care-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define YEAR_MAX 9999

struct _CareDate
{
  char *edtf;
  CareDateSpan span;
};

G_DEFINE_BOXED_TYPE (CareDate, care_date, care_date_ref, care_date_unref)

/**
 * care_day_from_ymd:
 * @year: 1 or more
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or 0 if there is no such day
 */
CareDay
care_day_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > YEAR_MAX + 1 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * care_day_to_ymd:
 * @day: a day; not 0
 * @year: (out): its year
 * @month: (out): its month, 1 to 12
 * @mday: (out): its day of the month, from 1
 */
void
care_day_to_ymd (CareDay day, int *year, int *month, int *mday)
{
  GDate date;

  g_return_if_fail (day != 0);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *mday = g_date_get_day (&date);
}

/**
 * care_day_months_between:
 * @from: a day
 * @to: a day
 *
 * A month is whole once the same day of a later month is reached: from 1 April
 * to 30 April is 0, to 1 May is 1. Where the later month is too short to have
 * that day, its last day will do: from 31 January to 28 February 2018 is 1.
 *
 * Returns: whole months from @from to @to; negative if @to is the earlier
 */
int
care_day_months_between (CareDay from, CareDay to)
{
  int from_year, from_month, from_day, to_year, to_month, to_day, length, months;

  if (to < from)
    return -care_day_months_between (to, from);

  care_day_to_ymd (from, &from_year, &from_month, &from_day);
  care_day_to_ymd (to, &to_year, &to_month, &to_day);
  length = g_date_get_days_in_month ((GDateMonth) to_month, (GDateYear) to_year);
  months = (to_year - from_year) * 12 + to_month - from_month;

  return to_day < MIN (from_day, length) ? months - 1 : months;
}

/**
 * care_date_from_edtf:
 * @edtf: a date in EDTF
 * @error: return location
 *
 * Returns: (transfer full): the date, or %NULL with %CARE_DOMAIN_ERROR_DATE if
 *   there is no such date, if an interval runs backwards, or if @edtf is not of
 *   the subset that #CareDatePrecision names; the ends of an interval are days
 *   or coarser
 */
CareDate *
care_date_from_edtf (const char *edtf, GError **error)
{
  CareDateSpan span;
  CareDate *self;

  if (!care_date_span_read (&span, edtf))
    {
      g_autofree char *shown = g_utf8_make_valid (edtf, -1);

      g_set_error (
        error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_DATE,
        _ ("“%s” is not a date that exists: write it like “2019-05-16”, “2015-05” or “2015-02/2015-05”."),
        shown);
      return NULL;
    }

  self = g_atomic_rc_box_new0 (CareDate);
  self->edtf = g_strdup (edtf);
  self->span = span;
  return self;
}

/**
 * care_date_new_day:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: (transfer full) (nullable): the day, or %NULL if there is none such
 */
CareDate *
care_date_new_day (int year, int month, int day)
{
  g_autofree char *edtf = NULL;

  if (year > YEAR_MAX || care_day_from_ymd (year, month, day) == 0)
    return NULL;

  edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return care_date_from_edtf (edtf, NULL);
}

/**
 * care_date_from_day:
 * @day: a day, or 0
 *
 * Returns: (transfer full) (nullable): the date, or %NULL for 0 and beyond the last year
 */
CareDate *
care_date_from_day (CareDay day)
{
  int year, month, mday;

  if (day == 0)
    return NULL;
  care_day_to_ymd (day, &year, &month, &mday);
  return care_date_new_day (year, month, mday);
}

/**
 * care_date_from_days:
 * @first: a day
 * @last: a day that is not before it
 *
 * Returns: (transfer full) (nullable): the date that can be any of the days from @first to
 *   @last: a decade, a year or a month where they are the days of one, or else an interval;
 *   %NULL beyond the last year
 */
CareDate *
care_date_from_days (CareDay first, CareDay last)
{
  g_autoptr (CareDate) start = care_date_from_day (first);
  g_autoptr (CareDate) end = care_date_from_day (last);
  g_autofree char *interval = NULL;

  if (start == NULL || end == NULL)
    return NULL;
  for (gsize length = first == last ? 10 : 1; length <= 10; length += 3)
    {
      g_autofree char *beginning = length == 1 ? g_strdup_printf ("%.3sX", start->edtf) : g_strndup (start->edtf, length);
      g_autoptr (CareDate) whole = care_date_from_edtf (beginning, NULL);

      if (care_date_get_earliest (whole) == first && care_date_get_latest (whole) == last)
        return g_steal_pointer (&whole);
    }
  interval = g_strconcat (start->edtf, "/", end->edtf, NULL);
  return care_date_from_edtf (interval, NULL);
}

/**
 * care_date_ref:
 * @self: a date
 *
 * Returns: (transfer full): @self
 */
CareDate *
care_date_ref (CareDate *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
care_date_clear (gpointer data)
{
  CareDate *self = data;

  g_free (self->edtf);
}

/**
 * care_date_unref:
 * @self: (transfer full): a date
 *
 * Gives up one reference.
 */
void
care_date_unref (CareDate *self)
{
  g_atomic_rc_box_release_full (self, care_date_clear);
}

/**
 * care_date_get_edtf:
 * @self: a date
 *
 * Returns: the stored form
 */
const char *
care_date_get_edtf (const CareDate *self)
{
  return self->edtf;
}

/**
 * care_date_get_precision:
 * @self: a date
 *
 * Returns: how far it is known
 */
CareDatePrecision
care_date_get_precision (const CareDate *self)
{
  return self->span.precision;
}

/**
 * care_date_get_earliest:
 * @self: a date
 *
 * Returns: the first day that it can be, or 0 if its year is not known or its
 *   start is open
 */
CareDay
care_date_get_earliest (const CareDate *self)
{
  return self->span.earliest;
}

/**
 * care_date_get_latest:
 * @self: a date
 *
 * Returns: the last day that it can be, or 0 if its year is not known or its
 *   end is open
 */
CareDay
care_date_get_latest (const CareDate *self)
{
  return self->span.latest;
}

/**
 * care_date_is_approximate:
 * @self: a date
 *
 * Returns: %TRUE if it, or an end of it, is marked "~" or "%"
 */
gboolean
care_date_is_approximate (const CareDate *self)
{
  return self->span.approximate;
}

/**
 * care_date_is_uncertain:
 * @self: a date
 *
 * Returns: %TRUE if it, or an end of it, is marked "?" or "%"
 */
gboolean
care_date_is_uncertain (const CareDate *self)
{
  return self->span.uncertain;
}

/**
 * care_date_equal:
 * @a: a date
 * @b: another
 *
 * Returns: %TRUE if they say the same: 2018 is not 2018-01-01/2018-12-31
 */
gboolean
care_date_equal (const CareDate *a, const CareDate *b)
{
  return strcmp (a->edtf, b->edtf) == 0;
}

static int
compare_days (CareDay a, CareDay b)
{
  return a < b ? -1 : a > b;
}

/**
 * care_date_compare:
 * @a: a date
 * @b: another
 *
 * The order for sorting: earliest day (an open start first), then latest day
 * (an open end last), then the stored form, which puts minutes in order; dates
 * without a year come after all others.
 *
 * Returns: negative, 0 or positive; 0 only for equal dates
 */
int
care_date_compare (const CareDate *a, const CareDate *b)
{
  int order = (a->span.precision == CARE_DATE_NO_YEAR) - (b->span.precision == CARE_DATE_NO_YEAR);

  if (order == 0)
    order = compare_days (a->span.earliest, b->span.earliest);
  if (order == 0)
    order = compare_days (a->span.latest - 1, b->span.latest - 1); /* 0, an open end, wraps to the largest */
  if (order == 0)
    order = strcmp (a->edtf, b->edtf);

  return order;
}
