/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-calendar.h"
#include "care-timeline-ruler.h"

#include <math.h>
#include <string.h>

static PangoContext *shared_context;

static const CareTimelineRulerKind kinds[]
  = { CARE_TIMELINE_RULER_CALENDAR,    CARE_TIMELINE_RULER_FINANCIAL,   CARE_TIMELINE_RULER_SESSIONS,
      CARE_TIMELINE_RULER_PARLIAMENTS, CARE_TIMELINE_RULER_GOVERNMENTS, CARE_TIMELINE_RULER_ELECTIONS };

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();

  return pango_font_map_create_context (map);
}

static CareTimelineRuler *
create (CareTimelineRulerKind kind)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Open Sans 10");

  return care_timeline_ruler_new (shared_context, font, kind);
}

static double
get_end (const CareTimelinePeriod *period)
{
  PangoRectangle logical;

  pango_layout_get_extents (period->name, NULL, &logical);
  return period->name_x + logical.width / (double) PANGO_SCALE;
}

/* Periods of a line follow one another, names stay in theirs, and those of the axis leave no gap. */
static void
assert_sound (CareTimelineRulerKind kind, const CareTimelineRuler *ruler,
              const CareTimelineViewport *viewport)
{
  guint n_periods;
  const CareTimelinePeriod *periods = care_timeline_ruler_get_periods (ruler, &n_periods);
  gboolean is_axis = kind <= CARE_TIMELINE_RULER_FINANCIAL;

  g_assert_true (!is_axis || n_periods > 0);
  for (guint i = 0; i < n_periods; i++)
    {
      gboolean is_first = i == 0 || periods[i].is_outer != periods[i - 1].is_outer;

      g_assert_true (is_first || periods[i].first > periods[i - 1].first);
      g_assert_true (is_first || periods[i].is_odd != periods[i - 1].is_odd);
      g_assert_cmpfloat (periods[i].width, >, 0);
      if (!is_first && is_axis)
        g_assert_cmpfloat_with_epsilon (periods[i].x, periods[i - 1].x + periods[i - 1].width, 0.01);
      if (!is_first)
        g_assert_cmpfloat (periods[i].x, >=, periods[i - 1].x + periods[i - 1].width - 0.01);
      if (is_first && is_axis)
        g_assert_cmpfloat (periods[i].x, <=, 0);
      if (periods[i].name == NULL)
        continue;
      g_assert_cmpfloat (periods[i].name_x, >, 0);
      g_assert_cmpfloat (get_end (&periods[i]), <, periods[i].x + periods[i].width);
    }
  if (is_axis)
    g_assert_cmpfloat (periods[n_periods - 1].x + periods[n_periods - 1].width, >=, viewport->width);
}

/* Whatever can be seen in full has its name, on the axis. */
static void
assert_named (const CareTimelineRuler *ruler, const CareTimelineViewport *viewport)
{
  guint n_periods, n_whole = 0;
  const CareTimelinePeriod *periods = care_timeline_ruler_get_periods (ruler, &n_periods);

  for (guint i = 0; i < n_periods; i++)
    if (!periods[i].is_outer && periods[i].x >= 0 && periods[i].x + periods[i].width <= viewport->width)
      {
        g_assert_nonnull (periods[i].name);
        n_whole++;
      }
  /* Fewer would say too little. */
  g_assert_cmpuint (n_whole, >=, 1);
}

static void
test_always (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1832);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (CareTimelineRuler) ruler = create (kinds[k]);

      for (int i = 0; i < 400; i++)
        {
          CareTimelineViewport viewport
            = { .scale = pow (2, g_rand_double_range (rand, -6, 8)), .width = 800 };

          viewport.first
            = g_rand_double_range (rand, care_day_from_ymd (1930, 1, 1), care_day_from_ymd (2040, 1, 1));
          care_timeline_ruler_set (ruler, &viewport);
          assert_sound (kinds[k], ruler, &viewport);
          if (kinds[k] <= CARE_TIMELINE_RULER_FINANCIAL)
            assert_named (ruler, &viewport);
        }
    }
}

/* Moved by a day or a year, it has the same periods where both can be seen. */
static void
test_moved (void)
{
  for (int level = -6; level < 8; level++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        g_autoptr (CareTimelineRuler) ruler = create (kinds[k]), moved = create (kinds[k]);
        CareTimelineViewport viewport = { care_day_from_ymd (2015, 5, 7), pow (2, level), 800, 0, 0 };
        guint n, n_moved, n_same = 0;
        const CareTimelinePeriod *periods, *others;

        care_timeline_ruler_set (ruler, &viewport);
        periods = care_timeline_ruler_get_periods (ruler, &n);
        viewport.first += 100 / viewport.scale;
        care_timeline_ruler_set (moved, &viewport);
        others = care_timeline_ruler_get_periods (moved, &n_moved);
        for (guint i = 0; i < n; i++)
          {
            gboolean is_found = periods[i].x + periods[i].width <= 100;

            for (guint j = 0; j < n_moved && !is_found; j++)
              is_found = periods[i].first == others[j].first && periods[i].is_outer == others[j].is_outer
                         && periods[i].is_odd == others[j].is_odd;
            g_assert_true (is_found);
            n_same += is_found;
          }
        g_assert_cmpuint (n_same, ==, n);
      }
}

