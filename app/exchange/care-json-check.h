/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a text is JSON, word for word as RFC 8259 has it, and no deeper than
 * allowed. It stands before the parser, which recurses as deep as a stranger's
 * file tells it to, takes comments and cuts strings at a NUL. */

#pragma once

#include "care-problem.h"

G_BEGIN_DECLS

/* Deeper than any format of ours. */
#define CARE_JSON_MAX_DEPTH 64

gboolean care_json_check (const char *text, gsize length, CareProblem **problem, GError **error);

G_END_DECLS
