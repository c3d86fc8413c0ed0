/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A colleague's copy of a library is brought into one's own: planned, decided and
 * done as one act. */

#pragma once

#include "care-library.h"
#include "care-merge.h"

G_BEGIN_DECLS

typedef struct
{
  CareLibrary *mine;   /* to be changed */
  CareLibrary *theirs; /* to be brought in; not changed */
  CareId newest;       /* set by planning: the newest entry of the history of theirs */
} CareMergeLibraries;

CareMerge *care_library_merge_plan (CareMergeLibraries *libraries, CareLibrary *base, GError **error);
void care_library_merge_plan_async (CareLibrary *mine, const char *path, GAsyncReadyCallback callback, gpointer data);
CareMerge *care_library_merge_plan_finish (GAsyncResult *result, CareMergeLibraries *libraries, GError **error);
CareAct *care_library_merge_act (CareMergeLibraries *libraries, CareMerge *merge, GError **error);
gboolean care_library_merge_apply (CareMergeLibraries *libraries, CareMerge *merge, GError **error);
char *care_library_merge_name (CareLibrary *library);
/* A CareLookup; @data is CareMergeLibraries. */
CareRecord *care_library_merge_lookup (const char *kind, CareId id, gpointer data);

G_END_DECLS
