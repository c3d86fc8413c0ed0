/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A calculation that is recorded: whether it still holds, and what it says. */

#pragma once

#include "care-calculation.h"
#include "care-reference.h"

G_BEGIN_DECLS

CareCalculationResult care_calculation_judge (CareRecord *calculation, CareLookup lookup, gpointer data);
char *care_calculation_say (CareRecord *calculation, const CareNumberStyle *numbers, CareLookup lookup, gpointer data);

G_END_DECLS
