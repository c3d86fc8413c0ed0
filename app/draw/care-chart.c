/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-private.h"

static void
clear_label (gpointer data)
{
  g_object_unref (((CareChartLabel *) data)->layout);
}

static void
clear_draft (gpointer data)
{
  CareChartDraft *draft = data;

  g_object_unref (draft->label);
  g_clear_object (&draft->note);
  g_object_unref (draft->value);
}

static char *
describe (const CareChartStyle *style, const CareChartBar *bars, guint n_bars)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *value = care_quantity_format (bars[i].quantity, style->numbers);

      if (i > 0)
        g_string_append (words, "; ");
      if (bars[i].note != NULL && bars[i].note[0] != '\0')
        g_string_append_printf (words, "%s (%s): %s", bars[i].label, bars[i].note, value);
      else
        g_string_append_printf (words, "%s: %s", bars[i].label, value);
    }
  return g_string_free (words, FALSE);
}

/**
 * care_chart_new:
 * @context: decides fonts and resolution
 * @style: sizes and colours
 * @bars: (array length=n_bars): the bars from the top; copied
 * @n_bars: how many there are
 * @width: the width of the whole, in the units of @context
 *
 * Returns: (transfer full): the chart, laid out.
 */
CareChart *
care_chart_new (PangoContext *context, const CareChartStyle *style, const CareChartBar *bars, guint n_bars,
                double width)
{
  CareChart *self = g_new0 (CareChart, 1);
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (CareChartDraft));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CareChartSpan));
  CareChartBuilder builder = { .chart = self,
                               .context = context,
                               .style = style,
                               .drafts = drafts,
                               .spans = spans,
                               .whole = TRUE,
                               .em = style->font_size };

  g_array_set_clear_func (drafts, clear_draft);
  self->style = *style;
  self->style.font_family = NULL;
  self->width = width;
  self->rows = g_array_new (FALSE, FALSE, sizeof (CareChartRow));
  self->labels = g_array_new (FALSE, FALSE, sizeof (CareChartLabel));
  self->grid = g_array_new (FALSE, FALSE, sizeof (double));
  self->words = describe (style, bars, n_bars);
  g_array_set_clear_func (self->labels, clear_label);

  care_chart_measure (&builder, bars, n_bars);
  care_chart_place (&builder, bars, n_bars);
  return self;
}

/**
 * care_chart_free:
 * @self: (transfer full): a chart
 */
void
care_chart_free (CareChart *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->labels);
  g_array_unref (self->grid);
  g_free (self->words);
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
 * Returns: how many rows it has, those without a number included.
 */
guint
care_chart_get_n_bars (const CareChart *self)
{
  return self->rows->len;
}

/**
 * care_chart_get_bar:
 * @self: a chart
 * @index: a row
 * @x: (out): the bar's left edge
 * @y: (out): its top
 * @width: (out): how long it is; 0 where the quantity is nought
 * @height: (out): how thick
 *
 * Returns: %FALSE where the row has no bar; nothing is set then.
 */
gboolean
care_chart_get_bar (const CareChart *self, guint index, double *x, double *y, double *width, double *height)
{
  const CareChartRow *row;

  g_return_val_if_fail (index < self->rows->len, FALSE);
  row = &g_array_index (self->rows, CareChartRow, index);
  if (!row->has_bar)
    return FALSE;

  *x = MIN (row->solid_x, row->soft_x);
  *width = MAX (row->solid_x + row->solid_width, row->soft_x + row->soft_width) - *x;
  *y = row->bar_y;
  *height = row->bar_height;
  return TRUE;
}

/**
 * care_chart_hit:
 * @self: a chart
 * @x: a place from its left edge
 * @y: and from its top
 *
 * Returns: the row there, or -1 between rows, on the axis and outside.
 */
int
care_chart_hit (const CareChart *self, double x, double y)
{
  if (x < 0 || x >= self->width)
    return -1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CareChartRow *row = &g_array_index (self->rows, CareChartRow, i);

      if (y >= row->y && y < row->y + row->height)
        return (int) i;
    }
  return -1;
}

/**
 * care_chart_describe:
 * @self: a chart
 *
 * Returns: (transfer full): all rows in words, for those who do not see it.
 */
char *
care_chart_describe (const CareChart *self)
{
  return g_strdup (self->words);
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
                          .x = label->x + logical.x / (double) PANGO_SCALE,
                          .y = label->y + logical.y / (double) PANGO_SCALE,
                          .width = logical.width / (double) PANGO_SCALE,
                          .height = logical.height / (double) PANGO_SCALE,
                          .on_bar = label->on_bar,
                          .text = pango_layout_get_text (label->layout) };
}
