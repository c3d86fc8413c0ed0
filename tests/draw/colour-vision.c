/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first three are those of severity 1.0 in G. M. Machado, M. M. Oliveira and L. A. F.
 * Fernandes: “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE
 * Transactions on Visualization and Computer Graphics 15 (6), 2009. The last one is luminance
 * as in ITU-R BT.709. All are for linear light. */

#include "colour-vision.h"

#include <math.h>

static const struct
{
  const char *name;
  double matrix[3][3];
} visions[] = {
  [COLOUR_VISION_PROTANOPIA] = { "protanopia",
                                 { { 0.152286, 1.052583, -0.204868 },
                                   { 0.114503, 0.786281, 0.099216 },
                                   { -0.003882, -0.048116, 1.051998 } } },
  [COLOUR_VISION_DEUTERANOPIA] = { "deuteranopia",
                                   { { 0.367322, 0.860646, -0.227968 },
                                     { 0.280085, 0.672501, 0.047413 },
                                     { -0.011820, 0.042940, 0.968881 } } },
  [COLOUR_VISION_TRITANOPIA] = { "tritanopia",
                                 { { 1.255528, -0.076749, -0.178779 },
                                   { -0.078411, 0.930809, 0.147602 },
                                   { 0.004733, 0.691367, 0.303900 } } },
  [COLOUR_VISION_GREY]
  = { "grey", { { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } } },
};

/* sRGB, IEC 61966-2-1 */
static double
to_light (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
from_light (double light)
{
  light = CLAMP (light, 0, 1);
  return light <= 0.0031308 ? light * 12.92 : 1.055 * pow (light, 1 / 2.4) - 0.055;
}

const char *
colour_vision_name (ColourVision self)
{
  return visions[self].name;
}

CareColour
colour_vision_see (ColourVision self, CareColour colour)
{
  const double light[] = { to_light (colour.red), to_light (colour.green), to_light (colour.blue) };
  double seen[3];

  for (guint i = 0; i < 3; i++)
    {
      const double *row = visions[self].matrix[i];

      seen[i] = from_light (row[0] * light[0] + row[1] * light[1] + row[2] * light[2]);
    }
  return (CareColour){ seen[0], seen[1], seen[2] };
}

static guint32
see_pixel (ColourVision self, guint32 pixel)
{
  CareColour seen = colour_vision_see (
    self, (CareColour){ (pixel >> 16 & 255) / 255.0, (pixel >> 8 & 255) / 255.0, (pixel & 255) / 255.0 });

  return 0xff000000 | (guint32) lround (seen.red * 255) << 16 | (guint32) lround (seen.green * 255) << 8
         | (guint32) lround (seen.blue * 255);
}

/* Most pixels are like the one before. */
void
colour_vision_see_picture (ColourVision self, cairo_surface_t *picture)
{
  guint32 last = 0xff000000, seen = see_pixel (self, last);

  cairo_surface_flush (picture);
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    {
      guint32 *line = (guint32 *) (void *) (cairo_image_surface_get_data (picture)
                                            + y * cairo_image_surface_get_stride (picture));

      for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
        {
          if (line[x] != last)
            {
              last = line[x];
              seen = see_pixel (self, last);
            }
          line[x] = seen;
        }
    }
  cairo_surface_mark_dirty (picture);
}
