/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-wheel.h"

#include <math.h>

typedef struct
{
  double clicks; /* turned since the last frame, down positive */
  guint tick;    /* id of the callback; 0: nothing is waited for */
} Wheel;

static gboolean
turn (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Wheel *wheel = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  /* As far as GTK goes for a click, in whole pixels, which are all that a list knows. */
  double step = round (pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0));
  double clicks = wheel->clicks;

  wheel->clicks = 0;
  wheel->tick = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + clicks * step);
  return G_SOURCE_REMOVE;
}

/* A click to the side, or with Shift, is left to GTK. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, Wheel *wheel)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (gtk_event_controller_scroll_get_unit (controller) != GDK_SCROLL_UNIT_WHEEL || dy == 0
      || (state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  wheel->clicks += dy;
  if (wheel->tick == 0)
    wheel->tick = gtk_widget_add_tick_callback (widget, turn, wheel, NULL);
  return GDK_EVENT_STOP;
}

/**
 * care_wheel_add:
 * @scrolled: what scrolls a #GtkListView up and down
 *
 * Has the wheel turn it by as many clicks as were made since the last frame.
 */
void
care_wheel_add (GtkScrolledWindow *scrolled)
{
  GtkEventController *controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  Wheel *wheel = g_new0 (Wheel, 1);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "scroll", G_CALLBACK (on_scroll), wheel, (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), controller);
}
