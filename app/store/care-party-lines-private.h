/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-party-lines-plan.h"

G_BEGIN_DECLS

GPtrArray *care_party_lines_list_items (CareLibrary *library, CareRecord *box);
CareRecord *care_party_lines_get_party (CareLibrary *library, CareRecord *item);

G_END_DECLS
