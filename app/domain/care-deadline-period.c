/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline-period.h"

#include "care-date-words.h"
#include "care-parliament.h"

#include <string.h>

static CareDate *
refuse (CareDeadlineTrouble *trouble, CareDeadlineTrouble why)
{
  *trouble = why;
  return NULL;
}

static gboolean
has_ends (const CareDate *said)
{
  return said != NULL && care_date_get_earliest (said) != 0 && care_date_get_latest (said) != 0;
}

/* What is counted from a day that is not sure is no surer. */
static CareDate *
mark_as (const CareDate *said, const char *start, const char *end)
{
  const char *mark = care_date_is_approximate (said) ? (care_date_is_uncertain (said) ? "%" : "~")
                                                     : (care_date_is_uncertain (said) ? "?" : "");
  g_autofree char *edtf = end == NULL ? g_strconcat (start, mark, NULL) : g_strconcat (start, mark, "/", end, mark, NULL);

  return care_date_from_edtf (edtf, NULL);
}

/* "18 months", "a year", "the next three years", "100 days of taking office". */

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

  if (!has_ends (said))
    return refuse (trouble, CARE_DEADLINE_NEEDS_DAY);
  if (!is_exact_enough (said, length))
    return refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  precision = care_date_get_precision (said);
  care_day_to_ymd (care_date_get_earliest (said), &year, &month, &day);
  start = format_end (precision, year, month, day);
  if (length->days != 0)
    care_day_to_ymd (care_date_get_earliest (said) + (CareDay) length->days, &year, &month, &day);
  months = month - 1 + length->months;
  end = format_end (precision, year + length->years + months / 12, months % 12 + 1, day);
  period = mark_as (said, start, end);
  return period != NULL ? period : refuse (trouble, CARE_DEADLINE_NOT_A_DATE);
}

/* "this Parliament", "the lifetime of the next Parliament" */

/* Which Parliament it was may be unsure, and is told by what is counted from; its days are
 * not. */
static CareDate *
from_days (CareDay first, CareDay last)
{
  int year, month, day;
  g_autofree char *start = NULL;
  g_autofree char *edtf = NULL;

  care_day_to_ymd (first, &year, &month, &day);
  start = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  care_day_to_ymd (last, &year, &month, &day);
  edtf = g_strdup_printf ("%s/%04d-%02d-%02d", start, year, month, day);
  return care_date_from_edtf (first == last ? start : edtf, NULL);
}

typedef gboolean (*FindParliament) (CareDay day, CareParliament *parliament);

/* The same one, on whichever day of @said that was. */
static gboolean
find_parliament (const CareDate *said, FindParliament find, CareParliament *parliament, CareDeadlineTrouble *trouble)
{
  CareParliament other;

  if (!has_ends (said))
    *trouble = CARE_DEADLINE_NEEDS_DAY;
  else if (!find (care_date_get_latest (said), parliament) || !find (care_date_get_earliest (said), &other))
    *trouble = CARE_DEADLINE_NOT_YET;
  else if (parliament->elected != other.elected)
    *trouble = CARE_DEADLINE_NEEDS_EXACT_DAY;
  else
    return TRUE;
  return FALSE;
}

static CareDate *
read_parliament (const char *words, const CareDate *said, CareDeadlineTrouble *trouble)
{
  static const char *const whole[] = { "life of ", "lifetime of ", "course of ", "whole of ", NULL };
  static const char *const now[] = { "this parliament", "parliament", "current parliament", "present parliament",
                                     "coming parliament" };
  const char *rest = care_date_words_after (words, whole);
  FindParliament find = NULL;
  CareParliament parliament;

  if (rest != NULL)
    words = g_ascii_strncasecmp (rest, "the ", 4) == 0 ? rest + 4 : rest;
  for (guint i = 0; i < G_N_ELEMENTS (now); i++)
    if (g_ascii_strcasecmp (words, now[i]) == 0)
      find = care_parliament_at;
  if (g_ascii_strcasecmp (words, "next parliament") == 0)
    find = care_parliament_after;
  if (find == NULL || !find_parliament (said, find, &parliament, trouble))
    return NULL;
  if (parliament.dissolved == 0)
    return refuse (trouble, CARE_DEADLINE_NOT_YET);
  return from_days (parliament.met, parliament.dissolved);
}

static CareDate *
read_election (const char *words, const CareDate *said, CareDeadlineTrouble *trouble, gboolean *counted)
{
  g_autofree char *of_year = care_date_words_before (words, " general election");
  g_autofree char *of_which = of_year == NULL ? care_date_words_before (words, " election") : NULL;
  const char *which = of_year != NULL ? of_year : of_which;
  CareParliament parliament;

  if (which != NULL && care_date_words_is_year (which) && care_parliament_elected_in (care_date_words_number (which, 4), &parliament))
    {
      *counted = FALSE;
      return from_days (parliament.elected, parliament.elected);
    }
  if ((which == NULL || (g_ascii_strcasecmp (which, "next") != 0 && g_ascii_strcasecmp (which, "coming") != 0))
      && g_ascii_strcasecmp (words, "election") != 0 && g_ascii_strcasecmp (words, "general election") != 0)
    return NULL;
  if (!find_parliament (said, care_parliament_elected_after, &parliament, trouble))
    return NULL;
  return from_days (parliament.elected, parliament.elected);
}

/* "this financial year", "next month", "the decade": that in which it was said, or the next. */

