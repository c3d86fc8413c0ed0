/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why two figures differ, recorded as one act. */

#pragma once

#include "care-act.h"
#include "care-library.h"

G_BEGIN_DECLS

CareAct *care_contradiction_plan (CareLibrary *library, CareRecord *contradiction, CareRecord *a, CareRecord *b, GError **error);

G_END_DECLS
