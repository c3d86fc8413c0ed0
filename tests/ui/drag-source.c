/* SPDX-License-Identifier: GPL-3.0-or-later */

/* drag-source FILE…: another program, whose window is all files that can be dragged. It
 * ends once they were dropped, with 0 if they were taken. */

#include <gtk/gtk.h>

static GdkContentProvider *
prepare (GtkDragSource *source, double x, double y, GSList *files)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  return gdk_content_provider_new_for_value (&value);
}

static void
cancelled (void)
{
  exit (1);
}

static void
ended (void)
{
  exit (0);
}

int
main (int argc, char **argv)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GSList *files = NULL;
  GtkWidget *window;

  gtk_init ();
  for (int i = argc - 1; i > 0; i--)
    files = g_slist_prepend (files, g_file_new_for_commandline_arg (argv[i]));
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Drag Source");
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare), files);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (cancelled), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (ended), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
