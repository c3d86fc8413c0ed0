/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-date.h"

#include "care-error.h"

static CareDate *
new_date (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  CareDate *date = care_date_from_edtf (edtf, &error);

  g_assert_no_error (error);
  g_assert_nonnull (date);
  return date;
}

static char *
write_day (CareDay day)
{
  int year, month, mday;

  if (day == 0)
    return g_strdup ("none");

  care_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%d-%02d-%02d", year, month, mday);
}

static void
test_edtf_spans (void)
{
  static const struct
  {
    const char *name;
    const char *edtf;
    CareDatePrecision precision;
    const char *earliest;
    const char *latest;
  } cases[] = {
    { "C04, to the minute", "2019-05-16T14:01", CARE_DATE_MINUTE, "2019-05-16", "2019-05-16" },
    { "a day", "2015-01-27", CARE_DATE_DAY, "2015-01-27", "2015-01-27" },
    { "29 February of a leap year", "2016-02-29", CARE_DATE_DAY, "2016-02-29", "2016-02-29" },
    { "D09, a month has no first day", "2014-10", CARE_DATE_MONTH, "2014-10-01", "2014-10-31" },
    { "December", "2014-12", CARE_DATE_MONTH, "2014-12-01", "2014-12-31" },
    { "February of a leap year", "2016-02", CARE_DATE_MONTH, "2016-02-01", "2016-02-29" },
    { "spring", "2015-21", CARE_DATE_SEASON, "2015-03-01", "2015-05-31" },
    { "summer", "2015-22", CARE_DATE_SEASON, "2015-06-01", "2015-08-31" },
    { "autumn", "2015-23", CARE_DATE_SEASON, "2015-09-01", "2015-11-30" },
    { "winter runs into the next year", "2015-24", CARE_DATE_SEASON, "2015-12-01", "2016-02-29" },
    { "D01, a year", "1948", CARE_DATE_YEAR, "1948-01-01", "1948-12-31" },
    { "the first year", "0001", CARE_DATE_YEAR, "1-01-01", "1-12-31" },
    { "the last year", "9999", CARE_DATE_YEAR, "9999-01-01", "9999-12-31" },
    { "the last winter", "9999-24", CARE_DATE_SEASON, "9999-12-01", "10000-02-29" },
    { "E12, a decade", "199X", CARE_DATE_DECADE, "1990-01-01", "1999-12-31" },
    { "months", "2015-02/2015-05", CARE_DATE_INTERVAL, "2015-02-01", "2015-05-31" },
    { "mixed ends", "2015/2015-05-07", CARE_DATE_INTERVAL, "2015-01-01", "2015-05-07" },
    { "one day long", "2015-05-07/2015-05-07", CARE_DATE_INTERVAL, "2015-05-07", "2015-05-07" },
    { "C03, open start", "../2018-03-31", CARE_DATE_INTERVAL, "none", "2018-03-31" },
    { "open end", "2015-05/..", CARE_DATE_INTERVAL, "2015-05-01", "none" },
    { "B01, no year", "XXXX-09", CARE_DATE_NO_YEAR, "none", "none" },
    { "no year, a day", "XXXX-09-14", CARE_DATE_NO_YEAR, "none", "none" },
    { "no year, 29 February", "XXXX-02-29", CARE_DATE_NO_YEAR, "none", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareDate) date = new_date (cases[i].edtf);
      g_autofree char *earliest = write_day (care_date_get_earliest (date));
      g_autofree char *latest = write_day (care_date_get_latest (date));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (care_date_get_precision (date), ==, cases[i].precision);
      g_assert_cmpstr (earliest, ==, cases[i].earliest);
      g_assert_cmpstr (latest, ==, cases[i].latest);
      g_assert_cmpstr (care_date_get_edtf (date), ==, cases[i].edtf);
    }
}

