/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that a library has twice, and the act that makes them one. */

#pragma once

#include "care-duplicate.h"
#include "care-library.h"

G_BEGIN_DECLS

GArray *care_duplicate_plan_find (CareLibrary *library, GCancellable *cancellable, GError **error);
CareAct *care_duplicate_plan_merge (CareLibrary *library, GArray *duplicates, GError **error);

G_END_DECLS
