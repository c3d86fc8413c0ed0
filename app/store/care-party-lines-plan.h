/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of all parties on a theme, put into a box by one act. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

/* A party that the box has no line of. */
typedef struct
{
  CareRecord *party;
  CareRecord *version; /* what it said last on the theme; NULL: no position that it holds is found */
  CareRecord *line;    /* that sums it up already, or NULL */
  gboolean is_unclear; /* whether it still holds that */
} CarePartyLineProposal;

CareRecord *care_party_lines_guess_theme (CareLibrary *library, CareRecord *box);
GPtrArray *care_party_lines_propose (CareLibrary *library, CareRecord *box, CareId theme);
char *care_party_lines_describe (GPtrArray *proposals);
CareAct *care_party_lines_plan (CareLibrary *library, CareRecord *box, CareRecord *theme, CareDay today,
                                GError **error);

G_END_DECLS
