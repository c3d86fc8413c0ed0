/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the file of a library without any lock, beside whoever writes it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint8 *care_reader_read (const char *path, gsize *size, GError **error);
guint8 *care_reader_read_damaged (const char *path, gsize *size, GError **error);

G_END_DECLS
