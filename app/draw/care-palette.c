/* SPDX-License-Identifier: GPL-3.0-or-later */

/* OKLab is Björn Ottosson's (bottosson.github.io/posts/oklab): its lightness can
 * be moved without the hue seeming to change, which that of HSL cannot. */

#include "care-palette.h"

#include <math.h>

typedef struct
{
  double lightness;
  double a;
  double b;
} OkLab;

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
from_linear (double channel)
{
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * pow (channel, 1 / 2.4) - 0.055;
}

static OkLab
oklab_from_colour (CareColour colour)
{
  double r = to_linear (colour.red), g = to_linear (colour.green), b = to_linear (colour.blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  return (OkLab){ 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                  1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                  0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s };
}

/* pow() takes many times as long. */
static double
cube (double x)
{
  return x * x * x;
}

/* In linear light, and not necessarily within what sRGB can show. */
static CareColour
oklab_to_linear (OkLab lab)
{
  double l = cube (lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
  double m = cube (lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
  double s = cube (lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b);

  return (CareColour){ 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                       -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                       -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s };
}

static gboolean
is_shown (CareColour linear)
{
  const double slack = 1e-6;

  return linear.red >= -slack && linear.red <= 1 + slack && linear.green >= -slack
         && linear.green <= 1 + slack && linear.blue >= -slack && linear.blue <= 1 + slack;
}

/* To the steps of eight bits, so that the contrast promised is that on screen. */
static double
from_linear_in_steps (double channel)
{
  return round (from_linear (CLAMP (channel, 0, 1)) * 255) / 255;
}

/* The most colourful of @lab's hue, up to its own chroma, that sRGB can show at
 * @lightness. */
static CareColour
colour_at_lightness (OkLab lab, double lightness)
{
  double least = 0, most = 1, share = 1;
  CareColour linear;

  for (int i = 0; i < 24; i++)
    {
      linear = oklab_to_linear ((OkLab){ lightness, lab.a * share, lab.b * share });
      if (is_shown (linear))
        least = share;
      else
        most = share;
      share = least == 1 ? 1 : (least + most) / 2;
    }
  linear = oklab_to_linear ((OkLab){ lightness, lab.a * least, lab.b * least });

  return (CareColour){ from_linear_in_steps (linear.red), from_linear_in_steps (linear.green),
                       from_linear_in_steps (linear.blue) };
}

static double
luminance (CareColour colour)
{
  return 0.2126 * to_linear (colour.red) + 0.7152 * to_linear (colour.green)
         + 0.0722 * to_linear (colour.blue);
}

/**
 * care_colour_parse:
 * @text: (nullable): a colour such as "#0087dc"
 * @colour: (out): the colour, or mid grey if @text is not one
 *
 * Returns: %TRUE if @text is "#" and six hexadecimal digits.
 */
gboolean
care_colour_parse (const char *text, CareColour *colour)
{
  int digits[6];

  *colour = (CareColour){ 0.5, 0.5, 0.5 };
  if (text == NULL || text[0] != '#')
    return FALSE;
  for (int i = 0; i < 6; i++)
    if ((digits[i] = g_ascii_xdigit_value (text[i + 1])) < 0)
      return FALSE;
  if (text[7] != '\0')
    return FALSE;
  *colour = (CareColour){ (digits[0] * 16 + digits[1]) / 255.0, (digits[2] * 16 + digits[3]) / 255.0,
                          (digits[4] * 16 + digits[5]) / 255.0 };
  return TRUE;
}

/**
 * care_colour_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: the contrast ratio of WCAG 2, from 1 (the same) to 21 (black on white).
 */
double
care_colour_contrast (CareColour a, CareColour b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/**
 * care_colour_on:
 * @ground: the colour behind
 *
 * Returns: black or white, whichever has more contrast to @ground.
 */
CareColour
care_colour_on (CareColour ground)
{
  const CareColour black = { 0, 0, 0 }, white = { 1, 1, 1 };

  return care_colour_contrast (white, ground) >= care_colour_contrast (black, ground) ? white : black;
}

/**
 * care_colour_mix:
 * @a: a colour
 * @b: another
 * @share: how much of @b, 0 to 1
 *
 * Returns: what paint of colour @b and opacity @share makes of @a.
 */
CareColour
care_colour_mix (CareColour a, CareColour b, double share)
{
  return (CareColour){ a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
                       a.blue + (b.blue - a.blue) * share };
}

/**
 * care_colour_legible:
 * @colour: a colour
 * @ground: what is behind it
 * @ratio: the contrast that it needs: %CARE_CONTRAST_TEXT or %CARE_CONTRAST_GRAPHICS
 *
 * Moves @colour in OKLab lightness, away from @ground and no further than it
 * must. The hue stays; chroma is lost only where sRGB cannot show it.
 *
 * Returns: @colour itself if its contrast is enough; otherwise the nearest that
 *   has it, or black or white where nothing has.
 */
CareColour
care_colour_legible (CareColour colour, CareColour ground, double ratio)
{
  CareColour limit = care_colour_on (ground), result = limit;
  OkLab lab = oklab_from_colour (colour);
  double enough = limit.red, thin = lab.lightness;

  if (care_colour_contrast (colour, ground) >= ratio)
    return colour;

  for (int i = 0; i < 24; i++)
    {
      double lightness = (enough + thin) / 2;
      CareColour candidate = colour_at_lightness (lab, lightness);

      if (care_colour_contrast (candidate, ground) < ratio)
        thin = lightness;
      else
        {
          enough = lightness;
          result = candidate;
        }
    }
  return result;
}
