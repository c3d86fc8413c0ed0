/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline's layout, first step: which row of its lane each entry has.
 *
 * A pack is made for a scale, in pixels per day, and holds for every larger one: labels
 * stay as wide as they are while days move apart, so what does not touch at that scale
 * touches at none above. The window makes one for each power of two that it comes to,
 * care_timeline_pack_scale(), in a thread; paper makes one for the very scale it prints.
 *
 * A mark takes, in its row, all from its first day to its last, with its verdict's symbol
 * and, where they were measured, its label above and its words after it: what lies beside
 * each other in a row never touches. Where labels were not measured, or leave too little
 * room for the marks themselves, a label is written only where the row is free.
 *
 * Units are pixels. In a pack x is counted from the beginning of day 0 and y from the top
 * of the first lane; a day D is from D * scale to (D + 1) * scale. No floating point says
 * a day: the days are those of the entries. */

#pragma once

#include "care-timeline-entry.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* What all sizes follow from. */
typedef struct
{
  double em;   /* the size of the text */
  double line; /* the height of a line of it */
} CareTimelineMetrics;

void care_timeline_metrics_measure (CareTimelineMetrics *self, PangoContext *context,
                                    const PangoFontDescription *font);
double care_timeline_layout_width (PangoLayout *layout);
/* Half the height of a dot; a dot or line stands out from its day by one pixel more. */
double care_timeline_metrics_radius (const CareTimelineMetrics *self);
/* A row: a line for the label, under it one for the mark. */
double care_timeline_metrics_row (const CareTimelineMetrics *self);
/* From one row to the next. */
double care_timeline_metrics_pitch (const CareTimelineMetrics *self);
/* The width of a verdict's symbol, with the space before it. */
double care_timeline_metrics_symbol (const CareTimelineMetrics *self);
/* The width of the signs beside a date that is in @doubt, of CareTimelineDoubt. */
double care_timeline_metrics_doubt (const CareTimelineMetrics *self, guint doubt);

/* How wide the texts of an entry are; label 0: not measured. */
typedef struct
{
  float label; /* above the mark, from its first day on */
  float words; /* after the mark and its symbol: how it stands; 0: none */
} CareTimelineExtent;

/**
 * CareTimelineLaneMode:
 * @CARE_TIMELINE_LANE_FITTED: as many rows as are needed, but no more than it may have; what
 *   has no room is counted
 * @CARE_TIMELINE_LANE_FOLDED: no row; all is counted
 * @CARE_TIMELINE_LANE_ALL: as many rows as are needed
 */
typedef enum
{
  CARE_TIMELINE_LANE_FITTED,
  CARE_TIMELINE_LANE_FOLDED,
  CARE_TIMELINE_LANE_ALL,
} CareTimelineLaneMode;

/* How many rows a fitted lane may have where nothing else is said. */
#define CARE_TIMELINE_ROWS 12

typedef struct
{
  CareTimelineLaneMode mode;
  guint most;   /* rows, where it is fitted; 0: CARE_TIMELINE_ROWS */
  double head;  /* kept free above its rows, for a name that stands there */
  double least; /* the least height of all of it, for a name that stands beside it */
} CareTimelinePackLane;

/* The lane of an entry that is left out. */
#define CARE_TIMELINE_NO_LANE G_MAXUINT16
/* No entry, where the index of one is asked for. */
#define CARE_TIMELINE_NO_ENTRY G_MAXUINT

/* What is packed. */
typedef struct
{
  GArray *entries;      /* of CareTimelineEntry, in any order, as are extents */
  const guint16 *lanes; /* of each entry, or CARE_TIMELINE_NO_LANE */
  GArray *extents;      /* of CareTimelineExtent, of each entry; NULL: none is measured */
  const CareTimelinePackLane *lane;
  guint n_lanes;
  CareTimelineMetrics metrics;
  double scale; /* pixels per day, the least that the pack is for */
  double edge;  /* where a label ends at the latest, on paper; 0: it may end anywhere. A pack
                 * with an edge holds for its own scale only */
} CareTimelinePackInput;

/* Immutable once made, so that it can be made in one thread and used in another. It keeps
 * a reference on entries and extents, which nobody may change from then on. */
typedef struct _CareTimelinePack CareTimelinePack;

CareTimelinePack *care_timeline_pack_new (const CareTimelinePackInput *input);
CareTimelinePack *care_timeline_pack_ref (CareTimelinePack *self);
void care_timeline_pack_unref (CareTimelinePack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelinePack, care_timeline_pack_unref)

/* The scale to pack for, so as to show at @scale: the power of two at or below it. */
double care_timeline_pack_scale (double scale);

double care_timeline_pack_get_scale (const CareTimelinePack *self);
const CareTimelineMetrics *care_timeline_pack_get_metrics (const CareTimelinePack *self);
const CareTimelineEntry *care_timeline_pack_get_entry (const CareTimelinePack *self, guint entry);
/* The height of all lanes. */
double care_timeline_pack_get_height (const CareTimelinePack *self);

/* Where a lane is, and how much of it is drawn. */
typedef struct
{
  double y, height;
  double rows_y;  /* where its first row begins */
  double chips_y; /* where the counts of what has no row stand, in a line of their own */
  guint n_rows;
  guint n_entries; /* those without a known day, which are not in the lane, left out */
  guint n_hidden;  /* of them, those that have no row */
  CareTimelineLaneMode mode;
} CareTimelineLanePlace;

guint care_timeline_pack_get_n_lanes (const CareTimelinePack *self);
const CareTimelineLanePlace *care_timeline_pack_get_lane (const CareTimelinePack *self, guint lane);
/* The lane at a height; CARE_TIMELINE_NO_LANE above and below all of them. */
guint care_timeline_pack_find_lane (const CareTimelinePack *self, double y);

/* Where an entry is. */
typedef struct
{
  guint lane;         /* CARE_TIMELINE_NO_LANE: it is left out, or no day of it is known */
  gboolean is_hidden; /* it has no row; y and height are those of the lane's counts */
  guint row;          /* within the lane */
  double y, height;
  double left, right; /* at the scale asked for */
} CareTimelinePlace;

CareTimelinePlace care_timeline_pack_get_place (const CareTimelinePack *self, guint entry, double scale);

/* What the arrow keys go by; all give CARE_TIMELINE_NO_ENTRY where there is none. In time is
 * in the order of care_timeline_entry_compare(), and only what has a row counts. */
guint care_timeline_pack_get_first (const CareTimelinePack *self, guint lane);
guint care_timeline_pack_get_last (const CareTimelinePack *self, guint lane);
/* The one after or before @entry, in time, in its lane; for a hidden one as well. */
guint care_timeline_pack_get_next (const CareTimelinePack *self, guint entry);
guint care_timeline_pack_get_previous (const CareTimelinePack *self, guint entry);
/* The one of @lane that begins nearest to @day. */
guint care_timeline_pack_get_nearest (const CareTimelinePack *self, guint lane, CareDay day);

G_END_DECLS
