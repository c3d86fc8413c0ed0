/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-parliament.h"

#include "care-session.h"

#include <glib/gi18n.h>

typedef struct
{
  int year;
  int month;
  int day;
} Day;

/* A line is added after a general election; what is said before that of "the next" one has
 * no date yet, and says so. */
static const struct
{
  Day elected;
  Day met;
  Day dissolved;
} parliaments[] = {
  { { 1979, 5, 3 }, { 1979, 5, 9 }, { 1983, 5, 13 } },     { { 1983, 6, 9 }, { 1983, 6, 15 }, { 1987, 5, 18 } },
  { { 1987, 6, 11 }, { 1987, 6, 17 }, { 1992, 3, 16 } },   { { 1992, 4, 9 }, { 1992, 4, 27 }, { 1997, 4, 8 } },
  { { 1997, 5, 1 }, { 1997, 5, 7 }, { 2001, 5, 14 } },     { { 2001, 6, 7 }, { 2001, 6, 13 }, { 2005, 4, 11 } },
  { { 2005, 5, 5 }, { 2005, 5, 11 }, { 2010, 4, 12 } },    { { 2010, 5, 6 }, { 2010, 5, 18 }, { 2015, 3, 30 } },
  { { 2015, 5, 7 }, { 2015, 5, 18 }, { 2017, 5, 3 } },     { { 2017, 6, 8 }, { 2017, 6, 13 }, { 2019, 11, 6 } },
  { { 2019, 12, 12 }, { 2019, 12, 17 }, { 2024, 5, 30 } }, { { 2024, 7, 4 }, { 2024, 7, 9 }, { 0, 0, 0 } },
};

static CareDay
to_day (Day day)
{
  return day.year == 0 ? 0 : care_day_from_ymd (day.year, day.month, day.day);
}

/**
 * care_parliament_count:
 *
 * Returns: how many care_parliament_get() knows.
 */
guint
care_parliament_count (void)
{
  return G_N_ELEMENTS (parliaments);
}

/**
 * care_parliament_get:
 * @index: from 0, the earliest first
 *
 * Returns: that Parliament.
 */
CareParliament
care_parliament_get (guint index)
{
  static CareParliament known[G_N_ELEMENTS (parliaments)];
  static gsize is_known;

  /* A timeline asks for a hundred thousand pledges. */
  if (g_once_init_enter (&is_known))
    {
      for (guint i = 0; i < G_N_ELEMENTS (parliaments); i++)
        known[i] = (CareParliament){ to_day (parliaments[i].elected), to_day (parliaments[i].met),
                                     to_day (parliaments[i].dissolved) };
      g_once_init_leave (&is_known, 1);
    }
  return known[index];
}

/**
 * care_parliament_describe:
 * @self: a Parliament
 *
 * Returns: (transfer full): by its years: "2015–17 Parliament"
 */
char *
care_parliament_describe (const CareParliament *self)
{
  g_autofree char *years = care_session_format_years (self->elected, self->dissolved);

  /* Translators: the years of a Parliament: “2015–17 Parliament” */
  return g_strdup_printf (_ ("%s Parliament"), years);
}

/**
 * care_parliament_at:
 * @day: a day
 * @parliament: (out): the Parliament of that day
 *
 * While there is none, between a dissolution and the first meeting, it is the one that is
 * being elected: that is what manifestos call "this Parliament".
 *
 * Returns: whether it is known; @parliament is unspecified where it is not.
 */
gboolean
care_parliament_at (CareDay day, CareParliament *parliament)
{
  for (guint i = 0; i < G_N_ELEMENTS (parliaments); i++)
    {
      CareDay begins = i == 0 ? to_day (parliaments[0].elected) : care_parliament_get (i - 1).dissolved;

      *parliament = care_parliament_get (i);
      if (day >= begins && (parliament->dissolved == 0 || day < parliament->dissolved))
        return TRUE;
    }
  return FALSE;
}

static CareDay
get_met (const CareParliament *parliament)
{
  return parliament->met;
}

static CareDay
get_elected (const CareParliament *parliament)
{
  return parliament->elected;
}

/* Before the first one that is known nothing is. */
static gboolean
find_after (CareDay day, CareDay (*get_day) (const CareParliament *parliament), CareParliament *parliament)
{
  *parliament = care_parliament_get (0);
  for (guint i = 1; day >= get_day (parliament) && i < G_N_ELEMENTS (parliaments); i++)
    {
      *parliament = care_parliament_get (i);
      if (get_day (parliament) > day)
        return TRUE;
    }
  return FALSE;
}

/**
 * care_parliament_after:
 * @day: a day
 * @parliament: (out): the first Parliament that has not met by then
 *
 * Returns: whether it is known; @parliament is unspecified where it is not.
 */
gboolean
care_parliament_after (CareDay day, CareParliament *parliament)
{
  return find_after (day, get_met, parliament);
}

/**
 * care_parliament_elected_after:
 * @day: a day
 * @parliament: (out): the Parliament of the first general election after it
 *
 * Returns: whether it is known; @parliament is unspecified where it is not.
 */
gboolean
care_parliament_elected_after (CareDay day, CareParliament *parliament)
{
  return find_after (day, get_elected, parliament);
}

/**
 * care_parliament_elected_in:
 * @year: a year
 * @parliament: (out): the Parliament that was elected in it
 *
 * Returns: whether there was one; @parliament is unspecified where there was none.
 */
gboolean
care_parliament_elected_in (int year, CareParliament *parliament)
{
  for (guint i = 0; i < G_N_ELEMENTS (parliaments); i++)
    {
      *parliament = care_parliament_get (i);
      if (parliaments[i].elected.year == year)
        return TRUE;
    }
  return FALSE;
}
