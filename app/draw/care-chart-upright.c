/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One series over years as bars that stand, time going on as people read. Only where every value fits
 * above its bar and every year below it without touching the next; otherwise the bars lie, and time
 * goes down. */

#include "care-chart-private.h"

#include "care-scale.h"

#include <math.h>

#define MOST_TICKS 5
/* Of the width of its place, how much a bar takes. */
#define BAR_SHARE 0.6

typedef struct
{
  CareChartBuilder *b;
  CareScaleTicks ticks;
  double slot;           /* from one bar to the next */
  double value_height;   /* of the highest value */
  double top, bottom;    /* of the grid: nought is at the bottom */
  double per_unit;
  guint n_gaps;
} Upright;

static const CareChartDraft *
get_draft (CareChartBuilder *b, guint index)
{
  return &g_array_index (b->drafts, CareChartDraft, index);
}

static const CareChartBar *
get_bar (CareChartBuilder *b, guint index)
{
  return g_ptr_array_index (b->content->bars, index);
}

static gboolean
is_one_series (CareChartBuilder *b)
{
  if (b->content->kind != CARE_CHART_YEARS || b->drafts->len < 2 || b->low.mantissa < 0 || b->high.mantissa <= 0)
    return FALSE;
  for (guint i = 0; i < b->drafts->len; i++)
    if (get_draft (b, i)->heading != NULL || get_bar (b, i)->is_apart)
      return FALSE;
  return TRUE;
}

/* Room for the labels of the ticks, which stand at the left. */
static double
measure_ticks (Upright *u)
{
  double widest = 0;

  for (gint64 i = u->ticks.first; i <= u->ticks.last; i++)
    {
      g_autofree char *text = care_chart_tick_text (u->b, care_scale_tick (&u->ticks, i));
      g_autoptr (PangoLayout) layout = care_chart_write (u->b, text, 0.9, PANGO_WEIGHT_NORMAL);

      widest = MAX (widest, care_chart_text_width (layout));
    }
  return widest + u->b->em * 0.6;
}

/* Whether a text needs no more than @most lines of @width. */
static gboolean
fits (PangoLayout *layout, double width, int most)
{
  care_chart_wrap (layout, width);
  if (layout == NULL)
    return TRUE;
  return pango_layout_get_line_count (layout) <= most && care_chart_text_width (layout) <= width;
}

static gboolean
fits_slots (Upright *u)
{
  CareChartBuilder *b = u->b;
  double room = u->slot - b->em * 0.6;

  if (room < 3 * b->em)
    return FALSE;
  for (guint i = 0; i < b->drafts->len; i++)
    {
      const CareChartDraft *draft = get_draft (b, i);

      if (!fits (draft->value, room, 2) || !fits (draft->label, room, 2) || !fits (draft->note, room, 4))
        return FALSE;
      u->value_height = MAX (u->value_height, care_chart_text_height (draft->value));
    }
  return TRUE;
}

static double
place_centred (Upright *u, guint index, PangoLayout *layout, double y, CareColour colour)
{
  double x = u->b->plot_x + u->slot * (index + 0.5) - care_chart_text_width (layout) / 2;

  care_chart_place_text (u->b, layout, x, y, colour, (int) index);
  return y + care_chart_text_height (layout);
}

static double
get_y (const Upright *u, CareDecimal value)
{
  return u->bottom - care_scale_value (value) * u->per_unit;
}

static void
shape_bar (Upright *u, guint index, CareChartRow *row)
{
  CareChartBuilder *b = u->b;
  CareQuantity *quantity = get_bar (b, index)->quantity;
  const CareChartDraft *draft = get_draft (b, index);
  CareQuantityForm form = care_quantity_get_form (quantity);
  double width = MIN (u->slot * BAR_SHARE, b->em * 5), x = b->plot_x + u->slot * (index + 0.5);
  double sure = form == CARE_QUANTITY_UP_TO ? u->bottom : get_y (u, care_quantity_get_low (quantity));
  double end = form == CARE_QUANTITY_AT_LEAST ? sure - b->bar_height : get_y (u, care_quantity_get_high (quantity));
  double height = MAX (u->bottom - sure, CARE_CHART_LEAST_MARK);
  CareChartFill fill = { { x - width / 2, u->bottom - height, width, height }, draft->colour, draft->pattern };
  CareChartWhisker whisker
    = { x, sure, x, end, form != CARE_QUANTITY_AT_LEAST, FALSE, MIN (width, b->bar_height), draft->colour };

  row->bar = (CareChartArea){ x - width / 2, MIN (sure, end), width, u->bottom - MIN (sure, end) };
  if (sure < u->bottom)
    g_array_append_val (b->chart->fills, fill);
  if (sure != end)
    g_array_append_val (b->chart->whiskers, whisker);
}

