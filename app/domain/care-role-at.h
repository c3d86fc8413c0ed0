/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who somebody was on a date, and what a body was called: worked out from the roles
 * and aliases with their dates, and never said more exactly than those are known. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/**
 * CareHeld:
 * @CARE_HELD_NOT: not at that time
 * @CARE_HELD_PERHAPS: what is recorded does not tell
 * @CARE_HELD: at that time, as exactly as it is known
 */
typedef enum
{
  CARE_HELD_NOT,
  CARE_HELD_PERHAPS,
  CARE_HELD,
} CareHeld;

CareHeld care_role_held (CareRecord *role, const CareDate *date);
char *care_role_tell_period (CareRecord *record);
char *care_role_at (GPtrArray *roles, const CareDate *date, const CareDate *briefing);
const char *care_actor_name_on (CareRecord *actor, GPtrArray *aliases, const CareDate *date);

G_END_DECLS
