/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-preferences.h"

#include "care-toast.h"
#include "care-value-row.h"

#include <glib/gi18n.h>

#define AUTHOR "author"

struct _CarePreferences
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesGroup *name_group;
  GtkWidget *reset;
  AdwActionRow *library_row;
  GtkWidget *show_in_files;
  CareValueRow *author;

  GSettings *settings;
  char *path; /* of the library, or NULL */
};

G_DEFINE_FINAL_TYPE (CarePreferences, care_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* GLib calls somebody whose account has no name "Unknown". */
static char *
dup_account_name (void)
{
  const char *real_name = g_get_real_name ();
  const char *name
    = g_str_equal (real_name, "Unknown") || *real_name == '\0' ? g_get_user_name () : real_name;

  return g_utf8_make_valid (name, -1);
}

/**
 * care_preferences_dup_author:
 * @settings: the settings of CareBrief
 *
 * Returns: (transfer full): whose name stands beside what is done: the one that was
 *   set, or the account's.
 */
char *
care_preferences_dup_author (GSettings *settings)
{
  g_autofree char *name = g_strstrip (g_settings_get_string (settings, AUTHOR));

  return name[0] != '\0' ? g_steal_pointer (&name) : dup_account_name ();
}

static void
show_author (CarePreferences *self)
{
  g_autofree char *name = care_preferences_dup_author (self->settings);
  g_autofree char *set = g_settings_get_string (self->settings, AUTHOR);

  care_value_row_load (self->author, name);
  gtk_widget_set_sensitive (self->reset, set[0] != '\0' && g_settings_is_writable (self->settings, AUTHOR));
}

/* The name of the account is not set: it may change. */
static gboolean
commit_author (CareValueRow *row, const char *text, gpointer data, GError **error)
{
  CarePreferences *self = data;
  g_autofree char *account = dup_account_name ();
  g_autofree char *name = g_strstrip (g_strdup (text));

  if (name[0] == '\0' || g_str_equal (name, account))
    g_settings_reset (self->settings, AUTHOR);
  else
    g_settings_set_string (self->settings, AUTHOR, name);
  show_author (self);
  return TRUE;
}

static void
reset_clicked (CarePreferences *self)
{
  /* The button can have the focus no longer. */
  gtk_widget_grab_focus (GTK_WIDGET (self->author));
  g_settings_reset (self->settings, AUTHOR);
}

static void
files_shown (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (CarePreferences) self = data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error) || self->settings == NULL)
    return;
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                    care_toast_new (_ ("The folder cannot be shown")));
}

static void
show_in_files_clicked (CarePreferences *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, files_shown, g_object_ref (self));
}

static gboolean
care_preferences_close_request (GtkWindow *window)
{
  care_value_row_flush (CARE_PREFERENCES (window)->author);
  return GTK_WINDOW_CLASS (care_preferences_parent_class)->close_request (window);
}

static void
care_preferences_dispose (GObject *object)
{
  CarePreferences *self = CARE_PREFERENCES (object);

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_PREFERENCES);
  G_OBJECT_CLASS (care_preferences_parent_class)->dispose (object);
}

static void
care_preferences_class_init (CarePreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_preferences_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = care_preferences_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CarePreferences, name_group);
  gtk_widget_class_bind_template_child (widget_class, CarePreferences, reset);
  gtk_widget_class_bind_template_child (widget_class, CarePreferences, library_row);
  gtk_widget_class_bind_template_child (widget_class, CarePreferences, show_in_files);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked);
  gtk_widget_class_bind_template_callback (widget_class, show_in_files_clicked);
}

static void
care_preferences_init (CarePreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->author = CARE_VALUE_ROW (care_value_row_new (_ ("Your Name")));
  care_value_row_set_commit (self->author, commit_author, self, NULL);
  adw_preferences_group_add (self->name_group, GTK_WIDGET (self->author));
}

/**
 * care_preferences_new:
 * @parent: (nullable): the window that it belongs to
 * @settings: the settings of CareBrief
 * @path: (nullable): the library that is open
 *
 * Returns: (transfer none): a window in which settings are changed, at once; GTK
 *   holds it until it is closed.
 */
GtkWidget *
care_preferences_new (GtkWindow *parent, GSettings *settings, const char *path)
{
  CarePreferences *self = g_object_new (CARE_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, NULL);

  self->settings = g_object_ref (settings);
  self->path = g_strdup (path);
  if (path != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);
      adw_action_row_set_subtitle (self->library_row, name);
    }
  gtk_widget_set_sensitive (self->show_in_files, path != NULL);
  g_signal_connect_object (settings, "changed::" AUTHOR, G_CALLBACK (show_author), self, G_CONNECT_SWAPPED);
  show_author (self);
  return GTK_WIDGET (self);
}
