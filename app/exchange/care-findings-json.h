/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What checks have found, as JSON: "must_fix" and "look_at" are counts, "findings" the
 * problems with their places, "passed" the ids of the checks that found nothing. */

#pragma once

#include "care-checks.h"

G_BEGIN_DECLS

GBytes *care_findings_json_write (GPtrArray *findings);

G_END_DECLS
