/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-view.h"

#include "ui-test.h"

static void
show_amounts (CareChartView *view, const char *first, const char *second)
{
  g_autoptr (CareQuantity) a = care_quantity_parse (first, "GBP", NULL);
  g_autoptr (CareQuantity) b = care_quantity_parse (second, "GBP", NULL);
  CareChartContent *content = care_chart_content_new_bars (CARE_CHART_BARS);

  content->title = g_strdup ("Two funds");
  content->subtitle = g_strdup ("Cash");
  care_chart_content_add (content, "Better Care Fund", a)->colour = g_strdup ("#0080e0");
  care_chart_content_add (content, "Time to Care", b)->note = g_strdup ("a year");
  care_chart_view_set (view, content, "Source: Pulse");
}

static void
test_names (void)
{
  CareChartView *view = CARE_CHART_VIEW (care_chart_view_new ());
  GtkWindow *window = ui_test_show (GTK_WIDGET (view), 400, 300);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  show_amounts (view, "£3.8bn", "£2.5bn");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Two funds");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Better Care Fund: £3.8 billion; Time to Care (a year): £2.5 billion");
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (view), GTK_TYPE_LABEL, "Cash"));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (view), GTK_TYPE_LABEL, "Source: Pulse"));
  care_chart_view_set (view, NULL, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  ui_test_draw (GTK_WIDGET (view));
  gtk_window_destroy (window);
}

static void
test_repaints (void)
{
  CareChartView *view = CARE_CHART_VIEW (care_chart_view_new ());
  GtkWindow *window = ui_test_show (GTK_WIDGET (view), 400, 300);

  show_amounts (view, "£3.8bn", "£2.5bn");
  g_autoptr (GBytes) first = ui_test_pixels (GTK_WIDGET (view));
  g_autoptr (GBytes) again = ui_test_pixels (GTK_WIDGET (view));
  g_assert_true (g_bytes_equal (first, again));
  show_amounts (view, "£3.8bn", "£3.5bn");
  g_autoptr (GBytes) second = ui_test_pixels (GTK_WIDGET (view));
  g_assert_false (g_bytes_equal (first, second));
  care_chart_view_set_highlight (view, 1);
  g_autoptr (GBytes) ringed = ui_test_pixels (GTK_WIDGET (view));
  g_assert_false (g_bytes_equal (second, ringed));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_autoptr (GBytes) dark = ui_test_pixels (GTK_WIDGET (view));
  g_assert_false (g_bytes_equal (ringed, dark));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_destroy (window);
}

static void
test_height_follows_width (void)
{
  CareChartView *view = g_object_ref_sink (CARE_CHART_VIEW (care_chart_view_new ()));
  int narrow, wide, least;

  show_amounts (view, "£3.8bn", "£2.5bn");
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 200, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 800, &wide, NULL, NULL, NULL);
  g_assert_cmpint (wide, >, 50);
  g_assert_cmpint (narrow, >, wide);
  g_assert_finalize_object (view);
}

static void
on_activated (CareChartView *view, guint index, int *activated)
{
  *activated = (int) index;
}

static void
test_keys (void)
{
  CareChartView *view = CARE_CHART_VIEW (care_chart_view_new ());
  GtkWindow *window = ui_test_show (GTK_WIDGET (view), 400, 300);
  int activated = -1;

  show_amounts (view, "£3.8bn", "£2.5bn");
  g_signal_connect (view, "activated", G_CALLBACK (on_activated), &activated);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (view)));
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, -1);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Return);
  g_assert_cmpint (activated, ==, -1);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Down);
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, 0);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Up);
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, 0);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Down);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Down);
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, 1);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Return);
  g_assert_cmpint (activated, ==, 1);
  show_amounts (view, "£1bn", "£2bn");
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, -1);
  gtk_window_destroy (window);
}

/* Where it is mirrored, what comes next is at the left. */
static void
test_arrows (void)
{
  CareChartView *view = CARE_CHART_VIEW (care_chart_view_new ());
  GtkWindow *window = ui_test_show (GTK_WIDGET (view), 400, 300);

  show_amounts (view, "£3.8bn", "£2.5bn");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (view)));
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Right);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Right);
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, 1);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Left);
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, 0);
  g_autoptr (GBytes) left_to_right = ui_test_pixels (GTK_WIDGET (view));

  gtk_widget_set_direction (GTK_WIDGET (view), GTK_TEXT_DIR_RTL);
  g_autoptr (GBytes) mirrored = ui_test_pixels (GTK_WIDGET (view));
  g_assert_false (g_bytes_equal (left_to_right, mirrored));
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Left);
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, 1);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Right);
  g_assert_cmpint (care_chart_view_get_highlight (view), ==, 0);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-view/names", test_names);
  g_test_add_func ("/chart-view/repaints", test_repaints);
  g_test_add_func ("/chart-view/height-follows-width", test_height_follows_width);
  g_test_add_func ("/chart-view/keys", test_keys);
  g_test_add_func ("/chart-view/arrows", test_arrows);
  return g_test_run ();
}
