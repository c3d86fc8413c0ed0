/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-library.h"

#include "care-backups-window.h"
#include "care-bin-window.h"
#include "care-chooser.h"
#include "care-copy-dialog.h"
#include "care-editions-window.h"
#include "care-import-dialog.h"
#include "care-make-edition-dialog.h"
#include "care-merge-window.h"
#include "care-tell.h"
#include "care-volume-dialog.h"
#include "care-window-file.h"
#include "care-window-undo.h"

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

/* Pages are made of what is in the library. */
static void
export_all (GObject *object)
{
  CareLibrary *library = care_window_get_library (CARE_WINDOW (object));

  if (library == NULL)
    return;
  if (care_library_get_trouble (library) != NULL)
    care_tell_refused (GTK_WINDOW (object), _ ("Not Exported"), care_library_get_trouble (library));
  else
    care_volume_dialog_show (GTK_WINDOW (object), library);
}

/* Once what was typed is saved. */
static void
export_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);

  care_window_save (self);
  care_library_when_settled (care_window_get_library (self), export_all, G_OBJECT (self));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_import_dialog_show (GTK_WINDOW (widget), care_window_get_library (CARE_WINDOW (widget)));
}

static void
show_bin (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);

  gtk_window_present (GTK_WINDOW (care_bin_window_new (GTK_WINDOW (self), care_window_get_library (self))));
}

static void
bin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_in_turn (care_window_get_library (CARE_WINDOW (widget)), show_bin, G_OBJECT (widget));
}

static void
show_backups (CareWindow *self)
{
  GtkWidget *window = care_backups_window_new (GTK_WINDOW (self), care_window_get_path (self));

  g_signal_connect_object (window, "restore", G_CALLBACK (care_window_file_restore), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
backups_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  show_backups (CARE_WINDOW (widget));
}

/* A briefing that is open in the editor, once all is saved that was typed in it. */
static void
show_editions (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *briefing = care_window_get_briefing (self);

  if (briefing != NULL)
    gtk_window_present (
      GTK_WINDOW (care_editions_window_new (GTK_WINDOW (self), care_window_get_library (self), briefing)));
}

static void
editions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_settled (care_window_get_library (CARE_WINDOW (widget)), show_editions, G_OBJECT (widget));
}

static void
show_make_edition (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *briefing = care_window_get_briefing (self);
  CareLibrary *library = care_window_get_library (self);

  /* An edition is made of what is in the library. */
  if (briefing != NULL && care_library_get_trouble (library) != NULL)
    care_tell_refused (GTK_WINDOW (self), _ ("No Edition Was Made"), care_library_get_trouble (library));
  else if (briefing != NULL)
    gtk_window_present (
      GTK_WINDOW (care_make_edition_dialog_new (GTK_WINDOW (self), care_window_get_library (self), briefing)));
}

static void
make_edition_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_settled (care_window_get_library (CARE_WINDOW (widget)), show_make_edition, G_OBJECT (widget));
}

static void
merge_chosen (GtkNativeDialog *dialog, int response, CareWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT && care_window_get_library (self) != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      care_window_save (self);
      gtk_window_present (GTK_WINDOW (care_merge_window_new (GTK_WINDOW (self), care_window_get_library (self), path)));
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

  care_window_save (self);
  care_chooser_start_beside (GTK_FILE_CHOOSER (dialog), care_window_get_path (self));
  care_chooser_add_libraries (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (merge_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_file_reopen (CARE_WINDOW (widget), CARE_LIBRARY_WRITE);
}

static void
take_over_answered (CareWindow *self, const char *response)
{
  if (g_str_equal (response, "take-over"))
    care_window_file_reopen (self, CARE_LIBRARY_TAKE_OVER);
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

/**
 * care_window_library_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_library_update (CareWindow *self)
{
  static const char *const reading[] = { "win.search", "win.save-copy", "win.export-all", "win.bin", "win.history" };
  static const char *const writing[] = { "win.import", "win.merge" };
  CareLibrary *library = care_window_get_library (self);
  gboolean writable = library != NULL && care_library_is_writable (library);

  for (guint i = 0; i < G_N_ELEMENTS (reading); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), reading[i], library != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable);
  if (!writable)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.make-edition", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.backups", care_window_get_path (self) != NULL);
  care_window_undo_update (self);
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
    { "win.export-all", export_all_action },
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
