/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-popover-keys.h"

/* (transfer full) (nullable): the action that has these keys. */
static char *
find_action (GtkWindow *window, guint keyval, GdkModifierType state)
{
  GtkApplication *application = gtk_window_get_application (window);
  g_autofree char *keys = gtk_accelerator_name (gdk_keyval_to_lower (keyval), state & gtk_accelerator_get_default_mod_mask ());
  g_auto (GStrv) actions = application == NULL ? NULL : gtk_application_get_actions_for_accel (application, keys);

  return actions == NULL ? NULL : g_strdup (actions[0]);
}

static gboolean
activate (GtkWidget *window, const char *detailed)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  return g_action_parse_detailed_name (detailed, &name, &target, NULL)
         && gtk_widget_activate_action_variant (window, name, target);
}

/* The window manager does not see Alt+F4 either, as the popover has the keyboard. */
static gboolean
is_close (guint keyval, GdkModifierType state)
{
  return keyval == GDK_KEY_F4 && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK;
}

/* The only accelerator of the application that works in a dialog. */
static gboolean
quits (GtkWindow *window, guint keyval, GdkModifierType state)
{
  return gtk_window_get_application (window) == NULL && gdk_keyval_to_lower (keyval) == GDK_KEY_q
         && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK;
}

/* A row is opened by Space as by Enter, as in a window. */
static gboolean
opens_row (GtkWindow *window, guint keyval, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space) && (state & gtk_accelerator_get_default_mod_mask ()) == 0
         && GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_activate (focus);
}

/* What nothing in the popover has a use for. */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  GtkWidget *popover = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (popover));
  g_autofree char *action = find_action (window, keyval, state);

  if (opens_row (window, keyval, state))
    return TRUE;
  if (quits (window, keyval, state))
    return gtk_event_controller_key_forward (controller, GTK_WIDGET (window));
  if (action == NULL && !is_close (keyval, state))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (popover));
  if (action == NULL)
    gtk_window_close (window);
  else
    activate (GTK_WIDGET (window), action);
  return TRUE;
}

/**
 * care_popover_let_keys_through:
 * @popover: a popover
 *
 * Has the accelerators of the application, and Alt+F4, do what they do when it is closed;
 * it closes then. Has Space open the row that has the focus.
 */
void
care_popover_let_keys_through (GtkPopover *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (popover), keys);
}
