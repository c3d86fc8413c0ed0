/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-page-view.h"

G_BEGIN_DECLS

/* How large: pixels per point, or so that the pages are as wide as the view. */
#define CARE_PAGE_ZOOM_FIT 0.0

/* Where the pages stand. Lengths are in pixels. */
typedef struct
{
  guint n_pages;
  guint n_columns; /* 2: facing pages */
  double scale;    /* pixels per point */
  double left;     /* of the first column */
} CarePagePlaces;

struct _CarePageView
{
  GtkWidget parent_instance;

  CarePages *pages;
  GPtrArray *nodes; /* of GskRenderNode: each page as it was painted, or NULL; a unit is a point */
  double zoom;      /* %CARE_PAGE_ZOOM_FIT or pixels per point */
  gboolean side_by_side;

  GtkScrolledWindow *scroller; /* that it is in, or NULL */
  guint first_painted;
  guint end_painted;

  GSimpleActionGroup *actions;
  double pinched; /* pixels per point when the fingers came */
};

/* care-page-view-place.c */
CarePagePlaces care_page_view_place (CarePageView *self, int width);
CarePagePlaces care_page_view_get_places (CarePageView *self);
gboolean care_page_view_has_room_for_two (CarePageView *self);
int care_page_view_get_least_width (CarePageView *self);
int care_page_view_get_natural_width (CarePageView *self);
graphene_rect_t care_page_places_get_paper (const CarePagePlaces *self, guint page);
int care_page_places_get_height (const CarePagePlaces *self);
guint care_page_places_find (const CarePagePlaces *self, double x, double y, double *x_pt, double *y_pt);
void care_page_places_find_between (const CarePagePlaces *self, double top, double bottom, guint *first, guint *end);

/* care-page-view-zoom.c */
void care_page_view_zoom_init (CarePageView *self);
char *care_page_view_describe_zoom (CarePageView *self);

G_END_DECLS
