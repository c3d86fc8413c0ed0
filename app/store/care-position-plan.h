/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a position has changed: the act that records it, and what still prints the wording
 * before. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

/* What still prints a wording that is no longer the newest. */
typedef struct
{
  CareRecord *printer;  /* a party line; or a box, section or briefing that shows it */
  CareRecord *briefing; /* that it is in; NULL of a party line */
  gboolean is_outdated; /* or prints the newest */
} CarePositionUse;

CareAct *care_position_plan_change (CareLibrary *library, CareRecord *position, CareRecord *version,
                                    CareRecord *citation, GPtrArray *drafts, GError **error);
GPtrArray *care_position_versions (CareLibrary *library, CareRecord *position);
GPtrArray *care_position_uses (CareLibrary *library, CareRecord *position);
char *care_position_tell_outdated (GPtrArray *uses);

G_END_DECLS
