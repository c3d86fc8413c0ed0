/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words of a deadline say: how the date is meant, which date, what it is counted
 * from. Never more exact than the words. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

/**
 * CareDeadlineMeaning:
 * @qualifier: (nullable): a word of the vocabulary "qualifier"
 * @due: (nullable): the date named
 * @anchor: (nullable): what it is counted from, where that was needed
 * @anchor_words: (nullable): what that is called: "taking office"
 * @recurrence: (nullable): a word of the vocabulary "recurrence"
 * @remark: (nullable): why something is left open, and what to do about it
 */
typedef struct
{
  const char *qualifier;
  CareDate *due;
  CareDate *anchor;
  char *anchor_words;
  const char *recurrence;
  char *remark;
} CareDeadlineMeaning;

CareDeadlineMeaning *care_deadline_read (const char *words, const CareDate *made, const CareDate *anchor);
void care_deadline_meaning_free (CareDeadlineMeaning *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareDeadlineMeaning, care_deadline_meaning_free)

G_END_DECLS
