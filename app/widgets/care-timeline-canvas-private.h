/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the timeline's canvas. Its children are places to be reached by keys, pointer
 * and screen reader; the canvas paints what is seen there. */

#pragma once

#include "care-timeline-canvas.h"
#include "care-timeline-ink.h"
#include "care-timeline-head.h"
#include "care-timeline-spot.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A lane as it stands now. */
typedef struct
{
  guint lane; /* of the scene */
  CareId key;
  CareTimelineLaneMode mode;
} CareTimelineStand;

/* A scene with what was made of it. */
typedef struct
{
  guint serial; /* that no other one of the canvas has */
  CareTimelineScene *scene;
  CareTimelineTexts *texts;
  GArray *extents; /* of CareTimelineExtent; NULL: too many to measure */
  GArray *stands;  /* of CareTimelineStand, from the top, as a person wants them */
} CareTimelineMatter;

/* What is looked at: with it, a day at the left edge that need not be whole. */
typedef struct
{
  double first;
  double scale; /* 0: not known yet */
  double top;
} CareTimelineLook;

struct _CareTimelineCanvas
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
  gboolean is_adjusting; /* their values are what is looked at, and not the other way round */

  CareTimelineMatter *matter; /* what is shown; NULL: nothing was ever given */
  CareTimelineMatter *next;   /* what is shown as soon as it is packed, or NULL */
  guint n_set;                /* how many there were */
  CareDay as_of, told_as_of;  /* 0: no line; as the user of the canvas knows it */

  /* care-timeline-canvas-lanes.c */
  GArray *order; /* of CareTimelineStand, those too that are not shown now: as a person has put them */
  guint sort;    /* of their scene */

  /* care-timeline-canvas-pack.c */
  CareTimelinePack *pack; /* of matter */
  GArray *stands;         /* of CareTimelineStand, from the top, as they are packed */
  gboolean is_packing;
  gboolean is_stale; /* what is being packed is not what is wanted any more */

  /* care-timeline-canvas-place.c */
  guint font_serial; /* of the Pango context that all was measured in */
  CareTimelineMetrics metrics;
  int width, height;       /* as it was last painted */
  CareTimelineRulerKind ruler_kind, behind_kind; /* behind, CALENDAR: nothing is */
  CareTimelineRuler *ruler;
  CareTimelineRuler *behind; /* NULL: nothing is */
  CareTimelineFrame *frame;
  int gutter, header;      /* what stands beside the lanes, and above them */
  int head_height, handle_height;
  gboolean is_narrow;      /* names stand above their lanes */
  GHashTable *spots;       /* entry -> CareTimelineSpot, of those that are for a mark */
  GPtrArray *chips;        /* of CareTimelineSpot, for the counts of the frame, in its order */
  GPtrArray *spare;        /* of CareTimelineSpot, not shown */
  GtkWidget *bar;          /* of the heads */
  GPtrArray *heads;        /* of CareTimelineHead, for lanes in sight */
  GtkWidget *handle;
  guint tick;              /* 0: all is where it belongs, and painted */
  guint n_still;           /* frames since the last move */
  gboolean is_unsettled;   /* some marks have no button, or one that is elsewhere */

  /* care-timeline-canvas-move.c */
  CareTimelineLook look, from, to;
  gboolean fits;     /* everything is to be in sight */
  gboolean is_first; /* nobody has looked anywhere yet */
  AdwAnimation *animation;

  /* care-timeline-canvas-paint.c */
  GskRenderNode *painted; /* NULL: to be painted anew */
  gboolean lacks_texts;   /* some are left to the next frame */

  guint selected, current, hovered; /* entries, or CARE_TIMELINE_NO_ENTRY */
  CareId lane;                      /* key of the lane whose name Tab enters at */

  /* care-timeline-canvas-keys.c */
  gboolean wants_focus;    /* as soon as there is a mark */
  GtkWidget *focus_before; /* if nothing else has got it by then: only compared */
  gint64 wanted_at;

  /* care-timeline-canvas-input.c */
  double pointer_x, pointer_y;
  double pinched;           /* how far the fingers are apart by now, of what they were */
  CareTimelineLook dragged; /* where it was when it was taken hold of */
};

#define CARE_TIMELINE_STAND(self, index) (&g_array_index ((self)->stands, CareTimelineStand, index))

/* care-timeline-canvas.c */
void care_timeline_canvas_activate (CareTimelineCanvas *self, guint entry);
void care_timeline_canvas_choose (CareTimelineCanvas *self, guint entry);
void care_timeline_canvas_press (CareTimelineCanvas *self, CareTimelineSpot *spot);
void care_timeline_canvas_tell_shown (CareTimelineCanvas *self);
void care_timeline_canvas_look_at (CareTimelineCanvas *self, guint entry);
void care_timeline_canvas_move_as_of (CareTimelineCanvas *self, CareDay day, gboolean tell);
gboolean care_timeline_canvas_is_mirrored (CareTimelineCanvas *self);

