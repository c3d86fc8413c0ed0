/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-scale.h"

static void
assert_decimal (CareDecimal actual, gint64 mantissa, int exponent)
{
  g_assert_cmpint (actual.mantissa, ==, mantissa);
  g_assert_cmpint (actual.exponent, ==, exponent);
}

static void
test_ticks (void)
{
  static const struct
  {
    CareDecimal low, high;
    guint most;
    gboolean whole;
    CareDecimal step;
    gint64 first, last;
  } cases[] = {
    { { 0, 0 }, { 6, 9 }, 7, TRUE, { 1, 9 }, 0, 6 },
    { { 0, 0 }, { 6, 9 }, 6, TRUE, { 2, 9 }, 0, 3 },
    { { 0, 0 }, { 53, 8 }, 4, TRUE, { 2, 9 }, 0, 2 },
    { { 0, 0 }, { 530, 7 }, 4, TRUE, { 2, 9 }, 0, 2 },
    { { 0, 0 }, { 5300000000, 0 }, 4, TRUE, { 2, 9 }, 0, 2 },
    { { 0, 0 }, { 20, 0 }, 5, FALSE, { 5, 0 }, 0, 4 },
    { { 0, 0 }, { 3, 0 }, 7, TRUE, { 1, 0 }, 0, 3 },
    { { 0, 0 }, { 3, 0 }, 7, FALSE, { 5, -1 }, 0, 6 },
    { { 0, 0 }, { 25, -1 }, 3, FALSE, { 1, 0 }, 0, 2 },
    { { -15, 0 }, { 27, 0 }, 6, TRUE, { 1, 1 }, -1, 2 },
    { { -30, 9 }, { 0, 0 }, 4, TRUE, { 1, 10 }, -3, 0 },
    { { 0, 0 }, { G_MAXINT64, 0 }, 2, TRUE, { 5, 18 }, 0, 1 },
    { { G_MININT64, 0 }, { G_MAXINT64, 0 }, 3, TRUE, { 5, 18 }, -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareScaleTicks ticks;

      g_assert_true (care_scale_ticks (cases[i].low, cases[i].high, cases[i].most, cases[i].whole, &ticks));
      assert_decimal (ticks.step, cases[i].step.mantissa, cases[i].step.exponent);
      g_assert_cmpint (ticks.first, ==, cases[i].first);
      g_assert_cmpint (ticks.last, ==, cases[i].last);
    }
}

static void
test_no_ticks (void)
{
  CareScaleTicks ticks;

  g_assert_false (care_scale_ticks ((CareDecimal){ 0, 0 }, (CareDecimal){ 0, 9 }, 5, FALSE, &ticks));
  g_assert_false (care_scale_ticks ((CareDecimal){ 5, 0 }, (CareDecimal){ 50, -1 }, 5, FALSE, &ticks));
  g_assert_false (care_scale_ticks ((CareDecimal){ 0, 0 }, (CareDecimal){ 1, 0 }, 1, FALSE, &ticks));
}

static void
test_tick (void)
{
  const CareScaleTicks half = { { 5, 8 }, -2, 4 };

  assert_decimal (care_scale_tick (&half, 0), 0, 0);
  assert_decimal (care_scale_tick (&half, 1), 5, 8);
  assert_decimal (care_scale_tick (&half, 2), 1, 9);
  assert_decimal (care_scale_tick (&half, 3), 15, 8);
  assert_decimal (care_scale_tick (&half, -2), -1, 9);
}

/* As many as asked for at most, all within, and the next finer would be too many. */
static void
test_ticks_always (void)
{
  for (int i = 0; i < 3000; i++)
    {
      CareDecimal low = { g_test_rand_int_range (-100000, 1), g_test_rand_int_range (-3, 12) };
      CareDecimal high = { g_test_rand_int_range (1, 100000), g_test_rand_int_range (-3, 12) };
      guint most = (guint) g_test_rand_int_range (2, 12);
      CareScaleTicks ticks;

      g_assert_true (care_scale_ticks (low, high, most, FALSE, &ticks));
      g_assert_cmpint (ticks.last - ticks.first + 1, <=, most);
      g_assert_cmpint (ticks.first, <=, 0);
      g_assert_cmpint (ticks.last, >=, 0);
      g_assert_cmpint (care_decimal_compare (care_scale_tick (&ticks, ticks.first), low), >=, 0);
      g_assert_cmpint (care_decimal_compare (care_scale_tick (&ticks, ticks.last), high), <=, 0);
      g_assert_cmpint (care_decimal_compare (care_scale_tick (&ticks, ticks.last + 1), high), >, 0);
      g_assert_cmpint (care_decimal_compare (care_scale_tick (&ticks, ticks.first - 1), low), <, 0);
      g_assert_cmpint ((ticks.last - ticks.first + 3) * 5, >, most);
    }
}

static void
test_value (void)
{
  g_assert_cmpfloat (care_scale_value ((CareDecimal){ 38, 8 }), ==, 3.8e9);
  g_assert_cmpfloat (care_scale_value ((CareDecimal){ -5, -1 }), ==, -0.5);
  g_assert_cmpfloat (care_scale_value ((CareDecimal){ 0, 12 }), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/ticks", test_ticks);
  g_test_add_func ("/scale/no-ticks", test_no_ticks);
  g_test_add_func ("/scale/tick", test_tick);
  g_test_add_func ("/scale/ticks-always", test_ticks_always);
  g_test_add_func ("/scale/value", test_value);

  return g_test_run ();
}
