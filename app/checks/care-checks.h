/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked at in a briefing before it goes out. The table of checks is in
 * care-checks.c; each is a file of its own. What they are given does not change, so
 * that they can be run in any thread. */

#pragma once

#include "care-finding.h"

G_BEGIN_DECLS

const CareCheck *care_checks_list (guint *n_checks);
const CareCheck *care_check_find (const char *id);

GPtrArray *care_checks_list_shown (CareSnapshot *snapshot, const char *kind);
GPtrArray *care_checks_run (CareSnapshot *snapshot, const CareDate *today, gboolean must_fix_only);

G_END_DECLS
