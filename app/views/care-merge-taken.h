/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a merge takes without asking, as a list of lines for a person. There may be
 * thousands: a line is put into words when it is shown. */

#pragma once

#include "care-library-merge.h"

G_BEGIN_DECLS

#define CARE_TYPE_MERGE_TAKEN (care_merge_taken_get_type ())
G_DECLARE_FINAL_TYPE (CareMergeTaken, care_merge_taken, CARE, MERGE_TAKEN, GObject)

CareMergeTaken *care_merge_taken_new (const CareMergeLibraries *libraries, CareMerge *merge);

G_END_DECLS
