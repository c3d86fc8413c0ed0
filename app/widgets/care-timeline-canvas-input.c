/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Wheel and pointer on the timeline. Turning the wheel scrolls, by what is round the canvas;
 * with Ctrl it goes nearer or farther about the pointer, as two fingers do. Dragging empty
 * ground moves it along. */

#include "care-timeline-canvas-private.h"

#include <math.h>

/* How much nearer a click of the wheel goes, and a pixel of a touchpad. */
#define CLICK 1.25
#define PIXEL 1.01

/* From the canvas to the viewport, with time from left to right. */
void
care_timeline_canvas_turn_point (CareTimelineCanvas *self, double *x, double *y)
{
  if (care_timeline_canvas_is_mirrored (self))
    *x = gtk_widget_get_width (GTK_WIDGET (self)) - *x;
  *x -= self->gutter;
  *y -= self->header;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, CareTimelineCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double x = self->pointer_x, y = self->pointer_y;

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  care_timeline_canvas_turn_point (self, &x, &y);
  care_timeline_canvas_zoom (self, pow (is_wheel ? CLICK : PIXEL, -dy), MAX (x, 0), is_wheel);
  return GDK_EVENT_STOP;
}

static void
begin_pinch (GtkGesture *gesture, GdkEventSequence *sequence, CareTimelineCanvas *self)
{
  self->pinched = 1;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Two fingers are @scale times as far apart as they were at first, about a point of the canvas. */
void
care_timeline_canvas_pinch (CareTimelineCanvas *self, double scale, double x, double y)
{
  care_timeline_canvas_turn_point (self, &x, &y);
  care_timeline_canvas_zoom (self, scale / self->pinched, x, FALSE);
  self->pinched = scale;
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, CareTimelineCanvas *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    care_timeline_canvas_pinch (self, scale, x, y);
}

/* The entry of the button at a point: it covers texts that the layout keeps no room for. While
 * the view moves it may be elsewhere. */
static guint
find_button (CareTimelineCanvas *self, GtkWidget *widget)
{
  return CARE_IS_TIMELINE_SPOT (widget) && !self->is_unsettled ? care_timeline_spot_get_entry (CARE_TIMELINE_SPOT (widget))
                                                               : CARE_TIMELINE_NO_ENTRY;
}

/* The entry whose mark is seen at a point of the canvas, or CARE_TIMELINE_NO_ENTRY. A name that
 * stands above its lane may cover marks that have been scrolled below it. */
guint
care_timeline_canvas_hit (CareTimelineCanvas *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  guint entry;

  care_timeline_canvas_turn_point (self, &x, &y);
  if (y < 0 || (self->is_narrow && widget != NULL && gtk_widget_is_ancestor (widget, self->bar)))
    return CARE_TIMELINE_NO_ENTRY;
  entry = care_timeline_frame_hit (self->frame, x, y);
  return entry != CARE_TIMELINE_NO_ENTRY ? entry : find_button (self, widget);
}

static void
begin_drag (GtkGestureDrag *gesture, double x, double y, CareTimelineCanvas *self)
{
  gboolean is_primary = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY;

  if (is_primary && care_timeline_canvas_hit (self, x, y) != CARE_TIMELINE_NO_ENTRY)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  self->dragged = self->look;
}

static void
drag (GtkGestureDrag *gesture, double dx, double dy, CareTimelineCanvas *self)
{
  CareTimelineLook to = self->dragged;
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  if (gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), sequence) != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  if (care_timeline_canvas_is_mirrored (self))
    dx = -dx;
  to.scale = self->look.scale;
  to.first -= dx / to.scale;
  to.top -= dy;
  self->fits = self->fits && dx == 0;
  self->is_first = self->is_first && dx == 0;
  care_timeline_canvas_go (self, to, FALSE);
}

static void
end_drag (GtkGestureDrag *gesture, double dx, double dy, CareTimelineCanvas *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* Where a mark has no button yet, or one that is elsewhere. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CareTimelineCanvas *self)
{
  guint entry = care_timeline_canvas_hit (self, x, y);

  if (entry == CARE_TIMELINE_NO_ENTRY)
    return;
  if (n_press == 1)
    care_timeline_canvas_choose (self, entry);
  else if (n_press == 2)
    care_timeline_canvas_activate (self, entry);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CareTimelineCanvas *self)
{
  /* GTK tells of it, too, when something has moved below the pointer. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  care_timeline_canvas_look_at (self, care_timeline_canvas_hit (self, x, y));
}

static void
on_leave (GtkEventControllerMotion *controller, CareTimelineCanvas *self)
{
  care_timeline_canvas_look_at (self, CARE_TIMELINE_NO_ENTRY);
}

static void
add_pointer (CareTimelineCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Has it be moved by wheel, fingers and pointer. */
void
care_timeline_canvas_add_input (CareTimelineCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *move = gtk_gesture_drag_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (zoom, "begin", G_CALLBACK (begin_pinch), self);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (move), 0);
  g_signal_connect (move, "drag-begin", G_CALLBACK (begin_drag), self);
  g_signal_connect (move, "drag-update", G_CALLBACK (drag), self);
  g_signal_connect (move, "drag-end", G_CALLBACK (end_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (move));
  add_pointer (self);
}