static void
test_edtf_refuses (void)
{
  static const char *const cases[] = {
    "",
    "2015-02-30",
    "2015-02-29",
    "2015-13",
    "2015-00",
    "2015-20",
    "2015-25",
    "2015-04-31",
    "2015-01-00",
    "0000",
    "0000-05",
    "000X",
    "-0044",
    "10000",
    "15",
    "2015-5",
    "2015-05-7",
    "2015-05-07T24:00",
    "2015-05-07T14:60",
    "2015-05-07T14:01:00",
    "2015-05/2015-04",
    "2015-05-08/2015-05-07",
    "../..",
    "2015/",
    "/2015",
    "2015/2016/2017",
    "XXXX",
    "XXXX-13",
    "XXXX-02-30",
    "XXXX-04-31",
    "XXXX-24",
    "XXXX-09/2015",
    "2015-05-07T14:01/2016",
    "2015~~",
    "~2015",
    "2015 ",
    " 2015",
    "199x",
    "19XX",
    "May 2015",
    "../2015-02-30",
    "\xff",
    "2015-05-07t14:01",
    "~",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = g_utf8_make_valid (cases[i], -1);
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", shown);
      g_assert_null (care_date_from_edtf (cases[i], &error));
      g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_DATE);
    }
}

static void
test_edtf_marks (void)
{
  static const struct
  {
    const char *edtf;
    gboolean approximate;
    gboolean uncertain;
  } cases[] = {
    { "2015", FALSE, FALSE },          { "2015~", TRUE, FALSE },      { "2015?", FALSE, TRUE },
    { "2015-05%", TRUE, TRUE },        { "199X~", TRUE, FALSE },      { "2015~/2016", TRUE, FALSE },
    { "2015/2016?", FALSE, TRUE },     { "2015~/2016?", TRUE, TRUE }, { "XXXX-09?", FALSE, TRUE },
    { "../2018-03-31~", TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareDate) date = new_date (cases[i].edtf);

      g_test_message ("%s", cases[i].edtf);
      g_assert_cmpint (care_date_is_approximate (date), ==, cases[i].approximate);
      g_assert_cmpint (care_date_is_uncertain (date), ==, cases[i].uncertain);
    }
}

static void
test_days (void)
{
  g_autoptr (CareDate) date = care_date_new_day (2015, 1, 27);

  g_assert_cmpstr (care_date_get_edtf (date), ==, "2015-01-27");
  g_assert_null (care_date_new_day (2015, 2, 29));
  g_assert_null (care_date_new_day (0, 1, 1));
  g_assert_null (care_date_new_day (10000, 1, 1));
  g_assert_cmpuint (care_day_from_ymd (1, 1, 1), ==, 1);
  g_assert_cmpuint (care_day_from_ymd (2015, 13, 1), ==, 0);
  g_assert_cmpuint (care_day_from_ymd (2015, 1, 300), ==, 0);
  g_assert_cmpuint (care_day_from_ymd (G_MAXINT, 1, 1), ==, 0);
  g_assert_cmpuint (care_day_from_ymd (-1, -1, -1), ==, 0);

  for (int i = 0; i < 1000; i++)
    {
      CareDay day = (CareDay) g_test_rand_int_range (1, 3652060);
      int year, month, mday;

      care_day_to_ymd (day, &year, &month, &mday);
      g_assert_cmpuint (care_day_from_ymd (year, month, mday), ==, day);
    }
}

