/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-sight.h"

/* At once: the key that follows may open something beside it. */
static void
lay_out (GtkWidget *widget)
{
  GtkAllocation allocation;

  gtk_widget_get_allocation (widget, &allocation);
  gtk_widget_size_allocate (widget, &allocation, gtk_widget_get_allocated_baseline (widget));
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GtkScrolledWindow *scrolled)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  GtkWidget *page = gtk_scrolled_window_get_child (scrolled);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (scrolled)));
  double top = gtk_adjustment_get_value (adjustment);
  graphene_rect_t box;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, page, &box)
      || (box.origin.y + box.size.height > 0 && box.origin.y < gtk_adjustment_get_page_size (adjustment)))
    return GDK_EVENT_PROPAGATE;
  gtk_adjustment_clamp_page (adjustment, top + box.origin.y, top + box.origin.y + box.size.height);
  lay_out (page);
  return GDK_EVENT_PROPAGATE;
}

/**
 * care_sight_add:
 * @scrolled: something that is scrolled, such as a form
 *
 * Has what has the focus in it, if nothing of that is in sight, be so before a key does anything to it.
 */
void
care_sight_add (GtkScrolledWindow *scrolled)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), scrolled);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), keys);
}
