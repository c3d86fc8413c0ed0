/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pages of a page view stand: one below the other, or two and two as
 * they face each other in print. */

#include "care-page-view-private.h"

#include <math.h>

/* Space around and between the pages, and between two that face each other. */
#define GAP 12
#define SPINE 2
/* Below this a page is not worth showing. */
#define LEAST_WIDTH 280
#define NATURAL_WIDTH 620

static double
get_block_width (guint n_columns, double scale)
{
  return n_columns * CARE_PAGE_WIDTH_PT * scale + (n_columns - 1) * SPINE;
}

static double
get_step (const CarePagePlaces *self)
{
  return CARE_PAGE_HEIGHT_PT * self->scale + GAP;
}

static guint
get_n_rows (const CarePagePlaces *self)
{
  return (self->n_pages + self->n_columns - 1) / self->n_columns;
}

static gboolean
fits_two (CarePageView *self, int width)
{
  return get_block_width (2, self->zoom) + 2 * GAP <= width;
}

/* Facing pages that are larger than the view would have to be moved to and fro. */
static guint
count_columns (CarePageView *self, guint n_pages, int width)
{
  if (!self->side_by_side || n_pages < 2)
    return 1;
  return self->zoom > 0 && !fits_two (self, width) ? 1 : 2;
}

/**
 * care_page_view_has_room_for_two:
 * @self: a page view with a zoom of its own
 *
 * Returns: whether two pages would be in sight side by side as large as they are.
 */
gboolean
care_page_view_has_room_for_two (CarePageView *self)
{
  GtkWidget *pane = self->scroller != NULL ? GTK_WIDGET (self->scroller) : GTK_WIDGET (self);

  return fits_two (self, gtk_widget_get_width (pane));
}

/**
 * care_page_view_place:
 * @self: a page view
 * @width: that it has or would have, or -1
 *
 * Returns: where its pages stand then.
 */
CarePagePlaces
care_page_view_place (CarePageView *self, int width)
{
  CarePagePlaces places = { .n_pages = self->pages == NULL ? 0 : care_pages_get_n_pages (self->pages) };

  width = width < 0 ? NATURAL_WIDTH : MAX (width, LEAST_WIDTH);
  places.n_columns = count_columns (self, places.n_pages, width);
  places.scale = self->zoom > 0
                   ? self->zoom
                   : (width - 2 * GAP - (places.n_columns - 1) * SPINE) / (places.n_columns * CARE_PAGE_WIDTH_PT);
  places.left = MAX (GAP, (width - get_block_width (places.n_columns, places.scale)) / 2);
  return places;
}

/**
 * care_page_view_get_places:
 * @self: a page view that has a size
 *
 * Returns: where its pages stand.
 */
CarePagePlaces
care_page_view_get_places (CarePageView *self)
{
  return care_page_view_place (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/**
 * care_page_view_get_least_width:
 * @self: a page view
 *
 * Returns: how narrow it may be: what does not fit a narrower pane is scrolled.
 */
int
care_page_view_get_least_width (CarePageView *self)
{
  return self->zoom > 0 ? (int) ceil (get_block_width (1, self->zoom)) + 2 * GAP : LEAST_WIDTH;
}

/**
 * care_page_view_get_natural_width:
 * @self: a page view
 *
 * Returns: how wide it would be.
 */
int
care_page_view_get_natural_width (CarePageView *self)
{
  return MAX (care_page_view_get_least_width (self), NATURAL_WIDTH);
}

/**
 * care_page_places_get_paper:
 * @self: places
 * @page: one of the pages, from 0
 *
 * Returns: where the page is.
 */
graphene_rect_t
care_page_places_get_paper (const CarePagePlaces *self, guint page)
{
  guint column = page % self->n_columns;
  double width = CARE_PAGE_WIDTH_PT * self->scale;

  return GRAPHENE_RECT_INIT ((float) (self->left + column * (width + SPINE)),
                             (float) (GAP + page / self->n_columns * get_step (self)), (float) width,
                             (float) (CARE_PAGE_HEIGHT_PT * self->scale));
}

/**
 * care_page_places_get_height:
 * @self: places
 *
 * Returns: how high a view must be for them.
 */
int
care_page_places_get_height (const CarePagePlaces *self)
{
  return GAP + (int) (get_n_rows (self) * get_step (self));
}

/**
 * care_page_places_find:
 * @self: places of one page at least
 * @x: a point of the view
 * @y: a point of the view
 * @x_pt: (out): the same on the page, in points; outside it where no page is
 * @y_pt: (out): the same on the page, in points
 *
 * Returns: the page that is there, or one beside that.
 */
guint
care_page_places_find (const CarePagePlaces *self, double x, double y, double *x_pt, double *y_pt)
{
  guint row = MIN ((guint) (MAX (y - GAP, 0) / get_step (self)), get_n_rows (self) - 1);
  guint column = MIN ((guint) (MAX (x - self->left, 0) / (CARE_PAGE_WIDTH_PT * self->scale + SPINE)),
                      self->n_columns - 1);
  guint page = MIN (row * self->n_columns + column, self->n_pages - 1);
  graphene_rect_t paper = care_page_places_get_paper (self, page);

  *x_pt = (x - paper.origin.x) / self->scale;
  *y_pt = (y - paper.origin.y) / self->scale;
  return page;
}

/**
 * care_page_places_find_between:
 * @self: places
 * @top: where what is in sight begins
 * @bottom: where it ends
 * @first: (out): the first page that is in sight
 * @end: (out): the one after the last
 */
void
care_page_places_find_between (const CarePagePlaces *self, double top, double bottom, guint *first, guint *end)
{
  double step = get_step (self);

  *first = MIN ((guint) (MAX (top - GAP, 0) / step) * self->n_columns, self->n_pages);
  *end = MIN (((guint) (MAX (bottom - GAP, 0) / step) + 1) * self->n_columns, self->n_pages);
}
