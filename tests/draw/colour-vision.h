/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture as people see it who see other colours than most, or none. */

#pragma once

#include "care-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  COLOUR_VISION_PROTANOPIA,   /* no red cones */
  COLOUR_VISION_DEUTERANOPIA, /* no green ones */
  COLOUR_VISION_TRITANOPIA,   /* no blue ones */
  COLOUR_VISION_GREY,         /* none at all, or a printer without colours */
} ColourVision;

#define COLOUR_VISIONS (COLOUR_VISION_GREY + 1)

const char *colour_vision_name (ColourVision self);
CareColour colour_vision_see (ColourVision self, CareColour colour);
/* Of a picture of CAIRO_FORMAT_RGB24 or, where nothing shines through, ARGB32. */
void colour_vision_see_picture (ColourVision self, cairo_surface_t *picture);

G_END_DECLS
