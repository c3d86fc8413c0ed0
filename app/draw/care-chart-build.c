/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart is made: as it looks best where there is room for that; where that is too high, in the way that
 * takes less height; and where that is too high, too, in pieces, each a chart with some of the bars
 * at the scale of all. */

#include "care-chart-private.h"

#include <glib/gi18n.h>

static void
clear_draft (gpointer data)
{
  CareChartDraft *draft = data;

  g_clear_object (&draft->heading);
  g_clear_object (&draft->gap);
  g_clear_object (&draft->label);
  g_clear_object (&draft->note);
  g_clear_object (&draft->value);
}

/* What there is besides those that are drawn is counted. */
static void
place_more (CareChartBuilder *b)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (b->content->n_more == 0)
    return;
  text = g_strdup_printf (ngettext ("and %'u more", "and %'u more", b->content->n_more), b->content->n_more);
  layout = care_chart_write (b, text, 1, PANGO_WEIGHT_NORMAL);
  care_chart_wrap (layout, b->chart->width);
  care_chart_place_text (b, layout, 0, b->chart->height + b->em * 0.5, b->style->muted, -1);
  b->chart->height += b->em * 0.5 + care_chart_text_height (layout);
}

/* (transfer full): bars that lie, arranged, with what is below all of them below the last one. */
static CareChart *
lay_out_piece (CareChartBuilder *b, double width, guint from, guint end)
{
  b->chart = care_chart_alloc (b->style, width);
  b->from = from;
  b->end = end;
  care_chart_place (b);
  if (end == b->drafts->len)
    place_more (b);
  return b->chart;
}

/* (transfer full) */
static CareChart *
lay_out_lying (CareChartBuilder *b, double width)
{
  care_chart_arrange (b, width);
  return lay_out_piece (b, width, 0, b->drafts->len);
}

/* (transfer full) (nullable): bars that stand, if they can and are no higher than @most. */
static CareChart *
lay_out_upright (CareChartBuilder *b, double width, double most)
{
  b->chart = care_chart_alloc (b->style, width);
  b->from = 0;
  if (care_chart_place_upright (b))
    {
      place_more (b);
      if (b->chart->height <= most)
        return b->chart;
    }
  care_chart_free (b->chart);
  return NULL;
}

/* (transfer full): labels of many lines beside bars may take more height than labels above them. */
static CareChart *
lay_out_low (CareChartBuilder *b, double width, double height)
{
  CareChart *self;

  b->is_low = TRUE;
  self = lay_out_lying (b, width);
  if (self->height < height)
    return self;
  care_chart_free (self);
  b->is_low = FALSE;
  return lay_out_lying (b, width);
}

static double
get_bottom (const CareChart *self, guint row)
{
  const CareChartArea *area = &g_array_index (self->rows, CareChartRow, row).area;

  return area->y + area->height;
}

/* Where the piece ends that begins with a bar: the last one does not stand alone, if the piece before has
 * bars to spare. */
static guint
find_end (CareChartBuilder *b, const CareChart *whole, guint from, double room)
{
  guint n_rows = whole->rows->len, end = from + 1;
  double top = g_array_index (whole->rows, CareChartRow, from).area.y - care_chart_resume_height (b, from);
  double below = whole->height - get_bottom (whole, n_rows - 1);

  while (end < n_rows && get_bottom (whole, end) - top + below <= room)
    end++;
  return end + 1 == n_rows && end > from + 2 ? end - 1 : end;
}

static void
divide (CareChartBuilder *b, const CareChart *whole, double room, GPtrArray *pieces)
{
  for (guint from = 0, end; from < whole->rows->len; from = end)
    {
      end = find_end (b, whole, from, room);
      g_ptr_array_add (pieces, lay_out_piece (b, whole->width, from, end));
    }
}

/* (transfer full) */
static GPtrArray *
build (CareChartBuilder *b, double width, double room)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) care_chart_free);
  CareChart *whole;

  care_chart_measure (b);
  whole = lay_out_upright (b, width, room);
  if (whole == NULL)
    whole = lay_out_lying (b, width);
  if (whole->height > room && b->arrangement == CARE_CHART_BESIDE)
    {
      double height = whole->height;

      care_chart_free (whole);
      whole = lay_out_low (b, width, height);
    }
  if (whole->height <= room)
    g_ptr_array_add (pieces, whole);
  else
    {
      divide (b, whole, room, pieces);
      care_chart_free (whole);
    }
  return pieces;
}

/**
 * care_chart_new_pieces:
 * @context: decides fonts and resolution
 * @style: sizes and colours
 * @content: what it shows; not kept
 * @width: the width of the whole, in the units of @context
 * @room: how high it may be
 *
 * Returns: (transfer full) (element-type CareChart): the chart, or pieces of it that go on after each other; one
 *   of a single bar may be higher than @room.
 */
GPtrArray *
care_chart_new_pieces (PangoContext *context, const CareChartStyle *style, const CareChartContent *content, double width,
                       double room)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (CareChartDraft));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CareChartSpan));
  CareChartBuilder builder = { .context = context,
                               .style = style,
                               .content = content,
                               .drafts = drafts,
                               .spans = spans,
                               .whole = TRUE,
                               .em = style->font_size };

  g_array_set_clear_func (drafts, clear_draft);
  return build (&builder, width, room);
}

/**
 * care_chart_new:
 * @context: decides fonts and resolution
 * @style: sizes and colours
 * @content: what it shows; not kept
 * @width: the width of the whole, in the units of @context
 *
 * Returns: (transfer full): the chart, laid out.
 */
CareChart *
care_chart_new (PangoContext *context, const CareChartStyle *style, const CareChartContent *content, double width)
{
  g_autoptr (GPtrArray) pieces = care_chart_new_pieces (context, style, content, width, G_MAXDOUBLE);

  return g_ptr_array_steal_index (pieces, 0);
}
