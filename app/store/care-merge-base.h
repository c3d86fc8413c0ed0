/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What two copies of a library have grown from, worked out from their histories.
 * Only app/store/ includes this. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

typedef struct
{
  CareLibrary *library; /* as both once were */
  char *folder;         /* of its file if that is a private copy, else NULL */
} CareMergeBase;

CareMergeBase *care_merge_base_find (CareLibrary *mine, CareLibrary *theirs, GError **error);
void care_merge_base_free (CareMergeBase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareMergeBase, care_merge_base_free)

/* care-merge-rewind.c */
GHashTable *care_merge_find_standing (GPtrArray *history, guint newest);
CareMergeBase *care_merge_rewind (CareLibrary *library, GPtrArray *history, guint newest, GError **error);

G_END_DECLS
