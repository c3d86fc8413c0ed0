/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pledges that lapsed because the party that made them did not come into office. */

#pragma once

#include "care-timeline-entry.h"

G_BEGIN_DECLS

gboolean care_timeline_lapse (CareSpan made, CareDay due, guint parties, CareDay as_of, CareSpan *out_of_office);
char *care_timeline_lapse_explain (const char *party, CareSpan out_of_office);

G_END_DECLS
