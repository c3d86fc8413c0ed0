/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading what a person types as a date. Every function gives NULL for what it
 * does not understand. */

#include "care-date.h"

#include "care-date-relative.h"
#include "care-date-words.h"
#include "care-error.h"
#include "care-typed-text.h"

#include <glib/gi18n.h>
#include <string.h>

static CareDate *read_date (CareDateContext context, const char *text);

/* Intervals and marks. */

static CareDate *
join (const char *start, const char *end)
{
  g_autofree char *edtf = g_strconcat (start, "/", end, NULL);

  return care_date_from_edtf (edtf, NULL);
}

/* Of a date that is no interval, both ends are the date itself. */
static char *
first_end (const CareDate *date)
{
  const char *edtf = care_date_get_edtf (date);

  return g_strndup (edtf, strcspn (edtf, "/"));
}

static const char *
last_end (const CareDate *date)
{
  const char *edtf = care_date_get_edtf (date);
  const char *slash = strchr (edtf, '/');

  return slash != NULL ? slash + 1 : edtf;
}

static CareDate *
join_dates (const CareDate *start, const CareDate *end)
{
  g_autofree char *first = NULL;

  if (start == NULL || end == NULL || care_date_get_earliest (start) == 0 || care_date_get_latest (end) == 0)
    return NULL;

  first = first_end (start);
  return join (first, last_end (end));
}

/* "February" before "May 2015" is February 2015, "14" before "28 February 2022"
 * is 14 February 2022; NULL if nothing is missing. */
static char *
complete_start (const char *start, const char *end)
{
  const char *year = strrchr (end, ' ');
  const char *start_year = strrchr (start, ' ');

  if (year == NULL || !care_date_words_is_year (year + 1)
      || care_date_words_is_year (start_year != NULL ? start_year + 1 : start))
    return NULL;
  if (care_date_words_mday (start) > 0)
    return g_strconcat (start, strchr (end, ' '), NULL);

  return g_strconcat (start, year, NULL);
}

static CareDate *
read_ends (CareDateContext context, const char *start_text, const char *end_text)
{
  g_autofree char *complete = complete_start (start_text, end_text);
  g_autoptr (CareDate) start = complete != NULL ? read_date (context, complete) : NULL;
  g_autoptr (CareDate) end = read_date (context, end_text);

  if (start == NULL)
    start = read_date (context, start_text);

  return join_dates (start, end);
}

static CareDate *
read_range (CareDateContext context, const char *text)
{
  static const char *const openings[] = { "between ", "from ", NULL };
  static const char *const separators[]
    = { " to ", " " CARE_DATE_WORDS_DASH " ", " - ", CARE_DATE_WORDS_DASH, " and " };
  const char *inner = care_date_words_after (text, openings);
  guint n_separators = G_N_ELEMENTS (separators) - (inner == NULL ? 1 : 0);

  if (inner == NULL)
    inner = text;

  context.inside_range = TRUE;
  for (guint i = 0; i < n_separators; i++)
    {
      const char *found = strstr (inner, separators[i]);
      g_autofree char *start = found != NULL ? g_strndup (inner, found - inner) : NULL;
      CareDate *date = found != NULL ? read_ends (context, start, found + strlen (separators[i])) : NULL;

      if (date != NULL)
        return date;
    }

  return NULL;
}

static char
merge_marks (const char *edtf, char mark)
{
  char old = edtf[strlen (edtf) - 1];

  return old == '%' || ((old == '~' || old == '?') && old != mark) ? '%' : mark;
}

static CareDate *
add_mark (CareDate *date, char mark)
{
  g_autoptr (CareDate) plain = date;
  g_auto (GStrv) ends = NULL;

  if (plain == NULL)
    return NULL;

  ends = g_strsplit (care_date_get_edtf (plain), "/", 2);
  for (guint i = 0; ends[i] != NULL; i++)
    if (strcmp (ends[i], "..") != 0)
      {
        char merged = merge_marks (ends[i], mark);
        g_autofree char *bare = g_strndup (ends[i], strcspn (ends[i], "~?%"));

        g_free (ends[i]);
        ends[i] = g_strdup_printf ("%s%c", bare, merged);
      }

  return ends[1] != NULL ? join (ends[0], ends[1]) : care_date_from_edtf (ends[0], NULL);
}

static CareDate *
read_marked (CareDateContext context, const char *text)
{
  static const char *const about[] = { "about ", "around ", "circa ", "c. ", "approximately ", NULL };
  g_autofree char *without_year = care_date_words_before (text, CARE_DATE_WORDS_NO_YEAR);
  g_autofree char *uncertain = care_date_words_before (text, CARE_DATE_WORDS_UNCERTAIN);
  const char *rest = care_date_words_after (text, about);

  if (uncertain != NULL)
    return add_mark (read_date (context, uncertain), '?');
  if (rest != NULL)
    return add_mark (read_date (context, rest), '~');
  if (without_year != NULL)
    {
      context.anchor = NULL;
      return care_date_relative_read_plain (context, without_year);
    }

  return NULL;
}

/* Words that make another date of the one that follows them. */

