/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is taken from the clock; the rooms that only compute are told it. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

CareDay care_clock_today (void);
CareId care_clock_make_id (void);

G_END_DECLS
