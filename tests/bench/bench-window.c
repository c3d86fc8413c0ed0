/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window is measured beside: one that libadwaita shows with nothing in it, and a
 * GtkSourceView alone with the text of a file. */

#include <adwaita.h>
#include <gtksourceview/gtksource.h>
#include <string.h>

static char *text = NULL;

static GtkWidget *
make_view (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_source_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_grab_focus (view);
  return scrolled;
}

static void
activated (AdwApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), make_view ());
  gtk_window_set_title (GTK_WINDOW (window), "Peer");
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application
    = adw_application_new ("com.example.CareBrief.Peer", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;
  int status;

  if (argc > 1 && !g_file_get_contents (argv[1], &text, NULL, &error))
    g_error ("%s", error->message);
  g_signal_connect (application, "activate", G_CALLBACK (activated), NULL);
  status = g_application_run (G_APPLICATION (application), 1, argv);
  g_free (text);
  return status;
}
