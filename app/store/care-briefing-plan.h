/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new briefing, one more like another, and those that others begin as. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

CareAct *care_briefing_plan_new (const char *title, const char *section, const char *template, CareId *id, GError **error);
CareAct *care_briefing_plan_duplicate (CareLibrary *library, CareRecord *briefing, CareId *id, GError **error);
CareAct *care_briefing_plan_from_template (CareLibrary *library, CareRecord *template, const char *title, CareId *id,
                                           GError **error);
GPtrArray *care_briefing_list_templates (CareLibrary *library);

G_END_DECLS
