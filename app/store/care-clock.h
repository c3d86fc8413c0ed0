/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What day it is; the rooms that only compute are told it. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

CareDay care_clock_today (void);

G_END_DECLS
