/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart that is laid out, and what it tells of itself. */

#include "care-chart-private.h"

static void
clear_label (gpointer data)
{
  g_object_unref (((CareChartLabel *) data)->layout);
}

/**
 * care_chart_alloc:
 * @style: sizes and colours
 * @width: of the whole
 *
 * Returns: (transfer full): a chart with nothing in it yet.
 */
CareChart *
care_chart_alloc (const CareChartStyle *style, double width)
{
  CareChart *self = g_new0 (CareChart, 1);

  self->style = *style;
  self->style.font_family = NULL;
  self->width = width;
  self->rows = g_array_new (FALSE, FALSE, sizeof (CareChartRow));
  self->fills = g_array_new (FALSE, FALSE, sizeof (CareChartFill));
  self->whiskers = g_array_new (FALSE, FALSE, sizeof (CareChartWhisker));
  self->labels = g_array_new (FALSE, FALSE, sizeof (CareChartLabel));
  self->grid = g_array_new (FALSE, FALSE, sizeof (double));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (CareChartArea));
  g_array_set_clear_func (self->labels, clear_label);
  return self;
}

/**
 * care_chart_free:
 * @self: (transfer full): a chart
 */
void
care_chart_free (CareChart *self)
{
  GArray *arrays[] = { self->rows, self->fills, self->whiskers, self->labels, self->grid, self->breaks };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_free (self);
}

/**
 * care_chart_get_height:
 * @self: a chart
 *
 * Returns: the height that its width asks for; 0 if there are no bars.
 */
double
care_chart_get_height (const CareChart *self)
{
  return self->height;
}

/**
 * care_chart_get_n_bars:
 * @self: a chart
 *
 * Returns: how many bars it has, those without a number included.
 */
guint
care_chart_get_n_bars (const CareChart *self)
{
  return self->rows->len;
}

/**
 * care_chart_get_bar:
 * @self: a chart
 * @index: a bar
 * @area: (out): where it is, with what is not certain of it
 *
 * Returns: %FALSE where it has no number or cannot stand on the axis; nothing is set then.
 */
gboolean
care_chart_get_bar (const CareChart *self, guint index, CareChartArea *area)
{
  const CareChartRow *row;

  g_return_val_if_fail (index < self->rows->len, FALSE);
  row = &g_array_index (self->rows, CareChartRow, index);
  if (row->has_bar)
    *area = row->bar;
  return row->has_bar;
}

/**
 * care_chart_get_area:
 * @self: a chart
 * @index: a bar
 *
 * Returns: what it covers with its words.
 */
CareChartArea
care_chart_get_area (const CareChart *self, guint index)
{
  return g_array_index (self->rows, CareChartRow, index).area;
}

/**
 * care_chart_hit:
 * @self: a chart
 * @x: a place from its left edge
 * @y: and from its top
 *
 * Returns: the bar there, or -1 between bars, on the axis and outside.
 */
int
care_chart_hit (const CareChart *self, double x, double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CareChartArea *area = &g_array_index (self->rows, CareChartRow, i).area;

      if (x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height)
        return (int) i;
    }
  return -1;
}

/**
 * care_chart_get_n_texts:
 * @self: a chart
 *
 * Returns: how many pieces of text it has.
 */
guint
care_chart_get_n_texts (const CareChart *self)
{
  return self->labels->len;
}

/**
 * care_chart_get_text:
 * @self: a chart
 * @index: a piece of text
 *
 * Returns: where it is and what it says; the words are the chart's.
 */
CareChartText
care_chart_get_text (const CareChart *self, guint index)
{
  const CareChartLabel *label = &g_array_index (self->labels, CareChartLabel, index);
  PangoRectangle logical;

  pango_layout_get_extents (label->layout, NULL, &logical);
  return (CareChartText){ .row = label->row,
                          .area = { label->x + logical.x / (double) PANGO_SCALE,
                                    label->y + logical.y / (double) PANGO_SCALE, logical.width / (double) PANGO_SCALE,
                                    logical.height / (double) PANGO_SCALE },
                          .text = pango_layout_get_text (label->layout) };
}
