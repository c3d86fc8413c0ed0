/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records like others, with ids of their own. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

CareRecord *care_copy_record (CareRecord *record, const char *owner, CareId owner_id);
void care_copy_items (CareAct *act, CareLibrary *library, CareRecord *element, CareId copy);
void care_copy_insert (CareAct *act, CareLibrary *library, CareRecord *element, CareId briefing);

G_END_DECLS
