/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-wrap-layout.h"

#include "ui-test.h"

#define SIZE 100

/* Three children of a hundred pixels, of which the first expands. */
static GtkWidget *
make_box (GtkWidget *children[3])
{
  GtkWidget *box = care_wrap_box_new ();

  for (guint i = 0; i < 3; i++)
    {
      children[i] = gtk_label_new (NULL);
      gtk_widget_set_size_request (children[i], SIZE, 20);
      gtk_box_append (GTK_BOX (box), children[i]);
    }
  gtk_widget_set_hexpand (children[0], TRUE);
  return box;
}

static graphene_rect_t
bounds (GtkWidget *child)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &box));
  return box;
}

static void
test_sizes (void)
{
  GtkWidget *children[3];
  g_autoptr (GtkWidget) box = g_object_ref_sink (make_box (children));
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, SIZE);
  g_assert_cmpint (natural, ==, 3 * SIZE + 12);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, natural, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, natural - 1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 46);
  gtk_widget_set_visible (children[2], FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, natural - 1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 20);
}

static void
test_places (void)
{
  GtkWidget *children[3];
  GtkWidget *box = make_box (children);
  GtkWindow *window = ui_test_show (box, 250, 100);
  int width;

  ui_test_wait (gtk_widget_get_width (box) > 0);
  width = gtk_widget_get_width (box);
  g_assert_cmpint (width, <, 3 * SIZE);
  g_assert_cmpfloat (bounds (children[0]).origin.x, ==, 0);
  g_assert_cmpfloat (bounds (children[0]).size.width, ==, width - SIZE - 6);
  g_assert_cmpfloat (bounds (children[1]).origin.x, ==, width - SIZE);
  g_assert_cmpfloat (bounds (children[2]).origin.x, ==, 0);
  g_assert_cmpfloat (bounds (children[2]).origin.y, ==, 26);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  ui_test_wait (bounds (children[1]).origin.x == 0);
  g_assert_cmpfloat (bounds (children[2]).origin.x, ==, width - SIZE);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/wrap-layout/sizes", test_sizes);
  g_test_add_func ("/wrap-layout/places", test_places);
  return g_test_run ();
}
