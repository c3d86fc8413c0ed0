/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "18 months", "a year", "the next three years", "100 days of taking office". */

#include "care-deadline-period.h"

#include "care-date-words.h"

#include <string.h>

/**
 * care_deadline_refuse:
 * @trouble: (out): set to @why
 * @why: why there is no date
 *
 * Returns: %NULL
 */
CareDate *
care_deadline_refuse (CareDeadlineTrouble *trouble, CareDeadlineTrouble why)
{
  *trouble = why;
  return NULL;
}

/**
 * care_deadline_has_ends:
 * @said: (nullable): a date
 *
 * Returns: whether it is known from when to when @said can be.
 */
gboolean
care_deadline_has_ends (const CareDate *said)
{
  return said != NULL && care_date_get_earliest (said) != 0 && care_date_get_latest (said) != 0;
}

/**
 * care_deadline_mark_as:
 * @said: a date that is counted from
 * @start: EDTF without marks
 * @end: (nullable): the same, where it is a period
 *
 * What is counted from a day that is not sure is no surer.
 *
 * Returns: (transfer full) (nullable): the date or period, with the marks of @said.
 */
CareDate *
care_deadline_mark_as (const CareDate *said, const char *start, const char *end)
{
  const char *mark = care_date_is_approximate (said) ? (care_date_is_uncertain (said) ? "%" : "~")
                                                     : (care_date_is_uncertain (said) ? "?" : "");
  g_autofree char *edtf = end == NULL ? g_strconcat (start, mark, NULL) : g_strconcat (start, mark, "/", end, mark, NULL);

  return care_date_from_edtf (edtf, NULL);
}

static gboolean
read_unit (const char *word, int count, CareDeadlineLength *length)
{
  static const struct
  {
    const char *one;
    const char *many;
    int years, months, days;
  } units[] = {
    { "decade", "decades", 10, 0, 0 }, { "year", "years", 1, 0, 0 }, { "month", "months", 0, 1, 0 },
    { "week", "weeks", 0, 0, 7 },      { "day", "days", 0, 0, 1 },
  };
  gsize bare = strcspn (word, "'");

  /* "three years' time" */
  if (bare < strlen (word) && strcmp (word + bare, "'") != 0 && strcmp (word + bare, "'s") != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if ((bare == strlen (units[i].one) && g_ascii_strncasecmp (word, units[i].one, bare) == 0)
        || (bare == strlen (units[i].many) && g_ascii_strncasecmp (word, units[i].many, bare) == 0))
      {
        length->years = units[i].years * count;
        length->months = units[i].months * count;
        length->days = units[i].days * count;
        return TRUE;
      }
  return FALSE;
}

static int
read_number (const char *word)
{
  return g_ascii_strcasecmp (word, "a") == 0 || g_ascii_strcasecmp (word, "an") == 0 ? 1 : care_date_words_count (word);
}

/* What follows the number and the unit: nothing, "time", or what it is counted from. */
static gboolean
read_from (char **words, CareDeadlineLength *length)
{
  static const char *const openings[] = { "of", "from", "after", NULL };

  if (words[0] == NULL || (g_ascii_strcasecmp (words[0], "time") == 0 && words[1] == NULL))
    return TRUE;
  for (guint i = 0; openings[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[0], openings[i]) == 0 && words[1] != NULL)
      {
        length->from = g_strjoinv (" ", words + 1);
        return TRUE;
      }
  return FALSE;
}

/**
 * care_deadline_read_length:
 * @words: such as "the next three years", "100 days of taking office"
 * @length: (out): what it says; its "from" is to be freed. Unspecified where nothing is read
 *
 * Returns: %FALSE if @words are nothing of that kind.
 */
gboolean
care_deadline_read_length (const char *words, CareDeadlineLength *length)
{
  static const char *const openings[] = { "the ", "next ", "coming ", "following ", "first ", NULL };
  g_auto (GStrv) parts = NULL;
  int count;

  *length = (CareDeadlineLength){ 0, 0, 0, NULL };
  for (const char *rest = care_date_words_after (words, openings); rest != NULL; rest = care_date_words_after (words, openings))
    words = rest;
  parts = g_strsplit (words, " ", -1);
  /* "The next year" is the year that comes. */
  count = parts[0] == NULL || parts[1] == NULL ? 0 : read_number (parts[0]);
  return count > 0 && read_unit (parts[1], count, length) && read_from (parts + 2, length);
}

static char *
format_end (CareDatePrecision precision, int year, int month, int day)
{
  switch (precision)
    {
    case CARE_DATE_YEAR:
      return g_strdup_printf ("%04d", year);
    case CARE_DATE_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    default:
      /* A month later than the 31st is the last of it. */
      while (day > 28 && care_day_from_ymd (year, month, day) == 0)
        day--;
      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }
}

static gboolean
is_exact_enough (const CareDate *said, const CareDeadlineLength *length)
{
  switch (care_date_get_precision (said))
    {
    case CARE_DATE_MINUTE:
    case CARE_DATE_DAY:
      return TRUE;
    case CARE_DATE_MONTH:
      return length->days == 0;
    case CARE_DATE_YEAR:
      return length->days == 0 && length->months % 12 == 0;
    default:
      return FALSE;
    }
}

/**
 * care_deadline_add_length:
 * @said: (nullable): the day, month or year that is counted from
 * @length: how long
 * @trouble: (out): why there is no date
 *
 * Returns: (transfer full) (nullable): the period from @said, as exactly as that is known.
 */
CareDate *
care_deadline_add_length (const CareDate *said, const CareDeadlineLength *length, CareDeadlineTrouble *trouble)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  int year, month, day, months;
  CareDatePrecision precision;
  CareDate *period;

  if (!care_deadline_has_ends (said))
    return care_deadline_refuse (trouble, CARE_DEADLINE_NEEDS_DAY);
  if (!is_exact_enough (said, length))
    return care_deadline_refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  precision = care_date_get_precision (said);
  care_day_to_ymd (care_date_get_earliest (said), &year, &month, &day);
  start = format_end (precision, year, month, day);
  if (length->days != 0)
    care_day_to_ymd (care_date_get_earliest (said) + (CareDay) length->days, &year, &month, &day);
  months = month - 1 + length->months;
  end = format_end (precision, year + length->years + months / 12, months % 12 + 1, day);
  period = care_deadline_mark_as (said, start, end);
  return period != NULL ? period : care_deadline_refuse (trouble, CARE_DEADLINE_NOT_A_DATE);
}
