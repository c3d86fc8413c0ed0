/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a pledge is due: what was said, and how it may be read. "By 2018" has
 * two readings; until somebody chooses one, both are true. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

/**
 * CareQualifier:
 * @CARE_QUALIFIER_NONE: no deadline can be made of the words
 * @CARE_QUALIFIER_BY: "by 2018": before it starts (strict) or before it ends
 * @CARE_QUALIFIER_BEFORE: "before April 2018": the day before it starts
 * @CARE_QUALIFIER_IN: "in September": on a day of it that is not known, from its
 *   first (strict) to its last
 * @CARE_QUALIFIER_END_OF: "end of June": its last day
 * @CARE_QUALIFIER_START_OF: "the start of the 2018 financial year": its first day
 * @CARE_QUALIFIER_WITHIN: "over the next three years": the period that the date spans
 * @CARE_QUALIFIER_AT_ONCE: "immediately": on the anchor
 * @CARE_QUALIFIER_EVERY: "each year": recurs
 */
typedef enum
{
  CARE_QUALIFIER_NONE,
  CARE_QUALIFIER_BY,
  CARE_QUALIFIER_BEFORE,
  CARE_QUALIFIER_IN,
  CARE_QUALIFIER_END_OF,
  CARE_QUALIFIER_START_OF,
  CARE_QUALIFIER_WITHIN,
  CARE_QUALIFIER_AT_ONCE,
  CARE_QUALIFIER_EVERY,
} CareQualifier;

/**
 * CareReading:
 * @CARE_READING_OPEN: nobody has chosen; every reading counts
 * @CARE_READING_STRICT: due before the period named begins
 * @CARE_READING_LENIENT: due before the period named ends
 * @CARE_READING_FINANCIAL_YEAR: due before the financial year named begins (1 April)
 */
typedef enum
{
  CARE_READING_OPEN,
  CARE_READING_STRICT,
  CARE_READING_LENIENT,
  CARE_READING_FINANCIAL_YEAR,
} CareReading;

typedef struct
{
  CareDay first; /* the earliest last day on which it could be met; 0: none */
  CareDay last;  /* the latest one; the same as first once it is read */
} CareDue;

typedef enum
{
  CARE_TIMELINESS_NO_DEADLINE,
  CARE_TIMELINESS_NOT_YET_DUE,
  CARE_TIMELINESS_OPEN, /* between the readings: cannot be said until one is chosen */
  CARE_TIMELINESS_OVERDUE,
} CareTimeliness;

/* The words of the vocabularies "qualifier" and "reading"; NULL and unknown
 * words give NONE and OPEN. */
CareQualifier care_qualifier_from_word (const char *word);
CareReading care_reading_from_word (const char *word);

/* @date: may be NULL. The result's first is 0 where no day follows. */
CareDue care_deadline_due (CareQualifier qualifier, const CareDate *date, CareReading reading);
/* On which days, where readings give several: by day, none twice. */
guint care_deadline_list_days (CareQualifier qualifier, const CareDate *date, CareReading reading, CareDue days[3]);
/* What a deadline names: "immediately" names the day that it is counted from. */
CareDate *care_deadline_get_date (CareQualifier qualifier, CareDate *due, CareDate *anchor);
/* TRUE if more than one reading gives a different day. */
gboolean care_deadline_is_ambiguous (CareQualifier qualifier, const CareDate *date);
gboolean care_due_is_within (CareDue self, CareDue before);
CareTimeliness care_deadline_timeliness (CareDue due, CareDay today);
/* How late @done is against @due, in whole months counted from the day after
 * @due; @least and @most differ where day or reading is not known. FALSE if it
 * cannot be said or was not late under any reading. */
gboolean care_deadline_lateness (CareDue due, const CareDate *done, int *least, int *most);
/* TRUE if @done was in time under one reading, or on one day that it can be, and late under another. */
gboolean care_deadline_leaves_open (CareDue due, const CareDate *done);
/* "nine months", "eight to nine months", "less than a month" */
char *care_deadline_format_lateness (int least, int most);

G_END_DECLS
