/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of a chart. */

#include "care-chart-private.h"

#include "care-amounts.h"

#include <math.h>

/**
 * care_chart_text_width:
 * @layout: (nullable): a text
 *
 * Returns: its width in the units of the context, 0 for none.
 */
double
care_chart_text_width (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  if (layout != NULL)
    pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/**
 * care_chart_text_height:
 * @layout: (nullable): a text
 *
 * Returns: its height in the units of the context, 0 for none.
 */
double
care_chart_text_height (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  if (layout != NULL)
    pango_layout_get_extents (layout, NULL, &logical);
  return logical.height / (double) PANGO_SCALE;
}

/**
 * care_chart_write:
 * @b: the chart in the making
 * @text: (nullable): what to write
 * @size: how large, as a share of the chart's size of text, if that is not too small
 * @weight: how heavy
 *
 * Returns: (transfer full) (nullable): the text on one line, not yet placed; %NULL for none.
 */
PangoLayout *
care_chart_write (CareChartBuilder *b, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout;
  PangoFontDescription *font;

  if (text == NULL || text[0] == '\0')
    return NULL;
  layout = pango_layout_new (b->context);
  font = pango_font_description_new ();
  pango_font_description_set_family (font, b->style->font_family);
  pango_font_description_set_absolute_size (font, MAX (b->em * size, b->style->least_size) * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/**
 * care_chart_keep_amounts:
 * @layout: (nullable): a text, none of whose lines is to end before what a number counts
 */
void
care_chart_keep_amounts (PangoLayout *layout)
{
  PangoAttrList *whole = layout == NULL ? NULL : care_amounts_whole (pango_layout_get_text (layout));

  if (layout != NULL)
    pango_layout_set_attributes (layout, whole);
  g_clear_pointer (&whole, pango_attr_list_unref);
}

/**
 * care_chart_wrap:
 * @layout: (nullable): a text
 * @width: the room there is
 *
 * Breaks @layout into lines if it is wider than @width, and only then, so that
 * rounding never breaks what fits.
 */
void
care_chart_wrap (PangoLayout *layout, double width)
{
  if (layout == NULL)
    return;
  pango_layout_set_width (layout, -1);
  if (care_chart_text_width (layout) > width)
    pango_layout_set_width (layout, (int) floor (MAX (width, 1) * PANGO_SCALE));
}

/**
 * care_chart_place_text:
 * @b: the chart in the making
 * @layout: (nullable): a text
 * @x: its left edge
 * @y: its top
 * @colour: its colour
 * @row: the bar that it is of, or -1
 */
void
care_chart_place_text (CareChartBuilder *b, PangoLayout *layout, double x, double y, CareColour colour, int row)
{
  CareChartLabel label = { layout, x, y, colour, row < 0 ? row : row - (int) b->from };

  if (layout == NULL)
    return;
  g_object_ref (layout);
  g_array_append_val (b->chart->labels, label);
}

/**
 * care_chart_mute:
 * @ink: of text
 * @ground: what is behind
 *
 * Returns: ink for what is said by the way, that can still be read.
 */
CareColour
care_chart_mute (CareColour ink, CareColour ground)
{
  return care_colour_legible (care_colour_mix (ink, ground, 0.3), ground, CARE_CONTRAST_TEXT);
}
