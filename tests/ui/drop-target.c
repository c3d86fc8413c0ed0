/* SPDX-License-Identifier: GPL-3.0-or-later */

/* drop-target TYPE FILE: another program, whose window takes what is dropped on it as TYPE, such as
 * "image/svg+xml". It puts it into FILE and ends, with 0 if all of it came. Once whoever drags knows
 * that it would be taken, its title is "Drop Here". */

#include <gtk/gtk.h>

static const char *type, *path;

static void
written (GObject *stream, GAsyncResult *result, gpointer drop)
{
  gboolean all = g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) > 0;

  gdk_drop_finish (drop, all ? GDK_ACTION_COPY : 0);
  gdk_display_flush (gdk_display_get_default ());
  exit (all ? 0 : 1);
}

static void
got (GObject *drop, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) from = gdk_drop_read_finish (GDK_DROP (drop), result, NULL, NULL);
  g_autoptr (GFileOutputStream) to = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);

  if (from == NULL || to == NULL)
    exit (1);
  g_output_stream_splice_async (G_OUTPUT_STREAM (to), from,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, written, drop);
}

static gboolean
dropped (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, gpointer data)
{
  const char *types[] = { type, NULL };

  gdk_drop_read_async (drop, types, G_PRIORITY_DEFAULT, NULL, got, NULL);
  return TRUE;
}

/* The second motion is told only to who has answered the first. */
static GdkDragAction
moved (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, gpointer window)
{
  static guint n;

  if (++n == 2)
    gtk_window_set_title (window, "Drop Here");
  return GDK_ACTION_COPY;
}

int
main (int argc, char **argv)
{
  GtkDropTargetAsync *target;
  GtkWidget *window;

  gtk_init ();
  type = argv[1];
  path = argv[2];
  target = gtk_drop_target_async_new (gdk_content_formats_new ((const char *[]){ type }, 1), GDK_ACTION_COPY);
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Drop Target");
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  g_signal_connect (target, "drag-motion", G_CALLBACK (moved), window);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_present (GTK_WINDOW (window));
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
