/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the bars of a chart need, and how the chart is arranged for it: labels stand
 * beside their bars where there is room for both; else above them; and where even the
 * values would leave the bars too short, the values go above too. */

#include "care-chart-private.h"

#include "care-scale.h"

#include <math.h>

static const CareChartBar *
get_bar (CareChartBuilder *b, guint index)
{
  return g_ptr_array_index (b->content->bars, index);
}

static const char *
find_unit (CareChartBuilder *b)
{
  for (guint i = 0; i < b->content->bars->len; i++)
    if (!get_bar (b, i)->is_apart && care_quantity_has_number (get_bar (b, i)->quantity))
      return care_quantity_get_unit (get_bar (b, i)->quantity);
  return NULL;
}

static gboolean
is_drawn (CareChartBuilder *b, const CareChartBar *bar)
{
  return !bar->is_apart && care_quantity_has_number (bar->quantity)
         && g_strcmp0 (care_quantity_get_unit (bar->quantity), b->unit) == 0;
}

static CareDecimal
lesser (CareDecimal a, CareDecimal b)
{
  return care_decimal_compare (a, b) <= 0 ? a : b;
}

static CareDecimal
greater (CareDecimal a, CareDecimal b)
{
  return care_decimal_compare (a, b) >= 0 ? a : b;
}

static int
add_span (CareChartBuilder *b, CareQuantity *quantity, double value_width)
{
  CareDecimal low = care_quantity_get_low (quantity), high = care_quantity_get_high (quantity);
  CareChartSpan span = {
    .low = MIN (care_scale_value (low), 0),
    .high = MAX (care_scale_value (high), 0),
    .text_width = value_width,
    .tip = care_quantity_get_form (quantity) == CARE_QUANTITY_AT_LEAST ? b->bar_height : 0,
  };

  b->low = lesser (b->low, low);
  b->high = greater (b->high, high);
  b->whole = b->whole && low.exponent >= 0 && high.exponent >= 0;
  g_array_append_val (b->spans, span);
  return (int) b->spans->len - 1;
}

static CareColour
find_colour (CareChartBuilder *b, const CareChartBar *bar)
{
  CareColour colour;

  return care_colour_parse (bar->colour, &colour) ? colour : b->style->accent;
}

/* (transfer full): what cannot stand on the axis says why beside its value, where its bar would be. */
static char *
say_value (CareChartBuilder *b, const CareChartBar *bar)
{
  g_autofree char *value = care_quantity_format (bar->quantity, b->content->numbers);

  return bar->is_apart && bar->note != NULL ? g_strdup_printf ("%s · %s", value, bar->note) : g_steal_pointer (&value);
}

static void
draft_bar (CareChartBuilder *b, const CareChartBar *bar)
{
  g_autofree char *value = say_value (b, bar);
  gboolean drawn = is_drawn (b, bar);
  CareChartDraft draft = { .span = -1, .colour = find_colour (b, bar) };

  /* No ink at all is for what is not stated of a bar that is divided. */
  draft.pattern = b->style->has_patterns ? bar->owner % CARE_PATTERN_EMPTY : CARE_PATTERN_SOLID;
  draft.heading = care_chart_write (b, bar->heading, 1, PANGO_WEIGHT_SEMIBOLD);
  draft.gap = care_chart_write (b, bar->gap, 0.9, PANGO_WEIGHT_NORMAL);
  draft.label = care_chart_write (b, bar->label, 1, PANGO_WEIGHT_NORMAL);
  draft.note = care_chart_write (b, bar->is_apart ? NULL : bar->note, 0.9, PANGO_WEIGHT_NORMAL);
  draft.value = care_chart_write (b, value, 1, drawn ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  care_chart_keep_amounts (draft.value);
  if (drawn)
    draft.span = add_span (b, bar->quantity, care_chart_text_width (draft.value));
  g_array_append_val (b->drafts, draft);
}

/**
 * care_chart_measure:
 * @b: the chart in the making; its drafts and spans are found
 */
void
care_chart_measure (CareChartBuilder *b)
{
  g_autoptr (PangoLayout) sample = care_chart_write (b, "0", 1, PANGO_WEIGHT_SEMIBOLD);

  b->bar_height = ceil (care_chart_text_height (sample) + b->em * 0.3);
  b->scale.pad = b->em * 0.5;
  b->unit = find_unit (b);
  for (guint i = 0; i < b->content->bars->len; i++)
    draft_bar (b, get_bar (b, i));
}

/* Bars shall have at least half of the width. */
static gboolean
leaves_room (CareChartBuilder *b, double width)
{
  double left = 0, right = 0;

  for (guint i = 0; i < b->spans->len; i++)
    {
      const CareChartSpan *span = &g_array_index (b->spans, CareChartSpan, i);
      double *side = span->low < 0 && span->high <= 0 ? &left : &right;

      *side = MAX (*side, span->text_width + span->tip + b->scale.pad);
    }
  return left + right <= width / 2;
}

static gboolean
fits_beside (CareChartBuilder *b, double width)
{
  double widest = 0;

  for (guint i = 0; i < b->drafts->len; i++)
    {
      const CareChartDraft *draft = &g_array_index (b->drafts, CareChartDraft, i);

      care_chart_wrap (draft->label, G_MAXDOUBLE);
      care_chart_wrap (draft->note, G_MAXDOUBLE);
      widest = MAX (widest, MAX (care_chart_text_width (draft->label), care_chart_text_width (draft->note)));
    }
  b->label_width = MIN (widest, width * 0.38);
  b->plot_x = widest > 0 ? b->label_width + b->em : 0;
  if (width < 26 * b->em || !leaves_room (b, width - b->plot_x))
    return FALSE;

  for (guint i = 0; i < b->drafts->len; i++)
    {
      const CareChartDraft *draft = &g_array_index (b->drafts, CareChartDraft, i);

      care_chart_wrap (draft->label, b->label_width);
      if (draft->label != NULL && pango_layout_get_line_count (draft->label) > 3)
        return FALSE;
    }
  return TRUE;
}

/* Where the values stand above, the bars have the width to themselves. */
static void
free_spans_of_text (CareChartBuilder *b)
{
  for (guint i = 0; i < b->spans->len; i++)
    g_array_index (b->spans, CareChartSpan, i).text_width = -b->scale.pad;
}

static CareChartArrangement
find_arrangement (CareChartBuilder *b, double width)
{
  if (!b->is_low && fits_beside (b, width))
    return CARE_CHART_BESIDE;
  b->label_width = width;
  b->plot_x = 0;
  return leaves_room (b, width) ? CARE_CHART_ABOVE : CARE_CHART_ALL_ABOVE;
}

/**
 * care_chart_arrange:
 * @b: the chart in the making, measured; its arrangement and scale are found, for bars that lie
 * @width: of the whole
 */
void
care_chart_arrange (CareChartBuilder *b, double width)
{
  b->arrangement = find_arrangement (b, width);
  if (b->arrangement == CARE_CHART_ALL_ABOVE)
    free_spans_of_text (b);
  care_chart_scale_solve (&b->scale, (const CareChartSpan *) (void *) b->spans->data, b->spans->len,
                          width - b->plot_x);
}
