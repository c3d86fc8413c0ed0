/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-library.h"

#include "care-backup.h"
#include "care-backups-window.h"
#include "care-bin-window.h"
#include "care-copy-dialog.h"
#include "care-differences-window.h"
#include "care-editions-window.h"
#include "care-import-dialog.h"
#include "care-make-edition-dialog.h"
#include "care-merge-window.h"
#include "care-tell.h"

#include <glib/gi18n.h>

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_search (CARE_WINDOW (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_find (CARE_WINDOW (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);

  care_window_save (self);
  care_copy_dialog_show (GTK_WINDOW (self), care_window_get_library (self));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_import_dialog_show (GTK_WINDOW (widget), care_window_get_library (CARE_WINDOW (widget)));
}

static void
bin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);

  care_window_save (self);
  gtk_window_present (GTK_WINDOW (care_bin_window_new (GTK_WINDOW (self), care_window_get_library (self))));
}

static void
show_backups (CareWindow *self)
{
  GtkWidget *window = care_backups_window_new (GTK_WINDOW (self), care_window_get_path (self));

  g_signal_connect_object (window, "restore", G_CALLBACK (care_window_library_restore), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
backups_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  show_backups (CARE_WINDOW (widget));
}

static void
editions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);

  care_window_save (self);
  care_library_settle (care_window_get_library (self));
  gtk_window_present (GTK_WINDOW (care_editions_window_new (GTK_WINDOW (self), care_window_get_library (self),
                                                            care_window_get_briefing (self))));
}

static void
make_edition_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);

  care_window_save (self);
  care_library_settle (care_window_get_library (self));
  gtk_window_present (GTK_WINDOW (care_make_edition_dialog_new (GTK_WINDOW (self), care_window_get_library (self),
                                                                care_window_get_briefing (self))));
}

static void
merge_with (CareWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) theirs = care_library_open (path, CARE_LIBRARY_READ, &error);

  if (theirs == NULL)
    {
      care_tell_refused (GTK_WINDOW (self), _ ("The Copy Cannot Be Opened"), error);
      return;
    }
  gtk_window_present (
    GTK_WINDOW (care_merge_window_new (GTK_WINDOW (self), care_window_get_library (self), theirs, NULL)));
}