static CareDate *
read_financial_year (const CareDate *said, int offset, CareDeadlineTrouble *trouble)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  int first, last, month, day;

  care_day_to_ymd (care_date_get_earliest (said), &first, &month, &day);
  first -= month < 4;
  care_day_to_ymd (care_date_get_latest (said), &last, &month, &day);
  if (first != last - (month < 4))
    return refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  start = g_strdup_printf ("%04d-04-01", first + offset);
  end = g_strdup_printf ("%04d-03-31", first + offset + 1);
  return mark_as (said, start, end);
}

static CareDate *
read_year (const CareDate *said, int offset, CareDeadlineTrouble *trouble)
{
  g_autofree char *edtf = NULL;
  int first, last, month, day;

  care_day_to_ymd (care_date_get_earliest (said), &first, &month, &day);
  care_day_to_ymd (care_date_get_latest (said), &last, &month, &day);
  if (first != last)
    return refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  edtf = g_strdup_printf ("%04d", first + offset);
  return mark_as (said, edtf, NULL);
}

static CareDate *
read_month (const CareDate *said, int offset, CareDeadlineTrouble *trouble)
{
  g_autofree char *edtf = NULL;
  int year, month, day, last_year, last_month;

  care_day_to_ymd (care_date_get_latest (said), &last_year, &last_month, &day);
  care_day_to_ymd (care_date_get_earliest (said), &year, &month, &day);
  if (year != last_year || month != last_month)
    return refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  month += offset;
  edtf = g_strdup_printf ("%04d-%02d", year + (month - 1) / 12, (month - 1) % 12 + 1);
  return mark_as (said, edtf, NULL);
}

static CareDate *
read_decade (const CareDate *said, int offset, CareDeadlineTrouble *trouble)
{
  g_autofree char *edtf = NULL;
  int first, last, month, day;

  care_day_to_ymd (care_date_get_earliest (said), &first, &month, &day);
  care_day_to_ymd (care_date_get_latest (said), &last, &month, &day);
  if (first / 10 != last / 10)
    return refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  edtf = g_strdup_printf ("%03dX", first / 10 + offset);
  return mark_as (said, edtf, NULL);
}

static CareDate *
read_around (const char *words, const CareDate *said, CareDeadlineTrouble *trouble)
{
  static const struct
  {
    const char *name;
    CareDate *(*read) (const CareDate *said, int offset, CareDeadlineTrouble *trouble);
  } periods[] = {
    { "financial year", read_financial_year },
    { "year", read_year },
    { "calendar year", read_year },
    { "month", read_month },
    { "decade", read_decade },
  };
  static const char *const now[] = { "this ", "current ", "present ", NULL };
  static const char *const next[] = { "next ", "coming ", "following ", NULL };
  const char *following = care_date_words_after (words, next);
  const char *present = care_date_words_after (words, now);
  const char *name = following != NULL ? following : (present != NULL ? present : words);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_ascii_strcasecmp (name, periods[i].name) == 0)
      return has_ends (said) ? periods[i].read (said, following != NULL, trouble) : refuse (trouble, CARE_DEADLINE_NEEDS_DAY);
  return NULL;
}

/* Anything that is a date by itself, or together with the day on which it was said. */
static CareDate *
read_date (const char *words, const CareDate *said, gboolean *counted, CareDeadlineTrouble *trouble)
{
  g_autoptr (CareDate) alone = care_date_parse_ahead (words, NULL, NULL);
  g_autoptr (CareDate) date = NULL;

  *counted = alone == NULL || care_date_get_precision (alone) == CARE_DATE_NO_YEAR;
  if (!*counted)
    return g_steal_pointer (&alone);
  date = has_ends (said) ? care_date_parse_ahead (words, said, NULL) : NULL;
  if (date != NULL && (care_date_get_precision (date) == CARE_DATE_INTERVAL || care_date_is_approximate (date) || care_date_is_uncertain (date)))
    return g_steal_pointer (&date);
  if (date != NULL)
    return mark_as (said, care_date_get_edtf (date), NULL);
  if (alone != NULL)
    *trouble = CARE_DEADLINE_NEEDS_DAY;
  return g_steal_pointer (&alone);
}

/* Whether any day would make a date of it. */
static gboolean
is_relative (const char *words)
{
  g_autoptr (CareDate) some_day = care_date_new_day (2015, 5, 7);
  g_autoptr (CareDate) date = care_date_parse_ahead (words, some_day, NULL);

  return date != NULL;
}

/**
 * care_deadline_read_period:
 * @words: such as "2018", "the next election", "September"
 * @said: (nullable): when they were said
 * @counted: (out): whether that was needed
 * @trouble: (out): why there is no date, or one without a year only
 *
 * Returns: (transfer full) (nullable): the period or day that they name.
 */
CareDate *
care_deadline_read_period (const char *words, const CareDate *said, gboolean *counted, CareDeadlineTrouble *trouble)
{
  CareDate *date;

  *trouble = CARE_DEADLINE_UNDERSTOOD;
  *counted = TRUE;
  if (g_ascii_strncasecmp (words, "the ", 4) == 0)
    words += 4;
  date = read_parliament (words, said, trouble);
  if (date == NULL && *trouble == CARE_DEADLINE_UNDERSTOOD)
    date = read_election (words, said, trouble, counted);
  if (date == NULL && *trouble == CARE_DEADLINE_UNDERSTOOD)
    date = read_around (words, said, trouble);
  if (date != NULL || *trouble != CARE_DEADLINE_UNDERSTOOD)
    return date;
  date = read_date (words, said, counted, trouble);
  if (date == NULL)
    *trouble = !is_relative (words) ? CARE_DEADLINE_NOT_A_DATE
                                    : (has_ends (said) ? CARE_DEADLINE_NEEDS_EXACT_DAY : CARE_DEADLINE_NEEDS_DAY);
  return date;
}
