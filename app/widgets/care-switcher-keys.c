/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-switcher-keys.h"

/* Only what is chosen takes the focus. */
static void
update (GtkWidget *switcher)
{
  gboolean focused = gtk_widget_get_focus_child (switcher) != NULL;

  for (GtkWidget *at = gtk_widget_get_first_child (switcher); at != NULL; at = gtk_widget_get_next_sibling (at))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (at)))
      {
        gtk_widget_set_focusable (at, TRUE);
        if (focused)
          gtk_widget_grab_focus (at);
      }
  for (GtkWidget *at = gtk_widget_get_first_child (switcher); at != NULL; at = gtk_widget_get_next_sibling (at))
    gtk_widget_set_focusable (at, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (at)));
}

static gboolean
step (GtkWidget *switcher, GVariant *by, gpointer data)
{
  GtkStack *stack = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  guint at = 0;

  while (at < n && !gtk_selection_model_is_selected (pages, at))
    at++;
  if ((g_variant_get_int32 (by) < 0 && at == 0) || (g_variant_get_int32 (by) > 0 && at + 1 >= n))
    return FALSE;
  return gtk_selection_model_select_item (pages, (guint) ((int) at + g_variant_get_int32 (by)), TRUE);
}

static void
add_key (GtkShortcutController *controller, guint key, int by)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (step, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/**
 * care_switcher_bind_keys:
 * @switcher: a switcher with a stack whose pages stay
 *
 * Makes @switcher one stop of Tab; the arrow keys show the page beside.
 */
void
care_switcher_bind_keys (GtkStackSwitcher *switcher)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (switcher)) == GTK_TEXT_DIR_RTL;
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Left, rtl ? 1 : -1);
  add_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Right, rtl ? -1 : 1);
  gtk_widget_add_controller (GTK_WIDGET (switcher), controller);
  g_signal_connect_object (gtk_stack_switcher_get_stack (switcher), "notify::visible-child", G_CALLBACK (update), switcher,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (GTK_WIDGET (switcher));
}
