/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Parliaments that "this Parliament" and "the next election" have meant: general
 * elections to the House of Commons since 1979, as days. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

/**
 * CareParliament:
 * @elected: the day of the general election
 * @met: the day on which it first met
 * @dissolved: the day on which it was dissolved; 0: not yet known
 */
typedef struct
{
  CareDay elected;
  CareDay met;
  CareDay dissolved;
} CareParliament;

guint care_parliament_count (void);
CareParliament care_parliament_get (guint index);
char *care_parliament_describe (const CareParliament *self);
gboolean care_parliament_at (CareDay day, CareParliament *parliament);
gboolean care_parliament_after (CareDay day, CareParliament *parliament);
gboolean care_parliament_elected_after (CareDay day, CareParliament *parliament);
gboolean care_parliament_elected_in (int year, CareParliament *parliament);

G_END_DECLS
