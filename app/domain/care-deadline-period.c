/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline-period.h"

#include "care-date-words.h"
#include "care-parliament.h"

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

  if (!care_deadline_has_ends (said))
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
    return care_deadline_refuse (trouble, CARE_DEADLINE_NOT_YET);
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
    return care_deadline_refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  start = g_strdup_printf ("%04d-04-01", first + offset);
  end = g_strdup_printf ("%04d-03-31", first + offset + 1);
  return care_deadline_mark_as (said, start, end);
}

static CareDate *
read_year (const CareDate *said, int offset, CareDeadlineTrouble *trouble)
{
  g_autofree char *edtf = NULL;
  int first, last, month, day;

  care_day_to_ymd (care_date_get_earliest (said), &first, &month, &day);
  care_day_to_ymd (care_date_get_latest (said), &last, &month, &day);
  if (first != last)
    return care_deadline_refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  edtf = g_strdup_printf ("%04d", first + offset);
  return care_deadline_mark_as (said, edtf, NULL);
}

static CareDate *
read_month (const CareDate *said, int offset, CareDeadlineTrouble *trouble)
{
  g_autofree char *edtf = NULL;
  int year, month, day, last_year, last_month;

  care_day_to_ymd (care_date_get_latest (said), &last_year, &last_month, &day);
  care_day_to_ymd (care_date_get_earliest (said), &year, &month, &day);
  if (year != last_year || month != last_month)
    return care_deadline_refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  month += offset;
  edtf = g_strdup_printf ("%04d-%02d", year + (month - 1) / 12, (month - 1) % 12 + 1);
  return care_deadline_mark_as (said, edtf, NULL);
}

static CareDate *
read_decade (const CareDate *said, int offset, CareDeadlineTrouble *trouble)
{
  g_autofree char *edtf = NULL;
  int first, last, month, day;

  care_day_to_ymd (care_date_get_earliest (said), &first, &month, &day);
  care_day_to_ymd (care_date_get_latest (said), &last, &month, &day);
  if (first / 10 != last / 10)
    return care_deadline_refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  edtf = g_strdup_printf ("%03dX", first / 10 + offset);
  return care_deadline_mark_as (said, edtf, NULL);
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
      return care_deadline_has_ends (said) ? periods[i].read (said, following != NULL, trouble) : care_deadline_refuse (trouble, CARE_DEADLINE_NEEDS_DAY);
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
  date = care_deadline_has_ends (said) ? care_date_parse_ahead (words, said, NULL) : NULL;
  if (date != NULL && (care_date_get_precision (date) == CARE_DATE_INTERVAL || care_date_is_approximate (date) || care_date_is_uncertain (date)))
    return g_steal_pointer (&date);
  if (date != NULL)
    return care_deadline_mark_as (said, care_date_get_edtf (date), NULL);
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
                                    : (care_deadline_has_ends (said) ? CARE_DEADLINE_NEEDS_EXACT_DAY : CARE_DEADLINE_NEEDS_DAY);
  return date;
}
