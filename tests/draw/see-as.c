/* SPDX-License-Identifier: GPL-3.0-or-later */

/* see-as VISION PICTURE.png: writes the picture as it is seen so, in its place. */

#include "colour-vision.h"

int
main (int argc, char *argv[])
{
  cairo_surface_t *picture = argc == 3 ? cairo_image_surface_create_from_png (argv[2]) : NULL;
  ColourVision vision = 0;

  if (picture == NULL || cairo_surface_status (picture) != CAIRO_STATUS_SUCCESS)
    return 2;
  while (vision < COLOUR_VISIONS && g_strcmp0 (colour_vision_name (vision), argv[1]) != 0)
    vision++;
  if (vision == COLOUR_VISIONS)
    return 2;
  colour_vision_see_picture (vision, picture);
  if (cairo_surface_write_to_png (picture, argv[2]) != CAIRO_STATUS_SUCCESS)
    return 1;
  cairo_surface_destroy (picture);
  return 0;
}
