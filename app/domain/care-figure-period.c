/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which years a figure is for: "over the next three years", "from 2015/16 to 2019/20". */

#include "care-figure-read-private.h"

#include "care-date-words.h"
#include "care-deadline-period.h"
#include "care-typed-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* More words than any period has: "1 April 2015 to 31 March 2020". */
#define LONGEST 8

typedef enum
{
  PERIOD_IN,    /* an amount in a year */
  PERIOD_EACH,  /* an amount in each year of it */
  PERIOD_OVER,  /* an amount over all of it */
  PERIOD_FROM,  /* from when to when, or from when */
  PERIOD_UNTIL, /* whenever it began */
  PERIOD_BY,    /* what has come about by then, or is so by then */
} PeriodSense;

static const struct
{
  const char *opening;
  PeriodSense sense;
} openings[] = {
  { "by the end of", PERIOD_BY }, { "in each of", PERIOD_EACH }, { "spread over", PERIOD_OVER }, { "over", PERIOD_OVER },
  { "across", PERIOD_OVER },      { "throughout", PERIOD_OVER }, { "during", PERIOD_OVER },    { "within", PERIOD_BY },
  { "by", PERIOD_BY },            { "before", PERIOD_BY },     { "until", PERIOD_UNTIL },      { "up to", PERIOD_UNTIL },
  { "from", PERIOD_FROM },        { "between", PERIOD_FROM },  { "since", PERIOD_FROM },       { "in", PERIOD_IN },
  { "for", PERIOD_IN },           { "on", PERIOD_IN },
};

/* How many words in @bare at @at open a period, and what they say of it; 0: none do. */
static guint
find_opening (GStrv bare, guint at, PeriodSense *sense)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      guint n = care_figure_words_match (bare, at, openings[i].opening);

      if (n > 0)
        *sense = openings[i].sense;
      if (n > 0)
        return n;
    }
  return 0;
}

static void
add_remark (CareFigureMeaning *self, char *remark)
{
  if (self->remark == NULL)
    self->remark = remark;
  else
    g_free (remark);
}

static void
explain (CareFigureMeaning *self, CareDeadlineTrouble trouble, const char *words)
{
  if (trouble == CARE_DEADLINE_NEEDS_DAY)
    add_remark (self, g_strdup_printf (_ ("“%s” is counted from the day on which it was said: enter that under Made of the "
                                          "pledge, or enter the Period."), words));
  else if (trouble == CARE_DEADLINE_NEEDS_EXACT_DAY)
    add_remark (self, g_strdup_printf (_ ("“%s” cannot be counted from a day that is not known exactly enough: enter the "
                                          "Period."), words));
  else if (trouble == CARE_DEADLINE_NOT_YET)
    add_remark (self, g_strdup_printf (_ ("“%s” has no known date: enter the Period once it is known."), words));
}

/* The whole years that are counted from a day. From a day in some year they are not known: they are fewer than
 * those that they touch. */
static CareDate *
count_from (const CareDate *said, const CareDeadlineLength *length, CareDeadlineTrouble *trouble)
{
  g_autoptr (CareDate) period = care_deadline_add_length (said, length, trouble);

  if (period != NULL && length->years > 0 && care_date_get_precision (said) == CARE_DATE_YEAR)
    return care_deadline_refuse (trouble, CARE_DEADLINE_NEEDS_EXACT_DAY);
  if (period == NULL || care_date_get_precision (said) != CARE_DATE_DAY || care_date_is_approximate (said)
      || care_date_is_uncertain (said))
    return g_steal_pointer (&period);
  return care_date_from_days (care_date_get_earliest (period), care_date_get_latest (period) - 1);
}

/* "five years", of which it is not said which they are, or "the next five years". */
static guint
read_length (CareFigureMeaning *self, const CareFigureWords *words, guint at)
{
  static const char *const counted[] = { "next", "coming", "following", "first", NULL };
  gboolean is_counted = FALSE;

  for (guint to = at + 1; to <= MIN (words->n, at + LONGEST); to++)
    {
      g_autofree char *text = care_figure_words_join (words->bare, at, to);
      CareDeadlineTrouble trouble = CARE_DEADLINE_UNDERSTOOD;
      CareDeadlineLength length;

      is_counted = is_counted || g_strv_contains (counted, words->bare[to - 1]);
      if (!care_deadline_read_length (text, &length))
        continue;
      self->years = length.years;
      if (is_counted && self->period == NULL)
        self->period = count_from (words->said, &length, &trouble);
      explain (self, trouble, text);
      return to - at;
    }
  return 0;
}

static CareDate *
with_open_end (const CareDate *period, PeriodSense sense)
{
  g_auto (GStrv) ends = g_strsplit (care_date_get_edtf (period), "/", 2);
  g_autofree char *edtf = sense == PERIOD_FROM ? g_strdup_printf ("%s/..", ends[0])
                                               : g_strdup_printf ("../%s", ends[ends[1] != NULL ? 1 : 0]);

  return care_date_from_edtf (edtf, NULL);
}

