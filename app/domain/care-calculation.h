/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that follow from each other: 15 million, and 20% more, are 18 million. */

#pragma once

#include "care-quantity.h"

G_BEGIN_DECLS

typedef enum
{
  CARE_CALCULATION_HOLDS,
  CARE_CALCULATION_FAILS,
  CARE_CALCULATION_OPEN,
} CareCalculationResult;

CareQuantity *care_calculation_find (const char *operation, const CareQuantity *first, const CareQuantity *second);
CareCalculationResult care_calculation_check (const char *operation, const CareQuantity *first,
                                              const CareQuantity *second, const CareQuantity *result);

G_END_DECLS
