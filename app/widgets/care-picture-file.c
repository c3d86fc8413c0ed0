/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-picture-file.h"

#include <glib/gi18n.h>

/* As for the page: an A4 page at 600 dots an inch has 35 million. */
#define MAX_PIXELS (64 * 1024 * 1024)

/* Of the longer side: a page is printed no finer than that. */
#define MAX_SIDE 2000

/* By its contents, whatever it is called. */
static gboolean
check (const char *path, const char *name, GError **error)
{
  int width = 0;
  int height = 0;

  if (gdk_pixbuf_get_file_info (path, &width, &height) == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is not a picture; open a PNG or JPEG file"), name);
      return FALSE;
    }
  if ((gint64) width * height <= MAX_PIXELS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("“%s” has too many pixels; open a smaller copy of it"), name);
  return FALSE;
}

/* (transfer full): @pixbuf as it is to be seen, no larger than a page needs. */
static GdkPixbuf *
fit (GdkPixbuf *pixbuf)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  int width = gdk_pixbuf_get_width (upright);
  int height = gdk_pixbuf_get_height (upright);
  double scale = (double) MAX_SIDE / MAX (width, height);

  if (scale >= 1)
    return g_steal_pointer (&upright);
  return gdk_pixbuf_scale_simple (upright, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)),
                                  GDK_INTERP_BILINEAR);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) fitted = NULL;
  GError *error = NULL;
  char *buffer = NULL;
  gsize length = 0;

  if (path == NULL)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("“%s” is not on this computer; save a copy here first"),
                 name);
  else if (check (path, name, &error))
    pixbuf = gdk_pixbuf_new_from_file (path, &error);
  if (pixbuf != NULL)
    fitted = fit (pixbuf);
  if (fitted != NULL && gdk_pixbuf_save_to_buffer (fitted, &buffer, &length, "png", &error, NULL))
    g_task_return_pointer (task, g_bytes_new_take (buffer, length), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * care_picture_file_read_async:
 * @file: any file
 * @callback: called when it has been read
 * @data: for @callback
 *
 * Reads a picture without making anybody wait for it. A picture is what its contents say
 * is one.
 */
void
care_picture_file_read_async (GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * care_picture_file_read_finish:
 * @result: what the callback was given
 * @error: return location for a #GIOErrorEnum or #GdkPixbufError
 *
 * Returns: (transfer full) (nullable): the picture as PNG, upright and scaled down to what
 *   a page needs.
 */
GBytes *
care_picture_file_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
