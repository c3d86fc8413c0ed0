/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-private.h"

#include "care-menu.h"
#include "care-spare.h"
#include "care-stop.h"
#include "care-toast.h"
#include "care-typing.h"
#include "care-window-file.h"
#include "care-window-library.h"
#include "care-window-new.h"
#include "care-window-pledges.h"
#include "care-window-positions.h"
#include "care-window-sources.h"
#include "care-window-record.h"
#include "care-window-sample.h"
#include "care-window-undo.h"

#include <glib/gi18n.h>

/* How long a menu takes to be gone. */
#define MENU_MS 150

G_DEFINE_FINAL_TYPE (CareWindow, care_window, ADW_TYPE_APPLICATION_WINDOW)

/* Makes the actions possible that are. */
void
care_window_update_actions (CareWindow *self)
{
  static const char *const of_briefings[]
    = { "win.export", "win.export-large", "win.export-web", "win.export-text", "win.export-picture",
        "win.print",  "win.outline",      "win.editions",   "win.make-edition",
        "win.export-draft", "win.next-problem", "win.previous-problem",
        "win.find-replace", "win.find-next", "win.find-previous" };

  for (guint i = 0; i < G_N_ELEMENTS (of_briefings); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_briefings[i], care_window_is_editing (self));
  care_window_library_update (self);
  care_window_new_update (self);
  care_window_pledges_update (self);
  care_window_sample_update (self);
  care_window_positions_update (self);
  care_window_sources_update (self);
  care_window_record_update (self);
}

static void
tell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);
  AdwToast *toast = care_toast_new (g_variant_get_string (parameter, NULL));

  /* What was told before is no longer news. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* GTK makes a window of shortcuts that is wider than many a screen. */
static void
let_scroll (GtkWindow *window)
{
  g_autoptr (GtkWidget) child = g_object_ref (gtk_window_get_child (window));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_window_set_child (window, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_window_set_child (window, scroller);
}

/* Not GTK's own, which makes it with every window: a quarter of what a window takes. */
static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/com/example/CareBrief/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  let_scroll (overlay);
  gtk_window_present (overlay);
}

/* Another program may have touched the file while its window was used. */
static void
active_changed (CareWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)) || self->library == NULL)
    return;
  care_saving_notice_look (self->saving);
  if (care_window_is_editing (self))
    care_editor_look (self->editor);
}

/* The menu's second level gives the focus to nobody when it is closed. */
static gboolean
focus_menu (gpointer button)
{
  GtkRoot *root = gtk_widget_get_root (button);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (root != NULL && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (button);
  return G_SOURCE_REMOVE;
}

static void
menu_closed (GtkMenuButton *button)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, MENU_MS, focus_menu, g_object_ref (button), g_object_unref);
}

/* About to be opened; it is made for the first time. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  CareWindow *self = data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    {
      gtk_menu_button_set_menu_model (button, self->menu);
      g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (menu_closed), button,
                               G_CONNECT_SWAPPED);
    }
  care_menu_fit (button);
}

static gboolean
care_window_close_request (GtkWindow *window)
{
  CareWindow *self = CARE_WINDOW (window);

  /* What is typed in a field is taken as the focus leaves it. */
  gtk_window_set_focus (window, NULL);
  care_window_save (self);
  /* Whoever closes a window may take the disk away next. */
  if (!care_window_file_may_close (self))
    return TRUE;
  return GTK_WINDOW_CLASS (care_window_parent_class)->close_request (window);
}

static void
care_window_dispose (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);

  if (self->editor != NULL)
    care_editor_close (self->editor);
  self->editor = NULL;
  if (self->asking != NULL)
    care_window_record_let_go (self);
  g_clear_pointer (&self->timeline_menu, gtk_widget_unparent);
  g_clear_object (&self->timeline_list);
  g_clear_object (&self->timeline_moves);
  g_clear_object (&self->timeline_marks);
  g_clear_object (&self->timeline_exporting);
  g_clear_object (&self->save_state);
  if (self->library != NULL)
    care_window_undo_let_go (self, self->library);
  g_clear_object (&self->library);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->toast);
  g_clear_object (&self->wanted);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_WINDOW);
  G_OBJECT_CLASS (care_window_parent_class)->dispose (object);
}

static void
lay_out_again (gpointer data)
{
  g_autoptr (GtkWidget) bar = data;
  GtkWidget *box = gtk_widget_get_parent (bar);

  if (box != NULL)
    gtk_widget_queue_resize (box);
}

/* The title finds that it has no room, or that it has again, while the window is being laid out:
 * by then the bar has been given its place, or none. */
static void
bar_turned (GtkWidget *bar)
{
  g_idle_add_once (lay_out_again, g_object_ref (bar));
}

static void
care_window_class_init (CareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = care_window_close_request;

  g_type_ensure (CARE_TYPE_SAVING_NOTICE);
  g_type_ensure (CARE_TYPE_SPARE);
  g_type_ensure (CARE_TYPE_STOP);
  g_type_ensure (CARE_TYPE_WAIT);

  /**
   * CareWindow::reopen:
   * @path: of a library
   * @mode: a #CareLibraryMode
   *
   * The library at @path is to be opened and shown in this window.
   */
  g_signal_new ("reopen", CARE_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, help_action);
  care_window_show_install (widget_class);
  care_window_undo_install (widget_class);
  care_window_library_install (widget_class);
  care_window_new_install (widget_class);
  care_window_pledges_install (widget_class);
  care_window_sample_install (widget_class);
  care_window_positions_install (widget_class);
  care_window_sources_install (widget_class);
  care_window_record_install (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, state);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, saving);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, views);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, new_menu);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, wait);
  gtk_widget_class_bind_template_child (widget_class, CareWindow, trouble_place);
  gtk_widget_class_bind_template_callback (widget_class, bar_turned);
  gtk_widget_class_bind_template_callback (widget_class, care_window_fill_view);
}

static void
care_window_init (CareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  care_window_record_set_up (self);
  care_window_update_actions (self);
  care_typing_add (GTK_WINDOW (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed), NULL);
  gtk_menu_button_set_create_popup_func (self->main_menu, make_menu, self, NULL);

  self->settings = g_settings_new (CARE_APP_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "view", self->views, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

/**
 * care_window_new:
 * @application: (nullable): the application
 *
 * Returns: (transfer none): a window without a library; GTK holds it until it
 *   is closed.
 */
GtkWidget *
care_window_new (GtkApplication *application)
{
  return g_object_new (CARE_TYPE_WINDOW, "application", application, NULL);
}
