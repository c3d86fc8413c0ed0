/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The value of a field of a row that is read without making a record of it. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/* No more fields are read of a row. */
#define CARE_CELLS_MAX 16

typedef struct
{
  const char *text; /* of what is no reference, or NULL */
  CareId id;        /* of a reference, or 0 */
} CareCell;

G_END_DECLS
