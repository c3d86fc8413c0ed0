/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-view-private.h"

G_DEFINE_TYPE (CareChartView, care_chart_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint
care_chart_view_count (CareChartView *self)
{
  return self->content == NULL ? 0 : self->content->bars->len;
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
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  if (self->chart != NULL)
    activate (self, care_chart_hit (self->chart, x - CARE_CHART_VIEW_INSET, y - self->top));
}

/* "(i)": how many bars on. */
static gboolean
on_move (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareChartView *self = CARE_CHART_VIEW (widget);
  int n_bars = (int) care_chart_view_count (self);
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

/* "(i)": how many bars to the right. */
static gboolean
on_move_right (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int step;

  g_variant_get (arguments, "(i)", &step);
  g_autoptr (GVariant) turned = g_variant_ref_sink (g_variant_new ("(i)", mirrored ? -step : step));
  return on_move (widget, turned, data);
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
  g_clear_pointer (&self->source, gtk_widget_unparent);
  g_clear_pointer (&self->chart, care_chart_free);
  g_clear_pointer (&self->content, care_chart_content_free);
  G_OBJECT_CLASS (care_chart_view_parent_class)->dispose (object);
}

static void
care_chart_view_class_init (CareChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  G_OBJECT_CLASS (klass)->dispose = care_chart_view_dispose;
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
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_move_right, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_move_right, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_enter, NULL);
  gtk_widget_class_set_css_name (widget_class, "care-chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
create_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
care_chart_view_init (CareChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->highlight = -1;
  self->heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_visible (self->heading, FALSE);
  self->title = create_label ("heading");
  self->subtitle = create_label ("care-dim");
  gtk_box_append (GTK_BOX (self->heading), self->title);
  gtk_box_append (GTK_BOX (self->heading), self->subtitle);
  self->source = create_label ("caption");
  gtk_widget_set_parent (self->source, GTK_WIDGET (self));
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

/* In words, for those who do not see it. */
static void
describe (CareChartView *self)
{
  g_autofree char *words = self->content == NULL ? NULL : care_chart_content_describe (self->content);
  const char *title = self->content == NULL ? NULL : self->content->title;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "", -1);
}

/**
 * care_chart_view_set:
 * @self: a view
 * @content: (transfer full) (nullable): what it is to show
 * @source: (nullable): where the figures are from
 *
 * Shows another chart. Nothing is highlighted then.
 */
void
care_chart_view_set (CareChartView *self, CareChartContent *content, const char *source)
{
  g_return_if_fail (CARE_IS_CHART_VIEW (self));

  g_clear_pointer (&self->chart, care_chart_free);
  g_clear_pointer (&self->content, care_chart_content_free);
  self->content = content;
  self->highlight = -1;
  gboolean titled = show_label (self->title, content == NULL ? NULL : content->title);
  gboolean subtitled = show_label (self->subtitle, content == NULL ? NULL : content->subtitle);
  gtk_widget_set_visible (self->heading, titled || subtitled);
  show_label (self->source, source);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * care_chart_view_get:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows.
 */
const CareChartContent *
care_chart_view_get (CareChartView *self)
{
  return self->content;
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
  g_return_if_fail (index >= -1 && index < (int) care_chart_view_count (self));

  if (self->highlight == index)
    return;
  self->highlight = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
