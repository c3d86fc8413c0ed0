/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as text. What is printed is the House of Commons Library's English and
 * not the language of the program: it is content, it must not change with the
 * reader's locale, and care_date_parse() reads it back. */

#include "care-date.h"

#include "care-date-words.h"

#include <string.h>

#define SPACED_DASH " " CARE_DATE_WORDS_DASH " "

const CareDateStyle care_date_style_house = { .years = "/", .years_range = SPACED_DASH };
const CareDateStyle care_date_style_short = { .has_short_months = TRUE, .years = "/", .years_range = SPACED_DASH };
/* Not with a hyphen: "2010-11" is November 2010, too. */
const CareDateStyle care_date_style_trade = { .years = CARE_DATE_WORDS_DASH, .years_range = " to " };

static char *
format_month (int month, const CareDateStyle *style)
{
  const char *name = care_date_words_months[month - 1];

  return g_strndup (name, style->has_short_months ? 3 : strlen (name));
}

static char *
format_day (CareDay day, const CareDateStyle *style)
{
  g_autofree char *month_name = NULL;
  int year, month, mday;

  care_day_to_ymd (day, &year, &month, &mday);
  month_name = format_month (month, style);
  return g_strdup_printf ("%d %s %04d", mday, month_name, year);
}

static char *
format_season (const CareDate *self, const CareDateStyle *style)
{
  const char *edtf = care_date_get_edtf (self);
  int season = edtf[6] - '1';
  int year, month, day;

  care_day_to_ymd (care_date_get_earliest (self), &year, &month, &day);
  if (season < 3)
    return g_strdup_printf ("%s %04d", care_date_words_seasons[season], year);

  return g_strdup_printf ("%s %04d%s%02d", care_date_words_seasons[season], year, style->years, (year + 1) % 100);
}

static char *
format_without_year (const char *edtf, const CareDateStyle *style)
{
  g_autofree char *month_name = format_month ((int) g_ascii_strtoll (edtf + 5, NULL, 10), style);

  if (edtf[7] == '-')
    return g_strdup_printf ("%d %s" CARE_DATE_WORDS_NO_YEAR, (int) g_ascii_strtoll (edtf + 8, NULL, 10),
                            month_name);

  return g_strconcat (month_name, CARE_DATE_WORDS_NO_YEAR, NULL);
}

static char *
format_simple (const CareDate *self, const CareDateStyle *style)
{
  const char *edtf = care_date_get_edtf (self);
  g_autofree char *day = NULL;
  g_autofree char *month_name = NULL;

  switch (care_date_get_precision (self))
    {
    case CARE_DATE_MINUTE:
      day = format_day (care_date_get_earliest (self), style);
      return g_strdup_printf ("%s, %.5s", day, edtf + 11);
    case CARE_DATE_MONTH:
      month_name = format_month ((int) g_ascii_strtoll (edtf + 5, NULL, 10), style);
      return g_strdup_printf ("%s %.4s", month_name, edtf);
    case CARE_DATE_SEASON:
      return format_season (self, style);
    case CARE_DATE_YEAR:
      return g_strndup (edtf, 4);
    case CARE_DATE_DECADE:
      return g_strdup_printf ("%.3s0s", edtf);
    case CARE_DATE_NO_YEAR:
      return format_without_year (edtf, style);
    case CARE_DATE_DAY:
    case CARE_DATE_INTERVAL:
    default:
      return format_day (care_date_get_earliest (self), style);
    }
}

static char *
format_with_marks (const char *plain, const CareDate *marks)
{
  return g_strconcat (care_date_is_approximate (marks) ? "about " : "", plain,
                      care_date_is_uncertain (marks) ? CARE_DATE_WORDS_UNCERTAIN : "", NULL);
}

static char *
format_end (const char *edtf, const CareDateStyle *style)
{
  g_autoptr (CareDate) end = care_date_from_edtf (edtf, NULL);
  g_autofree char *plain = format_simple (end, style);

  return format_with_marks (plain, end);
}

/* "2013/14" for 1 April 2013 to 31 March 2014, "2013/14 – 2015/16" for three
 * such years; NULL for what is none, or is marked. */
static char *
format_financial_years (const CareDate *self, const CareDateStyle *style)
{
  const char *edtf = care_date_get_edtf (self);
  int first, first_month, first_day, last, last_month, last_day;

  if (strlen (edtf) != strlen ("2013-04-01/2014-03-31") || strncmp (edtf + 4, "-04-01/", 7) != 0
      || strcmp (edtf + 15, "-03-31") != 0)
    return NULL;

  care_day_to_ymd (care_date_get_earliest (self), &first, &first_month, &first_day);
  care_day_to_ymd (care_date_get_latest (self), &last, &last_month, &last_day);
  if (last == first + 1)
    return g_strdup_printf ("%04d%s%02d", first, style->years, last % 100);

  return g_strdup_printf ("%04d%s%02d%s%04d%s%02d", first, style->years, (first + 1) % 100, style->years_range, last - 1,
                          style->years, last % 100);
}

/* "before April 2018" for an end on 31 March 2018, else "until" the end. */
static char *
format_open_start (const CareDate *self, const char *end, const CareDateStyle *style)
{
  g_autofree char *until = NULL;
  g_autofree char *month_name = NULL;
  int year, month, day;

  care_day_to_ymd (care_date_get_latest (self) + 1, &year, &month, &day);
  if (strlen (end) != strlen ("2018-03-31") || day != 1 || year > 9999)
    {
      until = format_end (end, style);
      return g_strconcat ("until ", until, NULL);
    }
  if (month == 1)
    return g_strdup_printf ("before %04d", year);

  month_name = format_month (month, style);
  return g_strdup_printf ("before %s %04d", month_name, year);
}

static char *
format_interval (const CareDate *self, const CareDateStyle *style)
{
  g_auto (GStrv) ends = g_strsplit (care_date_get_edtf (self), "/", 2);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  char *years;

  if (care_date_get_earliest (self) == 0)
    return format_open_start (self, ends[1], style);

  years = format_financial_years (self, style);
  if (years != NULL)
    return years;

  start = format_end (ends[0], style);
  if (care_date_get_latest (self) == 0)
    return g_strconcat ("since ", start, NULL);

  end = format_end (ends[1], style);
  return g_strconcat (start, SPACED_DASH, end, NULL);
}

/**
 * care_date_format:
 * @self: a date
 * @style: how to write it
 *
 * Writes no more than is known: "October 2014", "winter 2015/16", "about 2015",
 * "before April 2018", "September (year not stated)".
 *
 * Returns: (transfer full): the date as printed
 */
char *
care_date_format (const CareDate *self, const CareDateStyle *style)
{
  g_autofree char *plain = NULL;

  if (care_date_get_precision (self) == CARE_DATE_INTERVAL)
    return format_interval (self, style);

  plain = format_simple (self, style);
  return format_with_marks (plain, self);
}
