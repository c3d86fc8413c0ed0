/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline shows, whoever made it: lanes, the entries in them, and who can tell of
 * them. It is made once, in any thread, and not changed after that. */

#pragma once

#include "care-palette.h"
#include "care-timeline-texts.h"

G_BEGIN_DECLS

/* Says something of an entry, as a person would: (transfer full). */
typedef char *(*CareTimelineTell) (guint entry, gpointer data);

typedef struct
{
  char *name;
  CareId key;    /* by which it is known again when another scene comes; differs from all others */
  guint colour;  /* 1 + index in the palette; 0: it has none */
} CareTimelineSceneLane;

typedef struct
{
  GArray *entries;    /* of CareTimelineEntry */
  guint16 *lane_of;   /* of each entry, or CARE_TIMELINE_NO_LANE */
  guint8 *colour_of;  /* of each entry: its index in the palette */
  GArray *lanes;      /* of CareTimelineSceneLane, in the order in which they stand at first */
  guint sort;         /* what lanes are of: keys of one sort say nothing of another */
  GArray *palette;    /* of CareColour */
  CareSpan span;      /* of all that has a lane; 0 and 0: nothing has a day */
  CareSpan core;      /* of most of it: what is looked at first */
  guint n_shown;      /* how many entries have a lane */
  guint n_undated;    /* and no day that they could be drawn at */

  /* Asked in the main thread, for what can be seen. */
  CareTimelineSay say;
  CareTimelineTell tell;     /* all of it in a sentence or more, for who does not see it */
  CareTimelineTell describe; /* what its card says below its label */
  gpointer data;             /* of all three */
  GDestroyNotify free_data;
} CareTimelineScene;

CareTimelineScene *care_timeline_scene_new (GArray *entries);
void care_timeline_scene_free (CareTimelineScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineScene, care_timeline_scene_free)

guint care_timeline_scene_add_lane (CareTimelineScene *self, const char *name, CareId key,
                                      const CareColour *colour);
guint care_timeline_scene_add_colour (CareTimelineScene *self, const CareColour *colour);
void care_timeline_scene_set_colour (CareTimelineScene *self, guint entry, guint colour);
void care_timeline_scene_place (CareTimelineScene *self, guint entry, guint lane);
void care_timeline_scene_close (CareTimelineScene *self);
const CareTimelineEntry *care_timeline_scene_get (const CareTimelineScene *self, guint entry);
guint care_timeline_scene_find (const CareTimelineScene *self, const CareTimelineEntry *like);

G_END_DECLS
