/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who somebody was and what a body was called at the time that a page speaks of. */

#include "care-page-flow.h"

#include "care-role-at.h"

/* (transfer full) (nullable): the day that the briefing speaks of as now. */
static CareDate *
find_now (CareSnapshot *snapshot)
{
  CareRecord *briefing = care_snapshot_get_briefing (snapshot);
  CareDate *amended = care_record_dup_date (briefing, "amended");

  return amended != NULL ? amended : care_record_dup_date (briefing, "published");
}

/**
 * care_page_actor_name:
 * @snapshot: where the body is from
 * @actor: a body
 * @date: (nullable): a date, if one is known
 *
 * Returns: (transfer none): what @actor was called then.
 */
const char *
care_page_actor_name (CareSnapshot *snapshot, CareRecord *actor, const CareDate *date)
{
  g_autoptr (GPtrArray) aliases = care_snapshot_list (snapshot, "alias", "actor", care_record_get_id (actor));

  return care_actor_name_on (actor, aliases, date);
}

/**
 * care_page_party_name:
 * @snapshot: where the party is from
 * @party: a party
 *
 * Returns: (transfer none): what @party is called for short at the time of the briefing.
 */
const char *
care_page_party_name (CareSnapshot *snapshot, CareRecord *party)
{
  g_autoptr (CareDate) now = find_now (snapshot);
  const char *name = care_page_actor_name (snapshot, party, now);
  const char *short_name = care_record_get (party, "short_name");

  return name == care_record_get_title (party) && short_name != NULL ? short_name : name;
}

/**
 * care_page_role:
 * @snapshot: where the person is from
 * @person: a person
 * @date: (nullable): when the person spoke, if that is known
 *
 * Returns: (transfer full) (nullable): what @person was then, as care_role_at() tells it.
 */
char *
care_page_role (CareSnapshot *snapshot, CareRecord *person, const CareDate *date)
{
  g_autoptr (GPtrArray) roles = care_snapshot_list (snapshot, "role", "person", care_record_get_id (person));
  g_autoptr (CareDate) now = find_now (snapshot);

  return care_role_at (roles, date, now);
}
