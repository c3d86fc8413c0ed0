/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-view.h"

#include "care-timeline-canvas.h"

#include <glib/gi18n.h>

struct _CareTimelineView
{
  GtkWidget parent_instance;

  GtkScrolledWindow *window;
  CareTimelineCanvas *canvas;
  GtkLabel *unplaced;
};

G_DEFINE_TYPE (CareTimelineView, care_timeline_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_activated (CareTimelineCanvas *canvas, guint item, CareTimelineView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static gboolean
care_timeline_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (CARE_TIMELINE_VIEW (widget)->canvas), GTK_DIR_TAB_FORWARD);
}

static void
care_timeline_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_TIMELINE_VIEW);
  G_OBJECT_CLASS (care_timeline_view_parent_class)->dispose (object);
}

static void
care_timeline_view_class_init (CareTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARE_TYPE_TIMELINE_CANVAS);
  G_OBJECT_CLASS (klass)->dispose = care_timeline_view_dispose;
  widget_class->grab_focus = care_timeline_view_grab_focus;

  /**
   * CareTimelineView::activated:
   * @item: which
   *
   * A mark was clicked, or Enter or Space pressed on it; by then it is selected.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/CareBrief/ui/care-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CareTimelineView, window);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineView, unplaced);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
care_timeline_view_init (CareTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_timeline_view_new:
 *
 * Returns: (transfer floating): an empty timeline
 */
GtkWidget *
care_timeline_view_new (void)
{
  return g_object_new (CARE_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * care_timeline_view_set:
 * @self: a view
 * @lanes: (array length=n_lanes): copied
 * @n_lanes: how many
 * @items: (array length=n_items): copied
 * @n_items: how many
 * @sentences: (array length=n_items): what each item is, in words; copied
 * @today: the day to draw as today, or 0
 *
 * Replaces what is shown. Nothing is selected.
 */
void
care_timeline_view_set (CareTimelineView *self, const CareTimelineLane *lanes, guint n_lanes,
                        const CareTimelineItem *items, guint n_items, const char *const *sentences,
                        CareDay today)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  care_timeline_canvas_set (self->canvas, lanes, n_lanes, items, n_items, sentences, today);
  guint n = care_timeline_canvas_get_n_unplaced (self->canvas);
  g_autofree char *text = g_strdup_printf (ngettext ("%u without a date", "%u without a date", n), n);
  gtk_label_set_label (self->unplaced, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unplaced), n > 0);
}

/**
 * care_timeline_view_set_label:
 * @self: a view
 * @label: its name for those who hear it
 */
void
care_timeline_view_set_label (CareTimelineView *self, const char *label)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
scroll_to (CareTimelineView *self, GtkWidget *button)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->window);
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self->canvas), &box))
    gtk_adjustment_clamp_page (adjustment, box.origin.y, box.origin.y + box.size.height);
}

/**
 * care_timeline_view_select:
 * @self: a view
 * @item: index of an item, or -1 for none
 *
 * Draws a ring round an item's mark and scrolls to it. The focus stays where it is.
 */
void
care_timeline_view_select (CareTimelineView *self, int item)
{
  g_return_if_fail (CARE_IS_TIMELINE_VIEW (self));

  care_timeline_canvas_select (self->canvas, item);
  GtkWidget *button = item < 0 ? NULL : care_timeline_canvas_get_button (self->canvas, (guint) item);
  if (button != NULL && gtk_widget_get_mapped (button))
    scroll_to (self, button);
}

/**
 * care_timeline_view_get_selected:
 * @self: a view
 *
 * Returns: the selected item, or -1
 */
int
care_timeline_view_get_selected (CareTimelineView *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE_VIEW (self), -1);

  return care_timeline_canvas_get_selected (self->canvas);
}
