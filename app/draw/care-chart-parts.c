/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that are divided by newness. Each part has a pattern of its own, and below the bar the words
 * of each stand beside a swatch of it, so that neither a legend nor a colour is needed. */

#include "care-chart-private.h"

#include "care-scale.h"

#include <math.h>
#include <string.h>

/* Room between the words of two parts, and between a swatch and its words, in sizes of text. */
#define BETWEEN 1.0
#define BESIDE 0.4
#define ABOVE 0.25

static const struct
{
  const char *newness;
  CarePattern pattern;
} patterns[] = {
  { "new", CARE_PATTERN_SOLID },  { "existing", CARE_PATTERN_HATCH }, { "mixed", CARE_PATTERN_GRID },
  { "re-announced", CARE_PATTERN_DOTS }, { "not-stated", CARE_PATTERN_EMPTY },
};

static CarePattern
find_pattern (const char *newness)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (strcmp (patterns[i].newness, newness) == 0)
      return patterns[i].pattern;
  return CARE_PATTERN_EMPTY;
}

static const GArray *
get_parts (CareChartBuilder *b, guint index)
{
  return ((const CareChartBar *) g_ptr_array_index (b->content->bars, index))->parts;
}

static double
swatch_size (CareChartBuilder *b)
{
  return round (b->em * 0.9);
}

/* (transfer full): what is all of its bar needs no value of its own. */
static char *
say_part (CareChartBuilder *b, const CareChartPart *part, gboolean is_all)
{
  g_autofree char *value = care_quantity_format (part->quantity, b->content->numbers);

  return is_all ? g_strdup (part->label) : g_strdup_printf ("%s %s", part->label, value);
}

/* Walks through the words of the parts of a bar, from left to right and then down; @place is NULL to
 * measure only. */
static double
walk (CareChartBuilder *b, guint index, double width,
      void (*place) (CareChartBuilder *b, guint index, const CareChartPart *part, PangoLayout *words, double x, double y),
      double top)
{
  const GArray *parts = get_parts (b, index);
  double x = 0, y = b->em * ABOVE, line = 0, before = swatch_size (b) + b->em * BESIDE;

  if (parts == NULL || parts->len == 0 || g_array_index (b->drafts, CareChartDraft, index).span < 0)
    return 0;
  for (guint i = 0; i < parts->len; i++)
    {
      const CareChartPart *part = &g_array_index (parts, CareChartPart, i);
      g_autofree char *text = say_part (b, part, parts->len == 1);
      g_autoptr (PangoLayout) words = care_chart_write (b, text, 0.9, PANGO_WEIGHT_NORMAL);

      care_chart_keep_amounts (words);
      care_chart_wrap (words, width - before);
      if (x > 0 && x + before + care_chart_text_width (words) > width)
        {
          x = 0;
          y += line;
          line = 0;
        }
      if (place != NULL)
        place (b, index, part, words, x, top + y);
      line = MAX (line, care_chart_text_height (words));
      x += before + care_chart_text_width (words) + b->em * BETWEEN;
    }
  return y + line;
}

/**
 * care_chart_parts_height:
 * @b: the chart in the making
 * @index: a bar
 * @width: the room there is for words
 *
 * Returns: how high the words of its parts are; 0 where it is not divided.
 */
double
care_chart_parts_height (CareChartBuilder *b, guint index, double width)
{
  return walk (b, index, width, NULL, 0);
}

static void
place_words (CareChartBuilder *b, guint index, const CareChartPart *part, PangoLayout *words, double x, double y)
{
  const CareChartDraft *draft = &g_array_index (b->drafts, CareChartDraft, index);
  double size = swatch_size (b);
  double line = care_chart_text_height (words) / (words == NULL ? 1 : pango_layout_get_line_count (words));
  CareChartFill swatch
    = { { b->plot_x + x, y + (line - size) / 2, size, size }, draft->colour, find_pattern (part->newness) };

  g_array_append_val (b->chart->fills, swatch);
  care_chart_place_text (b, words, b->plot_x + x + size + b->em * BESIDE, y, b->style->ink, (int) index);
}

/**
 * care_chart_place_parts:
 * @b: the chart in the making
 * @index: a bar
 * @y: where its bar ends
 * @width: the room there is for words
 *
 * Places the words of its parts.
 */
void
care_chart_place_parts (CareChartBuilder *b, guint index, double y, double width)
{
  walk (b, index, width, place_words, y);
}

/**
 * care_chart_fill_parts:
 * @b: the chart in the making
 * @index: a bar that is divided
 * @area: of what is certain of it
 *
 * Fills each part as far as it is certain, one after the other; what none accounts for is empty.
 */
void
care_chart_fill_parts (CareChartBuilder *b, guint index, CareChartArea area)
{
  const GArray *parts = get_parts (b, index);
  const CareChartDraft *draft = &g_array_index (b->drafts, CareChartDraft, index);
  double x = area.x, end = area.x + area.width;

  for (guint i = 0; i < parts->len; i++)
    {
      const CareChartPart *part = &g_array_index (parts, CareChartPart, i);
      gboolean has_low = care_quantity_has_number (part->quantity)
                         && care_quantity_get_form (part->quantity) != CARE_QUANTITY_UP_TO;
      double width = has_low ? care_scale_value (care_quantity_get_low (part->quantity)) * b->scale.per_unit : 0;
      CareChartFill fill
        = { { x, area.y, CLAMP (width, 0, end - x), area.height }, draft->colour, find_pattern (part->newness) };

      if (fill.area.width > 0)
        g_array_append_val (b->chart->fills, fill);
      x += fill.area.width;
    }
  if (end - x > 1)
    {
      CareChartFill rest = { { x, area.y, end - x, area.height }, draft->colour, CARE_PATTERN_EMPTY };

      g_array_append_val (b->chart->fills, rest);
    }
}
