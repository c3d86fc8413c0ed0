/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to dates: what a date in EDTF says, as days. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

typedef struct
{
  CareDatePrecision precision;
  CareDay earliest; /* or 0, where it is not known */
  CareDay latest;
  gboolean approximate;
  gboolean uncertain;
} CareDateSpan;

gboolean care_date_span_read (CareDateSpan *self, const char *edtf);

G_END_DECLS
