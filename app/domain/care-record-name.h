/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record is called in a sentence or a list. One without a title of its own,
 * such as a citation, is named by what it is of. */

#pragma once

#include "care-reference.h"

G_BEGIN_DECLS

char *care_record_name (CareRecord *record, CareLookup lookup, gpointer data);
char *care_record_quote (CareRecord *record, CareLookup lookup, gpointer data);
char *care_record_introduce (CareRecord *record, CareLookup lookup, gpointer data);

G_END_DECLS
