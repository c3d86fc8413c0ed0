/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which library is opened, besides the one that a start opens: another, a new one, or the
 * sample. Each has a window of its own. */

#include "care-application-private.h"

#include "care-chooser.h"
#include "care-cli.h"

#include <glib/gi18n.h>

#define SAMPLE_NAME "sample.carebrief"

static void
open_chosen (GtkNativeDialog *dialog, int response, CareApplication *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      g_application_open (G_APPLICATION (self), &file, 1, "");
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* Whoever makes a library is going to work in it: the next start opens it. */
static void
new_chosen (GtkNativeDialog *dialog, int response, CareApplication *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        {
          g_settings_set_string (self->settings, "library-path", path);
          care_application_show_library (self, NULL, path, CARE_LIBRARY_WRITE, CARE_OPENING_MAKE_EMPTY);
        }
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
ask (CareApplication *self, const char *title, GtkFileChooserAction action, const char *accept, const char *name,
     GCallback chosen)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    title, gtk_application_get_active_window (GTK_APPLICATION (self)), action, accept, _ ("_Cancel"));

  care_chooser_add_libraries (GTK_FILE_CHOOSER (dialog));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", chosen, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask (data, _ ("Open Library"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL, G_CALLBACK (open_chosen));
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask (data, _ ("New Library"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Make"), _ ("Briefings.carebrief"),
       G_CALLBACK (new_chosen));
}

/* Beside the library of a first start, and made again where it was deleted. */
static void
sample_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *usual = care_default_library_path ();
  g_autofree char *folder = g_path_get_dirname (usual);
  g_autofree char *path = g_build_filename (folder, SAMPLE_NAME, NULL);

  care_application_show_library (data, NULL, path, CARE_LIBRARY_WRITE, CARE_OPENING_MAKE_SAMPLE);
}

/* Adds the actions. */
void
care_application_add_files (CareApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "open", .activate = open_action },
    { .name = "new-library", .activate = new_action },
    { .name = "sample", .activate = sample_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
