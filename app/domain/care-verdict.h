/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verdicts on a pledge: ours, the newest of which counts, and those of sources, which are
 * reported and never become ours. */

#pragma once

#include "care-reference.h"

G_BEGIN_DECLS

/* For and against, in the order in which it is shown: the words of the vocabulary "bearing". */
extern const char *const care_verdict_bearings[];

GPtrArray *care_verdict_pick (GPtrArray *verdicts, gboolean ours);
gboolean care_verdict_is_newest (GPtrArray *picked, guint index);
char *care_verdict_summarise (CareRecord *verdict);
char *care_verdict_describe (CareRecord *verdict, CareLookup lookup, gpointer data);
const char *care_verdict_explain_none (void);

G_END_DECLS
