/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that can be done with a library from a stranger, for tests that only ask
 * whether it harms. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean use_library_read (const char *path, GError **error);
gboolean use_library_salvage (const char *path, GError **error);
gboolean use_library_write (const char *path, GError **error);

G_END_DECLS
