/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
write_year (CheckFixture *fixture, const char *year)
{
  g_autofree char *text = g_strdup_printf ("It was spent in %s, and more later.", year);

  check_write (fixture, text, NULL);
}

/* In the house with a stroke, in the trade press with a dash, which is no hyphen. */
static void
test_styles (void)
{
  static const struct
  {
    const char *style;
    const char *wanted;
    const char *others[2];
  } cases[] = {
    { NULL, "2013/14", { "2013-14", "2013–14" } },
    { "house", "1999/00", { "1999-00", "1999–00" } },
    { "trade", "2013–14", { "2013-14", "2013/14" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CheckFixture) fixture = check_fixture_new ();
      g_autofree char *mended = g_strdup_printf ("It was spent in %s, and more later.", cases[i].wanted);

      check_set (fixture->briefing, "number_style", cases[i].style);
      write_year (fixture, cases[i].wanted);
      check_assert_passes (fixture, "year-style");
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].others); j++)
        {
          write_year (fixture, cases[i].others[j]);
          check_assert_finds (fixture, "year-style", cases[i].wanted);
          check_assert_mends (fixture, "year-style", mended);
        }
    }
}

static void
test_others (void)
{
  static const char *const others[] = {
    "the years 2010-15", "report CBP2013-14", "2013-14-15", "the Session 2014–15", "“2013-14”", "[@7003 2013-14 p.67]", "6/2013-14",
    "2013-1456",
  };
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      write_year (fixture, others[i]);
      check_assert_passes (fixture, "year-style");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/year-style/styles", test_styles);
  g_test_add_func ("/checks/year-style/others", test_others);
  return g_test_run ();
}
