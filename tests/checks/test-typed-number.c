/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

static void
test_numbers (void)
{
  static const char *const numbers[] = { "£1.2bn", "20%", "8,000", "15 million", "£4 billion to £6 billion", "2 per cent" };
  static const char *const others[] = {
    "in 1948", "on 24 February 2017", "in 2013/14", "a 48-hour wait", "of four kinds", "of 29 areas", "in the 1990s",
    "as CBP7186 says", "see p.67", "“a cost of £9bn”", "{figure:17016}", "[@7003 p.67]",
  };
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf ("It came to %s then.", numbers[i]);

      check_write (fixture, text, NULL);
      check_assert_finds (fixture, "typed-number", numbers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *text = g_strdup_printf ("It was %s then.", others[i]);

      check_write (fixture, text, NULL);
      check_assert_passes (fixture, "typed-number");
    }
}

static void
test_held (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();

  check_write (fixture, "It cost £1.2bn.", NULL);
  check_assert_finds (fixture, "typed-number", "£1.2bn");
  check_add (fixture, "figure", "label", "Cost", "value", "12e8 GBP", NULL);
  check_assert_passes (fixture, "typed-number"); /* it is a figure that is typed */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/typed-number/numbers", test_numbers);
  g_test_add_func ("/checks/typed-number/held", test_held);
  return g_test_run ();
}