static void
test_months_between (void)
{
  static const struct
  {
    int from[3];
    int to[3];
    int months;
  } cases[] = {
    { { 2018, 4, 1 }, { 2019, 1, 1 }, 9 },       { { 2018, 4, 1 }, { 2019, 1, 31 }, 9 },
    { { 2018, 4, 1 }, { 2018, 12, 31 }, 8 },     { { 2018, 5, 1 }, { 2019, 1, 1 }, 8 },
    { { 2018, 4, 1 }, { 2018, 4, 1 }, 0 },       { { 2018, 4, 1 }, { 2018, 4, 30 }, 0 },
    { { 2018, 4, 1 }, { 2018, 5, 1 }, 1 },       { { 2018, 1, 31 }, { 2018, 2, 27 }, 0 },
    { { 2018, 1, 31 }, { 2018, 2, 28 }, 1 },     { { 2016, 2, 29 }, { 2017, 2, 28 }, 12 },
    { { 2016, 2, 29 }, { 2016, 3, 28 }, 0 },     { { 2019, 1, 1 }, { 2018, 4, 1 }, -9 },
    { { 1948, 7, 5 }, { 2015, 7, 5 }, 67 * 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareDay from = care_day_from_ymd (cases[i].from[0], cases[i].from[1], cases[i].from[2]);
      CareDay to = care_day_from_ymd (cases[i].to[0], cases[i].to[1], cases[i].to[2]);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (care_day_months_between (from, to), ==, cases[i].months);
    }
}

/* A later day is never fewer months away, and a month on is one month. */
static void
test_months_between_property (void)
{
  for (int i = 0; i < 1000; i++)
    {
      CareDay from = (CareDay) g_test_rand_int_range (1, 3600000);
      CareDay to = from + (CareDay) g_test_rand_int_range (0, 4000);
      int months = care_day_months_between (from, to);
      int next = care_day_months_between (from, to + 1);

      g_assert_cmpint (next, >=, months);
      g_assert_cmpint (next, <=, months + 1);
      g_assert_cmpint (care_day_months_between (from, to + 31), >, months);
    }
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "../2018-03-31",
    "1948",
    "199X",
    "2015-01",
    "2015",
    "2015-01-27",
    "2015-02/2015-05",
    "2015-05/2015-06",
    "2015-05/..",
    "2019-05-16",
    "2019-05-16T09:30",
    "2019-05-16T14:01",
    "XXXX-05",
    "XXXX-09",
    "XXXX-09-14",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (CareDate) a = new_date (sorted[i]);
        g_autoptr (CareDate) b = new_date (sorted[j]);

        g_assert_cmpint (care_date_equal (a, b), ==, i == j);
        g_assert_cmpint (CLAMP (care_date_compare (a, b), -1, 1), ==, i < j ? -1 : i > j);
      }
}

static void
test_format (void)
{
  static const struct
  {
    const char *edtf;
    const char *house;
    const char *brief;
  } cases[] = {
    { "2017-02-24", "24 February 2017", "24 Feb 2017" },
    { "2015-05-07", "7 May 2015", "7 May 2015" },
    { "2014-10", "October 2014", "Oct 2014" },
    { "2019-05-16T14:01", "16 May 2019, 14:01", "16 May 2019, 14:01" },
    { "1948", "1948", "1948" },
    { "199X", "1990s", "1990s" },
    { "2015-21", "spring 2015", "spring 2015" },
    { "2015-24", "winter 2015/16", "winter 2015/16" },
    { "2013-04-01/2014-03-31", "2013/14", "2013/14" },
    { "1999-04-01/2000-03-31", "1999/00", "1999/00" },
    { "2013-04-01/2016-03-31", "2013/14 – 2015/16", "2013/14 – 2015/16" },
    { "2015-02/2015-05", "February 2015 – May 2015", "Feb 2015 – May 2015" },
    { "2015-05/2016-07", "May 2015 – July 2016", "May 2015 – Jul 2016" },
    { "2010/2015", "2010 – 2015", "2010 – 2015" },
    { "../2018-03-31", "before April 2018", "before Apr 2018" },
    { "../2017-12-31", "before 2018", "before 2018" },
    { "../2018-03-30", "until 30 March 2018", "until 30 Mar 2018" },
    { "../2017", "until 2017", "until 2017" },
    { "2015-05/..", "since May 2015", "since May 2015" },
    { "XXXX-09", "September (year not stated)", "Sep (year not stated)" },
    { "XXXX-09-14", "14 September (year not stated)", "14 Sep (year not stated)" },
    { "2015~", "about 2015", "about 2015" },
    { "2015-09?", "September 2015 (uncertain)", "Sep 2015 (uncertain)" },
    { "2015%", "about 2015 (uncertain)", "about 2015 (uncertain)" },
    { "2014~/2015", "about 2014 – 2015", "about 2014 – 2015" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareDate) date = new_date (cases[i].edtf);
      g_autofree char *house = care_date_format (date, CARE_DATE_HOUSE);
      g_autofree char *brief = care_date_format (date, CARE_DATE_SHORT);

      g_assert_cmpstr (house, ==, cases[i].house);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  const char *anchor;
  const char *edtf; /* NULL: refused */
} ParseCase;

static void
check_parse (const ParseCase *cases, gsize n_cases,
             CareDate *(*parse) (const char *text, const CareDate *anchor, GError **error))
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *shown = g_utf8_make_valid (cases[i].text, -1);
      g_autoptr (CareDate) anchor = cases[i].anchor != NULL ? new_date (cases[i].anchor) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CareDate) date = parse (cases[i].text, anchor, &error);

      g_test_message ("%s: “%s”", cases[i].name, shown);
      if (cases[i].edtf == NULL)
        {
          g_assert_null (date);
          g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_DATE);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (care_date_get_edtf (date), ==, cases[i].edtf);
    }
}

