/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-view.h"

#include "views-fixture.h"


#define GAP 12
#define WIDTH 520

static CarePages *
compose (ViewsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSnapshot) snapshot = care_library_snapshot (fixture->library, SAMPLE_BRIEFING, &error);

  g_assert_no_error (error);
  return care_pages_new (snapshot, 2);
}

static CarePageView *
open_view (CarePages *pages)
{
  CarePageView *view = CARE_PAGE_VIEW (care_page_view_new ());

  gtk_widget_set_halign (GTK_WIDGET (view), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (view), GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (view), WIDTH, -1);
  care_page_view_set_pages (view, pages);
  ui_test_show (GTK_WIDGET (view), WIDTH, 600);
  return view;
}

static void
close_view (CarePageView *view)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (view)), view);
}

static double
scale_of (CarePageView *view)
{
  return (gtk_widget_get_width (GTK_WIDGET (view)) - 2 * GAP) / CARE_PAGE_WIDTH_PT;
}

static int
height_for (CarePageView *view, int width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
test_measure (ViewsFixture *fixture, gconstpointer data)
{
  static const int widths[] = { WIDTH, 600, 760, 1000 };
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_view (pages);
  int least;

  g_assert_cmpuint (care_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpint (gtk_widget_get_request_mode (GTK_WIDGET (view)), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      double page = CARE_PAGE_HEIGHT_PT * (widths[i] - 2 * GAP) / CARE_PAGE_WIDTH_PT;

      g_assert_cmpint (ABS (height_for (view, widths[i]) - (GAP + 2 * (page + GAP))), <=, 1);
    }
  gtk_widget_set_size_request (GTK_WIDGET (view), -1, -1);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 340); /* the page pane at its narrowest */
  care_page_view_set_pages (view, NULL);
  g_assert_null (care_page_view_get_pages (view));
  g_assert_cmpint (height_for (view, WIDTH), ==, GAP);
  close_view (view);
}

/* What care_pages_paint() paints of a page, in the place that the view gives it. */
static cairo_surface_t *
paint (CarePageView *view, CarePages *pages, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, gtk_widget_get_width (GTK_WIDGET (view)), gtk_widget_get_height (GTK_WIDGET (view)));
  double scale = scale_of (view);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, GAP, GAP + page * (CARE_PAGE_HEIGHT_PT * scale + GAP));
  cairo_scale (cr, scale, scale);
  care_pages_paint (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The share of pixels of the paper of @page that differ by more than text may. */
static double
compare (CarePageView *view, GBytes *pixels, cairo_surface_t *expected, guint page)
{
  const guchar *got = g_bytes_get_data (pixels, NULL);
  const guchar *want = cairo_image_surface_get_data (expected);
  int stride = cairo_image_surface_get_stride (expected);
  int height = (int) (CARE_PAGE_HEIGHT_PT * scale_of (view));
  int top = (int) (GAP + page * (CARE_PAGE_HEIGHT_PT * scale_of (view) + GAP));
  int n_different = 0, n = 0;

  for (int y = top + 2; y < top + height - 2; y++)
    for (int x = (GAP + 2) * 4; x < stride - (GAP + 2) * 4; x++, n++)
      n_different += ABS (got[y * stride + x] - want[y * stride + x]) > 64;
  return (double) n_different / n;
}

static void
test_pixels (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_view (pages);
  g_autoptr (GBytes) pixels = ui_test_pixels (GTK_WIDGET (view));

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), ==, WIDTH);
  for (guint page = 0; page < 2; page++)
    {
      cairo_surface_t *expected = paint (view, pages, page);

      g_assert_cmpfloat (compare (view, pixels, expected, page), <, 0.01);
      /* The other page is another picture. */
      g_assert_cmpfloat (compare (view, pixels, expected, 1 - page), >, 0.02);
      cairo_surface_destroy (expected);
    }
  close_view (view);
}

typedef struct
{
  guint n;
  const CareKind *kind;
  CareId id;
  int offset;
} Picked;

static void
picked (CarePageView *view, const CareKind *kind, CareId id, int offset, Picked *told)
{
  told->n++;
  told->kind = kind;
  told->id = id;
  told->offset = offset;
}

