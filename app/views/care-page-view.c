/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-view.h"

#include <glib/gi18n.h>

/* Space around and between the pages, in pixels. */
#define GAP 12
#define LEAST_WIDTH 280
#define NATURAL_WIDTH 620

struct _CarePageView
{
  GtkWidget parent_instance;

  CarePages *pages;
};

G_DEFINE_FINAL_TYPE (CarePageView, care_page_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Pixels per point where the pages are as wide as @width allows. */
static double
scale_for (int width)
{
  return (width - 2 * GAP) / CARE_PAGE_WIDTH_PT;
}

static double
page_step (double scale)
{
  return CARE_PAGE_HEIGHT_PT * scale + GAP;
}

static GtkSizeRequestMode
care_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  CarePageView *self = CARE_PAGE_VIEW (widget);
  guint n_pages = self->pages == NULL ? 0 : care_pages_get_n_pages (self->pages);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = *natural
    = GAP + (int) (n_pages * page_step (scale_for (for_size < 0 ? NATURAL_WIDTH : MAX (for_size, LEAST_WIDTH))));
}

static void
snapshot_page (CarePageView *self, GtkSnapshot *snapshot, guint page, double scale)
{
  graphene_rect_t paper
    = GRAPHENE_RECT_INIT (GAP, (float) (GAP + page * page_step (scale)), (float) (CARE_PAGE_WIDTH_PT * scale),
                          (float) (CARE_PAGE_HEIGHT_PT * scale));
  GskRoundedRect outline;
  const GdkRGBA shadow = { 0, 0, 0, 0.25f };
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 3);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_translate (cr, paper.origin.x, paper.origin.y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1); /* paper is white in the dark style too */
  cairo_paint (cr);
  care_pages_paint (self->pages, page, cr);
  cairo_destroy (cr);
}

static void
care_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CarePageView *self = CARE_PAGE_VIEW (widget);
  double scale = scale_for (gtk_widget_get_width (widget));

  for (guint page = 0; self->pages != NULL && page < care_pages_get_n_pages (self->pages); page++)
    snapshot_page (self, snapshot, page, scale);
}

static void
pressed (GtkGestureClick *gesture, int n_press, double x, double y, CarePageView *self)
{
  double scale = scale_for (gtk_widget_get_width (GTK_WIDGET (self)));
  guint page = (guint) (MAX (y - GAP, 0) / page_step (scale));
  const CareKind *kind;
  CareId id;

  if (self->pages == NULL || page >= care_pages_get_n_pages (self->pages))
    return;
  if (care_pages_hit (self->pages, page, (x - GAP) / scale, (y - GAP - page * page_step (scale)) / scale, &kind, &id))
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, kind, id);
}

/**
 * care_page_view_get_pages:
 * @self: a page view
 *
 * Returns: (transfer none) (nullable): the pages shown.
 */
CarePages *
care_page_view_get_pages (CarePageView *self)
{
  return self->pages;
}

/**
 * care_page_view_set_pages:
 * @self: a page view
 * @pages: (nullable): the pages to show
 *
 * Shows other pages.
 */
void
care_page_view_set_pages (CarePageView *self, CarePages *pages)
{
  g_autofree char *description = NULL;

  if (pages != NULL)
    care_pages_ref (pages);
  g_clear_pointer (&self->pages, care_pages_unref);
  self->pages = pages;

  if (pages != NULL)
    {
      description = care_pages_describe_fit (pages);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * care_page_view_locate:
 * @self: a page view
 * @kind: section or box
 * @id: of one
 * @y: (out): where it begins, in pixels from the top of @self
 *
 * Returns: whether it is printed.
 */
gboolean
care_page_view_locate (CarePageView *self, const CareKind *kind, CareId id, double *y)
{
  double scale = scale_for (gtk_widget_get_width (GTK_WIDGET (self)));
  double y_pt;
  guint page;

  if (self->pages == NULL || !care_pages_find (self->pages, kind, id, &page, &y_pt))
    return FALSE;
  *y = GAP + page * page_step (scale) + y_pt * scale;
  return TRUE;
}

static void
care_page_view_dispose (GObject *object)
{
  g_clear_pointer (&CARE_PAGE_VIEW (object)->pages, care_pages_unref);
  G_OBJECT_CLASS (care_page_view_parent_class)->dispose (object);
}

static void
care_page_view_class_init (CarePageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_page_view_dispose;
  widget_class->get_request_mode = care_page_view_get_request_mode;
  widget_class->measure = care_page_view_measure;
  widget_class->snapshot = care_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "care-page-view");

  /**
   * CarePageView::picked:
   * @kind: (type gpointer): a #CareKind
   * @id: of a record of that kind
   *
   * What prints this record was clicked.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", CARE_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT64);
}

static void
care_page_view_init (CarePageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  /* With the focus here, Page Up and Page Down scroll. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Finished pages"), -1);
}

/**
 * care_page_view_new:
 *
 * Returns: (transfer floating): a view of no pages.
 */
GtkWidget *
care_page_view_new (void)
{
  return g_object_new (CARE_TYPE_PAGE_VIEW, NULL);
}
