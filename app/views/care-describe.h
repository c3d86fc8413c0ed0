/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a record reads in a list: what it is called, what else matters about it,
 * and its value. */

#pragma once

#include "care-library.h"
#include "care-list.h"

G_BEGIN_DECLS

void care_describe_row (CareLibrary *library, CareRecord *record, const CareNumberStyle *numbers, CareListRow *row);
char *care_describe_detail (CareLibrary *library, CareRecord *record, const CareNumberStyle *numbers);
char *care_describe_figure_basis (CareLibrary *library, CareRecord *figure, const CareNumberStyle *numbers);
gboolean care_describe_colour (CareLibrary *library, CareRecord *record, CareColour *colour);
char *care_describe_sentence (CareLibrary *library, CareRecord *record);

G_END_DECLS
