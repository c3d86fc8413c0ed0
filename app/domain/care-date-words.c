/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-date-words.h"

#include <string.h>

const char *const care_date_words_months[12]
  = { "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December" };
const char *const care_date_words_seasons[4] = { "spring", "summer", "autumn", "winter" };

static const char *const weekday_names[]
  = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

/**
 * care_date_words_after:
 * @text: a text
 * @prefixes: (array zero-terminated=1): what it may begin with, in any case
 *
 * Returns: (nullable): what follows the first of @prefixes that @text begins
 *   with, in @text, or %NULL
 */
const char *
care_date_words_after (const char *text, const char *const *prefixes)
{
  for (; *prefixes != NULL; prefixes++)
    if (g_ascii_strncasecmp (text, *prefixes, strlen (*prefixes)) == 0)
      return text + strlen (*prefixes);

  return NULL;
}

/**
 * care_date_words_before:
 * @text: a text
 * @suffix: what it may end with, in any case
 *
 * Returns: (transfer full) (nullable): what stands before @suffix, or %NULL if
 *   @text does not end with it or is nothing else
 */
char *
care_date_words_before (const char *text, const char *suffix)
{
  gsize length = strlen (text);
  gsize suffix_length = strlen (suffix);

  if (length <= suffix_length || g_ascii_strcasecmp (text + length - suffix_length, suffix) != 0)
    return NULL;

  return g_strndup (text, length - suffix_length);
}

/**
 * care_date_words_number:
 * @text: a text
 * @length: of the number, in digits
 *
 * Returns: the number that the first @length characters of @text are, or -1 if
 *   they are not 1 to 4 digits
 */
int
care_date_words_number (const char *text, gsize length)
{
  int number = 0;

  if (length < 1 || length > 4 || strlen (text) < length)
    return -1;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }

  return number;
}

/**
 * care_date_words_is_year:
 * @text: a text
 *
 * Returns: %TRUE if it is four digits and not "0000"
 */
gboolean
care_date_words_is_year (const char *text)
{
  return strlen (text) == 4 && care_date_words_number (text, 4) > 0;
}

/**
 * care_date_words_year_pair:
 * @text: a text
 *
 * Returns: the first year of "2015/16", "2015–16" or "2015-16", or -1 if @text
 *   is no such pair or the second year is not the next
 */
int
care_date_words_year_pair (const char *text)
{
  int first = care_date_words_number (text, 4);
  gsize separator = 0;

  if (first >= 0 && (text[4] == '/' || text[4] == '-'))
    separator = 1;
  else if (first >= 0 && g_str_has_prefix (text + 4, CARE_DATE_WORDS_DASH))
    separator = strlen (CARE_DATE_WORDS_DASH);

  if (separator == 0 || strlen (text + 4 + separator) != 2
      || care_date_words_number (text + 4 + separator, 2) != (first + 1) % 100)
    return -1;

  return first;
}

/* The place from 1 of a name that @word is or shortens, or 0. */
static int
find_name (const char *word, const char *const *names, guint n_names, gsize shortest)
{
  gsize length = strlen (word);

  if (length > shortest && word[length - 1] == '.')
    length--;
  for (guint i = 0; i < n_names; i++)
    if (length >= shortest && length <= strlen (names[i])
        && g_ascii_strncasecmp (word, names[i], length) == 0)
      return (int) i + 1;

  return 0;
}

/* FALSE if it was said before. */
static gboolean
set_once (int *field, int unset, int value)
{
  if (*field != unset)
    return FALSE;

  *field = value;
  return TRUE;
}

/* "14:01", "2:01pm" as a minute of the day, or -1. */
static int
read_time (const char *word)
{
  const char *colon = strchr (word, ':');
  int hour = colon != NULL ? care_date_words_number (word, colon - word) : -1;
  int minute = colon != NULL ? care_date_words_number (colon + 1, 2) : -1;
  gboolean afternoon = minute >= 0 && g_ascii_strcasecmp (colon + 3, "pm") == 0;
  gboolean half_day = afternoon || (minute >= 0 && g_ascii_strcasecmp (colon + 3, "am") == 0);

  if (hour < 0 || minute < 0 || minute > 59 || colon - word > 2 || (!half_day && colon[3] != '\0'))
    return -1;
  if (half_day && (hour < 1 || hour > 12))
    return -1;
  if (half_day)
    hour = hour % 12 + (afternoon ? 12 : 0);

  return hour < 24 ? hour * 60 + minute : -1;
}

/**
 * care_date_words_mday:
 * @word: a word
 *
 * Returns: "1", "1st" or "31" as a day of the month, or 0
 */
int
care_date_words_mday (const char *word)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
  gsize digits = strspn (word, "0123456789");
  const char *after = word + digits;

  if (digits < 1 || digits > 2)
    return 0;
  if (*after != '\0' && (care_date_words_after (after, endings) == NULL || strlen (after) != 2))
    return 0;

  return care_date_words_number (word, digits);
}

