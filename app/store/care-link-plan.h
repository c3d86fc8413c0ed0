/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure or a fund is part of, restates, revises or pays for, recorded as one act. */

#pragma once

#include "care-act.h"
#include "care-library.h"

G_BEGIN_DECLS

CareRecord *care_link_draft (CareRecord *from);
CareAct *care_link_plan (CareRecord *link, GPtrArray *drafts, GError **error);

G_END_DECLS