static CareDate *
before_date (CareDate *date)
{
  CareDay day = care_date_get_earliest (date);
  g_autoptr (CareDate) end = day > 1 ? care_date_from_day (day - 1) : NULL;

  return end != NULL ? join ("..", care_date_get_edtf (end)) : NULL;
}

static CareDate *
after_date (CareDate *date)
{
  CareDay day = care_date_get_latest (date);
  g_autoptr (CareDate) start = day != 0 ? care_date_from_day (day + 1) : NULL;

  return start != NULL ? join (care_date_get_edtf (start), "..") : NULL;
}

static CareDate *
until_date (CareDate *date)
{
  return join ("..", last_end (date));
}

static CareDate *
since_date (CareDate *date)
{
  g_autofree char *first = first_end (date);

  return join (first, "..");
}

static CareDate *
start_of_date (CareDate *date)
{
  return care_date_from_day (care_date_get_earliest (date));
}

static CareDate *
end_of_date (CareDate *date)
{
  return care_date_from_day (care_date_get_latest (date));
}

static CareDate *
read_derived (CareDateContext context, const char *text)
{
  static const struct
  {
    const char *const words[4];
    CareDate *(*derive) (CareDate *date);
  } derived[] = {
    { { "before ", NULL }, before_date },
    { { "after ", NULL }, after_date },
    { { "until ", "till ", "up to ", NULL }, until_date },
    { { "since ", "from ", NULL }, since_date },
    { { "start of ", "beginning of ", NULL }, start_of_date },
    { { "end of ", NULL }, end_of_date },
  };

  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    {
      const char *rest = care_date_words_after (text, derived[i].words);
      g_autoptr (CareDate) date = rest != NULL ? read_date (context, rest) : NULL;

      if (date != NULL && care_date_get_precision (date) == CARE_DATE_NO_YEAR)
        return care_date_relative_refuse (context);
      if (date != NULL)
        return derived[i].derive (date);
    }

  return NULL;
}

static CareDate *
read_date (CareDateContext context, const char *text)
{
  static const char *const openings[] = { "in ", "on ", "during ", "the ", NULL };
  CareDate *date = care_date_words_read_edtf (text);

  for (const char *rest = care_date_words_after (text, openings); rest != NULL;
       rest = care_date_words_after (text, openings))
    text = rest;

  if (date == NULL && !context.inside_range)
    date = read_range (context, text);
  if (date == NULL)
    date = read_marked (context, text);
  if (date == NULL)
    date = read_derived (context, text);
  if (date == NULL)
    date = care_date_words_read_years (text);
  if (date == NULL)
    date = care_date_relative_read (context, text);

  return date != NULL ? date : care_date_relative_read_plain (context, text);
}

static void
set_parse_error (GError **error, const char *text, gboolean needs_anchor)
{
  g_autofree char *shown = care_typed_text_quote (text);

  if (needs_anchor)
    g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_DATE,
                 _ ("“%s” can be told only from the day on which it was published: enter that day first, or "
                    "write the date in full."),
                 shown);
  else
    g_set_error (
      error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_DATE,
      _ ("“%s” cannot be read as a date: write it like “16 May 2019”, “May 2015”, “2018”, “2013/14” or "
         "“before April 2018”."),
      shown);
}

static CareDate *
parse (const char *text, const CareDate *anchor, CareDateDirection direction, GError **error)
{
  gboolean needs_anchor = FALSE;
  CareDateContext context = { anchor, direction, FALSE, &needs_anchor };
  g_autofree char *plain = care_typed_text_normalise (text, g_utf8_get_char (CARE_DATE_WORDS_DASH));
  CareDate *date;

  if (anchor != NULL && (care_date_get_earliest (anchor) == 0 || care_date_get_latest (anchor) == 0))
    context.anchor = NULL;

  date = plain != NULL ? read_date (context, plain) : NULL;
  if (date == NULL)
    set_parse_error (error, text, needs_anchor);

  return date;
}

/**
 * care_date_parse:
 * @text: what a person typed or a source prints
 * @anchor: (nullable): the day or month that "on Tuesday" or "September" was
 *   said; one with an open end or no year is as good as none
 * @error: return location
 *
 * Names without a year are taken as past: the last such day or month that had
 * begun by @anchor. Without an anchor "September" keeps its year unknown, and a
 * weekday or "last year" is refused.
 *
 * Returns: (transfer full): the date, or %NULL with %CARE_DOMAIN_ERROR_DATE
 */
CareDate *
care_date_parse (const char *text, const CareDate *anchor, GError **error)
{
  return parse (text, anchor, CARE_DATE_BACK, error);
}

/**
 * care_date_parse_ahead:
 * @text: what a person typed or a source prints
 * @anchor: (nullable): as for care_date_parse()
 * @error: return location
 *
 * As care_date_parse(), for a deadline or a plan: names without a year are taken
 * as still to come, the first such day or month that had not ended by @anchor.
 *
 * Returns: (transfer full): the date, or %NULL with %CARE_DOMAIN_ERROR_DATE
 */
CareDate *
care_date_parse_ahead (const char *text, const CareDate *anchor, GError **error)
{
  return parse (text, anchor, CARE_DATE_AHEAD, error);
}
