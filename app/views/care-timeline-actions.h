/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be chosen of a timeline, as actions: buttons and menus say what is chosen by
 * their states. */

#pragma once

#include "care-timeline-desk.h"

G_BEGIN_DECLS

GSimpleActionGroup *care_timeline_actions_new (CareTimelineDesk *desk);
CareId care_timeline_actions_get_id (const CareTimelineChoice *choice, const char *name);
GMenuModel *care_timeline_actions_make_looks (void);
GMenuModel *care_timeline_actions_make_filters (CareTimelineDesk *desk);

G_END_DECLS
