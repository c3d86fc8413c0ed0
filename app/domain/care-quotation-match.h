/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a quotation stands in the passage that is kept of its source. Marks of
 * an author count as what they say: "[…]", "(…)" and "…" leave words out, "[the
 * Government]" stands for other words, "[T]he" for another letter, "[sic]" for
 * none. Quotation marks, dashes, spaces, line breaks and CommonMark's signs of
 * emphasis are not told apart; other signs are, but at the ends of what is quoted. */

#pragma once

#include "care-compare.h"

G_BEGIN_DECLS

/**
 * CareQuotationFound:
 * @CARE_QUOTATION_FOUND: the passage has these words, but for what is marked
 * @CARE_QUOTATION_ALTERED: the passage has words much like them, which differ in
 *   more than is marked
 * @CARE_QUOTATION_NOT_FOUND: the passage has nothing like them
 */
typedef enum
{
  CARE_QUOTATION_FOUND,
  CARE_QUOTATION_ALTERED,
  CARE_QUOTATION_NOT_FOUND,
} CareQuotationFound;

typedef struct
{
  CareQuotationFound found;
  gsize start;     /* byte offsets in the passage of what is quoted; 0 and 0 if nothing is */
  gsize end;
  GPtrArray *runs; /* (element-type CareRun): before, the passage; after, the quotation; empty
                    * if nothing is like it */
} CareQuotationMatch;

CareQuotationMatch *care_quotation_match (const char *quotation, const char *passage);
const char *care_quotation_found_words (CareQuotationFound found);
void care_quotation_match_free (CareQuotationMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareQuotationMatch, care_quotation_match_free)

G_END_DECLS