static void
test_parse_stated (void)
{
  static const ParseCase cases[] = {
    { "EDTF", "2015-02/2015-05", NULL, "2015-02/2015-05" },
    { "a day", "16 May 2019", NULL, "2019-05-16" },
    { "spaces and case", "  16\u00a0MAY  2019 ", NULL, "2019-05-16" },
    { "ordinal", "1st April 2018", NULL, "2018-04-01" },
    { "month first", "April 1, 2018", NULL, "2018-04-01" },
    { "weekday that agrees", "Tuesday 27 January 2015", NULL, "2015-01-27" },
    { "weekday that does not", "Monday 27 January 2015", NULL, NULL },
    { "month", "April 2018", NULL, "2018-04" },
    { "month shortened", "Apr 2018", NULL, "2018-04" },
    { "month with stop", "Sept. 2018", NULL, "2018-09" },
    { "in a month", "in October 2014", NULL, "2014-10" },
    { "year", "2018", NULL, "2018" },
    { "decade", "the 1990s", NULL, "199X" },
    { "season", "winter 2015", NULL, "2015-24" },
    { "season across years", "winter 2015/16", NULL, "2015-24" },
    { "season across years, dash", "winter 2015–16", NULL, "2015-24" },
    { "spring", "Spring of 2015", NULL, "2015-21" },
    { "financial year", "2015/16", NULL, "2015-04-01/2016-03-31" },
    { "financial year, dash", "2015–16", NULL, "2015-04-01/2016-03-31" },
    { "financial year, hyphen", "2015-16", NULL, "2015-04-01/2016-03-31" },
    { "financial year, not a season", "2021-22", NULL, "2021-04-01/2022-03-31" },
    { "financial year, dash, not a month", "2010–11", NULL, "2010-04-01/2011-03-31" },
    { "a month in ISO 8601", "2010-11", NULL, "2010-11" },
    { "century", "1999/00", NULL, "1999-04-01/2000-03-31" },
    { "years not consecutive", "2015/17", NULL, NULL },
    { "C05, in words", "the 2018 financial year", NULL, "2018-04-01/2019-03-31" },
    { "financial years", "2013/14 to 2015/16", NULL, "2013-04-01/2016-03-31" },
    { "C05, start of the financial year", "the start of the 2018 financial year", NULL, "2018-04-01" },
    { "start of a year", "start of 2018", NULL, "2018-01-01" },
    { "end of a month", "end of June 2013", NULL, "2013-06-30" },
    { "C03, before a month", "before April 2018", NULL, "../2018-03-31" },
    { "before a year", "before 2018", NULL, "../2017-12-31" },
    { "before a day", "before 1 April 2018", NULL, "../2018-03-31" },
    { "until a month", "until March 2018", NULL, "../2018-03" },
    { "after a month", "after April 2018", NULL, "2018-05-01/.." },
    { "since a month", "since April 2018", NULL, "2018-04/.." },
    { "interval", "February 2015 to May 2015", NULL, "2015-02/2015-05" },
    { "interval, dash", "February 2015 – May 2015", NULL, "2015-02/2015-05" },
    { "interval, between", "between February 2015 and May 2015", NULL, "2015-02/2015-05" },
    { "interval, year once", "February to May 2015", NULL, "2015-02/2015-05" },
    { "interval, month once", "14 to 28 February 2022", NULL, "2022-02-14/2022-02-28" },
    { "interval, tight dash", "2010–2015", NULL, "2010/2015" },
    { "interval backwards", "May 2015 to February 2015", NULL, NULL },
    { "C04, to the minute", "02:01pm 16 May 2019", NULL, "2019-05-16T14:01" },
    { "minute after the day", "16 May 2019, 14:01", NULL, "2019-05-16T14:01" },
    { "midnight", "16 May 2019 at 12:00am", NULL, "2019-05-16T00:00" },
    { "about", "about 2015", NULL, "2015~" },
    { "uncertain", "May 2015 (uncertain)", NULL, "2015-05?" },
    { "about an interval", "about 2015/16", NULL, "2015-04-01~/2016-03-31~" },
    { "about and uncertain", "about 2015?", NULL, "2015%" },
    { "no such day", "30 February 2015", NULL, NULL },
    { "no such time", "16 May 2019 25:00", NULL, NULL },
    { "more digits than a time has", "2015201520152015:01 16 May 2019", NULL, NULL },
    { "no hour", ":01 16 May 2019", NULL, NULL },
    { "no such half day", "13:00pm 16 May 2019", NULL, NULL },
    { "year 0", "0000", NULL, NULL },
    { "after the last day", "after 9999", NULL, NULL },
    { "before the first day", "before 0001", NULL, NULL },
    { "a deadline", "by 2018", NULL, NULL },
    { "two months", "May June 2015", NULL, NULL },
    { "day without month", "27 2015", NULL, NULL },
    { "day alone", "27", NULL, NULL },
    { "empty", "", NULL, NULL },
    { "space", "  ", NULL, NULL },
    { "the last Parliament", "the last Parliament", NULL, NULL },
    { "more recently still", "More recently still", NULL, NULL },
    { "not UTF-8", "\xff", NULL, NULL },
    { "before nothing", "before ", NULL, NULL },
    { "about nothing", "about", NULL, NULL },
    { "slashes", "01/04/2018", NULL, NULL },
  };

  check_parse (cases, G_N_ELEMENTS (cases), care_date_parse);
}

