/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-view-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CarePageView, care_page_view, GTK_TYPE_WIDGET)

enum
{
  PROPERTY_ZOOM_WORDS = 1,
  N_PROPERTIES
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

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
  CarePagePlaces places;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = care_page_view_get_least_width (self);
      *natural = care_page_view_get_natural_width (self);
      return;
    }
  places = care_page_view_place (self, for_size);
  *minimum = *natural = care_page_places_get_height (&places);
}

static void
free_node (gpointer node)
{
  g_clear_pointer (&node, gsk_render_node_unref);
}

/* Paper is white in the dark style too. */
static GskRenderNode *
paint_page (CarePageView *self, guint page)
{
  GskRenderNode *node
    = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) CARE_PAGE_WIDTH_PT, (float) CARE_PAGE_HEIGHT_PT));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  care_pages_paint (self->pages, page, cr);
  cairo_destroy (cr);
  return node;
}

static void
snapshot_page (CarePageView *self, GtkSnapshot *snapshot, const CarePagePlaces *places, guint page)
{
  graphene_rect_t paper = care_page_places_get_paper (places, page);
  const GdkRGBA shadow = { 0, 0, 0, 0.25f };
  GskRenderNode **node = (GskRenderNode **) &g_ptr_array_index (self->nodes, page);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 3);
  if (*node == NULL)
    *node = paint_page (self, page);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &paper.origin);
  gtk_snapshot_scale (snapshot, (float) places->scale, (float) places->scale);
  gtk_snapshot_append_node (snapshot, *node);
  gtk_snapshot_restore (snapshot);
}

static void
find_in_sight (CarePageView *self, const CarePagePlaces *places, guint *first, guint *end)
{
  GtkAdjustment *adjustment;
  double top;

  *first = 0;
  *end = places->n_pages;
  if (self->scroller == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  top = gtk_adjustment_get_value (adjustment);
  care_page_places_find_between (places, top, top + gtk_adjustment_get_page_size (adjustment), first, end);
}

static void
care_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CarePageView *self = CARE_PAGE_VIEW (widget);
  CarePagePlaces places = care_page_view_get_places (self);

  find_in_sight (self, &places, &self->first_painted, &self->end_painted);
  for (guint page = self->first_painted; page < self->end_painted; page++)
    snapshot_page (self, snapshot, &places, page);
}

/* What comes into sight is painted only then. */
static void
scrolled (CarePageView *self)
{
  CarePagePlaces places = care_page_view_get_places (self);
  guint first, end;

  find_in_sight (self, &places, &first, &end);
  if (first < self->first_painted || end > self->end_painted)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
care_page_view_root (GtkWidget *widget)
{
  CarePageView *self = CARE_PAGE_VIEW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  GTK_WIDGET_CLASS (care_page_view_parent_class)->root (widget);
  if (scroller == NULL)
    return;
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled), self, G_CONNECT_SWAPPED);
}

static void
care_page_view_unroot (GtkWidget *widget)
{
  CarePageView *self = CARE_PAGE_VIEW (widget);

  if (self->scroller != NULL)
    g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scroller), self);
  self->scroller = NULL;
  GTK_WIDGET_CLASS (care_page_view_parent_class)->unroot (widget);
}

static void
pressed (GtkGestureClick *gesture, int n_press, double x, double y, CarePageView *self)
{
  CarePagePlaces places = care_page_view_get_places (self);
  const CareKind *kind;
  double x_pt, y_pt;
  guint page;
  CareId id;
  int offset;

  if (self->pages == NULL)
    return;
  page = care_page_places_find (&places, x, y, &x_pt, &y_pt);
  if (care_pages_hit (self->pages, page, x_pt, y_pt, &kind, &id, &offset))
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, kind, id, offset);
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

/* A page that says what it said before looks as it did. */
static void
keep_nodes (CarePageView *self, CarePages *pages)
{
  guint n_before = self->nodes->len;
  guint n_pages = pages == NULL ? 0 : care_pages_get_n_pages (pages);

  for (guint page = 0; page < MIN (n_before, n_pages); page++)
    if (!care_pages_is_same_page (self->pages, page, pages, page))
      g_clear_pointer ((GskRenderNode **) &g_ptr_array_index (self->nodes, page), gsk_render_node_unref);
  g_ptr_array_set_size (self->nodes, (int) n_pages);
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

  keep_nodes (self, pages);
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
 * @offset: a byte of its text, or -1
 * @x: (out): where it begins, or the line of @offset does, in pixels from the left of @self
 * @y: (out): and from the top
 *
 * Returns: whether it is printed.
 */
gboolean
care_page_view_locate (CarePageView *self, const CareKind *kind, CareId id, int offset, double *x, double *y)
{
  CarePagePlaces places = care_page_view_get_places (self);
  graphene_rect_t paper;
  double x_pt, y_pt;
  guint page;

  if (self->pages == NULL)
    return FALSE;
  if (offset < 0 ? !care_pages_find (self->pages, kind, id, &page, &x_pt, &y_pt)
                 : !care_pages_find_text (self->pages, kind, id, (guint) offset, &page, &x_pt, &y_pt))
    return FALSE;
  paper = care_page_places_get_paper (&places, page);
  *x = paper.origin.x + x_pt * places.scale;
  *y = paper.origin.y + y_pt * places.scale;
  return TRUE;
}

static void
care_page_view_dispose (GObject *object)
{
  CarePageView *self = CARE_PAGE_VIEW (object);

  g_clear_pointer (&self->pages, care_pages_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (care_page_view_parent_class)->dispose (object);
}

static void
care_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROPERTY_ZOOM_WORDS)
    g_value_take_string (value, care_page_view_describe_zoom (CARE_PAGE_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
care_page_view_class_init (CarePageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_page_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = care_page_view_get_property;
  widget_class->root = care_page_view_root;
  widget_class->unroot = care_page_view_unroot;
  widget_class->get_request_mode = care_page_view_get_request_mode;
  widget_class->measure = care_page_view_measure;
  widget_class->snapshot = care_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "care-page-view");

  /**
   * CarePageView:zoom-words:
   *
   * How large the pages are, as a button says it.
   */
  properties[PROPERTY_ZOOM_WORDS]
    = g_param_spec_string ("zoom-words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  /**
   * CarePageView::picked:
   * @kind: (type gpointer): a #CareKind
   * @id: of a record of that kind
   * @offset: the byte of its text, or -1
   *
   * What prints this record was clicked.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", CARE_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_INT64, G_TYPE_INT);
}

static void
care_page_view_init (CarePageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->nodes = g_ptr_array_new_with_free_func (free_node);
  /* With the focus here, Page Up and Page Down scroll. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Finished pages"), -1);
  care_page_view_zoom_init (self);
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
