/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed in words for a deadline, a milestone or a figure, which says something of
 * other fields, too. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

gboolean care_understand_is_for (CareRecord *record, const char *field);
CareRecord *care_understand (CareRecord *record, CareRecord *pledge, const char *field, const char *text, GError **error);
char *care_understand_explain (CareRecord *record, CareRecord *pledge, const char *field, const char *text);

G_END_DECLS
