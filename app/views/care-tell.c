/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-tell.h"

#include "care-record-name.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Of a window's width what a toast has beside its words: margins, paddings and the
 * button that closes it. */
#define MARGINS 96

/* Of a title, whatever the room. */
#define MIN_CHARS 4
#define MAX_CHARS 80

/**
 * care_tell_done:
 * @window: a window of CareBrief; nothing is told where it has been closed
 * @message: what was done
 *
 * Tells in passing, in the window itself or the one that it belongs to.
 */
void
care_tell_done (GtkWindow *window, const char *message)
{
  gboolean is_told = FALSE;

  for (GtkWindow *at = window; at != NULL && !is_told; at = gtk_window_get_transient_for (at))
    is_told = gtk_widget_get_realized (GTK_WIDGET (at))
              && gtk_widget_activate_action (GTK_WIDGET (at), "win.tell", "s", message);
}

static int
measure (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* The first @n_chars characters of @title. */
static char *
cut (const char *title, glong n_chars)
{
  g_autofree char *start = g_utf8_substring (title, 0, n_chars);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * care_tell_shorten:
 * @widget: in a window of CareBrief
 * @title: of a record
 * @rest: what is told of it, without the title
 *
 * Where a window is narrow, what is told in passing loses its middle, and with it
 * what can be done about it.
 *
 * Returns: (transfer full): as much of @title as leaves room for @rest.
 */
char *
care_tell_shorten (GtkWidget *widget, const char *title, const char *rest)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  int width = root == NULL ? 0 : gtk_widget_get_width (GTK_WIDGET (root));
  int room = width - MARGINS - measure (widget, rest);
  glong n_chars = MIN (g_utf8_strlen (title, -1), MAX_CHARS);
  char *shortened = g_utf8_strlen (title, -1) > n_chars ? cut (title, n_chars) : g_strdup (title);

  while (n_chars > MIN_CHARS && measure (widget, shortened) > room)
    {
      g_free (shortened);
      shortened = cut (title, --n_chars);
    }
  return shortened;
}

static char *
format_deletion (const char *name, gboolean is_title)
{
  return is_title ? g_strdup_printf (_ ("Deleted “%s”; Ctrl+Z brings it back"), name)
                  : g_strdup_printf (_ ("Deleted %s; Ctrl+Z brings it back"), name);
}

/**
 * care_tell_deleted:
 * @widget: what is shown in the window that tells it
 * @library: a library
 * @record: what is going to be deleted from it
 *
 * Returns: (transfer full): a sentence that fits the window. One without a title is told by
 *   what it is of.
 */
char *
care_tell_deleted (GtkWidget *widget, CareLibrary *library, CareRecord *record)
{
  gboolean is_title = care_record_get (record, care_kind_title_field (care_record_get_kind (record))->name) != NULL;
  g_autofree char *name = care_record_name (record, care_library_lookup_now, library);
  g_autofree char *rest = format_deletion ("", is_title);
  g_autofree char *shortened = care_tell_shorten (widget, name, rest);

  return format_deletion (shortened, is_title);
}

/**
 * care_tell_unless_done:
 * @widget: what is shown in the window that tells it
 * @library: a library
 * @result: of care_library_apply_async()
 *
 * Tells why an act was not done. What the disk refuses, the window tells by itself.
 *
 * Returns: whether it was done.
 */
gboolean
care_tell_unless_done (GtkWidget *widget, CareLibrary *library, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (library, result, &error);

  if (sentence == NULL && care_library_get_trouble (library) == NULL)
    gtk_widget_activate_action (widget, "win.tell", "s", error->message);
  return sentence != NULL;
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