/* As a click does. */
static void
press (CarePageView *view, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

/* Every point of both pages gives what is printed there and nothing else. */
static void
test_picked (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_view (pages);
  double scale = scale_of (view);
  Picked told = { 0 };
  guint n_picked = 0;

  g_signal_connect (view, "picked", G_CALLBACK (picked), &told);
  for (guint page = 0; page < 2; page++)
    for (double y = 5; y < CARE_PAGE_HEIGHT_PT; y += 40)
      for (double x = 5; x < CARE_PAGE_WIDTH_PT; x += 40)
        {
          const CareKind *kind;
          CareId id;
          int offset;
          gboolean hit = care_pages_hit (pages, page, x, y, &kind, &id, &offset);

          told.n = 0;
          press (view, GAP + x * scale, GAP + page * (CARE_PAGE_HEIGHT_PT * scale + GAP) + y * scale);
          g_assert_cmpuint (told.n, ==, hit);
          if (!hit)
            continue;
          g_assert_true (told.kind == kind);
          g_assert_cmpint (told.id, ==, id);
          /* Between two lines it may be of either. */
          g_assert_true ((told.offset >= 0) == (offset >= 0));
          n_picked++;
        }
  g_assert_cmpuint (n_picked, >, 100);

  /* Below the last page, and where there is none. */
  told.n = 0;
  press (view, 100, gtk_widget_get_height (GTK_WIDGET (view)) + 100);
  care_page_view_set_pages (view, NULL);
  press (view, 100, 100);
  g_assert_cmpuint (told.n, ==, 0);
  close_view (view);
}

static void
test_locate (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_view (pages);
  const CareKind *kind = care_kind_find ("section");
  double x = -1, y = -1, x_pt, y_pt;
  guint page;

  for (CareId id = 28001; id <= 28004; id++)
    {
      g_assert_true (care_pages_find (pages, kind, id, &page, &x_pt, &y_pt));
      g_assert_true (care_page_view_locate (view, kind, id, -1, &x, &y));
      g_assert_cmpfloat_with_epsilon (x, GAP + x_pt * scale_of (view), 0.01);
      g_assert_cmpfloat_with_epsilon (
        y, GAP + page * (CARE_PAGE_HEIGHT_PT * scale_of (view) + GAP) + y_pt * scale_of (view), 0.01);
    }
  g_assert_false (care_page_view_locate (view, kind, 99999, -1, &x, &y));
  care_page_view_set_pages (view, NULL);
  g_assert_false (care_page_view_locate (view, kind, 28001, -1, &x, &y));
  close_view (view);
}

/* In a pane of @width, as in the editor. */
static CarePageView *
open_in_pane (CarePages *pages, int width)
{
  CarePageView *view = CARE_PAGE_VIEW (care_page_view_new ());
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  care_page_view_insert_actions (view, scroller);
  care_page_view_set_pages (view, pages);
  ui_test_show (scroller, width, 600);
  return view;
}

static GtkScrolledWindow *
pane_of (CarePageView *view)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW));
}

static void
do_action (CarePageView *view, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), action, NULL));
  ui_test_draw (GTK_WIDGET (view));
}

static void
assert_zoom (CarePageView *view, const char *expected)
{
  g_autofree char *words = NULL;

  g_object_get (view, "zoom-words", &words, NULL);
  g_assert_cmpstr (words, ==, expected);
}

/* The record at the point of the pages that is at (@x, @y) of the pane, or 0. */
static CareId
pick (CarePageView *view, double x, double y)
{
  GtkScrolledWindow *pane = pane_of (view);
  Picked told = { 0 };
  gulong handler = g_signal_connect (view, "picked", G_CALLBACK (picked), &told);

  press (view, x + gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (pane)),
         y + gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (pane)));
  g_signal_handler_disconnect (view, handler);
  return told.id;
}

