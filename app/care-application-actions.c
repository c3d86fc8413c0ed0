/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the program itself, and the keys of all actions. */

#include "care-application-private.h"

#include "care-preferences.h"

#include <glib/gi18n.h>

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name", "CareBrief",
                         "application-icon", CARE_APP_ID, "version", CARE_VERSION, "developer-name",
                         _ ("The CareBrief authors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Write checked policy briefings"), NULL);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CareApplication *self = data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  const char *path = CARE_IS_WINDOW (active) ? care_window_get_path (CARE_WINDOW (active)) : NULL;

  gtk_window_present (GTK_WINDOW (care_preferences_new (active, self->settings, path)));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* To close one may destroy others, which belong to it. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (data),
                                     (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  /* Closing a window saves what was typed in it. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_widget_get_realized (l->data))
      gtk_window_close (l->data);
    else
      gtk_window_destroy (l->data);
  g_list_free_full (windows, g_object_unref);
}

static void
set_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.view::briefings", { "<Alt>1", "<Alt>KP_1" } },
    { "win.view::positions", { "<Alt>2", "<Alt>KP_2" } },
    { "win.view::figures", { "<Alt>3", "<Alt>KP_3" } },
    { "win.view::timeline", { "<Alt>4", "<Alt>KP_4" } },
    { "win.view::sources", { "<Alt>5", "<Alt>KP_5" } },
    { "win.back", { "<Alt>Left" } },
    { "win.copy-citation", { "<Control><Shift>c" } },
    { "win.new", { "<Control>n" } },
    { "win.export", { "<Control><Shift>e" } },
    { "win.find", { "<Control>f" } },
    { "win.find-next", { "<Control>g" } },
    { "win.find-previous", { "<Control><Shift>g" } },
    { "win.find-replace", { "<Control>h" } },
    { "win.import", { "<Control><Shift>o" } },
    { "win.make-edition", { "<Control><Shift>s" } },
    { "win.print", { "<Control>p" } },
    { "win.assess", { "<Control><Shift>j" } },
    { "win.cannot-be-rated", { "<Control><Shift>b" } },
    { "win.record-change", { "<Control><Shift>h" } },
    { "win.save", { "<Control>s" } },
    { "win.search", { "<Control><Shift>f" } },
    { "win.next-problem", { "F8" } },
    { "win.previous-problem", { "<Shift>F8" } },
    { "win.outline", { "F9" } },
    { "win.other-look", { "<Control>l" } },
    { "win.show-help-overlay", { "<Control>question" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action, accelerators[i].keys);
}

static gboolean
quit_now (gpointer application)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* Not at once: GTK still holds the dialog that has the key, and a dialog must not outlive the
 * window that it belongs to. */
static gboolean
quit_pressed (GtkWidget *window, GVariant *args, gpointer application)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, quit_now, g_object_ref (application), g_object_unref);
  return TRUE;
}

/* GTK lets the accelerators of the application work in its main windows only; what was typed
 * in a dialog is kept when the program ends, so that it need not be closed first. */
static void
windows_changed (GListModel *windows, guint position, guint n_removed, guint n_added, GtkApplication *application)
{
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, position + i);
      GtkEventController *keys = gtk_shortcut_controller_new ();

      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_q, GDK_CONTROL_MASK),
                          gtk_callback_action_new (quit_pressed, application, NULL)));
      gtk_widget_add_controller (window, keys);
    }
}

void
care_application_add_actions (CareApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_action },
    { .name = "preferences", .activate = preferences_action },
    { .name = "quit", .activate = quit_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accelerators (GTK_APPLICATION (self));
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed), self, 0);
}
