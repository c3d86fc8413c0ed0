/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts that put in sources that were pasted, dropped or imported. */

#pragma once

#include "care-library.h"
#include "care-source-draft.h"

G_BEGIN_DECLS

CareAct *care_source_plan_add (CareLibrary *library, GPtrArray *drafts, CareId *first, GError **error);

G_END_DECLS
