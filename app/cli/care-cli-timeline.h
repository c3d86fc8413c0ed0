/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a timeline is asked for: the options of `carebrief timeline`, and what they mean. */

#pragma once

#include "care-cli.h"
#include "care-timeline-lanes.h"
#include "care-timeline-poster.h"
#include "care-timeline-records.h"

G_BEGIN_DECLS

typedef struct
{
  /* as typed, or NULL */
  char *as_of_text;
  char *by_text;
  char *actor;
  char *theme;
  char *place;
  char *briefing;
  char **kinds;
  char *text;
  char **chips;
  gboolean json;
  char *output;
  char *paper_text;
  char *sheet_text;

  /* what they mean */
  CareDay as_of;
  CareDay today;
  CareTimelineLanesBy by;
  CarePaper paper;
  guint64 sheet; /* from 1; 0: not said */
  CareTimelineFilter filter;
  CareTimelineFound *found; /* what filter looks for, or NULL */
} CareCliTimeline;

CareCliStatus care_cli_timeline_check (CareCliTimeline *self);
CareCliStatus care_cli_timeline_find (CareCliTimeline *self, CareLibrary *library);
void care_cli_timeline_clear (CareCliTimeline *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CareCliTimeline, care_cli_timeline_clear)

G_END_DECLS
