/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a deadline or a milestone says by its words, as a person types them, follows in its
 * other fields. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

const char *care_deadline_words_field (CareRecord *record);
CareRecord *care_deadline_understand (CareRecord *record, CareRecord *pledge, const char *field, const char *value);
CareRecord *care_deadline_offer (CareRecord *record, CareRecord *pledge);
char *care_deadline_explain (CareRecord *record, CareRecord *pledge, const char *words);

G_END_DECLS
