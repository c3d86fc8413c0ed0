/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deadline in words: what its own words can mean, when it is due, and how late what was
 * done is. */

#pragma once

#include "care-deadline.h"
#include "care-record.h"

G_BEGIN_DECLS

/* One of the readings of a deadline. */
typedef struct
{
  const char *word; /* of the vocabulary "reading" */
  char *label;      /* "before the period named begins" */
  char *due;        /* "due by 31 December 2017" */
} CareDeadlineReading;

CareDue care_deadline_get_due (CareRecord *deadline);
char *care_deadline_format_days (const CareDue *days, guint n_days, const CareDateStyle *style);
GPtrArray *care_deadline_list_readings (CareRecord *deadline);
char *care_deadline_say_due (CareRecord *deadline);
char *care_deadline_say_done (CareRecord *deadline, const CareDate *done);

G_END_DECLS
