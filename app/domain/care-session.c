/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-session.h"

#include "care-parliament.h"

/* A line is added when a session is opened. Where the year and nothing else is given, it is
 * the first of the Parliament that was elected in it. */
static const struct
{
  int year;
  int month;
  int day;
} sessions[] = {
  { 1979, 0, 0 },   { 1980, 11, 20 }, { 1981, 11, 4 },  { 1982, 11, 3 },  { 1983, 0, 0 },   { 1984, 11, 6 },
  { 1985, 11, 6 },  { 1986, 11, 12 }, { 1987, 0, 0 },   { 1988, 11, 22 }, { 1989, 11, 21 }, { 1990, 11, 7 },
  { 1991, 10, 31 }, { 1992, 0, 0 },   { 1993, 11, 18 }, { 1994, 11, 16 }, { 1995, 11, 15 }, { 1996, 10, 23 },
  { 1997, 0, 0 },   { 1998, 11, 24 }, { 1999, 11, 17 }, { 2000, 12, 6 },  { 2001, 0, 0 },   { 2002, 11, 13 },
  { 2003, 11, 26 }, { 2004, 11, 23 }, { 2005, 0, 0 },   { 2006, 11, 15 }, { 2007, 11, 6 },  { 2008, 12, 3 },
  { 2009, 11, 18 }, { 2010, 0, 0 },   { 2012, 5, 9 },   { 2013, 5, 8 },   { 2014, 6, 4 },   { 2015, 0, 0 },
  { 2016, 5, 18 },  { 2017, 0, 0 },   { 2019, 10, 14 }, { 2019, 0, 0 },   { 2021, 5, 11 },  { 2022, 5, 10 },
  { 2023, 11, 7 },  { 2024, 0, 0 },
};

static CareDay
get_opened (guint index)
{
  CareParliament parliament;

  if (sessions[index].month > 0)
    return care_day_from_ymd (sessions[index].year, sessions[index].month, sessions[index].day);
  care_parliament_elected_in (sessions[index].year, &parliament);
  return parliament.met;
}

/**
 * care_session_count:
 *
 * Returns: how many care_session_get() knows.
 */
guint
care_session_count (void)
{
  return G_N_ELEMENTS (sessions);
}

/**
 * care_session_get:
 * @index: from 0, the earliest first
 *
 * Returns: that session.
 */
CareSession
care_session_get (guint index)
{
  CareSession session = { .opened = get_opened (index) };
  gboolean is_last = index + 1 == G_N_ELEMENTS (sessions);
  CareParliament parliament;

  care_parliament_at (session.opened, &parliament);
  session.ended = parliament.dissolved;
  if (!is_last && sessions[index + 1].month > 0)
    session.ended = get_opened (index + 1);
  return session;
}

static int
get_year (CareDay day)
{
  int year, month, mday;

  care_day_to_ymd (day, &year, &month, &mday);
  return year;
}

/**
 * care_session_format_years:
 * @first: a day in the first of them
 * @last: a day in the last; 0: not yet known
 *
 * Returns: (transfer full): as sessions and Parliaments are called in print: "2017–19",
 *   "1999–2000", "2019", "2024–".
 */
char *
care_session_format_years (CareDay first, CareDay last)
{
  int from = get_year (first), to = last == 0 ? 0 : get_year (last);

  if (last == 0)
    return g_strdup_printf ("%d–", from);
  if (from == to)
    return g_strdup_printf ("%d", from);
  if (from / 100 == to / 100)
    return g_strdup_printf ("%d–%02d", from, to % 100);
  return g_strdup_printf ("%d–%d", from, to);
}
