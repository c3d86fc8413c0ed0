/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline.h"

#include <glib/gi18n.h>
#include <string.h>

static const CareDue no_due = { 0, 0 };

/**
 * care_qualifier_from_word:
 * @word: (nullable): a word of the vocabulary "qualifier"
 *
 * Returns: the qualifier; %CARE_QUALIFIER_NONE for %NULL and unknown words
 */
CareQualifier
care_qualifier_from_word (const char *word)
{
  static const char *const words[]
    = { "by", "before", "in", "end-of", "start-of", "within", "at-once", "every" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return CARE_QUALIFIER_BY + i;

  return CARE_QUALIFIER_NONE;
}

/**
 * care_reading_from_word:
 * @word: (nullable): a word of the vocabulary "reading"
 *
 * Returns: the reading; %CARE_READING_OPEN for %NULL and unknown words
 */
CareReading
care_reading_from_word (const char *word)
{
  static const char *const words[] = { "open", "strict", "lenient", "financial-year" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return CARE_READING_OPEN + i;

  return CARE_READING_OPEN;
}

static CareDue
due_on (CareDay day)
{
  return (CareDue){ day, day };
}

/* Chooses between the two ends that "by" or "in" leave open. */
static CareDue
read_between (CareDay strict, CareDay lenient, CareReading reading)
{
  if (strict == 0 || lenient == 0)
    return due_on (MAX (strict, lenient));
  if (reading == CARE_READING_OPEN)
    return (CareDue){ strict, lenient };

  return due_on (reading == CARE_READING_LENIENT ? lenient : strict);
}

static gboolean
is_one_day (const CareDate *date)
{
  return care_date_get_earliest (date) == care_date_get_latest (date);
}

/* "By 2018" in the financial year's reading: before 1 April 2018. A date finer
 * than a year names no financial year, and is read strictly. */
static CareDay
day_before_financial_year (const CareDate *date)
{
  CareDay earliest = care_date_get_earliest (date);
  int year, month, day;

  if (care_date_get_precision (date) != CARE_DATE_YEAR)
    return earliest - 1;

  care_day_to_ymd (earliest, &year, &month, &day);
  return care_day_from_ymd (year, 3, 31);
}

static CareDue
due_by (const CareDate *date, CareReading reading)
{
  CareDay earliest = care_date_get_earliest (date);
  CareDay latest = care_date_get_latest (date);

  if (latest == 0)
    return no_due;
  if (earliest == 0 || is_one_day (date))
    return due_on (latest);
  if (reading == CARE_READING_FINANCIAL_YEAR)
    return due_on (day_before_financial_year (date));

  return read_between (earliest - 1, latest, reading);
}

static CareDue
due_before (const CareDate *date)
{
  CareDay earliest = care_date_get_earliest (date);

  if (earliest == 0) /* "../2018-03-31" says before already */
    return due_on (care_date_get_latest (date));

  return due_on (earliest - 1);
}

/**
 * care_deadline_due:
 * @qualifier: how the date is meant
 * @date: (nullable): the date named
 * @reading: which reading somebody chose
 *
 * Only "by", "in" and "at once" have readings. "By" a period is strictly the
 * day before it begins, leniently its last day, and by the financial year
 * 31 March of the year named. "In" a period is strictly its first day and
 * leniently its last: which day of it was meant is not known.
 *
 * Returns: the last day on which the pledge could be met, from the first
 *   reading to the last; 0 and 0 if no day follows
 */
CareDue
care_deadline_due (CareQualifier qualifier, const CareDate *date, CareReading reading)
{
  if (date == NULL)
    return no_due;

  switch (qualifier)
    {
    case CARE_QUALIFIER_BY:
      return due_by (date, reading);
    case CARE_QUALIFIER_BEFORE:
      return due_before (date);
    case CARE_QUALIFIER_IN:
    case CARE_QUALIFIER_AT_ONCE:
      if (care_date_get_latest (date) == 0)
        return no_due;
      return read_between (care_date_get_earliest (date), care_date_get_latest (date), reading);
    case CARE_QUALIFIER_END_OF:
    case CARE_QUALIFIER_WITHIN:
      return due_on (care_date_get_latest (date));
    case CARE_QUALIFIER_START_OF:
      return due_on (care_date_get_earliest (date));
    case CARE_QUALIFIER_NONE:
    case CARE_QUALIFIER_EVERY:
    default:
      return no_due;
    }
}

/* Keeps @days by day, and none twice. */
static void
add_day (CareDue days[3], guint *n_days, CareDue due)
{
  guint place = *n_days;

  for (guint i = 0; i < *n_days; i++)
    if (days[i].first == due.first)
      return;
  for (; place > 0 && days[place - 1].first > due.first; place--)
    days[place] = days[place - 1];
  days[place] = due;
  *n_days += 1;
}

/**
 * care_deadline_list_days:
 * @qualifier: how the date is meant
 * @date: (nullable): the date named
 * @reading: which reading somebody chose
 * @days: (out): as many as are returned
 *
 * As care_deadline_due(), with each reading of "by" apart. "In September" is one, from the
 * first day that it can be to the last.
 *
 * Returns: how many there are; 0 where no day follows.
 */
guint
care_deadline_list_days (CareQualifier qualifier, const CareDate *date, CareReading reading, CareDue days[3])
{
  static const CareReading readings[] = { CARE_READING_STRICT, CARE_READING_FINANCIAL_YEAR, CARE_READING_LENIENT };
  CareDue due = care_deadline_due (qualifier, date, reading);
  guint n_days = 0;

  if (due.first == 0)
    return 0;
  if (due.first == due.last || qualifier != CARE_QUALIFIER_BY)
    add_day (days, &n_days, due);
  else
    for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
      add_day (days, &n_days, care_deadline_due (qualifier, date, readings[i]));
  return n_days;
}

/**
 * care_deadline_get_date:
 * @qualifier: how the date is meant
 * @due: (nullable): the date named
 * @anchor: (nullable): what it is counted from
 *
 * Returns: (transfer none) (nullable): what it is due by: "immediately" is on the day that it
 *   is counted from.
 */
CareDate *
care_deadline_get_date (CareQualifier qualifier, CareDate *due, CareDate *anchor)
{
  return due == NULL && qualifier == CARE_QUALIFIER_AT_ONCE ? anchor : due;
}

/**
 * care_deadline_is_ambiguous:
 * @qualifier: how the date is meant
 * @date: (nullable): the date named
 *
 * Returns: %TRUE if more than one reading gives a different day
 */
gboolean
care_deadline_is_ambiguous (CareQualifier qualifier, const CareDate *date)
{
  CareDue due = care_deadline_due (qualifier, date, CARE_READING_OPEN);

  return due.first != due.last;
}

/**
 * care_due_is_within:
 * @self: when something is due
 * @before: when it was due before
 *
 * Returns: whether that is no other deadline: the same days in other words, or some of those
 *   that it was open between.
 */
gboolean
care_due_is_within (CareDue self, CareDue before)
{
  return self.first >= before.first && self.last <= before.last;
}

/**
 * care_deadline_timeliness:
 * @due: the day or days due
 * @today: the day to judge from
 *
 * Judges only the calendar: whether the pledge has been met is not known here.
 *
 * Returns: where @today stands; on the last day itself it is not yet overdue
 */
CareTimeliness
care_deadline_timeliness (CareDue due, CareDay today)
{
  if (due.first == 0)
    return CARE_TIMELINESS_NO_DEADLINE;
  if (today <= due.first)
    return CARE_TIMELINESS_NOT_YET_DUE;
  if (today <= due.last)
    return CARE_TIMELINESS_OPEN;

  return CARE_TIMELINESS_OVERDUE;
}

/**
 * care_deadline_lateness:
 * @due: the day or days due
 * @done: (nullable): when it was done
 * @least: (out): the fewest whole months that it can have been late
 * @most: (out): the most
 *
 * One rule: count whole calendar months from the day after the pledge was due.
 * The least is from the latest day due to the first day on which it can have
 * been done; the most is from the earliest day due to the last such day. So a
 * month counts as late by the same number at either end where only the event's
 * day is not known: due on 31 March 2018 and done in January 2019, 1 April to
 * 1 January and 1 April to 31 January are both nine whole months. Where the day
 * due is not known either, the two differ: due in April 2018, 1 May to
 * 1 January is eight and 2 April to 31 January is nine.
 *
 * Returns: %FALSE if there is no deadline, if @done is not known or is open, or
 *   if it was in time under every reading; @least and @most are then untouched
 */
gboolean
care_deadline_lateness (CareDue due, const CareDate *done, int *least, int *most)
{
  CareDay first = done != NULL ? care_date_get_earliest (done) : 0;
  CareDay last = done != NULL ? care_date_get_latest (done) : 0;

  if (due.first == 0 || first == 0 || last == 0 || last <= due.first)
    return FALSE;

  *least = first > due.last ? care_day_months_between (due.last + 1, first) : 0;
  *most = care_day_months_between (due.first + 1, last);
  return TRUE;
}

/**
 * care_deadline_leaves_open:
 * @due: the day or days due
 * @done: when it was done
 *
 * Returns: %TRUE if @done was in time under one reading, or on one of the days on which it
 *   can have been, and late under another.
 */
gboolean
care_deadline_leaves_open (CareDue due, const CareDate *done)
{
  return care_date_get_latest (done) > due.first && care_date_get_earliest (done) <= due.last;
}

static char *
format_number (int number)
{
  static const char *const words[]
    = { N_("one"),   N_("two"),   N_("three"), N_("four"), N_("five"),   N_("six"),
        N_("seven"), N_("eight"), N_("nine"),  N_("ten"),  N_("eleven"), N_("twelve") };

  if (number >= 1 && number <= (int) G_N_ELEMENTS (words))
    return g_strdup (_(words[number - 1]));

  return g_strdup_printf ("%d", number);
}

/**
 * care_deadline_format_lateness:
 * @least: the fewest whole months late, 0 or more
 * @most: the most, @least or more
 *
 * Returns: (transfer full): "nine months", "eight to nine months", "less than a
 *   month", or "up to nine months" where it may not have been late by a month
 */
char *
care_deadline_format_lateness (int least, int most)
{
  g_autofree char *low = format_number (least);
  g_autofree char *high = format_number (most);

  if (most == 0)
    return g_strdup (_("less than a month"));
  if (least == 0)
    return g_strdup_printf (ngettext ("up to %s month", "up to %s months", most), high);
  if (least == most)
    return g_strdup_printf (ngettext ("%s month", "%s months", most), high);

  /* Translators: both are numbers, in words up to twelve: “eight to nine months” */
  return g_strdup_printf (ngettext ("%s to %s month", "%s to %s months", most), low, high);
}
