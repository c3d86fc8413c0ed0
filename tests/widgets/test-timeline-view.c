/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-view.h"

#include "care-timeline-canvas.h"
#include "ui-test.h"

enum
{
  JOINED_UP,
  PIONEERS,
  PLAN,
  DEVOLUTION,
  BARRIERS,
  TRUSTS,
  UNDATED,
  N_ITEMS,
};

/* Government: three; Conservative: two; an empty lane; Labour: one, and one without a date. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *before, *after;
  CareTimelineView *view;
  CareTimelineCanvas *canvas;
  int activated;
} Fixture;

static void
on_activated (CareTimelineView *view, guint item, Fixture *f)
{
  f->activated = (int) item;
}

static CareDay
day (int year, int month)
{
  return care_day_from_ymd (year, month, 1);
}

static void
fill (CareTimelineView *view)
{
  static const char *const sentences[] = { "Fully joined-up care, pledged in May 2013",
                                           "Pioneers, November 2013",
                                           "Long Term Plan, January 2019",
                                           "Devolution, February 2015",
                                           "Remove barriers, pledged in May 2017",
                                           "Trusts, September 2014",
                                           "Not dated" };
  CareTimelineLane lanes[] = { { "Government" }, { "Conservative" }, { "Nobody" }, { "Labour" } };
  CareTimelineItem items[N_ITEMS] = {
    { CARE_TIMELINE_PLEDGE,
      0,
      "Joined up",
      day (2013, 5),
      day (2013, 5),
      { day (2018, 1), day (2019, 1) },
      TRUE },
    { CARE_TIMELINE_EVENT, 0, "Pioneers", day (2013, 11), day (2013, 11) },
    { CARE_TIMELINE_EVENT, 0, "Plan", day (2019, 1), day (2019, 1) },
    { CARE_TIMELINE_EVENT, 1, "Devolution", day (2015, 2), day (2015, 2) },
    { CARE_TIMELINE_PLEDGE,
      1,
      "Barriers",
      day (2017, 5),
      day (2017, 5),
      { day (2018, 4), day (2018, 4) },
      FALSE },
    { CARE_TIMELINE_EVENT, 3, "Trusts", day (2014, 9), day (2014, 10) },
    { CARE_TIMELINE_EVENT, 3, "Undated" },
  };

  care_timeline_view_set (view, lanes, G_N_ELEMENTS (lanes), items, N_ITEMS, sentences, day (2019, 6));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  f->view = CARE_TIMELINE_VIEW (care_timeline_view_new ());
  f->canvas = CARE_TIMELINE_CANVAS (ui_test_find (GTK_WIDGET (f->view), CARE_TYPE_TIMELINE_CANVAS));
  f->activated = -1;
  fill (f->view);
  g_signal_connect (f->view, "activated", G_CALLBACK (on_activated), f);
  f->before = gtk_button_new_with_label ("Before");
  f->after = gtk_button_new_with_label ("After");
  gtk_box_append (GTK_BOX (box), f->before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->view));
  gtk_box_append (GTK_BOX (box), f->after);
  f->window = ui_test_show (box, 700, 500);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
}

static GtkWidget *
button (Fixture *f, guint item)
{
  return care_timeline_canvas_get_button (f->canvas, item);
}

static void
test_marks_are_where_the_layout_says (Fixture *f, gconstpointer data)
{
  const CareTimeline *timeline
    = care_timeline_canvas_lay_out (f->canvas, gtk_widget_get_width (GTK_WIDGET (f->canvas)));
  guint n_marks;
  const CareTimelineMark *marks = care_timeline_get_marks (timeline, &n_marks);

  g_assert_cmpuint (n_marks, ==, N_ITEMS - 1);
  for (guint i = 0; i < n_marks; i++)
    {
      graphene_rect_t box;

      g_assert_true (gtk_widget_compute_bounds (button (f, marks[i].item), GTK_WIDGET (f->canvas), &box));
      g_assert_cmpfloat_with_epsilon (box.origin.x, marks[i].x, 1.01);
      g_assert_cmpfloat_with_epsilon (box.origin.y, marks[i].y, 1.01);
      g_assert_cmpfloat_with_epsilon (box.size.width, marks[i].width, 2.01);
      g_assert_cmpfloat_with_epsilon (box.size.height, marks[i].height, 2.01);
      g_assert_true (gtk_widget_get_child_visible (button (f, marks[i].item)));
    }
  g_assert_null (button (f, UNDATED));
}

static void
test_names (Fixture *f, gconstpointer data)
{
  care_timeline_view_set_label (f->view, "Timeline");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (f, PLAN)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Long Term Plan, January 2019");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button (f, PLAN)), ==, "Long Term Plan, January 2019");
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "1 without a date"));
}

static void
test_arrows (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int from;
    GtkDirectionType direction;
    int to;
  } cases[] = {
    { JOINED_UP, GTK_DIR_RIGHT, PIONEERS }, { PIONEERS, GTK_DIR_RIGHT, PLAN },
    { PLAN, GTK_DIR_RIGHT, PLAN },          { PLAN, GTK_DIR_LEFT, PIONEERS },
    { JOINED_UP, GTK_DIR_LEFT, JOINED_UP }, { JOINED_UP, GTK_DIR_UP, JOINED_UP },
    { PIONEERS, GTK_DIR_DOWN, DEVOLUTION }, { PLAN, GTK_DIR_DOWN, BARRIERS },
    { BARRIERS, GTK_DIR_LEFT, DEVOLUTION }, { DEVOLUTION, GTK_DIR_DOWN, TRUSTS },
    { TRUSTS, GTK_DIR_DOWN, TRUSTS },       { TRUSTS, GTK_DIR_UP, DEVOLUTION },
    { TRUSTS, GTK_DIR_RIGHT, TRUSTS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%d in direction %d", cases[i].from, cases[i].direction);
      g_assert_true (gtk_widget_grab_focus (button (f, (guint) cases[i].from)));
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), cases[i].direction));
      g_assert_true (gtk_window_get_focus (f->window) == button (f, (guint) cases[i].to));
    }
}

static void
test_mirrored (Fixture *f, gconstpointer data)
{
  GtkWidget *canvas = GTK_WIDGET (f->canvas);
  graphene_rect_t before, after;
  g_autoptr (GBytes) plain = ui_test_pixels (canvas);
  g_autoptr (GBytes) mirrored = NULL;

  g_assert_true (gtk_widget_compute_bounds (button (f, PLAN), canvas, &before));
  gtk_widget_set_direction (canvas, GTK_TEXT_DIR_RTL);
  gtk_widget_queue_allocate (canvas);
  mirrored = ui_test_pixels (canvas);
  g_assert_true (gtk_widget_compute_bounds (button (f, PLAN), canvas, &after));
  g_assert_cmpfloat_with_epsilon (after.origin.x, gtk_widget_get_width (canvas) - before.origin.x - before.size.width, 1.01);
  g_assert_false (g_bytes_equal (plain, mirrored));
  g_assert_true (gtk_widget_grab_focus (button (f, JOINED_UP)));
  g_assert_true (gtk_widget_child_focus (canvas, GTK_DIR_LEFT));
  g_assert_true (gtk_window_get_focus (f->window) == button (f, PIONEERS));
}

static void
test_home_and_end (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (button (f, PIONEERS));
  ui_test_press (GTK_WIDGET (f->canvas), GDK_KEY_End);
  g_assert_true (gtk_window_get_focus (f->window) == button (f, PLAN));
  ui_test_press (GTK_WIDGET (f->canvas), GDK_KEY_Home);
  g_assert_true (gtk_window_get_focus (f->window) == button (f, JOINED_UP));
}

static void
test_one_tab_stop (Fixture *f, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);

  gtk_widget_grab_focus (f->before);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == button (f, JOINED_UP));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_RIGHT));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == button (f, PIONEERS));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->before);
}

static void
test_activates (Fixture *f, gconstpointer data)
{
  g_signal_emit_by_name (button (f, BARRIERS), "clicked");
  g_assert_cmpint (f->activated, ==, BARRIERS);
  g_assert_cmpint (care_timeline_view_get_selected (f->view), ==, BARRIERS);
}

static void
test_selects (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) plain = ui_test_pixels (GTK_WIDGET (f->canvas));

  g_assert_cmpint (care_timeline_view_get_selected (f->view), ==, -1);
  care_timeline_view_select (f->view, BARRIERS);
  g_assert_cmpint (care_timeline_view_get_selected (f->view), ==, BARRIERS);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button (f, BARRIERS)), GTK_ACCESSIBLE_STATE_SELECTED,
                                    TRUE);
  g_assert_cmpint (f->activated, ==, -1);
  g_autoptr (GBytes) ringed = ui_test_pixels (GTK_WIDGET (f->canvas));
  g_assert_false (g_bytes_equal (plain, ringed));
  care_timeline_view_select (f->view, UNDATED);
  care_timeline_view_select (f->view, -1);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button (f, BARRIERS)), GTK_ACCESSIBLE_STATE_SELECTED,
                                    FALSE);
  g_autoptr (GBytes) again = ui_test_pixels (GTK_WIDGET (f->canvas));
  g_assert_true (g_bytes_equal (plain, again));
}

static void
test_keeps_focus_when_set_again (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (button (f, BARRIERS));
  fill (f->view);
  ui_test_draw (GTK_WIDGET (f->view));
  g_assert_true (gtk_window_get_focus (f->window) == button (f, BARRIERS));
  care_timeline_view_set (f->view, NULL, 0, NULL, 0, NULL, 0);
  ui_test_draw (GTK_WIDGET (f->view));
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (f->view), GTK_TYPE_BUTTON), ==, 0);
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (f->view)));
}

static void
test_dark (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) light = ui_test_pixels (GTK_WIDGET (f->canvas));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_autoptr (GBytes) dark = ui_test_pixels (GTK_WIDGET (f->canvas));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_false (g_bytes_equal (light, dark));
}

static void
test_lets_go (void)
{
  CareTimelineView *view = g_object_ref_sink (CARE_TIMELINE_VIEW (care_timeline_view_new ()));
  int least;

  fill (view);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/timeline-view/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("marks-are-where-the-layout-says", test_marks_are_where_the_layout_says);
  ADD ("names", test_names);
  ADD ("arrows", test_arrows);
  ADD ("mirrored", test_mirrored);
  ADD ("home-and-end", test_home_and_end);
  ADD ("one-tab-stop", test_one_tab_stop);
  ADD ("activates", test_activates);
  ADD ("selects", test_selects);
  ADD ("keeps-focus-when-set-again", test_keeps_focus_when_set_again);
  ADD ("dark", test_dark);
#undef ADD
  g_test_add_func ("/timeline-view/lets-go", test_lets_go);
  return g_test_run ();
}
