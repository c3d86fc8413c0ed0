/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A colleague's copy of a library is brought into one's own: planned, decided and
 * done as one act. */

#pragma once

#include "care-library.h"
#include "care-merge.h"

G_BEGIN_DECLS

/* The data of care_library_merge_lookup(). */
typedef struct
{
  CareLibrary *mine;
  CareLibrary *theirs;
} CareMergeLibraries;

CareMerge *care_library_merge_plan (CareLibrary *mine, CareLibrary *theirs, CareLibrary *base, GError **error);
gboolean care_library_merge_apply (CareLibrary *mine, CareMerge *merge, const char *name, GError **error);
char *care_library_merge_name (CareLibrary *library);
/* A CareLookup; @data is CareMergeLibraries. */
CareRecord *care_library_merge_lookup (const char *kind, CareId id, gpointer data);

G_END_DECLS
