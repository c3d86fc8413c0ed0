/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections and the boxes of a briefing, and whatever else belongs to a record, each
 * kind in an order of its own: acts that add, move and duplicate one. What else has to
 * change its place is part of the act. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

CareAct *care_outline_plan_add (CareLibrary *library, CareRecord *added, CareRecord *after, GError **error);
CareAct *care_outline_plan_append (CareLibrary *library, GPtrArray *drafts, GError **error);
CareAct *care_outline_plan_move (CareLibrary *library, CareRecord *element, guint to, GError **error);
CareAct *care_outline_plan_duplicate (CareLibrary *library, CareRecord *element, CareId *id, GError **error);
gboolean care_outline_find_place (CareLibrary *library, CareRecord *element, guint *place, guint *n_places);

G_END_DECLS
