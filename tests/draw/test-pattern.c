/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any two patterns are told apart without colour: where the one has ink the other often has none,
 * however they are shifted against each other. */

#include "care-pattern.h"

#include <math.h>

#define SIZE 64
#define STEP 4.0
/* Twice the longest way from one line of a pattern to the next. */
#define SHIFTS 12

static void
paint (CarePattern pattern, double *ink)
{
  const CareColour black = { 0, 0, 0 }, white = { 1, 1, 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  int stride;

  care_pattern_fill (cr, pattern, 0, 0, SIZE, SIZE, black, white, STEP);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      ink[y * SIZE + x] = 1 - data[y * stride + x * 4] / 255.0;
  cairo_surface_destroy (surface);
}

/* How much ink differs on average where @b is shifted. */
static double
differ (const double *a, const double *b, int dx, int dy)
{
  double sum = 0;
  const int end = SIZE - SHIFTS;

  for (int y = 0; y < end; y++)
    for (int x = 0; x < end; x++)
      sum += fabs (a[y * SIZE + x] - b[(y + dy) * SIZE + x + dx]);
  return sum / (end * end);
}

static double
differ_least (const double *a, const double *b)
{
  double least = 1;

  for (int dy = 0; dy < SHIFTS; dy++)
    for (int dx = 0; dx < SHIFTS; dx++)
      least = MIN (least, differ (a, b, dx, dy));
  return least;
}

static void
test_told_apart (void)
{
  static double ink[CARE_N_PATTERNS][SIZE * SIZE];

  for (guint i = 0; i < CARE_N_PATTERNS; i++)
    paint (i, ink[i]);
  for (guint i = 0; i < CARE_N_PATTERNS; i++)
    {
      g_assert_cmpfloat (differ_least (ink[i], ink[i]), <, 0.001);
      for (guint j = 0; j < i; j++)
        {
          double least = differ_least (ink[i], ink[j]);

          g_test_message ("patterns %u and %u differ by %.3f", i, j, least);
          g_assert_cmpfloat (least, >, 0.15);
        }
    }
}

/* Nothing is painted beyond the area. */
static void
test_within (void)
{
  const CareColour black = { 0, 0, 0 }, white = { 1, 1, 1 };

  for (guint i = 0; i < CARE_N_PATTERNS; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
      cairo_t *cr = cairo_create (surface);
      const guchar *data;

      care_pattern_fill (cr, i, 10, 10, 20, 20, black, white, STEP);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      data = cairo_image_surface_get_data (surface);
      for (int y = 0; y < 40; y++)
        for (int x = 0; x < 40; x++)
          {
            gboolean inside = x >= 10 && x < 30 && y >= 10 && y < 30;

            g_assert_cmpint (data[y * cairo_image_surface_get_stride (surface) + x * 4 + 3], ==, inside ? 255 : 0);
          }
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pattern/told-apart", test_told_apart);
  g_test_add_func ("/pattern/within", test_within);
  return g_test_run ();
}
