/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody who reviews a briefing notes about it, or about a section or a box. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

CareRecord *care_review_note_new (CareRecord *briefing, CareRecord *element, CareId id, const char *text,
                                  const char *author, CareDay written, GError **error);
gboolean care_review_note_is_open (CareRecord *note);
char *care_review_note_describe (CareRecord *note, CareRecord *element);
char *care_review_note_describe_element (CareRecord *element);

G_END_DECLS
