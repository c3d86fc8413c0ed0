/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quantities that stand in running text as plain words: "£3.8bn", "20%", "8,000 new
 * GPs". Years, days of dates, and what a reference carries are none. */

#pragma once

#include "care-quantity.h"

G_BEGIN_DECLS

typedef struct
{
  gsize start;            /* byte offsets of the number with its signs */
  gsize end;
  CareQuantity *quantity; /* without a unit where it counts something */
  gboolean is_small;      /* a bare number below a thousand, as any text has */
} CareQuantityMatch;

gboolean care_quantity_next (const char *text, gsize from, CareQuantityMatch *match);
void care_quantity_match_clear (CareQuantityMatch *match);
gboolean care_quantity_match_is (const CareQuantityMatch *match, const char *text, const CareQuantity *quantity,
                                 gsize *end);

G_END_DECLS
