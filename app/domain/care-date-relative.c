/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-date-relative.h"

#include "care-date-words.h"

#include <string.h>

/**
 * care_date_relative_refuse:
 * @context: how the text is read
 *
 * Notes that the text could be read if there were an anchor, or a better one.
 *
 * Returns: %NULL
 */
CareDate *
care_date_relative_refuse (CareDateContext context)
{
  *context.needs_anchor = TRUE;
  return NULL;
}

/* 1, Monday, to 7: the first day of year 1 was a Monday. */
static int
weekday_of (CareDay day)
{
  return (int) ((day + 6) % 7) + 1;
}

static gboolean
fits_direction (CareDateContext context, const CareDate *date)
{
  CareDay first = care_date_get_earliest (context.anchor);
  CareDay last = care_date_get_latest (context.anchor);

  switch (context.direction)
    {
    case CARE_DATE_AHEAD:
      return care_date_get_latest (date) >= first;
    case CARE_DATE_LAST:
      return care_date_get_latest (date) < first;
    case CARE_DATE_NEXT:
      return care_date_get_earliest (date) > last;
    case CARE_DATE_BACK:
    default:
      return care_date_get_earliest (date) <= last;
    }
}

/* The nearest year in which @rest, "-09" or "-02-29", lies where the direction
 * says; nine years reach past a century that is no leap year. */
static CareDate *
resolve_year (CareDateContext context, const char *rest)
{
  gboolean forward = context.direction == CARE_DATE_AHEAD || context.direction == CARE_DATE_NEXT;
  int step = forward ? 1 : -1;
  int year, month, day;

  if (context.anchor == NULL)
    return care_date_relative_refuse (context);

  care_day_to_ymd (forward ? care_date_get_earliest (context.anchor) : care_date_get_latest (context.anchor),
                   &year, &month, &day);
  for (int i = -1; i <= 9; i++)
    {
      g_autofree char *edtf = g_strdup_printf ("%04d%s", year + i * step, rest);
      g_autoptr (CareDate) date = care_date_from_edtf (edtf, NULL);

      if (date != NULL && fits_direction (context, date))
        return g_steal_pointer (&date);
    }

  return NULL;
}

static CareDate *
resolve_weekday (CareDateContext context, int weekday)
{
  CareDay from = context.anchor != NULL ? care_date_get_earliest (context.anchor) : 0;
  int day_of_week;

  /* Which Tuesday cannot be told from a month. */
  if (from == 0 || from != care_date_get_latest (context.anchor))
    return care_date_relative_refuse (context);

  if (context.direction == CARE_DATE_NEXT)
    from++;
  else if (context.direction == CARE_DATE_LAST)
    from--;

  day_of_week = weekday_of (from);
  if (context.direction == CARE_DATE_AHEAD || context.direction == CARE_DATE_NEXT)
    return care_date_from_day (from + (weekday - day_of_week + 7) % 7);

  return care_date_from_day (from - MIN (from, (CareDay) (day_of_week - weekday + 7) % 7));
}

/* "-09", "-09-14", "-24" or "": what follows the year in EDTF. */
static char *
words_without_year (const CareDateWords *words)
{
  if (words->season != 0)
    return g_strdup_printf ("-%02d", words->season);
  if (words->month == 0)
    return g_strdup ("");
  if (words->day == 0)
    return g_strdup_printf ("-%02d", words->month);

  return g_strdup_printf ("-%02d-%02d", words->month, words->day);
}

static CareDate *
date_without_year (CareDateContext context, const CareDateWords *words)
{
  g_autofree char *rest = words_without_year (words);
  g_autofree char *edtf = g_strconcat ("XXXX", rest, NULL);

  if (words->minute >= 0)
    return NULL;
  if (context.anchor != NULL || words->season != 0)
    return resolve_year (context, rest);
  if (context.direction == CARE_DATE_LAST || context.direction == CARE_DATE_NEXT)
    return care_date_relative_refuse (context);

  return care_date_from_edtf (edtf, NULL);
}

