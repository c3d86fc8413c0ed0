/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-still.h"

#include "ui-test.h"

#include <string.h>

static GtkWidget *
make_child (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_label_new ("A label"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("A button"));
  return box;
}

static GtkWidget *
make_bin (GType type)
{
  GtkWidget *bin = g_object_new (type, NULL);

  adw_bin_set_child (ADW_BIN (bin), make_child ());
  return bin;
}

static GskRenderNode *
draw (GtkWidget *bin)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (bin)->snapshot (bin, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* (transfer full): what is seen of @node at a given size. */
static GBytes *
look_at (GtkWidget *bin, GskRenderNode *node)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (bin));
  g_autoptr (GdkTexture) seen = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, 300, 60));
  gsize stride = (gsize) gdk_texture_get_width (seen) * 4;
  guchar *pixels = g_malloc0 (stride * (gsize) gdk_texture_get_height (seen));

  gdk_texture_download (seen, pixels, stride);
  return g_bytes_new_take (pixels, stride * (gsize) gdk_texture_get_height (seen));
}

static GBytes *
look (GType type, GskRenderNodeType *drawn_as)
{
  GtkWidget *bin = make_bin (type);
  GtkWindow *window = ui_test_show (bin, 300, 60);
  g_autoptr (GskRenderNode) node = draw (bin);
  GBytes *seen = look_at (bin, node);

  g_assert_true (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (GTK_NATIVE (window))));
  *drawn_as = gsk_render_node_get_node_type (node);
  gtk_window_destroy (window);
  return seen;
}

/* One drawing, of which each pixel is as it is without. */
static void
test_is_one_drawing (void)
{
  GskRenderNodeType still_as, plain_as;
  g_autoptr (GBytes) still = look (CARE_TYPE_STILL, &still_as);
  g_autoptr (GBytes) plain = look (ADW_TYPE_BIN, &plain_as);
  gsize size;
  const guchar *pixels = g_bytes_get_data (plain, &size);

  g_assert_cmpint (still_as, ==, GSK_CAIRO_NODE);
  g_assert_cmpint (plain_as, !=, GSK_CAIRO_NODE);
  g_assert_true (g_bytes_equal (still, plain));
  /* Something is there. */
  g_assert_cmpint (memcmp (pixels, pixels + 4, size - 4), !=, 0);
}

static void
test_shows_nothing (void)
{
  GtkWidget *bin = g_object_ref_sink (g_object_new (CARE_TYPE_STILL, NULL));
  GskRenderNode *node = draw (bin);

  g_assert_null (node);
  g_assert_finalize_object (CARE_STILL (bin));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/still/is-one-drawing", test_is_one_drawing);
  g_test_add_func ("/still/shows-nothing", test_shows_nothing);
  return g_test_run ();
}
