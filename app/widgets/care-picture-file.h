/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture in a file, made fit to be kept. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void care_picture_file_read_async (GFile *file, GAsyncReadyCallback callback, gpointer data);
GBytes *care_picture_file_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
