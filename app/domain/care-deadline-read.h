/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a deadline, as a person types them, become its other fields: how the date is
 * meant, which date, what it is counted from. Never more exact than the words. */

#pragma once

#include "care-record.h"

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

CareRecord *care_deadline_understand (CareRecord *deadline, CareRecord *pledge, const char *field, const char *value);
CareRecord *care_deadline_offer (CareRecord *deadline, CareRecord *pledge);
char *care_deadline_explain (CareRecord *deadline, CareRecord *pledge, const char *words);

G_END_DECLS