static gboolean
read_word (CareDateWords *words, const char *word)
{
  int month = find_name (word, care_date_words_months, G_N_ELEMENTS (care_date_words_months), 3);
  int weekday = find_name (word, weekday_names, G_N_ELEMENTS (weekday_names), 3);
  int season = find_name (word, care_date_words_seasons, G_N_ELEMENTS (care_date_words_seasons), 6);

  if (month != 0)
    return set_once (&words->month, 0, month);
  if (weekday != 0)
    return set_once (&words->weekday, 0, weekday);
  if (season != 0)
    return set_once (&words->season, 0, 20 + season);
  if (care_date_words_is_year (word))
    return set_once (&words->year, 0, care_date_words_number (word, 4));
  if (care_date_words_year_pair (word) > 0 && words->season == 24)
    return set_once (&words->year, 0, care_date_words_year_pair (word));
  if (read_time (word) >= 0)
    return set_once (&words->minute, -1, read_time (word));
  if (care_date_words_mday (word) > 0)
    return set_once (&words->day, 0, care_date_words_mday (word));

  return g_ascii_strcasecmp (word, "of") == 0 || g_ascii_strcasecmp (word, "at") == 0
         || g_ascii_strcasecmp (word, "the") == 0;
}

/**
 * care_date_words_read:
 * @words: (out): what @text says
 * @text: a text
 *
 * Whether what it says can be one date is not looked at.
 *
 * Returns: %FALSE if a word means nothing in a date or says a thing again
 */
gboolean
care_date_words_read (CareDateWords *words, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " ,", -1);

  *words = (CareDateWords){ .minute = -1 };
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !read_word (words, parts[i]))
      return FALSE;

  return TRUE;
}

/**
 * care_date_words_count:
 * @word: a word
 *
 * Returns: the number that "three" or "18" is, or 0
 */
int
care_date_words_count (const char *word)
{
  static const char *const counts[]
    = { "one",     "two",     "three",     "four",     "five",     "six",      "seven",
        "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty" };
  gsize digits = strspn (word, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (g_ascii_strcasecmp (word, counts[i]) == 0)
      return (int) i + 1;

  return digits > 0 && digits == strlen (word) && digits <= 4 ? care_date_words_number (word, digits) : 0;
}

/**
 * care_date_words_year_offset:
 * @text: a text
 * @offset: (out): the years; unspecified if %FALSE is returned
 *
 * Finds how many years after the year of speaking "last year" or "fourteen
 * years later" is.
 *
 * Returns: %FALSE if @text is nothing of that kind
 */
gboolean
care_date_words_year_offset (const char *text, int *offset)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 3);
  gboolean later;

  if (g_ascii_strcasecmp (text, "last year") == 0 || g_ascii_strcasecmp (text, "this year") == 0
      || g_ascii_strcasecmp (text, "next year") == 0)
    {
      *offset = g_ascii_tolower (*text) == 'l' ? -1 : g_ascii_tolower (*text) == 'n';
      return TRUE;
    }
  if (g_strv_length (parts) != 3 || care_date_words_count (parts[0]) <= 0
      || find_name (parts[1], (const char *[]){ "years" }, 1, 4) == 0)
    return FALSE;

  later = g_ascii_strcasecmp (parts[2], "later") == 0;
  *offset = later ? care_date_words_count (parts[0]) : -care_date_words_count (parts[0]);
  return later || g_ascii_strcasecmp (parts[2], "earlier") == 0 || g_ascii_strcasecmp (parts[2], "ago") == 0;
}

static CareDate *
new_financial_year (int year)
{
  g_autofree char *edtf = g_strdup_printf ("%04d-04-01/%04d-03-31", year, year + 1);

  return care_date_from_edtf (edtf, NULL);
}

/**
 * care_date_words_read_edtf:
 * @text: a text
 *
 * Reads EDTF, but "2010–11", "2010/11" and "2020-21" are what people write for a
 * financial year; "2010-11" is November 2010, as ISO 8601 has it.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL
 */
CareDate *
care_date_words_read_edtf (const char *text)
{
  int year = care_date_words_year_pair (text);
  gboolean is_month = year >= 0 && text[4] == '-' && (year + 1) % 100 >= 1 && (year + 1) % 100 <= 12;

  return year >= 0 && !is_month ? new_financial_year (year) : care_date_from_edtf (text, NULL);
}

static CareDate *
read_financial_year (const char *text)
{
  static const char *const prefixes[] = { "financial year ", "FY ", "FY", NULL };
  g_autofree char *before = care_date_words_before (text, " financial year");
  const char *years = before != NULL ? before : care_date_words_after (text, prefixes);

  if (years == NULL)
    return NULL;
  if (care_date_words_is_year (years))
    return new_financial_year (care_date_words_number (years, 4));

  return care_date_words_year_pair (years) >= 0 ? new_financial_year (care_date_words_year_pair (years))
                                                : NULL;
}

static CareDate *
read_decade (const char *text)
{
  int decade = care_date_words_number (text, 3);
  g_autofree char *edtf = NULL;

  if (decade < 0 || (g_ascii_strcasecmp (text + 3, "0s") != 0 && g_ascii_strcasecmp (text + 3, "0's") != 0))
    return NULL;

  edtf = g_strdup_printf ("%03dX", decade);
  return care_date_from_edtf (edtf, NULL);
}

/**
 * care_date_words_read_years:
 * @text: such as "FY 2013/14", "2013 financial year", "1990s"
 *
 * Returns: (transfer full) (nullable): the years, or %NULL
 */
CareDate *
care_date_words_read_years (const char *text)
{
  CareDate *date = read_financial_year (text);

  return date != NULL ? date : read_decade (text);
}
