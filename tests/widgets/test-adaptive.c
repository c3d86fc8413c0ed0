/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-adaptive.h"

#include "ui-test.h"

static void
on_folded (CareSplit *split, GParamSpec *pspec, guint *n_folded)
{
  *n_folded += 1;
}

/* Two buttons that would take any width. */
static CareSplit *
make_split (GtkWidget **list, GtkWidget **detail)
{
  CareSplit *split = CARE_SPLIT (care_split_new ());

  *list = gtk_button_new_with_label ("List");
  *detail = gtk_button_new_with_label ("Detail");
  care_split_set_list (split, *list);
  care_split_set_detail (split, *detail);
  return split;
}

static void
test_side_by_side (void)
{
  GtkWidget *list, *detail;
  CareSplit *split = make_split (&list, &detail);
  GtkWindow *window = ui_test_show (GTK_WIDGET (split), 1280, 400);

  g_assert_false (care_split_get_folded (split));
  g_assert_cmpint (gtk_widget_get_allocated_width (list), >=, 280);
  g_assert_cmpint (gtk_widget_get_allocated_width (list), <=, 420);
  g_assert_cmpint (gtk_widget_get_allocated_width (detail), >=, 320);
  care_split_show_detail (split);
  g_assert_false (care_split_get_showing_detail (split));
  g_assert_true (gtk_widget_get_mapped (list));
  gtk_window_destroy (window);
}

/* Where there is nothing to choose, the list says so across the window. */
static void
test_alone (void)
{
  GtkWidget *list, *detail;
  CareSplit *split = make_split (&list, &detail);

  care_split_set_has_detail (split, FALSE);
  GtkWindow *window = ui_test_show (GTK_WIDGET (split), 1280, 400);

  g_assert_cmpint (gtk_widget_get_allocated_width (list), ==, 1280);
  g_assert_false (gtk_widget_get_mapped (detail));
  care_split_set_has_detail (split, TRUE);
  ui_test_wait (gtk_widget_get_mapped (detail) && gtk_widget_get_allocated_width (list) <= 420);
  gtk_window_destroy (window);
}

static void
test_in_turns (void)
{
  GtkWidget *list, *detail;
  CareSplit *split = make_split (&list, &detail);
  guint n_folded = 0;

  g_signal_connect (split, "notify::folded", G_CALLBACK (on_folded), &n_folded);
  GtkWindow *window = ui_test_show (GTK_WIDGET (split), 360, 400);
  g_assert_true (care_split_get_folded (split));
  g_assert_cmpuint (n_folded, ==, 1);
  g_assert_cmpint (gtk_widget_get_allocated_width (list), ==, 360);
  gtk_widget_grab_focus (list);
  care_split_show_detail (split);
  g_assert_true (care_split_get_showing_detail (split));
  ui_test_wait (gtk_widget_get_mapped (detail) && !gtk_widget_get_mapped (list));
  g_assert_true (gtk_window_get_focus (window) == detail);
  care_split_show_list (split);
  g_assert_false (care_split_get_showing_detail (split));
  ui_test_wait (gtk_widget_get_mapped (list) && !gtk_widget_get_mapped (detail));
  g_assert_true (gtk_window_get_focus (window) == list);
  gtk_window_destroy (window);
}

static void
test_lets_go (void)
{
  GtkWidget *list, *detail;
  CareSplit *split = g_object_ref_sink (make_split (&list, &detail));

  g_assert_finalize_object (split);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/split/side-by-side", test_side_by_side);
  g_test_add_func ("/split/alone", test_alone);
  g_test_add_func ("/split/in-turns", test_in_turns);
  g_test_add_func ("/split/lets-go", test_lets_go);
  return g_test_run ();
}
