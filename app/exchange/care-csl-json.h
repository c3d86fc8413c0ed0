/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources as other reference managers write them in CSL-JSON. */

#pragma once

#include "care-source-draft.h"

G_BEGIN_DECLS

GPtrArray *care_csl_json_read (GBytes *bytes, GError **error);

G_END_DECLS
