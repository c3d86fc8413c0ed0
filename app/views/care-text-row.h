/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text of a form that names records: they are shown as their words, as in the text of a
 * section, and not as numbers. */

#pragma once

#include "care-library.h"
#include "care-prose-row.h"

G_BEGIN_DECLS

#define CARE_TYPE_TEXT_ROW (care_text_row_get_type ())
G_DECLARE_FINAL_TYPE (CareTextRow, care_text_row, CARE, TEXT_ROW, CareProseRow)

GtkWidget *care_text_row_new (const char *title, CareLibrary *library, CareRecord *briefing);

G_END_DECLS