static void
test_parse_relative (void)
{
  static const ParseCase cases[] = {
    { "B01 without an anchor", "September", NULL, "XXXX-09" },
    { "in, without an anchor", "in September", NULL, "XXXX-09" },
    { "B01", "September", "2015-01-28", "2014-09" },
    { "the anchor's own month", "January", "2015-01-28", "2015-01" },
    { "a month to come was last year's", "February", "2015-01-28", "2014-02" },
    { "an anchor of a month", "May", "2015-05", "2015-05" },
    { "an anchor of a year", "September", "2015", "2015-09" },
    { "day and month", "14 September", "2015-01-28", "2014-09-14" },
    { "day and month without an anchor", "14 September", NULL, "XXXX-09-14" },
    { "a leap day", "29 February", "2015-01-28", "2012-02-29" },
    { "no such day in any year", "30 February", "2015-01-28", NULL },
    { "B02", "on Tuesday", "2015-01-28", "2015-01-27" },
    { "the anchor's own weekday", "Tuesday", "2015-01-27", "2015-01-27" },
    { "a weekday a week ago", "Wednesday", "2015-01-27", "2015-01-21" },
    { "B02 without an anchor", "Tuesday", NULL, NULL },
    { "which Tuesday of a month", "Tuesday", "2015-01", NULL },
    { "last Tuesday, on one", "last Tuesday", "2015-01-27", "2015-01-20" },
    { "next Tuesday, on one", "next Tuesday", "2015-01-27", "2015-02-03" },
    { "E09", "last year", "2013-05", "2012" },
    { "this year", "this year", "2013-05", "2013" },
    { "E09 without an anchor", "last year", NULL, NULL },
    { "D03", "fourteen years later", "1997", "2011" },
    { "D03 in digits", "14 years later", "1997-05-06", "2011" },
    { "years ago", "ten years ago", "2015-05", "2005" },
    { "before the first year", "2015 years ago", "2015", NULL },
    { "past the last year", "9999 years later", "2015", NULL },
    { "D03 without an anchor", "fourteen years later", NULL, NULL },
    { "an anchor that spans years", "fourteen years later", "199X", NULL },
    { "A12", "next winter", "2015-03", "2015-24" },
    { "last winter", "last winter", "2015-03", "2014-24" },
    { "winter without an anchor", "winter", NULL, NULL },
    { "A12, immediately", "immediately", "2015-05-07", "2015-05-07" },
    { "immediately without an anchor", "immediately", NULL, NULL },
    { "last September", "last September", "2014-09-24", "2013-09" },
    { "next September without an anchor", "next September", NULL, NULL },
    { "an anchor with an open end is none", "September", "2015-05/..", "XXXX-09" },
    { "an anchor without a year is none", "Tuesday", "XXXX-09-14", NULL },
    { "end of a month without an anchor", "end of June", NULL, NULL },
    { "end of the last June", "end of June", "2013-05", "2012-06-30" },
    { "said not to be known", "September (year not stated)", "2015-01-28", "XXXX-09" },
    { "from a month to a dated one", "October to November 2014", "2013-01-01", "2014-10/2014-11" },
  };

  check_parse (cases, G_N_ELEMENTS (cases), care_date_parse);
}

