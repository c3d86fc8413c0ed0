/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline tells the same to people who see other colours than most, or none. */

#include "care-timeline-ink.h"
#include "colour-vision.h"

/* Of a symbol this many pixels at least are another one's ground. */
#define APART 8
#define SIDE 16
/* As legible as graphics have to be, less what eyes lose that see one colour darker. */
#define LEAST_CONTRAST 2.0

typedef struct
{
  CareColour ink, ground;
} Theme;

/* Adwaita's, light, dark and of high contrast. */
static const Theme themes[] = {
  { { 0.2, 0.2, 0.2 }, { 0.98, 0.98, 0.98 } },
  { { 1, 1, 1 }, { 0.14, 0.14, 0.14 } },
  { { 0, 0, 0 }, { 1, 1, 1 } },
};

static CareColour
colour_at (cairo_surface_t *picture, int x, int y)
{
  const guint32 *line = (const guint32 *) (void *) (cairo_image_surface_get_data (picture)
                                                    + y * cairo_image_surface_get_stride (picture));

  return (CareColour){ (line[x] >> 16 & 255) / 255.0, (line[x] >> 8 & 255) / 255.0, (line[x] & 255) / 255.0 };
}

/* A bit for each pixel that is seen to be inked. */
static void
see_symbol (CareTimelineSymbol symbol, gboolean is_source, const Theme *theme, ColourVision vision,
            guint16 rows[SIDE])
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (picture);
  CareColour ground = colour_vision_see (vision, theme->ground);

  cairo_set_source_rgb (cr, theme->ground.red, theme->ground.green, theme->ground.blue);
  cairo_paint (cr);
  care_timeline_ink_symbol (symbol, is_source, 0, 0, SIDE, theme->ink, theme->ground, cr);
  cairo_destroy (cr);
  colour_vision_see_picture (vision, picture);
  for (int y = 0; y < SIDE; y++)
    {
      rows[y] = 0;
      for (int x = 0; x < SIDE; x++)
        if (care_colour_contrast (colour_at (picture, x, y), ground) >= CARE_CONTRAST_GRAPHICS)
          rows[y] |= (guint16) (1 << x);
    }
  cairo_surface_destroy (picture);
}

static guint
count_apart (const guint16 a[SIDE], const guint16 b[SIDE])
{
  guint n = 0;

  for (int y = 0; y < SIDE; y++)
    n += (guint) __builtin_popcount ((guint) a[y] ^ b[y]);
  return n;
}

/* Our verdicts, and those of sources: the second half. */
#define N_MARKS (2 * CARE_TIMELINE_N_SYMBOLS)

static gboolean
is_mark (guint i)
{
  CareTimelineSymbol symbol = (CareTimelineSymbol) (i % CARE_TIMELINE_N_SYMBOLS);

  if (i < CARE_TIMELINE_N_SYMBOLS)
    return symbol != CARE_TIMELINE_SYMBOL_REPORTED;
  return (symbol > CARE_TIMELINE_SYMBOL_NONE && symbol <= CARE_TIMELINE_SYMBOL_WITHDRAWN)
         || symbol == CARE_TIMELINE_SYMBOL_REPORTED;
}

/* Every two verdicts differ in what of them is inked, whoever looks, and whatever the theme is. */
static void
test_symbols (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (guint vision = 0; vision < COLOUR_VISIONS; vision++)
      {
        guint16 rows[N_MARKS][SIDE];
        guint least = SIDE * SIDE;

        for (guint i = 0; i < N_MARKS; i++)
          see_symbol ((CareTimelineSymbol) (i % CARE_TIMELINE_N_SYMBOLS), i >= CARE_TIMELINE_N_SYMBOLS,
                      &themes[t], (ColourVision) vision, rows[i]);
        for (guint i = 0; i < N_MARKS; i++)
          for (guint j = 0; j < i; j++)
            if (is_mark (i) && is_mark (j))
              least = MIN (least, count_apart (rows[i], rows[j]));
        g_test_message ("theme %u, %s: %u pixels apart", t, colour_vision_name ((ColourVision) vision),
                        least);
        g_assert_cmpuint (least, >=, APART);
      }
}

/* What is thin has a colour of its own, made legible: it stays so for all of them. */
static void
test_colours (void)
{
  static const char *const colours[] = { "#0063ba", "#0087dc", "#e4003b", "#faa61a", "#fdf38e", "#12b6cf",
                                         "#6d3177", "#02a95b", "#528d6b", "#ff6300", "#000000", "#ffffff" };

  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (guint vision = 0; vision < COLOUR_VISIONS; vision++)
      for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
        {
          CareColour colour, thin, ground = colour_vision_see ((ColourVision) vision, themes[t].ground);
          double contrast;

          g_assert_true (care_colour_parse (colours[i], &colour));
          thin = care_colour_legible (colour, themes[t].ground, CARE_CONTRAST_GRAPHICS);
          contrast = care_colour_contrast (colour_vision_see ((ColourVision) vision, thin), ground);
          g_test_message ("theme %u, %s, %s: %.2f", t, colour_vision_name ((ColourVision) vision), colours[i],
                          contrast);
          g_assert_cmpfloat (contrast, >=, LEAST_CONTRAST);
        }
}

/* White, black and grey are the same for everybody; red and green are not far apart for who lacks
 * one of their cones, nor blue and green for who lacks the third. */
static void
test_simulation (void)
{
  static const CareColour greys[] = { { 0, 0, 0 }, { 0.5, 0.5, 0.5 }, { 1, 1, 1 } };
  CareColour red, green;

  for (guint vision = 0; vision < COLOUR_VISIONS; vision++)
    for (guint i = 0; i < G_N_ELEMENTS (greys); i++)
      {
        CareColour seen = colour_vision_see ((ColourVision) vision, greys[i]);

        g_assert_cmpfloat_with_epsilon (seen.red, greys[i].red, 0.001);
        g_assert_cmpfloat_with_epsilon (seen.green, greys[i].green, 0.001);
        g_assert_cmpfloat_with_epsilon (seen.blue, greys[i].blue, 0.001);
      }
  red = colour_vision_see (COLOUR_VISION_DEUTERANOPIA, (CareColour){ 0.8, 0.4, 0.2 });
  green = colour_vision_see (COLOUR_VISION_DEUTERANOPIA, (CareColour){ 0.5, 0.55, 0.2 });
  g_assert_cmpfloat (ABS (red.red - green.red) + ABS (red.green - green.green), <, 0.2);
  red = colour_vision_see (COLOUR_VISION_GREY, (CareColour){ 1, 0, 0 });
  g_assert_true (red.red == red.green && red.green == red.blue);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-vision/symbols", test_symbols);
  g_test_add_func ("/timeline-vision/colours", test_colours);
  g_test_add_func ("/timeline-vision/simulation", test_simulation);
  return g_test_run ();
}
