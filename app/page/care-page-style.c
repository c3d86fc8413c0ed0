/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-style.h"

const CareColour care_page_ink = { 0.13, 0.13, 0.13 };
/* A deep green, #006548. */
const CareColour care_page_accent = { 0.0, 0.396, 0.282 };
const CareColour care_page_faint = { 0.65, 0.65, 0.65 };
const CareColour care_page_paper = { 1.0, 1.0, 1.0 };

/**
 * care_page_style_get_family:
 *
 * Returns: the typeface of every text on the page, and what stands in for it
 *   where it is not installed.
 */
const char *
care_page_style_get_family (void)
{
  return "Open Sans, Noto Sans, DejaVu Sans, Sans";
}

/**
 * care_page_style_create_context:
 * @language: (nullable): the language of the text, such as "cy"; British English
 *   if there is none
 *
 * A context whose every measure is that of the paper: nothing in it is rounded
 * to a screen's pixels, and nothing comes from the settings of the desktop. Font
 * maps belong to the thread that made them, and so do the pages set with one.
 *
 * Returns: (transfer full): the context.
 */
PangoContext *
care_page_style_create_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language == NULL ? "en-GB" : language));
  return context;
}

/**
 * care_page_style_create_font:
 * @style: a style
 *
 * Returns: (transfer full): the typeface of @style in its size.
 */
PangoFontDescription *
care_page_style_create_font (const CarePageStyle *style)
{
  PangoFontDescription *font = pango_font_description_from_string (care_page_style_get_family ());

  pango_font_description_set_size (font, (int) (style->size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (font, style->weight);
  pango_font_description_set_style (font, style->slant);
  return font;
}
