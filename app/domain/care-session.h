/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sessions of the Parliaments since 1979, which are called by their years. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

/**
 * CareSession:
 * @opened: the day on which it began: that of the State Opening or, of the first session of a
 *   Parliament, that on which this first met
 * @ended: the day on which the next one began or the Parliament was dissolved; 0: not yet known
 */
typedef struct
{
  CareDay opened;
  CareDay ended;
} CareSession;

guint care_session_count (void);
CareSession care_session_get (guint index);
char *care_session_format_years (CareDay first, CareDay last);

G_END_DECLS
