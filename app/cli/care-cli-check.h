/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-checks.h"
#include "care-library.h"

G_BEGIN_DECLS

GPtrArray *care_cli_find_problems (CareLibrary *library, CareRecord *briefing, gboolean must_fix_only, GError **error);

G_END_DECLS
