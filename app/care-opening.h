/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a library in a thread: the first reading of a large one, a migration or a
 * slow disk keeps no window from being drawn. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

/**
 * CareOpeningMake:
 * @CARE_OPENING_MAKE_NOTHING: the library is there
 * @CARE_OPENING_MAKE_SAMPLE: where there is no file, one is made of the sample
 * @CARE_OPENING_MAKE_EMPTY: a new library is made, and no file may be there
 *
 * What is done before a library is opened.
 */
typedef enum
{
  CARE_OPENING_MAKE_NOTHING,
  CARE_OPENING_MAKE_SAMPLE,
  CARE_OPENING_MAKE_EMPTY,
} CareOpeningMake;

void care_opening_start (const char *path, CareLibraryMode mode, CareOpeningMake make, GAsyncReadyCallback callback,
                         gpointer data);
CareLibrary *care_opening_finish (GAsyncResult *result, GError **read_only, GError **error);
const char *care_opening_get_path (GAsyncResult *result);

G_END_DECLS
