/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The design of a Key Issue, CareBrief's own: A4, facing pages, twelve columns of
 * which the outer three are the sidebar. Text stands on a grid of 13 points;
 * small text has a leading of its own and its boxes round up to the grid. */

#include "care-page-style.h"

const CareColour care_page_ink = { 0.13, 0.13, 0.13 };
/* A deep green, #006548. */
const CareColour care_page_accent = { 0.0, 0.396, 0.282 };
const CareColour care_page_faint = { 0.65, 0.65, 0.65 };
const CareColour care_page_paper = { 1.0, 1.0, 1.0 };

#define INK                                                                                                  \
  {                                                                                                          \
    0.13, 0.13, 0.13                                                                                         \
  }
#define ACCENT                                                                                               \
  {                                                                                                          \
    0.0, 0.396, 0.282                                                                                        \
  }
#define MUTED                                                                                                \
  {                                                                                                          \
    0.32, 0.32, 0.32                                                                                         \
  }
#define REGULAR PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL
#define SEMIBOLD PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL
#define BOLD PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL
#define ITALIC PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC

static const CarePageStyle styles[CARE_N_STYLES] = {
  [CARE_STYLE_SERIES] = { 9, 13, 9.75, SEMIBOLD, ACCENT, 0.4 },
  [CARE_STYLE_TITLE] = { 27, 32.5, 26, BOLD, ACCENT, -0.3 },
  [CARE_STYLE_STANDFIRST] = { 11.5, 15.5, 12, REGULAR, INK, 0 },
  [CARE_STYLE_HEADING] = { 12, 13, 9.75, BOLD, ACCENT, 0 },
  [CARE_STYLE_BODY] = { 9.5, 13, 9.75, REGULAR, INK, 0, TRUE },
  [CARE_STYLE_BOX_TITLE] = { 10, 13, 9.75, BOLD, ACCENT, 0 },
  [CARE_STYLE_BOX_HEADING] = { 9, 12, 9, BOLD, INK, 0 },
  [CARE_STYLE_BOX] = { 9, 12, 9, REGULAR, INK, 0, TRUE },
  [CARE_STYLE_BOX_NOTE] = { 7.5, 10, 7.5, REGULAR, MUTED, 0, TRUE },
  [CARE_STYLE_QUOTE] = { 12, 16, 12, ITALIC, ACCENT, 0 },
  [CARE_STYLE_STATISTIC] = { 24, 27, 21, BOLD, ACCENT, -0.3 },
  [CARE_STYLE_FINDING] = { 10.5, 13, 9.75, BOLD, ACCENT, 0 },
  [CARE_STYLE_MEASURE] = { 8.5, 11.5, 8.75, REGULAR, MUTED, 0 },
  [CARE_STYLE_SMALL] = { 7.5, 10, 7.5, REGULAR, INK, 0, TRUE },
  [CARE_STYLE_SMALL_HEADING] = { 8.5, 11.5, 8.75, BOLD, ACCENT, 0 },
  [CARE_STYLE_RUNNING] = { 7.5, 10, 7.5, REGULAR, MUTED, 0 },
  [CARE_STYLE_FOLIO] = { 9, 13, 9.75, BOLD, ACCENT, 0 },
};

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
 * care_page_style_get:
 * @name: a style
 *
 * Returns: (transfer none): what it says.
 */
const CarePageStyle *
care_page_style_get (CarePageStyleName name)
{
  return &styles[name];
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
 * @name: a style
 *
 * Returns: (transfer full): the typeface of the style in its size.
 */
PangoFontDescription *
care_page_style_create_font (CarePageStyleName name)
{
  const CarePageStyle *style = &styles[name];
  PangoFontDescription *font = pango_font_description_from_string (care_page_style_get_family ());

  pango_font_description_set_size (font, (int) (style->size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (font, style->weight);
  pango_font_description_set_style (font, style->slant);
  return font;
}