/* A break is drawn as a line between two bars, with a number that is explained below. */
static void
place_gap (Upright *u, guint index)
{
  CareChartBuilder *b = u->b;
  double x = b->plot_x + u->slot * index;
  CareChartArea line = { x, u->top, 0, u->bottom - u->top };
  g_autofree char *number = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (get_draft (b, index)->gap == NULL)
    return;
  number = g_strdup_printf ("%u", ++u->n_gaps);
  layout = care_chart_write (b, number, 0.9, PANGO_WEIGHT_SEMIBOLD);
  g_array_append_val (b->chart->breaks, line);
  care_chart_place_text (b, layout, x - care_chart_text_width (layout) / 2, 0, b->style->ink, (int) index);
}

static void
place_bar (Upright *u, guint index)
{
  CareChartBuilder *b = u->b;
  const CareChartDraft *draft = get_draft (b, index);
  CareChartRow row = { { b->plot_x + u->slot * index, 0, u->slot, 0 }, draft->span >= 0, { 0 } };
  double end = u->bottom - b->em * 0.2, y = u->bottom + b->em * 0.3;

  place_gap (u, index);
  if (row.has_bar)
    {
      shape_bar (u, index, &row);
      end = row.bar.y - b->em * 0.2;
    }
  place_centred (u, index, draft->value, end - care_chart_text_height (draft->value),
                 row.has_bar ? b->style->ink : b->style->muted);
  y = place_centred (u, index, draft->label, y, b->style->ink);
  y = place_centred (u, index, draft->note, y, b->style->muted);
  row.area.height = y;
  b->chart->height = MAX (b->chart->height, y);
  g_array_append_val (b->chart->rows, row);
}

static void
place_ticks (Upright *u)
{
  CareChartBuilder *b = u->b;

  for (gint64 i = u->ticks.first; i <= u->ticks.last; i++)
    {
      CareDecimal value = care_scale_tick (&u->ticks, i);
      g_autofree char *text = care_chart_tick_text (b, value);
      g_autoptr (PangoLayout) layout = care_chart_write (b, text, 0.9, PANGO_WEIGHT_NORMAL);
      double y = get_y (u, value);
      double x = b->plot_x - b->em * 0.6 - care_chart_text_width (layout);

      g_array_append_val (b->chart->grid, y);
      care_chart_place_text (b, layout, x, y - care_chart_text_height (layout) / 2, b->style->muted, -1);
    }
}

/* Why the series is broken, number by number. */
static void
explain_gaps (Upright *u)
{
  CareChartBuilder *b = u->b;
  double y = b->chart->height + b->em * 0.5;
  guint number = 0;

  for (guint i = 0; i < b->drafts->len && u->n_gaps > 0; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (PangoLayout) layout = NULL;

      if (get_bar (b, i)->gap == NULL)
        continue;
      text = g_strdup_printf ("%u  %s", ++number, get_bar (b, i)->gap);
      layout = care_chart_write (b, text, 0.9, PANGO_WEIGHT_NORMAL);
      care_chart_wrap (layout, b->chart->width);
      care_chart_place_text (b, layout, 0, y, b->style->muted, -1);
      y += care_chart_text_height (layout);
      b->chart->height = y;
    }
}

/* From the top: the numbers of breaks, values, bars, years. The open point of a lower bound needs no
 * more room than a bar is thick. */
static void
place_all (Upright *u)
{
  CareChartBuilder *b = u->b;
  double height = CLAMP (b->chart->width * 0.4, b->em * 8, b->em * 18);
  double highest = MAX (care_scale_value (b->high), care_scale_value (care_scale_tick (&u->ticks, u->ticks.last)));

  u->top = b->em * 1.6;
  u->bottom = u->top + u->value_height + b->bar_height + height;
  u->per_unit = height / highest;
  b->chart->is_upright = TRUE;
  b->chart->zero = u->bottom;
  b->chart->plot = (CareChartArea){ b->plot_x, u->top, b->chart->width - b->plot_x, u->bottom - u->top };
  place_ticks (u);
  for (guint i = 0; i < b->drafts->len; i++)
    place_bar (u, i);
  explain_gaps (u);
}

/**
 * care_chart_place_upright:
 * @b: the chart in the making, measured
 *
 * Places all of it, if it is one series whose words have room.
 *
 * Returns: whether it has; if not, nothing is placed.
 */
gboolean
care_chart_place_upright (CareChartBuilder *b)
{
  Upright u = { .b = b };

  if (!is_one_series (b) || !care_scale_ticks (b->low, b->high, MOST_TICKS, b->whole, &u.ticks))
    return FALSE;
  b->plot_x = measure_ticks (&u);
  u.slot = (b->chart->width - b->plot_x) / b->drafts->len;
  if (!fits_slots (&u))
    return FALSE;
  place_all (&u);
  return TRUE;
}
