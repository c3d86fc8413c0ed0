/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-view-private.h"

G_DEFINE_TYPE (CareChartView, care_chart_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_bar (gpointer data)
{
  CareChartBar *bar = data;

  g_free ((char *) bar->label);
  g_free ((char *) bar->note);
  g_clear_pointer (&bar->quantity, care_quantity_unref);
}

static void
activate (CareChartView *self, int row)
{
  care_chart_view_set_highlight (self, row);
  if (row >= 0)
    g_signal_emit (self, signals[ACTIVATED], 0, (guint) row);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, CareChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->chart != NULL)
    activate (self, care_chart_hit (self->chart, x - CARE_CHART_VIEW_INSET, y - self->top));
}

/* "(i)": how many rows down. */
static gboolean
on_move (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareChartView *self = CARE_CHART_VIEW (widget);
  int n_bars = (int) self->bars->len;
  int step;

  g_variant_get (arguments, "(i)", &step);
  if (n_bars == 0)
    return FALSE;
  int row = self->highlight < 0 ? (step > 0 ? 0 : n_bars - 1) : self->highlight + step;
  if (row < 0 || row >= n_bars)
    return FALSE;
  care_chart_view_set_highlight (self, row);
  return TRUE;
}

static gboolean
on_enter (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareChartView *self = CARE_CHART_VIEW (widget);

  if (self->highlight < 0)
    return FALSE;
  activate (self, self->highlight);
  return TRUE;
}

static void
care_chart_view_dispose (GObject *object)
{
  CareChartView *self = CARE_CHART_VIEW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->chart, care_chart_free);
  g_array_set_size (self->bars, 0);
  G_OBJECT_CLASS (care_chart_view_parent_class)->dispose (object);
}

static void
care_chart_view_finalize (GObject *object)
{
  g_array_unref (CARE_CHART_VIEW (object)->bars);
  G_OBJECT_CLASS (care_chart_view_parent_class)->finalize (object);
}

static void
care_chart_view_class_init (CareChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  object_class->dispose = care_chart_view_dispose;
  object_class->finalize = care_chart_view_finalize;
  care_chart_view_draw_init (widget_class);

  /**
   * CareChartView::activated:
   * @index: which bar
   *
   * A row was clicked, or Enter pressed on the highlighted one.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_move, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_move, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_enter, NULL);
  gtk_widget_class_set_css_name (widget_class, "care-chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
add_label (GtkWidget *box, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
care_chart_view_init (CareChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->highlight = -1;
  self->bars = g_array_new (FALSE, TRUE, sizeof (CareChartBar));
  g_array_set_clear_func (self->bars, clear_bar);
  self->heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_visible (self->heading, FALSE);
  self->title = add_label (self->heading, "heading");
  self->subtitle = add_label (self->heading, "care-dim");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * care_chart_view_new:
 *
 * Returns: (transfer floating): a view without a chart
 */
GtkWidget *
care_chart_view_new (void)
{
  return g_object_new (CARE_TYPE_CHART_VIEW, NULL);
}

static gboolean
show_label (GtkWidget *label, const char *text)
{
  gboolean shown = text != NULL && *text != '\0';

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, shown);
  return shown;
}

/* In words, for those who do not see it; the width plays no part in them. */
static void
describe (CareChartView *self, const char *title)
{
  g_autofree char *words = NULL;

  if (self->bars->len > 0)
    words = care_chart_describe (care_chart_view_lay_out (self, self->chart_width));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

/**
 * care_chart_view_set:
 * @self: a view
 * @title: (nullable): what the chart finds
 * @subtitle: (nullable): what it measures
 * @bars: (array length=n_bars): copied
 * @n_bars: how many
 *
 * Replaces the chart. No row is highlighted.
 */
void
care_chart_view_set (CareChartView *self, const char *title, const char *subtitle, const CareChartBar *bars,
                     guint n_bars)
{
  g_return_if_fail (CARE_IS_CHART_VIEW (self));
  g_return_if_fail (bars != NULL || n_bars == 0);

  /* The chart before the bars, of which it may know the words. */
  g_clear_pointer (&self->chart, care_chart_free);
  g_array_set_size (self->bars, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      CareChartBar bar = { g_strdup (bars[i].label), g_strdup (bars[i].note),
                           care_quantity_ref (bars[i].quantity), bars[i].colour };
      g_array_append_val (self->bars, bar);
    }
  self->highlight = -1;
  gboolean titled = show_label (self->title, title);
  gboolean subtitled = show_label (self->subtitle, subtitle);
  gtk_widget_set_visible (self->heading, titled || subtitled);
  describe (self, title);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * care_chart_view_get_highlight:
 * @self: a view
 *
 * Returns: the highlighted row, or -1
 */
int
care_chart_view_get_highlight (CareChartView *self)
{
  g_return_val_if_fail (CARE_IS_CHART_VIEW (self), -1);

  return self->highlight;
}

/**
 * care_chart_view_set_highlight:
 * @self: a view
 * @index: a row, or -1 for none
 *
 * Draws a ring round a row.
 */
void
care_chart_view_set_highlight (CareChartView *self, int index)
{
  g_return_if_fail (CARE_IS_CHART_VIEW (self));
  g_return_if_fail (index >= -1 && index < (int) self->bars->len);

  if (self->highlight == index)
    return;
  self->highlight = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
