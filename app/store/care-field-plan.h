/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field is changed, and with it what follows from the words that were typed in it. */

#pragma once

#include "care-act.h"
#include "care-library.h"

G_BEGIN_DECLS

gboolean care_field_plan_change (CareLibrary *library, CareAct *act, CareRecord *record, const char *field, const char *text,
                                 GError **error);
gboolean care_field_plan_differences (CareAct *act, CareRecord *record, CareRecord *latest, CareRecord *read, GError **error);

G_END_DECLS
