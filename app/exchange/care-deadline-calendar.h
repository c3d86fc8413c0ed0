/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines as iCalendar (RFC 5545), for the calendar that a person keeps. */

#pragma once

#include "care-timeline-lanes.h"
#include "care-timeline-words.h"

G_BEGIN_DECLS

GBytes *care_deadline_calendar_write (const CareTimelineContent *content, const CareTimelineLanes *lanes, const CareTimelineAsk *ask);

G_END_DECLS
