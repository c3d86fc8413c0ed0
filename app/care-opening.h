/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a library in a thread: the first reading of a large one, a migration or a
 * slow disk keeps no window from being drawn. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

void care_opening_start (const char *path, CareLibraryMode mode, gboolean from_sample, GAsyncReadyCallback callback,
                         gpointer data);
CareLibrary *care_opening_finish (GAsyncResult *result, GError **read_only, GError **error);
const char *care_opening_get_path (GAsyncResult *result);

G_END_DECLS