static void
test_zoom (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const sizes[] = { "70%", "85%", "100%", "125%", "150%", "175%", "200%", "250%", "300%", "400%", "400%" };
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_in_pane (pages, WIDTH);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (pane_of (view));
  CareId id = pick (view, 300, 300);

  assert_zoom (view, "Fit Width");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), ==, WIDTH);
  g_assert_cmpint (id, !=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      do_action (view, "pages.zoom-in");
      assert_zoom (view, sizes[i]);
      /* What was in the middle is there still. */
      g_assert_cmpint (pick (view, WIDTH / 2.0, 300), ==, id);
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), ==, (int) (CARE_PAGE_WIDTH_PT * 96 / 72 * 4 + 2 * GAP + 1));
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    do_action (view, "pages.zoom-out");
  assert_zoom (view, "50%");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), ==, WIDTH);
  do_action (view, "pages.fit-width");
  assert_zoom (view, "Fit Width");
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (across), gtk_adjustment_get_page_size (across), 0.01);
  close_view (view);
}

/* As two fingers do that come to be so many times as far apart. */
static void
pinch (CarePageView *view, double times)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_ZOOM (controller))
        continue;
      g_signal_emit_by_name (controller, "begin", NULL);
      for (double part = 1; part <= 4; part++)
        g_signal_emit_by_name (controller, "scale-changed", 1 + (times - 1) * part / 4);
    }
  ui_test_draw (GTK_WIDGET (view));
}

/* It is as large as the fingers say, about what they are at, and within what there is. */
static void
test_pinch (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_in_pane (pages, WIDTH);
  int width = gtk_widget_get_width (GTK_WIDGET (view));
  CareId id = pick (view, WIDTH / 2.0, 300);

  pinch (view, 2);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), >=, 2 * (width - 2 * GAP));
  g_assert_cmpint (pick (view, WIDTH / 2.0, 300), ==, id);
  pinch (view, 100);
  assert_zoom (view, "400%");
  pinch (view, 0.01);
  assert_zoom (view, "50%");
  close_view (view);
}

static double
page_top (CarePageView *view, CarePages *pages, guint wanted, double *left)
{
  const CareKind *kind = care_kind_find ("section");
  double x, y, x_pt, y_pt;
  guint page;

  for (CareId id = 28001; id <= 28004; id++)
    if (care_pages_find (pages, kind, id, &page, &x_pt, &y_pt) && page == wanted
        && care_page_view_locate (view, kind, id, -1, &x, &y))
      {
        double scale = (gtk_widget_get_width (GTK_WIDGET (view)) - 2 * GAP - 2) / CARE_PAGE_WIDTH_PT / 2;

        *left = x - x_pt * scale;
        return y - y_pt * scale;
      }
  g_assert_not_reached ();
}

/* Facing pages: the first is at the left. */
static void
test_side_by_side (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_in_pane (pages, 1000);
  double first, second;

  do_action (view, "pages.side-by-side");
  g_assert_cmpfloat_with_epsilon (page_top (view, pages, 0, &first), GAP, 0.01);
  g_assert_cmpfloat_with_epsilon (page_top (view, pages, 1, &second), GAP, 0.01);
  g_assert_cmpfloat_with_epsilon (first, GAP, 0.01);
  g_assert_cmpfloat_with_epsilon (second, 501, 0.01);
  g_assert_cmpint (height_for (view, 1000), <, 720);

  /* A point of the second page is found there. */
  g_assert_cmpint (pick (view, 501 + 100, GAP + 200), !=, 0);
  g_assert_cmpint (pick (view, 500, GAP + 200), ==, 0);

  /* Too large for two: one below the other again, until there is room. */
  for (guint i = 0; i < 3; i++)
    do_action (view, "pages.zoom-in");
  assert_zoom (view, "100%");
  g_assert_cmpint (height_for (view, 1000), >, 2000);
  do_action (view, "pages.fit-width");
  g_assert_cmpint (height_for (view, 1000), <, 720);
  do_action (view, "pages.side-by-side");
  g_assert_cmpint (height_for (view, 1000), >, 2000);

  /* Asked for where they are too large, they are made to fit; and stay as they are where there is room. */
  do_action (view, "pages.zoom-in");
  assert_zoom (view, "125%");
  do_action (view, "pages.side-by-side");
  assert_zoom (view, "Fit Width");
  g_assert_cmpint (height_for (view, 1000), <, 720);
  do_action (view, "pages.zoom-out");
  assert_zoom (view, "50%");
  do_action (view, "pages.side-by-side");
  do_action (view, "pages.side-by-side");
  assert_zoom (view, "50%");
  close_view (view);
}

