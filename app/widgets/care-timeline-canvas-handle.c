/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handle of the day as of which all is shown: it says which day that is, and is moved by
 * dragging it or with the arrow keys. */

#include "care-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAYS_A_MONTH 30
#define DAYS_A_YEAR 365

void
care_timeline_canvas_name_handle (CareTimelineCanvas *self)
{
  g_autoptr (CareDate) date = self->as_of == 0 ? NULL : care_date_from_day (self->as_of);
  g_autofree char *day = date == NULL ? NULL : care_date_format (date, CARE_DATE_HOUSE);
  /* Translators: as things stood on a day: “As of 1 June 2019” */
  g_autofree char *label = date == NULL ? NULL : g_strdup_printf (_ ("As of %s"), day);

  gtk_widget_set_visible (self->handle, date != NULL);
  if (date == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->handle), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->as_of,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, day, -1);
}

/* Over its line; where that is out of sight, at the edge beyond which it is. */
void
care_timeline_canvas_place_handle (CareTimelineCanvas *self)
{
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);
  double x = care_timeline_viewport_x (&viewport, self->as_of) + viewport.scale / 2;
  int width;

  if (!gtk_widget_get_visible (self->handle))
    return;
  gtk_widget_measure (self->handle, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  x = CLAMP (x - width / 2.0, 0, MAX (viewport.width - width, 0));
  care_timeline_canvas_put (self, self->handle,
                            (GtkAllocation){ self->gutter + (int) round (x), 0, width, self->handle_height });
}

static void
on_clicked (CareTimelineCanvas *self)
{
  care_timeline_canvas_go_to (self, CARE_TIMELINE_GO_AS_OF);
}

static CareDay
find_day (CareTimelineCanvas *self, double x)
{
  CareTimelineViewport viewport = care_timeline_canvas_viewport (self);

  if (care_timeline_canvas_is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return care_timeline_viewport_day (&viewport, CLAMP (x - self->gutter, 0, viewport.width));
}

static void
drag (GtkGestureDrag *gesture, double dx, double dy, CareTimelineCanvas *self)
{
  double start, x;

  if (!gtk_drag_check_threshold (self->handle, 0, 0, (int) dx, 0)
      && gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)))
           != GTK_EVENT_SEQUENCE_CLAIMED)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (gesture, &start, NULL);
  /* The handle moves along, and the start with it. */
  gtk_widget_translate_coordinates (self->handle, GTK_WIDGET (self), start + dx, 0, &x, NULL);
  care_timeline_canvas_move_as_of (self, find_day (self, x), FALSE);
}

static void
end_drag (GtkGestureDrag *gesture, double dx, double dy, CareTimelineCanvas *self)
{
  care_timeline_canvas_move_as_of (self, self->as_of, TRUE);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, CareTimelineCanvas *self)
{
  int forward = care_timeline_canvas_is_mirrored (self) ? -1 : 1;
  int days = 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    days = key == GDK_KEY_Left ? -forward : forward;
  else if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    days = key == GDK_KEY_Down ? -DAYS_A_MONTH : DAYS_A_MONTH;
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    days = key == GDK_KEY_Page_Down ? -DAYS_A_YEAR : DAYS_A_YEAR;
  if (days == 0)
    return GDK_EVENT_PROPAGATE;
  care_timeline_canvas_move_as_of (self, (CareDay) CLAMP ((gint64) self->as_of + days, 1, CARE_DAY_LAST), TRUE);
  care_timeline_canvas_follow_day (self);
  return GDK_EVENT_STOP;
}

/* (transfer floating) */
GtkWidget *
care_timeline_canvas_make_handle (CareTimelineCanvas *self)
{
  GtkWidget *handle = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_SLIDER, "visible", FALSE, NULL);
  GtkGesture *gesture = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (handle, "care-as-of");
  g_signal_connect_swapped (handle, "clicked", G_CALLBACK (on_clicked), self);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (drag), self);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (end_drag), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (handle, keys);
  gtk_widget_set_cursor_from_name (handle, "ew-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) G_MAXINT32, -1);
  return handle;
}
