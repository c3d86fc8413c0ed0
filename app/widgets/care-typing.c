/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-typing.h"

/* Shift only chooses the letter, and AltGr is not among these. */
#define COMMANDS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)

static gboolean
is_letter (guint key, GdkModifierType modifiers)
{
  return (modifiers & COMMANDS) == 0 && g_unichar_isprint (gdk_keyval_to_unicode (key));
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)) && is_letter (key, modifiers)
         && gtk_event_controller_key_forward (controller, focus);
}

/**
 * care_typing_add:
 * @window: a window
 *
 * Has letters go to the text that has the focus before anything else is asked.
 */
void
care_typing_add (GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), window);
  /* The last one that is added is asked first. */
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