static void
test_parse_ahead (void)
{
  static const ParseCase cases[] = {
    { "T10, end of June", "the end of June", "2013-05", "2013-06-30" },
    { "T10, September", "in September", "2013-05", "2013-09" },
    { "the anchor's own month", "May", "2013-05", "2013-05" },
    { "a month that has passed", "April", "2013-05", "2014-04" },
    { "a weekday to come", "Friday", "2015-01-27", "2015-01-30" },
    { "today", "Tuesday", "2015-01-27", "2015-01-27" },
    { "a leap day", "29 February", "2096-03-01", "2104-02-29" },
    { "the winter that is on", "winter", "2015-01-28", "2014-24" },
    { "without an anchor", "September", NULL, "XXXX-09" },
    { "with its year", "September 2012", "2013-05", "2012-09" },
  };

  check_parse (cases, G_N_ELEMENTS (cases), care_date_parse_ahead);
}

static char *
random_simple (void)
{
  static const char *const marks[] = { "", "", "~", "?", "%" };
  const char *mark = marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))];
  int year = g_test_rand_int_range (10, 9999);
  int month = g_test_rand_int_range (1, 13);
  int day = g_test_rand_int_range (1, 29);

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return g_strdup_printf ("%04d-%02d-%02d%s", year, month, day, mark);
    case 1:
      return g_strdup_printf ("%04d-%02d%s", year, month, mark);
    case 2:
      return g_strdup_printf ("%04d-%02d%s", year, g_test_rand_int_range (21, 25), mark);
    case 3:
      return g_strdup_printf ("%03dX%s", year / 10, mark);
    default:
      return g_strdup_printf ("%04d%s", year, mark);
    }
}

static char *
random_edtf (void)
{
  g_autofree char *start = random_simple ();
  g_autofree char *end = random_simple ();
  int year = g_test_rand_int_range (10, 9990);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup_printf ("%s/%s", start, end);
    case 1:
      return g_strdup_printf ("../%s", end);
    case 2:
      return g_strdup_printf ("%s/..", start);
    case 3:
      return g_strdup_printf ("XXXX-%02d", g_test_rand_int_range (1, 13));
    case 4:
      return g_strdup_printf ("XXXX-%02d-%02d?", g_test_rand_int_range (1, 13),
                              g_test_rand_int_range (1, 30));
    case 5:
      return g_strdup_printf ("%04d-03-05T%02d:%02d", year, g_test_rand_int_range (0, 24),
                              g_test_rand_int_range (0, 60));
    case 6:
      return g_strdup_printf ("%04d-04-01/%04d-03-31", year, year + g_test_rand_int_range (1, 5));
    default:
      return g_steal_pointer (&start);
    }
}

