/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-file.h"

#include "care-tell.h"

#include <glib/gi18n.h>

/* (transfer full) (element-type CareWindow): the windows that show, or are to show, the
 * library at @path. */
static GList *
list_windows (const char *path)
{
  GApplication *application = g_application_get_default ();
  GList *windows = NULL;

  for (GList *l = application == NULL ? NULL : gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (CARE_IS_WINDOW (l->data) && g_strcmp0 (care_window_get_path (l->data), path) == 0)
      windows = g_list_prepend (windows, g_object_ref (l->data));
  return windows;
}

/* Whether no other window shows the library of @self. */
static gboolean
is_last (CareWindow *self)
{
  CareLibrary *library = care_window_get_library (self);
  GList *windows = list_windows (care_window_get_path (self));
  gboolean last = TRUE;

  for (GList *l = windows; l != NULL; l = l->next)
    last = last && (l->data == (gpointer) self || care_window_get_library (l->data) != library);
  g_list_free_full (windows, g_object_unref);
  return last;
}

static void
close_answered (GtkWindow *dialog, const char *response, CareWindow *self)
{
  if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
  if (!g_str_equal (response, "discard"))
    return;
  /* The dialog closes after this, and must not come to a window that is gone. */
  gtk_window_set_transient_for (dialog, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_to_close (CareWindow *self, const GError *trouble)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Close Without Saving?"), NULL);
  g_autofree char *body
    = g_strdup_printf (_ ("What was done last is not in the library and will be lost. %s"), trouble->message);

  /* Plain text: the message may hold names from a file. */
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy",
                                    _ ("Save a _Copy…"), "discard", _ ("Close _Without Saving"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_or_ask (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareLibrary *library = care_window_get_library (self);

  if (library != NULL && care_library_get_trouble (library) != NULL && is_last (self))
    ask_to_close (self, care_library_get_trouble (library));
  else
    gtk_window_close (GTK_WINDOW (self));
}

/**
 * care_window_file_may_close:
 * @self: a window in which nothing is half typed
 *
 * A window is closed once what was done in it is saved. What the disk refuses would be
 * lost with the last window of its library; a person is asked then.
 *
 * Returns: whether @self may be closed now; if not, it closes by itself, or asks.
 */
gboolean
care_window_file_may_close (CareWindow *self)
{
  CareLibrary *library = care_window_get_library (self);

  if (library == NULL || care_library_get_state (library) == CARE_LIBRARY_SAVED)
    return TRUE;
  if (care_library_get_state (library) == CARE_LIBRARY_NOT_SAVED)
    {
      if (!is_last (self))
        return TRUE;
      care_library_retry (library);
    }
  care_library_when_settled (library, close_or_ask, G_OBJECT (self));
  return FALSE;
}

/* What is to be done with a window once its library is no more. */
typedef struct
{
  GWeakRef window;
  char *path; /* of the library */
  const char *title;
  CareWindowThen then;
  gpointer data;
  GDestroyNotify free_data;
} GivingUp;

static void
giving_up_free (gpointer data)
{
  GivingUp *self = data;

  g_weak_ref_clear (&self->window);
  g_free (self->path);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GivingUp, giving_up_free)

static gboolean
waits (CareWindow *window)
{
  return gtk_widget_get_realized (GTK_WIDGET (window)) && care_window_is_waiting (window);
}

/* (transfer full) (nullable): the window itself, or another that waits for the same if it
 * has been closed meanwhile. */
static CareWindow *
find_waiting (GivingUp *self)
{
  g_autoptr (CareWindow) window = g_weak_ref_get (&self->window);
  GList *windows = list_windows (self->path);

  if (window == NULL || !waits (window))
    {
      g_clear_object (&window);
      for (GList *l = windows; l != NULL && window == NULL; l = l->next)
        window = waits (l->data) ? g_object_ref (l->data) : NULL;
    }
  g_list_free_full (windows, g_object_unref);
  return g_steal_pointer (&window);
}

static void
given_up (gpointer data)
{
  g_autoptr (GivingUp) self = data;
  g_autoptr (CareWindow) window = find_waiting (self);

  if (window != NULL)
    self->then (window, self->data);
}

/* Its file is let go of a moment after this. */
static void
library_gone (gpointer data, GObject *library)
{
  g_idle_add_once (given_up, data);
}

/* Whoever is still at work with the library, an import for instance, comes to his end
 * first. */
static void
give_up (CareWindow *self, GivingUp *giving_up)
{
  CareLibrary *library = care_window_get_library (self);
  GList *windows;

  giving_up->path = g_strdup (care_window_get_path (self));
  windows = list_windows (giving_up->path);
  if (library != NULL)
    g_object_weak_ref (G_OBJECT (library), library_gone, giving_up);
  for (GList *l = windows; l != NULL; l = l->next)
    care_window_show_wait (l->data, giving_up->path, giving_up->title);
  if (!care_window_is_waiting (self))
    care_window_show_wait (self, giving_up->path, giving_up->title);
  g_list_free_full (windows, g_object_unref);
  if (library == NULL)
    given_up (giving_up);
}

static void
give_up_or_tell (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  g_autoptr (GivingUp) giving_up = g_object_steal_data (object, "care-giving-up");
  CareLibrary *library = care_window_get_library (self);

  if (library != NULL && care_library_get_trouble (library) != NULL)
    care_tell_refused (GTK_WINDOW (self), _ ("Save a Copy First"), care_library_get_trouble (library));
  else
    give_up (self, g_steal_pointer (&giving_up));
}

/**
 * care_window_file_give_up:
 * @self: a window
 * @title: what is waited for then, in header capitals
 * @then: called with @self and @data once nobody has its library open any more
 * @data: for @then
 * @free_data: (nullable): frees @data, whether @then was called or not
 *
 * Has every window that shows the library of @self, if any, give it up and wait. Does
 * not wait itself until everything is saved. What the disk refuses would be lost with
 * the library that holds it; a person is told so instead.
 */
void
care_window_file_give_up (CareWindow *self, const char *title, CareWindowThen then, gpointer data,
                          GDestroyNotify free_data)
{
  CareLibrary *library = care_window_get_library (self);
  GivingUp *giving_up = g_new0 (GivingUp, 1);

  g_weak_ref_init (&giving_up->window, self);
  giving_up->title = title;
  giving_up->then = then;
  giving_up->data = data;
  giving_up->free_data = free_data;
  if (library == NULL)
    {
      give_up (self, giving_up);
      return;
    }
  /* Held by the window as long as the library is. */
  g_object_set_data_full (G_OBJECT (self), "care-giving-up", giving_up, giving_up_free);
  care_window_save (self);
  if (care_library_get_trouble (library) != NULL)
    care_library_retry (library);
  care_library_when_settled (library, give_up_or_tell, G_OBJECT (self));
}

/**
 * care_window_file_open_waiting:
 * @path: of a library
 * @mode: what for
 *
 * Has it opened for every window that waits for it.
 */
void
care_window_file_open_waiting (const char *path, CareLibraryMode mode)
{
  GList *windows = list_windows (path);

  for (GList *l = windows; l != NULL; l = l->next)
    if (care_window_is_waiting (l->data))
      g_signal_emit_by_name (l->data, "reopen", path, (int) mode);
  g_list_free_full (windows, g_object_unref);
}

static void
reopen (CareWindow *self, gpointer mode)
{
  g_autofree char *path = g_strdup (care_window_get_path (self));

  care_window_file_open_waiting (path, GPOINTER_TO_INT (mode));
}

/**
 * care_window_file_reopen:
 * @self: a window
 * @mode: what for
 *
 * Has the library opened again, or tried again, in every window that shows it, once
 * all is saved; unless something of it cannot be, which is told.
 */
void
care_window_file_reopen (CareWindow *self, CareLibraryMode mode)
{
  care_window_file_give_up (self, _ ("Opening the Library…"), reopen, GINT_TO_POINTER (mode), NULL);
}

/**
 * care_window_file_go_over:
 * @self: a window
 * @path: a copy of the library that it shows, with all that was done to it
 *
 * Has every window that shows the library of @self show the copy instead.
 */
void
care_window_file_go_over (CareWindow *self, const char *path)
{
  GList *windows = list_windows (care_window_get_path (self));

  for (GList *l = windows; l != NULL; l = l->next)
    g_signal_emit_by_name (l->data, "reopen", path, CARE_LIBRARY_WRITE);
  g_list_free_full (windows, g_object_unref);
}
