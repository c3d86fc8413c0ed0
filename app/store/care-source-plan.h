/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts that put in sources that were pasted, dropped or imported. */

#pragma once

#include "care-library.h"
#include "care-source-draft.h"

G_BEGIN_DECLS

typedef struct _CareSourceMakers CareSourceMakers;

CareSourceMakers *care_source_makers_find (CareLibrary *library, GPtrArray *drafts, GError **error);
void care_source_makers_free (CareSourceMakers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSourceMakers, care_source_makers_free)

CareAct *care_source_plan_add (CareSourceMakers *makers, GPtrArray *drafts, CareId *first, GError **error);

G_END_DECLS
