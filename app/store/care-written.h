/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written in a briefing: the words and quantities in its texts, by which checks
 * find records that these do not name. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;        /* one after the other */
  GHashTable *words; /* that it has */
  GArray *quantities; /* of CareQuantityMatch */
  guint *n_figures;  /* that were found of each quantity */
} CareWritten;

void care_written_init (CareWritten *self, GPtrArray *records);
void care_written_read (CareWritten *self);
void care_written_clear (CareWritten *self);
gboolean care_written_takes_quantity (CareWritten *self, const char *value);
gboolean care_written_has_words (CareWritten *self, const char *value);

G_END_DECLS
