/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline on paper and in a calendar: what is chosen of it, as of the day that is chosen. */

#include "care-window-timeline.h"

#include "care-export.h"
#include "care-tell.h"
#include "care-timeline-export.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

static void
stop (CareWindow *self)
{
  g_clear_object (&self->timeline_exporting);
  care_timeline_bar_set_exporting (self->timeline_bar, FALSE);
}

static void
exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_timeline_export_finish (result, &error);

  /* The window may have been closed meanwhile. */
  if (self->timeline_exporting == NULL)
    return;
  stop (self);
  if (sentence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", sentence);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    care_tell_refused (GTK_WINDOW (self), _ ("The Timeline Was Not Exported"), error);
}

static void
file_chosen (GtkNativeDialog *dialog, int response, CareWindow *self)
{
  CarePaper paper = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "care-paper"));

  if (response == GTK_RESPONSE_ACCEPT && self->library != NULL && self->timeline_exporting == NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      self->timeline_exporting = g_cancellable_new ();
      care_timeline_bar_set_exporting (self->timeline_bar, TRUE);
      care_timeline_export_async (care_window_timeline_get_desk (self), paper, file, self->timeline_exporting, exported, g_object_ref (self));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
ask (CareWindow *self, const char *title, const char *ending, CarePaper paper)
{
  g_autoptr (CareDate) day = care_date_from_day (care_timeline_desk_get_choice (care_window_timeline_get_desk (self))->as_of);
  /* Translators: the name of a file: “Timeline 2019-06-01.pdf” */
  g_autofree char *name = g_strdup_printf (_ ("Timeline %s%s"), care_date_get_edtf (day), ending);
  GtkFileChooserNative *dialog = care_export_dialog_new (GTK_WINDOW (self), title, name);

  g_object_set_data (G_OBJECT (dialog), "care-paper", GUINT_TO_POINTER (paper));
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ask_poster_a4 (GObject *object)
{
  ask (CARE_WINDOW (object), _ ("Export Poster"), ".pdf", CARE_PAPER_A4);
}

static void
ask_poster_a3 (GObject *object)
{
  ask (CARE_WINDOW (object), _ ("Export Poster"), ".pdf", CARE_PAPER_A3);
}

static void
ask_calendar (GObject *object)
{
  ask (CARE_WINDOW (object), _ ("Export Deadlines"), ".ics", CARE_PAPER_A4);
}

static void
export_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *what = g_variant_get_string (parameter, NULL);
  CareReader then = g_str_equal (what, "a4") ? ask_poster_a4 : g_str_equal (what, "a3") ? ask_poster_a3 : ask_calendar;

  /* What is exported is what is saved. */
  care_window_save (data);
  care_library_when_settled (CARE_WINDOW (data)->library, then, G_OBJECT (data));
}

static void
cancel_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_cancellable_cancel (CARE_WINDOW (data)->timeline_exporting);
}

/**
 * care_window_timeline_add_export:
 * @self: a window whose timeline is being made
 * @actions: the actions of its menu
 *
 * Adds "export", of "a4", "a3" or "calendar", and "cancel-export".
 */
void
care_window_timeline_add_export (CareWindow *self, GActionMap *actions)
{
  static const GActionEntry entries[] = { { "export", export_activated, "s" }, { "cancel-export", cancel_activated } };

  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
}
