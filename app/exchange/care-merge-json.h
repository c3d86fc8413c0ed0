/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-merge.h"

G_BEGIN_DECLS

GBytes *care_merge_json_write (CareMerge *merge);

G_END_DECLS