/* care-timeline-canvas-show.c */
void care_timeline_canvas_follow_day (CareTimelineCanvas *self);

/* care-timeline-canvas-lanes.c */
GArray *care_timeline_canvas_arrange (CareTimelineCanvas *self, const CareTimelineScene *scene);
guint care_timeline_stands_find (GArray *stands, CareId key);
void care_timeline_canvas_open_chip (CareTimelineCanvas *self, const CareTimelineFrameChip *chip);
void care_timeline_canvas_install_lanes (GtkWidgetClass *widget_class);

/* care-timeline-canvas-pack.c */
void care_timeline_matter_free (CareTimelineMatter *self);
void care_timeline_canvas_measure_matter (CareTimelineCanvas *self, CareTimelineMatter *matter);
void care_timeline_canvas_pack (CareTimelineCanvas *self);

/* care-timeline-canvas-place.c */
void care_timeline_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                   int *natural, int *minimum_baseline, int *natural_baseline);
void care_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void care_timeline_canvas_update (CareTimelineCanvas *self);
void care_timeline_canvas_put (CareTimelineCanvas *self, GtkWidget *child, GtkAllocation box);

/* care-timeline-canvas-spots.c */
void care_timeline_canvas_place_spots (CareTimelineCanvas *self);
void care_timeline_canvas_tick (CareTimelineCanvas *self);
void care_timeline_canvas_settle (CareTimelineCanvas *self);
void care_timeline_canvas_settle_later (CareTimelineCanvas *self);
CareTimelineSpot *care_timeline_canvas_require_spot (CareTimelineCanvas *self, guint entry);
guint care_timeline_canvas_get_focused (CareTimelineCanvas *self);
gboolean care_timeline_canvas_forget_spots (CareTimelineCanvas *self, guint focused);
void care_timeline_canvas_forget_chips (CareTimelineCanvas *self);

/* care-timeline-canvas-heads.c */
void care_timeline_canvas_name_lanes (CareTimelineCanvas *self);
void care_timeline_canvas_place_heads (CareTimelineCanvas *self);
gboolean care_timeline_canvas_focus_lane (CareTimelineCanvas *self, CareId key);
gboolean care_timeline_canvas_bring_head (CareTimelineCanvas *self);

/* care-timeline-canvas-handle.c */
GtkWidget *care_timeline_canvas_make_handle (CareTimelineCanvas *self);
void care_timeline_canvas_place_handle (CareTimelineCanvas *self);
void care_timeline_canvas_name_handle (CareTimelineCanvas *self);

/* care-timeline-canvas-move.c */
CareTimelineViewport care_timeline_canvas_viewport (CareTimelineCanvas *self);
CareTimelineLook care_timeline_canvas_first_look (CareTimelineCanvas *self);
double care_timeline_canvas_fit_scale (CareTimelineCanvas *self);
void care_timeline_canvas_clamp (CareTimelineCanvas *self, CareTimelineLook *look);
void care_timeline_canvas_configure (CareTimelineCanvas *self);
void care_timeline_canvas_adjusted (CareTimelineCanvas *self);
void care_timeline_canvas_go (CareTimelineCanvas *self, CareTimelineLook to, gboolean animate);
void care_timeline_canvas_zoom (CareTimelineCanvas *self, double factor, double x, gboolean animate);
void care_timeline_canvas_show (CareTimelineCanvas *self, guint entry);
void care_timeline_canvas_keep_in_sight (CareTimelineCanvas *self, double lost);
void care_timeline_canvas_show_lane (CareTimelineCanvas *self, guint lane);
void care_timeline_canvas_show_days (CareTimelineCanvas *self, CareSpan days);

/* care-timeline-canvas-menu.c */
void care_timeline_canvas_install_menu (GtkWidgetClass *widget_class);
void care_timeline_canvas_add_menu (CareTimelineCanvas *self);

/* care-timeline-canvas-input.c */
void care_timeline_canvas_turn_point (CareTimelineCanvas *self, double *x, double *y);
guint care_timeline_canvas_hit (CareTimelineCanvas *self, double x, double y);
void care_timeline_canvas_pinch (CareTimelineCanvas *self, double scale, double x, double y);
void care_timeline_canvas_add_input (CareTimelineCanvas *self);

/* care-timeline-canvas-keys.c */
void care_timeline_canvas_install_keys (GtkWidgetClass *widget_class);
void care_timeline_canvas_add_keys (CareTimelineCanvas *self);
gboolean care_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean care_timeline_canvas_focus_entry (CareTimelineCanvas *self, guint entry);
void care_timeline_canvas_focus_wanted (CareTimelineCanvas *self);

/* care-timeline-canvas-walk.c */
gboolean care_timeline_canvas_go_across (CareTimelineCanvas *self, CareTimelineSpot *spot, int by);
gboolean care_timeline_canvas_go_page (CareTimelineCanvas *self, guint entry, int by);

/* care-timeline-canvas-paint.c */
void care_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void care_timeline_canvas_repaint (CareTimelineCanvas *self);

G_END_DECLS
