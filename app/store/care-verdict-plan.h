/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Judging a pledge and reading its deadline, each by one act. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

CareRecord *care_verdict_draft (CareLibrary *library, CareRecord *of, CareDay today);
CareAct *care_verdict_plan (CareLibrary *library, CareRecord *verdict, CareRecord *evidence, CareRecord *citation,
                            GPtrArray *drafts, GError **error);
CareAct *care_verdict_plan_cannot_be_rated (CareLibrary *library, CareRecord *of, CareDay today, GError **error);
CareDate *care_verdict_dup_reached (CareLibrary *library, CareRecord *deadline, CareRecord **evidence);
CareAct *care_deadline_plan_reading (CareRecord *deadline, CareRecord *read, GError **error);
CareAct *care_deadline_plan_offer (CareLibrary *library, CareRecord *deadline);

G_END_DECLS
