/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the reading of deadlines: the period that words name, of which some is known
 * only from the day on which they were said: "the next three years", "this Parliament". */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

/**
 * CareDeadlineTrouble:
 * @CARE_DEADLINE_UNDERSTOOD: there is none
 * @CARE_DEADLINE_NOT_A_DATE: nothing of that kind
 * @CARE_DEADLINE_NEEDS_DAY: it is counted from a day that is not known
 * @CARE_DEADLINE_NEEDS_EXACT_DAY: the day that it is counted from is not known exactly enough
 * @CARE_DEADLINE_NOT_YET: it has not come about yet, or is not known here
 *
 * Why no date follows.
 */
typedef enum
{
  CARE_DEADLINE_UNDERSTOOD,
  CARE_DEADLINE_NOT_A_DATE,
  CARE_DEADLINE_NEEDS_DAY,
  CARE_DEADLINE_NEEDS_EXACT_DAY,
  CARE_DEADLINE_NOT_YET,
} CareDeadlineTrouble;

/* A number of years, months or days: "18 months", "the next three years". */
typedef struct
{
  int years;
  int months;
  int days;
  char *from; /* "taking office", or NULL */
} CareDeadlineLength;

/* care-deadline-length.c */
CareDate *care_deadline_refuse (CareDeadlineTrouble *trouble, CareDeadlineTrouble why);
gboolean care_deadline_has_ends (const CareDate *said);
CareDate *care_deadline_mark_as (const CareDate *said, const char *start, const char *end);
gboolean care_deadline_read_length (const char *words, CareDeadlineLength *length);
CareDate *care_deadline_add_length (const CareDate *said, const CareDeadlineLength *length, CareDeadlineTrouble *trouble);

/* care-deadline-period.c */
CareDate *care_deadline_read_period (const char *words, const CareDate *said, gboolean *counted, CareDeadlineTrouble *trouble);

G_END_DECLS
