/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the reading of dates: words such as "Tuesday", "September" and
 * "last year", which say a date only together with the day they were said on.
 * Every function gives NULL for what it does not understand. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

/**
 * CareDateDirection:
 * @CARE_DATE_BACK: the last one that has begun by the anchor
 * @CARE_DATE_AHEAD: the first one that has not ended by the anchor
 * @CARE_DATE_LAST: the last one that ended before the anchor
 * @CARE_DATE_NEXT: the first one that begins after the anchor
 *
 * Which of all the Septembers "September" is.
 */
typedef enum
{
  CARE_DATE_BACK,
  CARE_DATE_AHEAD,
  CARE_DATE_LAST,
  CARE_DATE_NEXT,
} CareDateDirection;

typedef struct
{
  const CareDate *anchor; /* NULL, or a date with both ends known */
  CareDateDirection direction;
  gboolean inside_range; /* a range has no ranges in it, or reading would branch at every "to" */
  gboolean *needs_anchor;
} CareDateContext;

CareDate *care_date_relative_refuse (CareDateContext context);
CareDate *care_date_relative_read_plain (CareDateContext context, const char *text);
CareDate *care_date_relative_read (CareDateContext context, const char *text);

G_END_DECLS
