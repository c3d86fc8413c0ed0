/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wordings of a position, one after another: which is the newest, and what is said
 * of each besides its words. */

#pragma once

#include "care-reference.h"

G_BEGIN_DECLS

GPtrArray *care_position_versions_order (GPtrArray *versions);
gboolean care_position_versions_are_changed (GPtrArray *versions);
char *care_position_version_date (CareRecord *version);
char *care_position_version_describe (CareRecord *version, CareLookup lookup, gpointer data);
void care_position_version_read_date (CareRecord *version, const char *words, const CareDate *anchor);
char *care_position_say_outdated (guint n_lines, guint n_briefings);

G_END_DECLS