static void
merge_chosen (GtkNativeDialog *dialog, int response, CareWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT && care_window_get_library (self) != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      merge_with (self, path);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Merge a Copy"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Merge"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  care_window_save (self);
  gtk_file_filter_set_name (filter, _ ("CareBrief libraries"));
  gtk_file_filter_add_pattern (filter, "*.carebrief");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (merge_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_reopen (CARE_WINDOW (widget), CARE_LIBRARY_WRITE);
}

static void
take_over_answered (CareWindow *self, const char *response)
{
  if (g_str_equal (response, "take-over"))
    care_window_reopen (self, CARE_LIBRARY_TAKE_OVER);
}

/* What somebody else has not saved there yet could be lost, so it is asked. */
static void
take_over_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (widget), _ ("Take the Library Over?"),
                              _ ("Whoever has it open elsewhere can no longer save to it. Do this only if the program "
                                 "there has ended."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "take-over",
                                    _ ("_Take Over"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take-over", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (take_over_answered), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The windows of this program that show the library at @path. */
static GList *
list_windows (CareWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = NULL;

  for (GList *l = application == NULL ? NULL : gtk_application_get_windows (application); l != NULL; l = l->next)
    if (CARE_IS_WINDOW (l->data) && g_strcmp0 (care_window_get_path (l->data), path) == 0)
      windows = g_list_prepend (windows, g_object_ref (l->data));
  return windows;
}

static void
close_answered (CareWindow *self, const char *response)
{
  if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
  else if (g_str_equal (response, "discard"))
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
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_saved (CareLibrary *library)
{
  care_library_settle (library);
  if (care_library_get_trouble (library) == NULL)
    return TRUE;
  care_library_retry (library);
  care_library_settle (library);
  return care_library_get_trouble (library) == NULL;
}

/**
 * care_window_library_may_reopen:
 * @self: a window
 *
 * Waits until everything is saved. What the disk refuses would be lost with the
 * library that holds it; a person is told so then.
 *
 * Returns: whether the library of @self, if any, may be given up for another.
 */
gboolean
care_window_library_may_reopen (CareWindow *self)
{
  CareLibrary *library = care_window_get_library (self);

  care_window_save (self);
  if (library == NULL || is_saved (library))
    return TRUE;
  care_tell_refused (GTK_WINDOW (self), _ ("Save a Copy First"), care_library_get_trouble (library));
  return FALSE;
}

/**
 * care_window_library_may_close:
 * @self: a window in which nothing is half typed
 *
 * Waits until everything is saved. What the disk refuses would be lost with the last
 * window of its library; that is asked then.
 *
 * Returns: whether @self may be closed.
 */
gboolean
care_window_library_may_close (CareWindow *self)
{
  CareLibrary *library = care_window_get_library (self);
  GList *windows;
  gboolean is_last;

  if (library == NULL || is_saved (library))
    return TRUE;
  windows = list_windows (self, care_window_get_path (self));
  is_last = windows == NULL || windows->next == NULL;
  g_list_free_full (windows, g_object_unref);
  if (is_last)
    ask_to_close (self, care_library_get_trouble (library));
  return !is_last;
}

/**
 * care_window_library_restore:
 * @self: a window
 * @backup: the file of a backup
 *
 * Puts the backup in the place of the library of @self, which is kept as a backup
 * itself, and shows it in every window that showed the library; unless something of
 * it is not saved, which is told.
 */
void
care_window_library_restore (CareWindow *self, const char *backup)
{
  g_autofree char *path = g_strdup (care_window_get_path (self));
  GList *windows;
  g_autoptr (GError) error = NULL;

  if (!care_window_library_may_reopen (self))
    return;
  windows = list_windows (self, path);
  for (GList *l = windows; l != NULL; l = l->next)
    care_window_close_library (l->data);
  care_backup_restore (path, backup, &error);
  for (GList *l = windows; l != NULL; l = l->next)
    care_window_reopen (l->data, CARE_LIBRARY_WRITE);
  g_list_free_full (windows, g_object_unref);
  if (error != NULL)
    care_tell_refused (GTK_WINDOW (self), _ ("The Backup Was Not Restored"), error);
  else
    care_tell_done (GTK_WINDOW (self), _ ("Backup restored"));
}

/**
 * care_window_library_recover:
 * @self: a window whose library is damaged
 * @path: of a file that is not there yet
 *
 * Makes a library in it of what can still be read, opens that, and lists what is
 * lost.
 */
void
care_window_library_recover (CareWindow *self, const char *path)
{
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!care_library_salvage (care_window_get_path (self), path, &lost, &error))
    {
      care_tell_refused (GTK_WINDOW (self), _ ("Nothing Could Be Read"), error);
      return;
    }
  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
  if (lost->len > 0)
    gtk_window_present (GTK_WINDOW (care_differences_window_new (
      GTK_WINDOW (self), _ ("What Is Lost"), _ ("Everything else is in the new library"), lost)));
}

/**
 * care_window_library_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_library_update (CareWindow *self)
{
  static const char *const reading[] = { "win.search", "win.save-copy", "win.bin", "win.history" };
  static const char *const writing[] = { "win.import", "win.merge", "win.undo", "win.redo" };
  CareLibrary *library = care_window_get_library (self);
  gboolean writable = library != NULL && care_library_is_writable (library);

  for (guint i = 0; i < G_N_ELEMENTS (reading); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), reading[i], library != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable);
  if (!writable)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.make-edition", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.backups", care_window_get_path (self) != NULL);
}

/**
 * care_window_library_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_library_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.search", search_action },
    { "win.find", find_action },
    { "win.save", save_action },
    { "win.save-copy", save_copy_action },
    { "win.import", import_action },
    { "win.merge", merge_action },
    { "win.bin", bin_action },
    { "win.backups", backups_action },
    { "win.editions", editions_action },
    { "win.make-edition", make_edition_action },
    { "win.reopen", reopen_action },
    { "win.take-over", take_over_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
