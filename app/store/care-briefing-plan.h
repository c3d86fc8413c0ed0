/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new briefing, and one more like another. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

CareAct *care_briefing_plan_new (const char *title, const char *section, CareId *id, GError **error);
CareAct *care_briefing_plan_duplicate (CareLibrary *library, CareRecord *briefing, CareId *id, GError **error);

G_END_DECLS
