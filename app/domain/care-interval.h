/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a quantity can be, as an interval that is reckoned with exactly: "at least £150
 * million" has no upper end, "up to £150 million" begins at nought. */

#pragma once

#include "care-quantity.h"

G_BEGIN_DECLS

typedef struct
{
  CareDecimal low;
  CareDecimal high;
  gboolean has_low;  /* else it has no lower end */
  gboolean has_high; /* else it has no upper end */
  gboolean is_about; /* its ends are only about so much */
} CareInterval;

CareInterval care_interval_nought (void);
gboolean care_interval_read (CareInterval *self, const CareQuantity *quantity);
gboolean care_interval_read_form (CareInterval *self, CareQuantityForm form, CareDecimal low, CareDecimal high);
gboolean care_interval_add (CareInterval *self, const CareInterval *other);
gboolean care_interval_subtract (CareInterval *self, const CareInterval *other);
gboolean care_interval_multiply (CareInterval *self, CareDecimal by);
gboolean care_interval_divide (CareInterval *self, CareDecimal by, CareDecimal over);
gboolean care_interval_meet (CareInterval *self, const CareInterval *other);
gboolean care_interval_is_written (const CareInterval *self, const CareQuantity *quantity);
CareQuantity *care_interval_to_quantity (const CareInterval *self, const char *unit, GError **error);

G_END_DECLS
