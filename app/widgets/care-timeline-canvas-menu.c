/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of the timeline, at the mark and the day that are pointed at. */

#include "care-timeline-canvas-private.h"

/* Where no day is pointed at. */
#define NO_DAY 0

static CareDay
find_day (CareTimelineCanvas *self, double x)
{
  double day = self->look.scale == 0 ? NO_DAY : self->look.first + x / self->look.scale;

  return day < 1 || day > CARE_DAY_LAST ? NO_DAY : (CareDay) day;
}

/* A menu that is opened by the press of a button keeps the button pressed in GTK 4.8. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, CareTimelineCanvas *self)
{
  double time = x, row = y;
  guint entry;

  care_timeline_canvas_turn_point (self, &time, &row);
  if (time < 0 || row < 0)
    return;
  entry = care_timeline_canvas_hit (self, x, y);
  if (entry != CARE_TIMELINE_NO_ENTRY)
    care_timeline_canvas_choose (self, entry);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit_by_name (self, "menu", entry, find_day (self, time), x, y);
}

/* By key it is that of the mark in focus, and opens at its beginning, or at the edge where that
 * is out of sight. */
static gboolean
menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareTimelineCanvas *self = CARE_TIMELINE_CANVAS (widget);
  guint entry = care_timeline_canvas_get_focused (self);
  GtkWidget *button = entry == CARE_TIMELINE_NO_ENTRY ? NULL : care_timeline_canvas_get_button (self, entry);
  graphene_rect_t box;

  if (button == NULL || !gtk_widget_compute_bounds (button, widget, &box))
    return FALSE;
  care_timeline_canvas_choose (self, entry);
  g_signal_emit_by_name (self, "menu", entry, NO_DAY, CLAMP ((double) box.origin.x + 24, 0, (double) gtk_widget_get_width (widget)),
                         CLAMP ((double) box.origin.y + box.size.height / 2, 0, (double) gtk_widget_get_height (widget)));
  return TRUE;
}

/* For the class: the signal, and the keys. */
void
care_timeline_canvas_install_menu (GtkWidgetClass *widget_class)
{
  /**
   * CareTimelineCanvas::menu:
   * @entry: what is pointed at, which by then is selected; or %CARE_TIMELINE_NO_ENTRY
   * @day: the day that is pointed at; 0: none is
   * @x: a point of the canvas
   * @y: a point of the canvas
   *
   * What can be done there is asked for.
   */
  g_signal_new ("menu", G_TYPE_FROM_CLASS (widget_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                G_TYPE_UINT, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key, NULL);
}

/* Before the buttons of the marks, which know no menu. */
void
care_timeline_canvas_add_menu (CareTimelineCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
