/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large a chart is, and what it looks like: laid out again whenever its width, its
 * colours or its type change. */

#include "care-chart-view-private.h"

#include "care-mirror.h"

#include <math.h>

/* Below this a chart is no chart. */
#define LEAST_WIDTH 150
#define NATURAL_WIDTH 480
/* Between the subtitle and the first bar, and the last and the source. */
#define GAP 12

/* Colours and fonts change under a widget; sizes do only by its being measured again. */
static gboolean
is_current (CareChartView *self, int width, const CareStyle *style, double font_size)
{
  return self->chart != NULL && self->chart_width == width && self->font_size == font_size
         && care_style_equal (&self->style, style);
}

/* (transfer none): the bars, laid out for @width; 0: for any. */
CareChart *
care_chart_view_lay_out (CareChartView *self, int width)
{
  CareStyle style;
  double font_size = care_style_font_size_px (GTK_WIDGET (self));

  if (width == 0)
    width = NATURAL_WIDTH;
  care_style_read (GTK_WIDGET (self), &style);
  if (is_current (self, width, &style, font_size))
    return self->chart;
  g_autofree char *family = care_style_font_family (GTK_WIDGET (self));
  CareChartStyle chart_style = { .font_family = family,
                                 .font_size = font_size,
                                 .ink = style.ink,
                                 .muted = care_chart_mute (style.ink, style.ground),
                                 .faint = style.faint,
                                 .ground = style.ground,
                                 .accent = style.accent };
  g_clear_pointer (&self->chart, care_chart_free);
  self->chart = care_chart_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), &chart_style, self->content, width);
  self->chart_width = width;
  self->style = style;
  self->font_size = font_size;
  return self->chart;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Of the heading or the source, with the gap; 0 where there is none. */
static int
label_height (GtkWidget *label, int width)
{
  int height = 0;

  if (!gtk_widget_should_layout (label))
    return 0;
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height + GAP;
}

static int
chart_height (CareChartView *self, int width)
{
  if (care_chart_view_count (self) == 0)
    return 0;
  return (int) ceil (care_chart_get_height (care_chart_view_lay_out (self, width)));
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  CareChartView *self = CARE_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->heading, orientation, -1, minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, LEAST_WIDTH) + 2 * CARE_CHART_VIEW_INSET;
      *natural = MAX (*minimum, NATURAL_WIDTH + 2 * CARE_CHART_VIEW_INSET);
      return;
    }
  int width = for_size < 0 ? NATURAL_WIDTH : MAX (for_size - 2 * CARE_CHART_VIEW_INSET, LEAST_WIDTH);
  *minimum = *natural = label_height (self->heading, width) + chart_height (self, width)
                        + label_height (self->source, width) + 2 * CARE_CHART_VIEW_INSET;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CareChartView *self = CARE_CHART_VIEW (widget);

  int inner = MAX (width - 2 * CARE_CHART_VIEW_INSET, LEAST_WIDTH);
  int above = label_height (self->heading, inner), below = label_height (self->source, inner);
  if (above > 0)
    gtk_widget_size_allocate (self->heading, &(GtkAllocation){ CARE_CHART_VIEW_INSET, CARE_CHART_VIEW_INSET, inner, above - GAP }, -1);
  self->top = CARE_CHART_VIEW_INSET + above;
  if (below > 0)
    gtk_widget_size_allocate (self->source, &(GtkAllocation){ CARE_CHART_VIEW_INSET, self->top + chart_height (self, inner) + GAP, inner, below - GAP }, -1);
}

static void
snapshot_highlight (CareChartView *self, GtkSnapshot *snapshot, const CareChart *chart, int width)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  CareChartArea area = care_chart_get_area (chart, (guint) self->highlight);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (mirrored ? width - area.x - area.width : area.x, area.y, area.width, area.height);
  GdkRGBA accent = care_style_rgba (self->style.accent);
  GskRoundedRect ring;

  graphene_rect_inset (&bounds, -CARE_CHART_VIEW_INSET + 1, -3);
  gsk_rounded_rect_init_from_rect (&ring, &bounds, 6);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ accent, accent, accent, accent });
}

static void
snapshot_chart (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CareChartView *self = CARE_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget) - 2 * CARE_CHART_VIEW_INSET;

  gtk_widget_snapshot_child (widget, self->heading, snapshot);
  gtk_widget_snapshot_child (widget, self->source, snapshot);
  if (care_chart_view_count (self) == 0 || width <= 0)
    return;
  const CareChart *chart = care_chart_view_lay_out (self, width);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (CARE_CHART_VIEW_INSET, self->top));
  cairo_t *cr
    = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, care_chart_get_height (chart)));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    care_mirror (cr, width);
  care_chart_paint (chart, cr);
  cairo_destroy (cr);
  if (self->highlight >= 0)
    snapshot_highlight (self, snapshot, chart, width);
  gtk_snapshot_restore (snapshot);
}

void
care_chart_view_draw_init (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot_chart;
}