/* What is printed is read back as the same date, with or without an anchor. */
static void
test_round_trip (void)
{
  const CareDateStyle *const styles[] = { CARE_DATE_HOUSE, CARE_DATE_SHORT, &care_date_style_trade };
  g_autoptr (CareDate) anchor = new_date ("2015-05-07");

  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *edtf = random_edtf ();
      g_autoptr (CareDate) date = care_date_from_edtf (edtf, NULL);
      const CareDateStyle *style = styles[i % G_N_ELEMENTS (styles)];
      g_autofree char *printed = date != NULL ? care_date_format (date, style) : NULL;
      g_autoptr (CareDate) read
        = date != NULL ? care_date_parse (printed, i % 2 == 0 ? anchor : NULL, NULL) : NULL;

      if (date == NULL) /* an interval that runs backwards */
        continue;

      g_assert_cmpstr (read != NULL ? care_date_get_edtf (read) : printed, ==, edtf);
    }
}

/* Whatever is typed is a date or an error, never a crash. */
static void
test_parse_any_text (void)
{
  static const char *const pieces[] = { "2015",        "May",
                                        "–",           "/",
                                        "before ",     "about ",
                                        "to",          " ",
                                        "16",          "-",
                                        "~",           "last",
                                        "years",       "later",
                                        "X",           "14:01",
                                        "..",          "winter",
                                        "the ",        "end of ",
                                        "(uncertain)", "(year not stated)",
                                        "Tuesday",     "'",
                                        "0s" };
  g_autoptr (CareDate) anchor = new_date ("2015-05-07");

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (CareDate) date = NULL;

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      date = care_date_parse (text->str, i % 2 == 0 ? anchor : NULL, &error);
      g_assert_true ((date == NULL) == (error != NULL));
    }
}

/* However many ways there are to divide a text, it is refused at once. */
static void
test_parse_many_separators (void)
{
  g_autoptr (GString) text = g_string_new ("from about ");
  g_autoptr (GError) error = NULL;

  while (text->len < 185)
    g_string_append (text, "May to – - ");

  g_assert_null (care_date_parse (text->str, NULL, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_DATE);
}

/* The shortest that says no more and no less than the two days. */
static void
test_from_days (void)
{
  static const char *const dates[] = { "2018-04-03", "2018-04", "2016-02", "2018", "199X", "1990-01-01/1998-12-31", "2018-04-01/2019-03-31", "2018-04-02/2018-04-30",
                                       "2018-12-31/2019-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (CareDate) date = care_date_from_edtf (dates[i], NULL);
      g_autoptr (CareDate) same = care_date_from_days (care_date_get_earliest (date), care_date_get_latest (date));

      g_assert_cmpstr (care_date_get_edtf (same), ==, dates[i]);
    }
  for (guint i = 0; i < 1000; i++)
    {
      CareDay first = (CareDay) g_test_rand_int_range (600000, 800000);
      CareDay last = first + (CareDay) g_test_rand_int_range (0, 800);
      g_autoptr (CareDate) date = care_date_from_days (first, last);

      g_assert_cmpuint (care_date_get_earliest (date), ==, first);
      g_assert_cmpuint (care_date_get_latest (date), ==, last);
    }
  g_assert_null (care_date_from_days (0, 700000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/edtf/spans", test_edtf_spans);
  g_test_add_func ("/date/edtf/refuses", test_edtf_refuses);
  g_test_add_func ("/date/edtf/marks", test_edtf_marks);
  g_test_add_func ("/date/days", test_days);
  g_test_add_func ("/date/from-days", test_from_days);
  g_test_add_func ("/date/months-between", test_months_between);
  g_test_add_func ("/date/months-between/property", test_months_between_property);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/parse/stated", test_parse_stated);
  g_test_add_func ("/date/parse/relative", test_parse_relative);
  g_test_add_func ("/date/parse/ahead", test_parse_ahead);
  g_test_add_func ("/date/parse/any-text", test_parse_any_text);
  g_test_add_func ("/date/parse/many-separators", test_parse_many_separators);
  g_test_add_func ("/date/round-trip", test_round_trip);

  return g_test_run ();
}
