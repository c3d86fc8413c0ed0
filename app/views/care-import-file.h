/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that a person has chosen to import, read in a thread. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

void care_import_file_read_async (CareLibrary *library, GFile *file, GAsyncReadyCallback callback,
                                  gpointer data);
GPtrArray *care_import_file_read_finish (CareLibrary *library, GAsyncResult *result, GPtrArray **problems,
                                         GError **error);

G_END_DECLS
