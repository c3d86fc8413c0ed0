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

static void
test_days (void)
{
  static const struct
  {
    int first[3], last[3];
    CareScaleStep step;
    guint n;
    int from[3], to[3];
    const char *label;
  } cases[] = {
    { { 2015, 3, 2 },
      { 2015, 3, 5 },
      { CARE_SCALE_DAYS, 1 },
      4,
      { 2015, 3, 2 },
      { 2015, 3, 5 },
      "2 Mar 2015" },
    { { 2015, 3, 3 },
      { 2015, 3, 20 },
      { CARE_SCALE_DAYS, 7 },
      2,
      { 2015, 3, 9 },
      { 2015, 3, 16 },
      "9 Mar 2015" },
    { { 2014, 11, 2 },
      { 2015, 3, 1 },
      { CARE_SCALE_MONTHS, 1 },
      4,
      { 2014, 12, 1 },
      { 2015, 3, 1 },
      "Dec 2014" },
    { { 2014, 11, 2 },
      { 2015, 10, 1 },
      { CARE_SCALE_MONTHS, 3 },
      4,
      { 2015, 1, 1 },
      { 2015, 10, 1 },
      "Jan 2015" },
    { { 2013, 5, 14 }, { 2019, 6, 1 }, { CARE_SCALE_YEARS, 1 }, 6, { 2014, 1, 1 }, { 2019, 1, 1 }, "2014" },
    { { 2013, 5, 14 }, { 2020, 1, 1 }, { CARE_SCALE_YEARS, 2 }, 4, { 2014, 1, 1 }, { 2020, 1, 1 }, "2014" },
    { { 1948, 7, 5 }, { 2018, 1, 1 }, { CARE_SCALE_YEARS, 10 }, 7, { 1950, 1, 1 }, { 2010, 1, 1 }, "1950" },
    { { 1, 1, 1 }, { 250, 1, 1 }, { CARE_SCALE_YEARS, 100 }, 3, { 1, 1, 1 }, { 200, 1, 1 }, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareDay first = care_day_from_ymd (cases[i].first[0], cases[i].first[1], cases[i].first[2]);
      CareDay last = care_day_from_ymd (cases[i].last[0], cases[i].last[1], cases[i].last[2]);
      g_autoptr (GArray) days = care_scale_days (first, last, cases[i].step);
      g_autofree char *label = NULL;

      g_assert_cmpuint (days->len, ==, cases[i].n);
      g_assert_cmpuint (g_array_index (days, CareDay, 0), ==,
                        care_day_from_ymd (cases[i].from[0], cases[i].from[1], cases[i].from[2]));
      g_assert_cmpuint (g_array_index (days, CareDay, days->len - 1), ==,
                        care_day_from_ymd (cases[i].to[0], cases[i].to[1], cases[i].to[2]));
      label = care_scale_day_label (g_array_index (days, CareDay, 0), cases[i].step);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_days_always (void)
{
  guint n_steps;
  const CareScaleStep *steps = care_scale_steps (&n_steps);

  for (int i = 0; i < 300; i++)
    {
      CareDay first = (CareDay) g_test_rand_int_range (1, 750000);
      CareDay last = first + (CareDay) g_test_rand_int_range (0, 20000);
      guint before = G_MAXUINT;

      for (guint s = 0; s < n_steps; s++)
        {
          g_autoptr (GArray) days = care_scale_days (first, last, steps[s]);

          g_assert_cmpuint (days->len, <=, care_scale_count_days (first, last, steps[s]));
          g_assert_cmpuint (days->len, <=, before);
          before = days->len + 1;
          for (guint d = 0; d < days->len; d++)
            {
              g_assert_cmpuint (g_array_index (days, CareDay, d), >=,
                                d == 0 ? first : g_array_index (days, CareDay, d - 1) + 1);
              g_assert_cmpuint (g_array_index (days, CareDay, d), <=, last);
            }
        }
    }
  g_assert_cmpuint (care_scale_count_days (10, 9, steps[0]), ==, 0);
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
  g_test_add_func ("/scale/days", test_days);
  g_test_add_func ("/scale/days-always", test_days_always);

  return g_test_run ();
}
