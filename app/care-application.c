/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-application-private.h"

#include "care-cli.h"
#include "care-clock.h"
#include "care-library.h"
#include "care-preferences.h"
#include "care-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

/* A window that comes sooner than this comes with its library in it. */
#define MOMENT 200 /* ms */

G_DEFINE_FINAL_TYPE (CareApplication, care_application, ADW_TYPE_APPLICATION)

/* (transfer none) (nullable): the library at @path, if a window has it open. */
static CareLibrary *
find_open (CareApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      CareLibrary *library = CARE_IS_WINDOW (l->data) ? care_window_get_library (CARE_WINDOW (l->data)) : NULL;

      if (library != NULL && g_str_equal (care_library_get_path (library), path))
        return library;
    }
  return NULL;
}

static void
set_author (CareApplication *self, CareLibrary *library)
{
  g_autofree char *author = care_preferences_dup_author (self->settings);

  care_library_set_author (library, author);
}

static void
author_changed (CareApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CARE_IS_WINDOW (l->data) && care_window_get_library (l->data) != NULL)
      set_author (self, care_window_get_library (l->data));
}

/* The icon is an SVG: GTK needs a library of its own to read it, which nobody waits for. */
static void
painted (GdkFrameClock *clock, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (clock, painted, window);
  gtk_window_set_default_icon_name (CARE_APP_ID);
}

static void
present (GtkWindow *window)
{
  gtk_window_present (window);
  if (gtk_window_get_default_icon_name () == NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted), window, 0);
}

static void
show_opened (CareWindow *window, CareLibrary *library, const char *path, const GError *read_only, const GError *error)
{
  if (library == NULL)
    care_window_show_trouble (window, path, error);
  else
    {
      care_window_set_library (window, library, care_clock_today ());
      care_window_set_read_only (window, read_only);
    }
  present (GTK_WINDOW (window));
}

/* Every window that waits for it gets it. */
static void
opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareApplication) self = data;
  const char *path = care_opening_get_path (result);
  g_autoptr (GError) read_only = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_opening_finish (result, &read_only, &error);
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  g_hash_table_remove (self->opening, path);
  if (library != NULL)
    set_author (self, library);
  for (GList *l = windows; l != NULL; l = l->next)
    if (CARE_IS_WINDOW (l->data) && care_window_is_waiting (l->data)
        && g_strcmp0 (care_window_get_path (l->data), path) == 0)
      show_opened (l->data, library, path, read_only, error);
  g_list_free (windows);
  g_application_release (G_APPLICATION (self));
}

/* It may have been closed meanwhile, and is not held. */
static gboolean
present_waiting (gpointer data)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (data);

  if (window != NULL && gtk_window_get_application (window) != NULL && care_window_is_waiting (CARE_WINDOW (window)))
    present (window);
  return G_SOURCE_REMOVE;
}

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
present_in_a_moment (CareWindow *window)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, window);
  g_timeout_add_full (G_PRIORITY_DEFAULT, MOMENT, present_waiting, weak, weak_free);
}

static void
start_opening (CareApplication *self, const char *path, CareLibraryMode mode, CareOpeningMake make)
{
  if (!g_hash_table_add (self->opening, g_strdup (path)))
    return;
  /* The program does not end before the thread has. */
  g_application_hold (G_APPLICATION (self));
  care_opening_start (path, mode, make, opened, g_object_ref (self));
}

static CareWindow *make_window (CareApplication *self);

/* One that a window has open already is shared with that. @window is NULL for a new one,
 * which is made while the library is being opened. */
void
care_application_show_library (CareApplication *self, CareWindow *window, const char *path, CareLibraryMode mode,
                               CareOpeningMake make)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  CareLibrary *library = find_open (self, canonical);

  if (library == NULL)
    start_opening (self, canonical, mode, make);
  if (window == NULL)
    window = make_window (self);
  if (library != NULL)
    {
      show_opened (window, library, canonical, NULL, NULL);
      return;
    }
  care_window_show_wait (window, canonical, _ ("Opening the Library…"));
  present_in_a_moment (window);
}

