/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts that sort, byte by byte, as a person expects of what they are made from,
 * the same in every locale: what a library keeps its lists in order by. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

char *care_sort_key_for_text (const char *text);
char *care_sort_key_for_date (const CareDate *date, const char *text);
char *care_sort_key_for_place (CareRecord *record, const char *text);
int care_sort_by_place (gconstpointer a, gconstpointer b);

G_END_DECLS
