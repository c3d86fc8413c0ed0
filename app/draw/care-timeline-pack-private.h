/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-timeline-pack.h"

G_BEGIN_DECLS

typedef struct
{
  CareTimelineLanePlace place;
  gboolean labelled; /* what was measured has room for its texts */
  guint first_row;   /* index in rows */
  guint first_mark;  /* of its n_entries - n_hidden in order */
  guint first_day;   /* of its n_hidden in starts and in ends */
} CareTimelinePackedLane;

struct _CareTimelinePack
{
  gatomicrefcount count;
  GArray *entries;
  GArray *extents; /* or NULL */
  CareTimelineMetrics metrics;
  double scale, edge, height;

  CareTimelinePackedLane *lanes;
  guint n_lanes;
  guint16 *lane_of; /* of each entry */
  guint32 *row_of;  /* of each entry, within its lane; or CARE_TIMELINE_HIDDEN */
  GArray *rows;     /* of guint32: where each row begins in marks, and the end of the last */
  GArray *marks;    /* of guint32: entries, by lane, row and x */
  GArray *order;    /* of guint32: the same, by lane and time */
  GArray *starts;   /* of CareDay: the first days of what has no row, by lane, in order */
  GArray *ends;     /* of CareDay: their last days, in order of their own */
};

#define CARE_TIMELINE_HIDDEN G_MAXUINT32

/* care-timeline-metrics.c */
double care_timeline_metrics_gap (const CareTimelineMetrics *self);
double care_timeline_metrics_edge (const CareTimelineMetrics *self);
double care_timeline_metrics_fade (const CareTimelineMetrics *self);
double care_timeline_metrics_chip (const CareTimelineMetrics *self);

/* care-timeline-reach.c */
guint8 care_timeline_entry_get_class (const CareTimelineEntry *entry);

/* What a mark takes of its row. */
typedef struct
{
  double left, right;
  double start; /* where its first day begins */
  double end;   /* where its symbols begin */
  double label; /* where its label does */
} CareTimelineReach;

gboolean care_timeline_entry_fades (const CareTimelineEntry *self);
gboolean care_timeline_entry_has_symbol (const CareTimelineEntry *self);
CareTimelineExtent care_timeline_pack_get_extent (const CareTimelinePack *self, guint lane, guint entry);
CareTimelineReach care_timeline_pack_reach (const CareTimelinePack *self, guint lane, guint entry,
                                            double scale);

/* care-timeline-fit.c: the entries of a lane, while it is packed. */
typedef struct
{
  double left, right;
  CareSpan days;
  guint32 entry;
  guint32 row;  /* or CARE_TIMELINE_HIDDEN */
  guint8 class; /* lower ones first where not all have room */
} CareTimelinePacking;

/* What @items, by left, need at the least; 0, and no row given, if that is more than @most. */
guint care_timeline_rows_fill (CareTimelinePacking *items, guint n_items, guint most, double gap);
/* As many of them as @most rows have room for, by class. */
void care_timeline_rows_choose (CareTimelinePacking *items, guint n_items, guint most, double gap);

G_END_DECLS
