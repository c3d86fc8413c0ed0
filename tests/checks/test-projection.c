/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

/* T12: 15 million, 20% and 18 million. */
static void
test_projection (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "Numbers");
  CareRecord *then = check_add (fixture, "figure", "label", "Then", "value", "15e6 people", "period", "2012", NULL);
  CareRecord *rise = check_add (fixture, "figure", "label", "Rise", "value", "20 %", "period", "2012/2025", NULL);
  CareRecord *later = check_add (fixture, "figure", "label", "Later", "value", "18e6 people", "period", "2025", NULL);

  check_add_item (fixture, box, "figure", then);
  check_add_item (fixture, box, "figure", rise);
  check_add_item (fixture, box, "figure", later);
  check_assert_passes (fixture, "projection");
  check_set (later, "value", "21e6 people");
  check_assert_finds (fixture, "projection", "“Rise” does not lead from “Then” to “Later”");
  check_set (later, "value", "18e6 people");
  check_set (then, "value", "12e6 people");
  check_assert_finds (fixture, "projection", "Rise");
  check_set (then, "value", "15e6 people");
  check_set (rise, "value", "50 %");
  check_assert_finds (fixture, "projection", "Rise");
}

/* As precisely as it is told, and no more. */
static void
test_rounded (void)
{
  g_autoptr (CheckFixture) fixture = check_fixture_new ();
  CareRecord *box = check_add_box (fixture, "table", "Numbers");

  check_add_item (fixture, box, "figure",
                  check_add (fixture, "figure", "label", "Then", "value", "147e5 people", "period", "2012", NULL));
  check_add_item (fixture, box, "figure",
                  check_add (fixture, "figure", "label", "Rise", "value", "20 %", "period", "2012/2025", NULL));
  check_add_item (fixture, box, "figure",
                  check_add (fixture, "figure", "label", "Later", "value", "18e6 people", "period", "2025", NULL));
  check_assert_passes (fixture, "projection");
}

typedef struct
{
  CheckFixture *fixture;
  CareRecord *box;
  CareRecord *then, *rise, *later;
} Numbers;

static CareRecord *
add_number (Numbers *self, const char *label, const char *value, const char *period)
{
  CareRecord *figure = check_add (self->fixture, "figure", "label", label, "value", value, "period", period, NULL);

  check_add_item (self->fixture, self->box, "figure", figure);
  return figure;
}

/* A box with @before, and below it 15, 20% and 21 million, which do not agree. */
static Numbers
numbers_new (const char *before, const char *period)
{
  Numbers self = { .fixture = check_fixture_new () };

  self.box = check_add_box (self.fixture, "table", "Numbers");
  if (before != NULL || period != NULL)
    add_number (&self, "Before", before, period);
  self.then = add_number (&self, "Then", "15e6 people", "2012");
  self.rise = add_number (&self, "Rise", "20 %", "2012/2025");
  self.later = add_number (&self, "Later", "21e6 people", "2025");
  return self;
}

/* What is no level of either year is left out, wherever it stands. */
static void
test_levels (void)
{
  static const struct
  {
    const char *value;
    const char *period;
  } others[] = {
    { NULL, "2012" },           { "15e6 people", NULL },  { "not specified", "2012" }, { "175e5 people", "2010/2014" },
    { "175e5 people", "2020" }, { "175e5 people", "2011" }, { "5 %", "2012" },         { "18e6 beds", "2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      Numbers numbers = numbers_new (others[i].value, others[i].period);
      g_autoptr (CheckFixture) fixture = numbers.fixture;

      check_assert_finds (fixture, "projection", "“Rise” does not lead from “Then” to “Later”");
    }
}

/* What is no change between two levels. */
static void
test_no_change (void)
{
  Numbers numbers = numbers_new (NULL, NULL);
  g_autoptr (CheckFixture) fixture = numbers.fixture;

  check_assert_finds (fixture, "projection", "Rise");
  check_set (numbers.rise, "value", "20 people");
  check_assert_passes (fixture, "projection");
  check_set (numbers.rise, "value", "not specified");
  check_assert_passes (fixture, "projection");
  check_set (numbers.rise, "value", "20 %");
  check_set (numbers.rise, "period", "2012-03/2012-09");
  check_assert_passes (fixture, "projection");
  check_set (numbers.rise, "period", "2012/2030");
  check_assert_passes (fixture, "projection");
  check_set (numbers.rise, "period", "2012");
  check_set (numbers.then, "period", "2012-01");
  check_set (numbers.later, "period", "2012-12");
  check_assert_passes (fixture, "projection");
}

/* How far numbers may be apart, and which cannot be reckoned with. */
static void
test_exactness (void)
{
  static const struct
  {
    const char *then, *rise, *later;
    gboolean agrees;
  } cases[] = {
    { "147e5 people", "20 %", "21e6 people", FALSE }, { "180 people", "20 %", "214 people", TRUE },
    { "180 people", "20 %", "213 people", FALSE },    { "15e6 people", "20.5 %", "50e6 people", TRUE },
    { "15e6 people", "1000 %", "50e6 people", FALSE }, { "15e6 people", "1001 %", "50e6 people", TRUE },
    { "123456e12 people", "20 %", "1 people", TRUE },      { "1 people", "20 %", "1e15 people", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Numbers numbers = numbers_new (NULL, NULL);
      g_autoptr (CheckFixture) fixture = numbers.fixture;

      check_set (numbers.then, "value", cases[i].then);
      check_set (numbers.rise, "value", cases[i].rise);
      check_set (numbers.later, "value", cases[i].later);
      if (cases[i].agrees)
        check_assert_passes (fixture, "projection");
      else
        check_assert_finds (fixture, "projection", "Rise");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/projection/projection", test_projection);
  g_test_add_func ("/checks/projection/rounded", test_rounded);
  g_test_add_func ("/checks/projection/levels", test_levels);
  g_test_add_func ("/checks/projection/no-change", test_no_change);
  g_test_add_func ("/checks/projection/exactness", test_exactness);
  return g_test_run ();
}
