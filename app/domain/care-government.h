/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The governments of the United Kingdom since 1979: who led each, of which parties it was
 * made, and its days in office. */

#pragma once

#include "care-date.h"

G_BEGIN_DECLS

/**
 * CareGovernmentParty:
 * @CARE_GOVERNMENT_CONSERVATIVE: the Conservative and Unionist Party
 * @CARE_GOVERNMENT_LABOUR: the Labour Party
 * @CARE_GOVERNMENT_LIBERAL_DEMOCRAT: the Liberal Democrats
 *
 * The parties that have been in one; none of these: a party that has been in none.
 */
typedef enum
{
  CARE_GOVERNMENT_CONSERVATIVE = 1 << 0,
  CARE_GOVERNMENT_LABOUR = 1 << 1,
  CARE_GOVERNMENT_LIBERAL_DEMOCRAT = 1 << 2,
} CareGovernmentParty;

/**
 * CareGovernment:
 * @leader: the Prime Minister's family name
 * @parties: of #CareGovernmentParty
 * @formed: the day on which it came into office
 * @ended: the day on which the next one did; 0: not yet known
 */
typedef struct
{
  const char *leader;
  guint parties;
  CareDay formed;
  CareDay ended;
} CareGovernment;

guint care_government_count (void);
CareGovernment care_government_get (guint index);
guint care_government_party_from_name (const char *name);
guint care_government_party_from_names (const char *name, const char *short_name);
guint care_government_parties_between (CareDay first, CareDay last);
char *care_government_describe (const CareGovernment *self);

G_END_DECLS
