/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verdicts on a pledge: ours, the newest of which counts, and those of sources, which are
 * reported and never become ours. */

#pragma once

#include "care-reference.h"

G_BEGIN_DECLS

/* For and against, in the order in which it is shown: the words of the vocabulary "bearing". */
extern const char *const care_verdict_bearings[];

int care_verdict_compare_ages (const CareDate *judged, CareId id, const CareDate *other_judged, CareId other_id);
gboolean care_verdict_is_reached (const char *bearing, const CareDate *found, const CareDate *first);
GPtrArray *care_verdict_pick (GPtrArray *verdicts, gboolean ours);
gboolean care_verdict_is_newest (GPtrArray *picked, guint index);
char *care_verdict_summarise (CareRecord *verdict);
char *care_verdict_describe (CareRecord *verdict, CareLookup lookup, gpointer data);
const char *care_verdict_explain_none (void);

G_END_DECLS