/* The pages as they were painted, in their order. */
static void
collect_painted (GskRenderNode *node, GPtrArray *painted)
{
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CAIRO_NODE:
      g_ptr_array_add (painted, gsk_render_node_ref (node));
      break;
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        collect_painted (gsk_container_node_get_child (node, i), painted);
      break;
    case GSK_TRANSFORM_NODE:
      collect_painted (gsk_transform_node_get_child (node), painted);
      break;
    default:
      break;
    }
}

static GPtrArray *
list_painted (CarePageView *view)
{
  GPtrArray *painted = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    collect_painted (node, painted);
  return painted;
}

/* A page is painted once, until it says something else. */
static void
test_painted_once (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_view (pages);
  g_autoptr (GPtrArray) before = list_painted (view);
  g_autoptr (GPtrArray) again = list_painted (view);
  g_autoptr (CarePages) same = compose (fixture);
  g_autoptr (CarePages) other = NULL;
  g_autoptr (GPtrArray) after_same = NULL;
  g_autoptr (GPtrArray) after_other = NULL;

  g_assert_cmpuint (before->len, ==, 2);
  care_page_view_set_pages (view, same);
  after_same = list_painted (view);
  for (guint page = 0; page < 2; page++)
    {
      g_assert_true (before->pdata[page] == again->pdata[page]);
      g_assert_true (before->pdata[page] == after_same->pdata[page]);
    }
  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "standfirst", "Said otherwise.");
  other = compose (fixture);
  care_page_view_set_pages (view, other);
  after_other = list_painted (view);
  g_assert_true (before->pdata[0] != after_other->pdata[0]);
  close_view (view);
}

/* What is out of sight is painted when it comes into sight. */
static void
test_painted_in_sight (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_in_pane (pages, 600);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (pane_of (view));
  g_autoptr (GPtrArray) top = list_painted (view);
  g_autoptr (GPtrArray) middle = NULL;
  g_autoptr (GPtrArray) bottom = NULL;

  g_assert_cmpuint (top->len, ==, 1);
  gtk_adjustment_set_value (down, 500);
  middle = list_painted (view);
  g_assert_cmpuint (middle->len, ==, 2);
  g_assert_true (top->pdata[0] == middle->pdata[0]);
  gtk_adjustment_set_value (down, 1100);
  bottom = list_painted (view);
  g_assert_cmpuint (bottom->len, ==, 1);
  g_assert_true (bottom->pdata[0] == middle->pdata[1]);
  close_view (view);
}

static void
test_replace (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (CarePages) pages = compose (fixture);
  CarePageView *view = open_view (pages);
  g_autoptr (GBytes) before = ui_test_pixels (GTK_WIDGET (view));
  g_autoptr (GBytes) after = NULL;
  g_autoptr (CarePages) other = NULL;

  views_fixture_set (fixture, "briefing", SAMPLE_BRIEFING, "title", "Another title altogether");
  other = compose (fixture);
  care_page_view_set_pages (view, other);
  care_page_view_set_pages (view, other); /* the same again is harmless */
  g_assert_true (care_page_view_get_pages (view) == other);
  after = ui_test_pixels (GTK_WIDGET (view));
  g_assert_false (g_bytes_equal (before, after));
  close_view (view);
}

static void
add (const char *path, void (*test) (ViewsFixture *fixture, gconstpointer data))
{
  g_test_add (path, ViewsFixture, NULL, views_fixture_set_up, test, views_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  add ("/page-view/measure", test_measure);
  add ("/page-view/pixels", test_pixels);
  add ("/page-view/picked", test_picked);
  add ("/page-view/locate", test_locate);
  add ("/page-view/zoom", test_zoom);
  add ("/page-view/pinch", test_pinch);
  add ("/page-view/side-by-side", test_side_by_side);
  add ("/page-view/painted-once", test_painted_once);
  add ("/page-view/painted-in-sight", test_painted_in_sight);
  add ("/page-view/replace", test_replace);
  return g_test_run ();
}
