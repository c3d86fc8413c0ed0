/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-date-span.h"

#include <string.h>

/* Each function that reads fills in what a text spans, and gives FALSE if the
 * text is not of its shape. */

/* "#" in a shape is a digit. */
static gboolean
has_shape (const char *text, const char *shape)
{
  for (; *text != '\0' && *shape != '\0'; text++, shape++)
    if (*shape == '#' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;

  return *text == *shape;
}

static int
number_at (const char *text, int length)
{
  int number = 0;

  for (int i = 0; i < length; i++)
    number = number * 10 + g_ascii_digit_value (text[i]);

  return number;
}

static gboolean
set_span (CareDateSpan *self, CareDatePrecision precision, CareDay earliest, CareDay latest)
{
  self->precision = precision;
  self->earliest = earliest;
  self->latest = latest;

  return earliest != 0 && latest != 0;
}

static gboolean
read_day (CareDateSpan *self, const char *text)
{
  CareDay day = care_day_from_ymd (number_at (text, 4), number_at (text + 5, 2), number_at (text + 8, 2));

  return set_span (self, CARE_DATE_DAY, day, day);
}

static gboolean
read_minute (CareDateSpan *self, const char *text)
{
  if (!read_day (self, text) || number_at (text + 11, 2) > 23 || number_at (text + 14, 2) > 59)
    return FALSE;

  self->precision = CARE_DATE_MINUTE;
  return TRUE;
}

/* Spring is March to May; winter runs into the next year. */
static gboolean
read_season (CareDateSpan *self, int year, int season)
{
  int month = 3 + (season - 21) * 3;
  CareDay end = season == 24 ? care_day_from_ymd (year + 1, 3, 1) : care_day_from_ymd (year, month + 3, 1);

  return set_span (self, CARE_DATE_SEASON, care_day_from_ymd (year, month, 1), end - 1);
}

static gboolean
read_month (CareDateSpan *self, const char *text)
{
  int year = number_at (text, 4);
  int month = number_at (text + 5, 2);
  CareDay next;

  if (year >= 1 && month >= 21 && month <= 24)
    return read_season (self, year, month);
  if (year < 1 || month < 1 || month > 12)
    return FALSE;

  next = month == 12 ? care_day_from_ymd (year + 1, 1, 1) : care_day_from_ymd (year, month + 1, 1);
  return set_span (self, CARE_DATE_MONTH, care_day_from_ymd (year, month, 1), next - 1);
}

static gboolean
read_years (CareDateSpan *self, CareDatePrecision precision, int first, int last)
{
  return set_span (self, precision, care_day_from_ymd (first, 1, 1), care_day_from_ymd (last, 12, 31));
}

/* A leap year stands for the year that is not known: 29 February may be. */
static gboolean
read_without_year (CareDateSpan *self, const char *text)
{
  int month = number_at (text + 5, 2);
  int day = text[7] == '-' ? number_at (text + 8, 2) : 1;

  set_span (self, CARE_DATE_NO_YEAR, 0, 0);
  return care_day_from_ymd (2000, month, day) != 0;
}

static gboolean
read_simple (CareDateSpan *self, const char *text)
{
  if (has_shape (text, "####-##-##T##:##"))
    return read_minute (self, text);
  if (has_shape (text, "####-##-##"))
    return read_day (self, text);
  if (has_shape (text, "####-##"))
    return read_month (self, text);
  if (has_shape (text, "####"))
    return read_years (self, CARE_DATE_YEAR, number_at (text, 4), number_at (text, 4));
  if (has_shape (text, "###X"))
    return read_years (self, CARE_DATE_DECADE, number_at (text, 3) * 10, number_at (text, 3) * 10 + 9);
  if (has_shape (text, "XXXX-##") || has_shape (text, "XXXX-##-##"))
    return read_without_year (self, text);

  return FALSE;
}

static gboolean
read_marked (CareDateSpan *self, const char *text)
{
  gsize length = strlen (text);
  char mark = length > 0 ? text[length - 1] : '\0';
  g_autofree char *plain = NULL;

  self->approximate = mark == '~' || mark == '%';
  self->uncertain = mark == '?' || mark == '%';
  plain = g_strndup (text, self->approximate || self->uncertain ? length - 1 : length);

  return read_simple (self, plain);
}

static gboolean
read_end (CareDateSpan *self, const char *text)
{
  if (strcmp (text, "..") == 0)
    return TRUE;

  return read_marked (self, text) && self->precision != CARE_DATE_MINUTE
         && self->precision != CARE_DATE_NO_YEAR;
}

static gboolean
read_interval (CareDateSpan *self, const char *start_text, const char *end_text)
{
  CareDateSpan start = { 0 };
  CareDateSpan end = { 0 };

  if (!read_end (&start, start_text) || !read_end (&end, end_text))
    return FALSE;
  if (start.earliest == 0 && end.latest == 0)
    return FALSE;
  if (start.earliest != 0 && end.latest != 0 && end.latest < start.earliest)
    return FALSE;

  self->precision = CARE_DATE_INTERVAL;
  self->earliest = start.earliest;
  self->latest = end.latest;
  self->approximate = start.approximate || end.approximate;
  self->uncertain = start.uncertain || end.uncertain;
  return TRUE;
}

/**
 * care_date_span_read:
 * @self: (out): the span; unspecified if %FALSE is returned
 * @edtf: a date in EDTF
 *
 * Returns: %FALSE if @edtf is not of the subset that #CareDatePrecision names,
 *   or there is no such date
 */
gboolean
care_date_span_read (CareDateSpan *self, const char *edtf)
{
  g_auto (GStrv) ends = g_strsplit (edtf, "/", 3);

  *self = (CareDateSpan){ 0 };
  if (g_strv_length (ends) == 2)
    return read_interval (self, ends[0], ends[1]);

  return read_marked (self, edtf);
}
