/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-tell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * care_tell_done:
 * @window: a window of CareBrief; nothing is told where it has been closed
 * @message: what was done
 *
 * Tells in passing.
 */
void
care_tell_done (GtkWindow *window, const char *message)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", message);
}

/**
 * care_tell_refused:
 * @window: a window, which may have been closed
 * @heading: what was not done
 * @error: why
 *
 * Tells what a person has to know before going on.
 */
void
care_tell_refused (GtkWindow *window, const char *heading, const GError *error)
{
  gboolean is_open = gtk_widget_get_realized (GTK_WIDGET (window));
  GtkWidget *dialog = adw_message_dialog_new (is_open ? window : NULL, heading, NULL);

  /* Plain text: the message may hold names from a file. */
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