/* The names that are seen at a scale, in order. */
static char *
read_names (CareTimelineRulerKind kind, int year, int month, int mday, double scale, double width)
{
  g_autoptr (CareTimelineRuler) ruler = create (kind);
  const CareTimelineViewport viewport = { care_day_from_ymd (year, month, mday), scale, width, 0, 0 };
  GString *names = g_string_new (NULL);
  guint n_periods;
  const CareTimelinePeriod *periods;

  care_timeline_ruler_set (ruler, &viewport);
  periods = care_timeline_ruler_get_periods (ruler, &n_periods);
  for (guint i = 0; i < n_periods; i++)
    {
      if (i > 0 && periods[i].is_outer != periods[i - 1].is_outer)
        g_string_append (names, " / ");
      else if (i > 0)
        g_string_append (names, ", ");
      g_string_append (names, periods[i].name == NULL ? "-" : pango_layout_get_text (periods[i].name));
    }
  return g_string_free (names, FALSE);
}

static void
test_names (void)
{
  static const struct
  {
    CareTimelineRulerKind kind;
    int year, month, mday;
    double scale, width;
    const char *names;
  } cases[] = {
    { CARE_TIMELINE_RULER_CALENDAR, 2015, 4, 29, 64, 300, "April 2015, May 2015 / 29, 30, 1, 2, 3" },
    { CARE_TIMELINE_RULER_CALENDAR, 2015, 4, 27, 8, 200, "-, May 2015 / 27, 4, 11, 18" },
    { CARE_TIMELINE_RULER_CALENDAR, 2014, 11, 1, 2, 300, "2014, 2015 / Nov, Dec, Jan, Feb, Mar" },
    { CARE_TIMELINE_RULER_CALENDAR, 2014, 7, 1, 1, 300, "2014, 2015 / Jul, Oct, Jan, Apr" },
    { CARE_TIMELINE_RULER_CALENDAR, 2008, 1, 1, 0.125, 200, "2000s, 2010s / 2008, 2009, 2010, 2011, 2012" },
    { CARE_TIMELINE_RULER_CALENDAR, 1940, 1, 1, 0.03, 800,
      "1940, 1945, 1950, 1955, 1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000, 2005, 2010" },
    { CARE_TIMELINE_RULER_FINANCIAL, 2016, 4, 1, 0.25, 300, "2016/17, 2017/18, 2018/19, 2019/20" },
    { CARE_TIMELINE_RULER_FINANCIAL, 2018, 1, 1, 1, 300, "2017/18, 2018/19 / Jan, Apr, Jul, Oct" },
    { CARE_TIMELINE_RULER_FINANCIAL, 1998, 4, 1, 0.25, 150, "1998/99, 1999/00" },
    { CARE_TIMELINE_RULER_SESSIONS, 2015, 1, 1, 0.25, 600,
      "-, 2015–16, 2016–17, 2017–19, -, 2019–21, 2021–22" },
    { CARE_TIMELINE_RULER_PARLIAMENTS, 2014, 1, 1, 0.25, 600,
      "2010–15, 2015–17 Parliament, 2017–19 Parliament, 2019–24 Parliament" },
    { CARE_TIMELINE_RULER_PARLIAMENTS, 2014, 1, 1, 0.1, 300, "-, 2015–17, 2017–19, 2019–24 Parliament" },
    { CARE_TIMELINE_RULER_GOVERNMENTS, 2015, 1, 1, 0.25, 400, "-, Cameron, May (Conservative)" },
    { CARE_TIMELINE_RULER_ELECTIONS, 2015, 2, 1, 0.25, 400,
      "-, -, Election 7 May 2015, -, Election 8 Jun 2017" },
    { CARE_TIMELINE_RULER_ELECTIONS, 2015, 4, 15, 0.125, 220,
      "-, 7 May 2015, -, 8 Jun 2017, -, Election 12 Dec 2019" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = read_names (cases[i].kind, cases[i].year, cases[i].month, cases[i].mday,
                                           cases[i].scale, cases[i].width);

      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

/* A name moves along with the left edge until its period has no more room for it. */
static void
test_name_stays (void)
{
  g_autoptr (CareTimelineRuler) ruler = create (CARE_TIMELINE_RULER_CALENDAR);
  guint n_named = 0, n_not = 0;

  for (int day = 1; day < 28; day++)
    {
      const CareTimelineViewport viewport = { care_day_from_ymd (2015, 4, day), 8, 800, 0, 0 };
      const CareTimelinePeriod *periods;
      guint n_periods;

      care_timeline_ruler_set (ruler, &viewport);
      periods = care_timeline_ruler_get_periods (ruler, &n_periods);
      g_assert_true (periods[0].is_outer);
      n_named += periods[0].name != NULL;
      n_not += periods[0].name == NULL;
      g_assert_true (periods[0].name == NULL || periods[0].name_x < 10);
    }
  g_assert_cmpuint (n_named, >, 15);
  g_assert_cmpuint (n_not, >, 3);
}

static void
assert_day (CareDay day, int year, int month, int mday)
{
  g_assert_cmpuint (day, ==, care_day_from_ymd (year, month, mday));
}

static void
test_calendar (void)
{
  CareDay day = care_day_from_ymd (2018, 2, 14);
  const CareCalendarStep week = { CARE_CALENDAR_DAYS, 7 }, month = { CARE_CALENDAR_MONTHS, 1 },
                         quarter = { CARE_CALENDAR_MONTHS, 3 }, year = { CARE_CALENDAR_YEARS, 1 },
                         decade = { CARE_CALENDAR_YEARS, 10 },
                         financial = { CARE_CALENDAR_FINANCIAL_YEARS, 1 };

  assert_day (care_calendar_floor (day, week), 2018, 2, 12);
  assert_day (care_calendar_next (day, week), 2018, 2, 19);
  assert_day (care_calendar_floor (day, month), 2018, 2, 1);
  assert_day (care_calendar_next (care_day_from_ymd (2018, 12, 31), month), 2019, 1, 1);
  assert_day (care_calendar_floor (day, quarter), 2018, 1, 1);
  assert_day (care_calendar_next (day, quarter), 2018, 4, 1);
  assert_day (care_calendar_next (care_day_from_ymd (2018, 11, 2), quarter), 2019, 1, 1);
  assert_day (care_calendar_floor (day, year), 2018, 1, 1);
  assert_day (care_calendar_floor (day, decade), 2010, 1, 1);
  assert_day (care_calendar_next (day, decade), 2020, 1, 1);
  assert_day (care_calendar_floor (day, financial), 2017, 4, 1);
  assert_day (care_calendar_next (day, financial), 2018, 4, 1);
  assert_day (care_calendar_floor (care_day_from_ymd (2018, 4, 1), financial), 2018, 4, 1);
  assert_day (care_calendar_floor (care_day_from_ymd (2018, 3, 31), financial), 2017, 4, 1);
}

/* Every day is in one period, which ends where the next begins and is no shorter than it is said to be. */
static void
test_calendar_always (void)
{
  static const CareCalendarStep steps[] = {
    { CARE_CALENDAR_DAYS, 1 },           { CARE_CALENDAR_DAYS, 7 },   { CARE_CALENDAR_MONTHS, 1 },
    { CARE_CALENDAR_MONTHS, 3 },         { CARE_CALENDAR_MONTHS, 6 }, { CARE_CALENDAR_YEARS, 1 },
    { CARE_CALENDAR_YEARS, 10 },         { CARE_CALENDAR_YEARS, 50 }, { CARE_CALENDAR_FINANCIAL_YEARS, 1 },
    { CARE_CALENDAR_FINANCIAL_YEARS, 5 }
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1752);

  for (int i = 0; i < 2000; i++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        CareDay day = (CareDay) g_rand_int_range (rand, 40000, 760000);
        CareDay first = care_calendar_floor (day, steps[s]), next = care_calendar_next (day, steps[s]);

        g_assert_true (first <= day && day < next);
        g_assert_cmpuint (care_calendar_floor (next, steps[s]), ==, next);
        g_assert_cmpuint (care_calendar_floor (next - 1, steps[s]), ==, first);
        g_assert_cmpuint (care_calendar_next (first, steps[s]), ==, next);
        g_assert_cmpuint (next - first, >=, care_calendar_shortest (steps[s]));
        g_assert_true (care_calendar_is_odd (first, steps[s]) != care_calendar_is_odd (next, steps[s]));
      }
}

/* At the beginning of all time there is no endless loop, and no day before the first. */
static void
test_first_days (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (CareTimelineRuler) ruler = create (kinds[k]);

      for (int level = -6; level < 8; level++)
        {
          const CareTimelineViewport viewport = { -100, pow (2, level), 800, 0, 0 };
          guint n_periods;

          care_timeline_ruler_set (ruler, &viewport);
          care_timeline_ruler_get_periods (ruler, &n_periods);
          g_assert_cmpuint (n_periods, <, 200);
        }
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  shared_context = create_context ();

  g_test_add_func ("/timeline-ruler/always", test_always);
  g_test_add_func ("/timeline-ruler/moved", test_moved);
  g_test_add_func ("/timeline-ruler/names", test_names);
  g_test_add_func ("/timeline-ruler/name-stays", test_name_stays);
  g_test_add_func ("/timeline-ruler/calendar", test_calendar);
  g_test_add_func ("/timeline-ruler/calendar-always", test_calendar_always);
  g_test_add_func ("/timeline-ruler/first-days", test_first_days);

  result = g_test_run ();
  g_object_unref (shared_context);
  pango_cairo_font_map_set_default (NULL);
  return result;
}
