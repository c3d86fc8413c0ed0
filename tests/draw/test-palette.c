/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-palette.h"

#include <math.h>

static CareColour
colour (const char *text)
{
  CareColour result;

  g_assert_true (care_colour_parse (text, &result));
  return result;
}

static void
assert_near (CareColour actual, CareColour expected, int steps)
{
  const double slack = steps / 255.0 + 1e-9;

  g_assert_cmpfloat_with_epsilon (actual.red, expected.red, slack);
  g_assert_cmpfloat_with_epsilon (actual.green, expected.green, slack);
  g_assert_cmpfloat_with_epsilon (actual.blue, expected.blue, slack);
}

static CareColour
random_colour (void)
{
  return (CareColour){ g_test_rand_int_range (0, 256) / 255.0, g_test_rand_int_range (0, 256) / 255.0,
                       g_test_rand_int_range (0, 256) / 255.0 };
}

static void
test_parse (void)
{
  static const char *const wrong[]
    = { NULL, "", "#", "0087dc", "#0087d", "#0087dcc", "#0087dg", "#08d", " #0087dc" };
  CareColour result;

  g_assert_true (care_colour_parse ("#0087DC", &result));
  assert_near (result, (CareColour){ 0, 0x87 / 255.0, 0xdc / 255.0 }, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      result = (CareColour){ 0, 0, 0 };
      g_assert_false (care_colour_parse (wrong[i], &result));
      assert_near (result, (CareColour){ 0.5, 0.5, 0.5 }, 0);
    }
}

static void
test_contrast (void)
{
  static const struct
  {
    const char *a, *b;
    double ratio;
  } cases[] = {
    { "#000000", "#ffffff", 21 },    { "#ffffff", "#ffffff", 1 },     { "#0087dc", "#ffffff", 3.82 },
    { "#0087dc", "#1e1e1e", 4.37 },  { "#e4003b", "#ffffff", 4.81 },  { "#faa61a", "#ffffff", 1.99 },
    { "#fdf38e", "#1e1e1e", 14.60 }, { "#70147a", "#ffffff", 10.14 }, { "#70147a", "#1e1e1e", 1.64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareColour a = colour (cases[i].a), b = colour (cases[i].b);

      g_assert_cmpfloat_with_epsilon (care_colour_contrast (a, b), cases[i].ratio, 0.006);
      g_assert_cmpfloat_with_epsilon (care_colour_contrast (b, a), cases[i].ratio, 0.006);
    }
}

/* Values worked out apart from this code; its search ends a step or two nearer to the ratio. */
static void
test_legible (void)
{
  static const struct
  {
    const char *party, *ground;
    double ratio;
    const char *expected;
  } cases[] = {
    { "#0087dc", "#ffffff", CARE_CONTRAST_TEXT, "#0379c6" },
    { "#0087dc", "#ffffff", CARE_CONTRAST_GRAPHICS, "#0087dc" },
    { "#0087dc", "#1e1e1e", CARE_CONTRAST_TEXT, "#0a8adf" },
    { "#e4003b", "#ffffff", CARE_CONTRAST_TEXT, "#e4003b" },
    { "#e4003b", "#1e1e1e", CARE_CONTRAST_TEXT, "#fc314e" },
    { "#faa61a", "#ffffff", CARE_CONTRAST_TEXT, "#a26902" },
    { "#faa61a", "#ffffff", CARE_CONTRAST_GRAPHICS, "#cc8500" },
    { "#faa61a", "#1e1e1e", CARE_CONTRAST_TEXT, "#faa61a" },
    { "#02a95b", "#ffffff", CARE_CONTRAST_TEXT, "#008848" },
    { "#fdf38e", "#ffffff", CARE_CONTRAST_TEXT, "#837804" },
    { "#fdf38e", "#ffffff", CARE_CONTRAST_GRAPHICS, "#a1972e" },
    { "#70147a", "#1e1e1e", CARE_CONTRAST_TEXT, "#bc63c6" },
    { "#005b54", "#1e1e1e", CARE_CONTRAST_TEXT, "#499289" },
    { "#d46a4c", "#ffffff", CARE_CONTRAST_TEXT, "#be5639" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareColour ground = colour (cases[i].ground);
      CareColour result = care_colour_legible (colour (cases[i].party), ground, cases[i].ratio);

      assert_near (result, colour (cases[i].expected),
                   g_str_equal (cases[i].party, cases[i].expected) ? 0 : 4);
      g_assert_cmpfloat (care_colour_contrast (result, ground), >=, cases[i].ratio);
    }
}

/* On any ground, any colour becomes legible where black or white would be, and no
 * more so than eight bits make it. */
static void
test_legible_always (void)
{
  for (int i = 0; i < 2000; i++)
    {
      CareColour any = random_colour (), ground = random_colour (), result;
      double ratio = i % 2 ? CARE_CONTRAST_TEXT : CARE_CONTRAST_GRAPHICS,
             had = care_colour_contrast (any, ground);

      result = care_colour_legible (any, ground, ratio);
      g_assert_cmpfloat (care_colour_contrast (result, ground), >=, ratio);
      if (had >= ratio)
        assert_near (result, any, 0);
      else
        g_assert_cmpfloat (care_colour_contrast (result, ground), <=, ratio * 1.06);
    }
}

static void
test_on (void)
{
  g_assert_cmpfloat (care_colour_on (colour ("#faa61a")).red, ==, 0);
  g_assert_cmpfloat (care_colour_on (colour ("#70147a")).red, ==, 1);
  for (int i = 0; i < 200; i++)
    {
      CareColour ground = random_colour ();

      g_assert_cmpfloat (care_colour_contrast (care_colour_on (ground), ground), >=, CARE_CONTRAST_TEXT);
    }
}

static void
test_mix (void)
{
  CareColour a = colour ("#000000"), b = colour ("#ff8000");

  assert_near (care_colour_mix (a, b, 0), a, 0);
  assert_near (care_colour_mix (a, b, 1), b, 0);
  assert_near (care_colour_mix (a, b, 0.5), (CareColour){ 0.5, 64 / 255.0, 0 }, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/parse", test_parse);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/legible", test_legible);
  g_test_add_func ("/palette/legible-always", test_legible_always);
  g_test_add_func ("/palette/on", test_on);
  g_test_add_func ("/palette/mix", test_mix);

  return g_test_run ();
}
