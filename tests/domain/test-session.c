/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-session.h"

#include "care-parliament.h"

/* Each begins when the one before has ended, and within a Parliament they follow at once. */
static void
test_order (void)
{
  for (guint i = 0; i < care_session_count (); i++)
    {
      CareSession session = care_session_get (i);
      CareParliament parliament;

      g_assert_true (care_parliament_at (session.opened, &parliament));
      g_assert_cmpuint (session.opened, >=, parliament.met);
      if (i + 1 == care_session_count ())
        {
          g_assert_cmpuint (session.ended, ==, parliament.dissolved);
          continue;
        }
      g_assert_cmpuint (session.ended, >, session.opened);
      g_assert_cmpuint (session.ended, <=, care_session_get (i + 1).opened);
      g_assert_true (session.ended == parliament.dissolved || session.ended == care_session_get (i + 1).opened);
    }
}

/* Every Parliament has its first session on the day on which it met. */
static void
test_parliaments (void)
{
  guint n_found = 0;

  for (guint i = 0; i < care_parliament_count (); i++)
    for (guint j = 0; j < care_session_count (); j++)
      n_found += care_session_get (j).opened == care_parliament_get (i).met;
  g_assert_cmpuint (n_found, ==, care_parliament_count ());
}

static void
assert_called (int year, int month, int day, const char *expected)
{
  CareDay opened = care_day_from_ymd (year, month, day);

  for (guint i = 0; i < care_session_count (); i++)
    if (care_session_get (i).opened == opened)
      {
        g_autofree char *years = care_session_format_years (opened, care_session_get (i).ended);

        g_assert_cmpstr (years, ==, expected);
        return;
      }
  g_assert_not_reached ();
}

static void
test_years (void)
{
  g_autofree char *open = care_session_format_years (care_day_from_ymd (2030, 1, 1), 0);
  CareParliament parliament = care_parliament_get (9);
  g_autofree char *described = care_parliament_describe (&parliament);

  assert_called (1979, 5, 9, "1979–80");
  assert_called (1992, 4, 27, "1992–93");
  assert_called (1996, 10, 23, "1996–97");
  assert_called (1999, 11, 17, "1999–2000");
  assert_called (2000, 12, 6, "2000–01");
  assert_called (2010, 5, 18, "2010–12");
  assert_called (2014, 6, 4, "2014–15");
  assert_called (2017, 6, 13, "2017–19");
  assert_called (2019, 10, 14, "2019");
  assert_called (2019, 12, 17, "2019–21");
  assert_called (2023, 11, 7, "2023–24");
  g_assert_cmpstr (open, ==, "2030–");
  g_assert_cmpstr (described, ==, "2017–19 Parliament");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/order", test_order);
  g_test_add_func ("/session/parliaments", test_parliaments);
  g_test_add_func ("/session/years", test_years);

  return g_test_run ();
}