static CareDate *
date_of_words (CareDateContext context, const CareDateWords *words)
{
  g_autofree char *rest = words_without_year (words);
  g_autofree char *time = NULL;
  g_autofree char *edtf = NULL;

  if (words->year == 0)
    return date_without_year (context, words);

  time = words->minute >= 0 ? g_strdup_printf ("T%02d:%02d", words->minute / 60, words->minute % 60) : NULL;
  edtf = g_strdup_printf ("%04d%s%s", words->year, rest, time != NULL ? time : "");
  return care_date_from_edtf (edtf, NULL);
}

/* Words that cannot stand together: a day without a month, a season with one. */
static gboolean
words_agree (const CareDateWords *words)
{
  if (words->season != 0 && (words->month != 0 || words->day != 0))
    return FALSE;
  if (words->day != 0 && words->month == 0)
    return FALSE;
  if ((words->weekday != 0 || words->minute >= 0) && words->day == 0)
    return FALSE;

  return words->year != 0 || words->month != 0 || words->season != 0;
}

static gboolean
is_weekday_only (const CareDateWords *words)
{
  return words->weekday != 0 && words->day == 0 && words->month == 0 && words->season == 0 && words->year == 0
         && words->minute < 0;
}

/**
 * care_date_relative_read_plain:
 * @context: how to read it
 * @text: such as "27 January 2015", "September", "Tuesday"
 *
 * Returns: (transfer full) (nullable): the date, or %NULL
 */
CareDate *
care_date_relative_read_plain (CareDateContext context, const char *text)
{
  g_autoptr (CareDate) date = NULL;
  CareDateWords words;

  if (!care_date_words_read (&words, text))
    return NULL;
  if (is_weekday_only (&words))
    return resolve_weekday (context, words.weekday);
  if (!words_agree (&words))
    return NULL;

  date = date_of_words (context, &words);
  /* "Monday 27 January 2015" is a slip, since that was a Tuesday. */
  if (date != NULL && words.weekday != 0 && care_date_get_earliest (date) != 0
      && weekday_of (care_date_get_earliest (date)) != words.weekday)
    return NULL;

  return g_steal_pointer (&date);
}

static CareDate *
shift_year (CareDateContext context, int offset)
{
  g_autofree char *edtf = NULL;
  int first, last, month, day;

  if (context.anchor == NULL)
    return care_date_relative_refuse (context);

  care_day_to_ymd (care_date_get_earliest (context.anchor), &first, &month, &day);
  care_day_to_ymd (care_date_get_latest (context.anchor), &last, &month, &day);
  if (first != last)
    return care_date_relative_refuse (context);
  if (first + offset < 1)
    return NULL;

  edtf = g_strdup_printf ("%04d", first + offset);
  return care_date_from_edtf (edtf, NULL);
}

/**
 * care_date_relative_read:
 * @context: how to read it
 * @text: such as "last Tuesday", "next year", "two years later", "at once"
 *
 * Returns: (transfer full) (nullable): the date, or %NULL
 */
CareDate *
care_date_relative_read (CareDateContext context, const char *text)
{
  static const char *const last[] = { "last ", NULL };
  static const char *const next[] = { "next ", NULL };
  const char *rest;
  int offset;

  if (care_date_words_year_offset (text, &offset))
    return shift_year (context, offset);
  if (g_ascii_strcasecmp (text, "immediately") == 0 || g_ascii_strcasecmp (text, "at once") == 0)
    return context.anchor != NULL ? care_date_ref ((CareDate *) context.anchor)
                                  : care_date_relative_refuse (context);

  rest = care_date_words_after (text, last);
  context.direction = rest != NULL ? CARE_DATE_LAST : CARE_DATE_NEXT;
  if (rest == NULL)
    rest = care_date_words_after (text, next);

  /* "next April 2018" is one or the other. */
  return rest != NULL && strpbrk (rest, "0123456789") == NULL ? care_date_relative_read_plain (context, rest)
                                                              : NULL;
}