/* One year is no stretch of years. */
static gboolean
is_one_year (const CareDate *period)
{
  CareDay earliest = care_date_get_earliest (period);
  CareDay latest = care_date_get_latest (period);

  return earliest != 0 && latest != 0 && latest - earliest < 366;
}

/* (transfer full) (nullable) */
static CareDate *
bound (CareDate *period, PeriodSense sense)
{
  g_autoptr (CareDate) named = period;

  if (named == NULL || sense == PERIOD_BY)
    return NULL;
  if ((sense == PERIOD_FROM && is_one_year (named)) || (sense == PERIOD_UNTIL && care_date_get_latest (named) != 0))
    return with_open_end (named, sense);
  return g_steal_pointer (&named);
}

/* The longest run of words that names a period. */
static guint
read_named (CareFigureMeaning *self, const CareFigureWords *words, guint at, PeriodSense sense)
{
  for (guint to = MIN (words->n, at + LONGEST); to > at; to--)
    {
      g_autofree char *joined = care_figure_words_join (words->bare, at, to);
      g_autoptr (GString) text = g_string_new (joined);
      CareDeadlineTrouble trouble;
      gboolean counted;
      CareDate *period;

      if (sense == PERIOD_FROM)
        g_string_replace (text, " and ", " to ", 1);
      period = care_deadline_read_period (text->str, words->said, &counted, &trouble);
      if (trouble == CARE_DEADLINE_NOT_A_DATE)
        continue;
      explain (self, trouble, joined);
      g_clear_pointer (&self->period, care_date_unref);
      self->period = bound (period, sense);
      self->n_periods++;
      return to - at;
    }
  return 0;
}

static void
add_words (CareFigureMeaning *self, const CareFigureWords *words, guint at, guint to)
{
  g_autofree char *had = self->period_words;
  g_autofree char *more = care_figure_words_join (words->bare, at, to);

  self->period_words = had == NULL ? g_steal_pointer (&more) : g_strdup_printf ("%s %s", had, more);
}

/**
 * care_figure_read_period:
 * @self: what is understood so far
 * @words: the words
 * @at: the first of those to read
 *
 * A financial year needs no word before it.
 *
 * Returns: how many words say for which years it is, which is added to @self; 0 if none do.
 */
guint
care_figure_read_period (CareFigureMeaning *self, const CareFigureWords *words, guint at)
{
  PeriodSense sense = PERIOD_IN;
  guint opening = find_opening (words->bare, at, &sense);
  guint n = 0;

  if (opening == 0 && care_date_words_year_pair (words->bare[at]) < 0)
    return 0;
  if (sense != PERIOD_FROM && sense != PERIOD_UNTIL)
    n = opening == 0 ? 0 : read_length (self, words, at + opening);
  if (n == 0)
    n = read_named (self, words, at + opening, sense);
  if (n > 0)
    add_words (self, words, at, at + opening + n);
  return n > 0 ? opening + n : 0;
}

/* "Five years from 2015/16" end with 2019/20. */
static void
close_period (CareFigureMeaning *self)
{
  CareDay first = self->period == NULL || self->years == 0 ? 0 : care_date_get_earliest (self->period);
  int year, month, day;

  if (first == 0 || care_date_get_latest (self->period) != 0)
    return;
  care_day_to_ymd (first, &year, &month, &day);
  g_clear_pointer (&self->period, care_date_unref);
  self->period = care_date_from_days (first, care_day_from_ymd (year + self->years, month, day) - 1);
}

/* "£1bn in 2015/16 and 2016/17" may be for each of them, or for both. */
static void
give_up_several (CareFigureMeaning *self)
{
  g_clear_pointer (&self->period, care_date_unref);
  add_remark (self, g_strdup_printf (_ ("“%s” names several periods: enter the Period that the value is for, and choose a Period "
                                        "Basis."), self->period_words));
}

/**
 * care_figure_settle_period:
 * @self: what all words say
 *
 * What they leave open is said.
 */
void
care_figure_settle_period (CareFigureMeaning *self)
{
  g_auto (GStrv) parts = self->period_words == NULL ? NULL : g_strsplit (self->period_words, " ", -1);
  PeriodSense sense = PERIOD_IN;

  close_period (self);
  if (parts == NULL || self->value == NULL)
    return;
  find_opening (parts, 0, &sense);
  if (self->n_periods > 1)
    give_up_several (self);
  if (self->period_basis == NULL && sense == PERIOD_EACH)
    self->period_basis = "per-year";
  if (self->period_basis == NULL && self->period != NULL && is_one_year (self->period) && sense != PERIOD_FROM)
    self->period_basis = "level";
  else if (self->period_basis == NULL && sense == PERIOD_OVER)
    self->period_basis = "total";
  if (sense == PERIOD_BY && self->period_basis == NULL)
    add_remark (self, g_strdup_printf (_ ("“%s” can be a level in that year or a total up to then: choose a Period Basis and "
                                          "enter the Period."), self->period_words));
  else if (self->period_basis == NULL)
    add_remark (self, g_strdup_printf (_ ("“%s” can be an amount for each year, for all of them, or a change between the first "
                                          "and the last: choose a Period Basis."), self->period_words));
}