static void
reopen (CareWindow *window, const char *path, int mode, CareApplication *self)
{
  care_application_show_library (self, window, path, (CareLibraryMode) mode, CARE_OPENING_MAKE_NOTHING);
}

static CareWindow *
make_window (CareApplication *self)
{
  CareWindow *window = CARE_WINDOW (care_window_new (GTK_APPLICATION (self)));

  g_signal_connect_object (window, "reopen", G_CALLBACK (reopen), self, 0);
  return window;
}

static char *
get_default_path (CareApplication *self)
{
  char *path = g_settings_get_string (self->settings, "library-path");

  if (path[0] != '\0')
    return path;
  g_free (path);
  return care_default_library_path ();
}

/* What is asked for at the start is opened while GTK gets ready, which takes as long. What is
 * not a lone file, or none, is left to whoever knows what it means. */
static void
open_ahead (CareApplication *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (self->argument == NULL)
    {
      path = get_default_path (self);
      start_opening (self, path, CARE_LIBRARY_WRITE, CARE_OPENING_MAKE_SAMPLE);
      return;
    }
  file = g_file_new_for_commandline_arg (self->argument);
  path = g_file_get_path (file);
  if (path != NULL && self->argument[0] != '-')
    start_opening (self, path, CARE_LIBRARY_WRITE, CARE_OPENING_MAKE_NOTHING);
}

static gboolean
care_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  CareApplication *self = CARE_APPLICATION (application);
  guint n = g_strv_length (*arguments);

  self->ahead = n <= 2;
  self->argument = n == 2 ? g_strdup ((*arguments)[1]) : NULL;
  return G_APPLICATION_CLASS (care_application_parent_class)->local_command_line (application, arguments, status);
}

static void
care_application_activate (GApplication *application)
{
  CareApplication *self = CARE_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = NULL;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }
  path = get_default_path (self);
  care_application_show_library (self, NULL, path, CARE_LIBRARY_WRITE, CARE_OPENING_MAKE_SAMPLE);
}

static void
care_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      CareApplication *self = CARE_APPLICATION (application);

      care_application_show_library (self, NULL, path != NULL ? path : "", CARE_LIBRARY_WRITE, CARE_OPENING_MAKE_NOTHING);
    }
}

/* Whoever ends the program from outside, at the end of a session for instance,
 * loses nothing by it. */
static gboolean
told_to_end (gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (data), "quit", NULL);
  return G_SOURCE_CONTINUE;
}

static void
care_application_startup (GApplication *application)
{
  CARE_APPLICATION (application)->settings = g_settings_new (CARE_APP_ID);
  if (CARE_APPLICATION (application)->ahead)
    open_ahead (CARE_APPLICATION (application));
  G_APPLICATION_CLASS (care_application_parent_class)->startup (application);
  care_application_add_actions (CARE_APPLICATION (application));
  care_application_add_files (CARE_APPLICATION (application));
  g_signal_connect_object (CARE_APPLICATION (application)->settings, "changed::author", G_CALLBACK (author_changed),
                           application, G_CONNECT_SWAPPED);
  CARE_APPLICATION (application)->signals[0] = g_unix_signal_add (SIGTERM, told_to_end, application);
  CARE_APPLICATION (application)->signals[1] = g_unix_signal_add (SIGINT, told_to_end, application);
}

static void
care_application_shutdown (GApplication *application)
{
  CareApplication *self = CARE_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  G_APPLICATION_CLASS (care_application_parent_class)->shutdown (application);
}

static void
care_application_finalize (GObject *object)
{
  CareApplication *self = CARE_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->argument);
  g_hash_table_unref (self->opening);
  G_OBJECT_CLASS (care_application_parent_class)->finalize (object);
}

static void
care_application_class_init (CareApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = care_application_finalize;
  application_class->local_command_line = care_application_local_command_line;
  application_class->activate = care_application_activate;
  application_class->open = care_application_open;
  application_class->startup = care_application_startup;
  application_class->shutdown = care_application_shutdown;
}

static void
care_application_init (CareApplication *self)
{
  self->opening = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * care_application_new:
 *
 * Returns: (transfer full): the application.
 */
CareApplication *
care_application_new (void)
{
  return g_object_new (CARE_TYPE_APPLICATION, "application-id", CARE_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
