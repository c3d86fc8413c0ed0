/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-sheet.h"

#include "care-canvas.h"
#include "care-chart.h"
#include "care-page-style.h"

#include <string.h>

/* In points: as wide as both columns of a briefing, and as its charts are on the page. */
#define WIDTH 480.0
#define MARGIN 14.0
#define GAP 7.0
#define TEXT 9.0
#define TITLE 12.0

struct _CareChartSheet
{
  PangoContext *context;
  PangoLayout *title, *subtitle, *source; /* or NULL */
  CareChart *chart;
  char *heading, *words; /* for those who do not see it */
};

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

/* (nullable) */
static PangoLayout *
write_text (CareChartSheet *self, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout;
  PangoFontDescription *font;

  if (text == NULL || *text == '\0')
    return NULL;
  layout = pango_layout_new (self->context);
  font = pango_font_description_new ();
  pango_font_description_set_family (font, care_page_style_get_family ());
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((WIDTH - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/**
 * care_chart_sheet_new:
 * @content: what the chart shows; not kept
 * @source: (nullable): where the figures are from
 * @words: what it shows, for those who do not see it
 *
 * Returns: (transfer full): it on a sheet as high as it needs.
 */
CareChartSheet *
care_chart_sheet_new (const CareChartContent *content, const char *source, const char *words)
{
  CareChartSheet *self = g_new0 (CareChartSheet, 1);
  const CareChartStyle style = { .font_family = care_page_style_get_family (),
                                 .font_size = TEXT,
                                 .ink = care_page_ink,
                                 .muted = care_chart_mute (care_page_ink, care_page_paper),
                                 .faint = care_page_faint,
                                 .ground = care_page_paper,
                                 .accent = care_page_accent,
                                 .has_patterns = TRUE };

  self->heading = g_strdup (content->title != NULL ? content->title : "");
  self->words = g_strdup (words);
  self->context = create_context ();
  self->title = write_text (self, content->title, TITLE, PANGO_WEIGHT_SEMIBOLD);
  self->subtitle = write_text (self, content->subtitle, TEXT, PANGO_WEIGHT_NORMAL);
  self->source = write_text (self, source, TEXT * 0.9, PANGO_WEIGHT_NORMAL);
  self->chart = care_chart_new (self->context, &style, content, WIDTH - 2 * MARGIN);
  return self;
}

/**
 * care_chart_sheet_free:
 * @self: (transfer full): a sheet
 */
void
care_chart_sheet_free (CareChartSheet *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  g_clear_object (&self->source);
  care_chart_free (self->chart);
  g_object_unref (self->context);
  g_free (self->heading);
  g_free (self->words);
  g_free (self);
}

/* With the gap after it; nothing for no text. */
static double
text_height (PangoLayout *layout, double gap)
{
  PangoRectangle logical;

  if (layout == NULL)
    return 0;
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.height / (double) PANGO_SCALE + gap;
}

/**
 * care_chart_sheet_get_height:
 * @self: a sheet
 *
 * Returns: its height in points, its margins included.
 */
double
care_chart_sheet_get_height (const CareChartSheet *self)
{
  return 2 * MARGIN + text_height (self->title, GAP / 2) + text_height (self->subtitle, GAP)
         + care_chart_get_height (self->chart) + text_height (self->source, GAP);
}

static void
show (cairo_t *cr, PangoLayout *layout, double y)
{
  if (layout == NULL)
    return;
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
}

static void
set_ink (cairo_t *cr)
{
  cairo_set_source_rgb (cr, care_page_ink.red, care_page_ink.green, care_page_ink.blue);
}

static void
paint (cairo_t *cr, gpointer data)
{
  const CareChartSheet *self = data;
  double y = MARGIN;

  cairo_set_source_rgb (cr, care_page_paper.red, care_page_paper.green, care_page_paper.blue);
  cairo_paint (cr);
  set_ink (cr);
  show (cr, self->title, y);
  y += text_height (self->title, GAP / 2);
  show (cr, self->subtitle, y);
  y += text_height (self->subtitle, GAP);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, y);
  care_chart_paint (self->chart, cr);
  cairo_restore (cr);
  set_ink (cr);
  show (cr, self->source, y + care_chart_get_height (self->chart) + GAP);
}

/* Cairo writes no words: they come first in the picture, after its tag. Takes @svg. */
static GBytes *
add_words (GBytes *svg, const char *heading, const char *words)
{
  g_autofree char *text = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", heading, words);
  gsize size, from;
  const char *bytes = g_bytes_get_data (svg, &size);
  const char *tag = g_strstr_len (bytes, (gssize) size, "<svg"), *end = tag == NULL ? NULL : memchr (tag, '>', size - (gsize) (tag - bytes));
  GString *whole;

  if (end == NULL)
    return svg;
  from = (gsize) (end + 1 - bytes);
  whole = g_string_new_len (bytes, (gssize) from);
  g_string_append (whole, text);
  g_string_append_len (whole, end + 1, (gssize) (size - from));
  g_bytes_unref (svg);
  return g_string_free_to_bytes (whole);
}

/**
 * care_chart_sheet_to_svg:
 * @self: a sheet
 *
 * Returns: (transfer full): it as vectors, with its words.
 */
GBytes *
care_chart_sheet_to_svg (CareChartSheet *self)
{
  return add_words (care_canvas_to_svg (WIDTH, care_chart_sheet_get_height (self), paint, self), self->heading, self->words);
}

/**
 * care_chart_sheet_to_png:
 * @self: a sheet
 * @resolution: in dots an inch
 *
 * Returns: (transfer full): it as dots, with its words.
 */
GBytes *
care_chart_sheet_to_png (CareChartSheet *self, double resolution)
{
  return care_canvas_to_png (WIDTH, care_chart_sheet_get_height (self), resolution, self->words, paint, self);
}
