/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours as parties publish them, and what becomes of them where they would be
 * too thin on their ground: a swatch keeps the true colour, text and thin marks
 * take the legible one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* sRGB, each 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
} CareColour;

/* WCAG 2 AA: the least contrast that text and graphics need. */
#define CARE_CONTRAST_TEXT 4.5
#define CARE_CONTRAST_GRAPHICS 3.0

/* "#0087dc"; FALSE and mid grey if it is not one. */
gboolean care_colour_parse (const char *text, CareColour *colour);
/* WCAG 2 contrast ratio, 1 to 21. */
double care_colour_contrast (CareColour a, CareColour b);
/* @colour moved in OKLab lightness, its hue kept, just until its contrast to
 * @ground is at least @ratio: 4.5 for text, 3 for graphics. */
CareColour care_colour_legible (CareColour colour, CareColour ground, double ratio);
/* @share of @b in @a, as paint of that opacity over it. */
CareColour care_colour_mix (CareColour a, CareColour b, double share);
/* Black or white, whichever reads better on @ground. */
CareColour care_colour_on (CareColour ground);

G_END_DECLS
