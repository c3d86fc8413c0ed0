/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-window.h"

#include "care-timeline-canvas-private.h"
#include "care-timeline-card.h"
#include "care-timeline-head.h"

static GtkWidget *
button (TimelineWindow *f, guint entry)
{
  return timeline_window_button (f, entry);
}

static graphene_rect_t
bounds_of (TimelineWindow *f, GtkWidget *widget)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->canvas), &box));
  return box;
}

/* Where the lanes begin in the canvas. */
static graphene_point_t
origin (TimelineWindow *f)
{
  const CareTimelineViewport *viewport
    = care_timeline_frame_get_viewport (care_timeline_canvas_get_frame (f->canvas));
  GtkWidget *canvas = GTK_WIDGET (f->canvas);

  return GRAPHENE_POINT_INIT (gtk_widget_get_width (canvas) - (float) viewport->width,
                              gtk_widget_get_height (canvas) - (float) viewport->height);
}

static void
test_marks_are_where_the_layout_says (TimelineWindow *f, gconstpointer data)
{
  guint n_marks;
  const CareTimelineFrameMark *marks
    = care_timeline_frame_get_marks (care_timeline_canvas_get_frame (f->canvas), &n_marks);

  g_assert_cmpuint (n_marks, ==, N_ITEMS - 1);
  for (guint i = 0; i < n_marks; i++)
    {
      graphene_rect_t box = bounds_of (f, button (f, marks[i].entry));

      g_assert_cmpfloat_with_epsilon (box.origin.x, origin (f).x + marks[i].x, 1.01);
      g_assert_cmpfloat_with_epsilon (box.origin.y, origin (f).y + marks[i].y, 1.01);
      g_assert_cmpfloat_with_epsilon (box.size.width, marks[i].width, 2.01);
      g_assert_cmpfloat_with_epsilon (box.size.height, marks[i].height, 2.01);
    }
  g_assert_null (button (f, UNDATED));
}

static void
test_names (TimelineWindow *f, gconstpointer data)
{
  care_timeline_view_set_label (f->view, "Timeline");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (f, PLAN)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Plan, all of it");
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "7 entries, 1 without a date"));
}

static void
test_card (TimelineWindow *f, gconstpointer data)
{
  g_assert_true (gtk_widget_grab_focus (button (f, PLAN)));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "About Plan"));
  /* It stays for its button to be pressed. */
  g_assert_true (gtk_widget_grab_focus (f->before));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "About Plan"));
  care_timeline_view_select (f->view, BARRIERS);
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "About Barriers"));
}

static void
test_arrows (TimelineWindow *f, gconstpointer data)
{
  static const struct
  {
    guint from;
    GtkDirectionType direction;
    guint to;
  } cases[] = {
    { JOINED_UP, GTK_DIR_RIGHT, PIONEERS }, { PIONEERS, GTK_DIR_RIGHT, PLAN },
    { PLAN, GTK_DIR_RIGHT, PLAN },          { PLAN, GTK_DIR_LEFT, PIONEERS },
    { JOINED_UP, GTK_DIR_LEFT, JOINED_UP }, { JOINED_UP, GTK_DIR_UP, JOINED_UP },
    { JOINED_UP, GTK_DIR_DOWN, PIONEERS },  { PIONEERS, GTK_DIR_DOWN, DEVOLUTION },
    { BARRIERS, GTK_DIR_LEFT, DEVOLUTION }, { DEVOLUTION, GTK_DIR_UP, PIONEERS },
    { DEVOLUTION, GTK_DIR_DOWN, TRUSTS },   { TRUSTS, GTK_DIR_DOWN, TRUSTS },
    { TRUSTS, GTK_DIR_UP, DEVOLUTION },     { TRUSTS, GTK_DIR_RIGHT, TRUSTS },
  };

  /* What the cases rest on. */
  g_assert_cmpuint (timeline_window_mark (f, JOINED_UP)->row, ==, 0);
  g_assert_cmpuint (timeline_window_mark (f, PIONEERS)->row, ==, 1);
  g_assert_cmpuint (timeline_window_lane (f, 1).n_rows, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u in direction %d", cases[i].from, cases[i].direction);
      g_assert_true (gtk_widget_grab_focus (button (f, cases[i].from)));
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), cases[i].direction));
      timeline_window_expect_focus (f, cases[i].to);
    }
}

static void
test_home_and_end (TimelineWindow *f, gconstpointer data)
{
  gtk_widget_grab_focus (button (f, PIONEERS));
  ui_test_press (GTK_WIDGET (f->canvas), GDK_KEY_End);
  timeline_window_expect_focus (f, PLAN);
  ui_test_press (GTK_WIDGET (f->canvas), GDK_KEY_Home);
  timeline_window_expect_focus (f, JOINED_UP);
  ui_test_press (GTK_WIDGET (f->canvas), GDK_KEY_Page_Down);
  timeline_window_expect_focus (f, TRUSTS);
  ui_test_press (GTK_WIDGET (f->canvas), GDK_KEY_Page_Up);
  timeline_window_expect_focus (f, JOINED_UP);
}

static CareTimelineHead *
find_head (TimelineWindow *f, CareId key)
{
  GtkWidget *bar = ui_test_find (GTK_WIDGET (f->canvas), CARE_TYPE_TIMELINE_HEAD_BAR);

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (CARE_IS_TIMELINE_HEAD (child) && gtk_widget_get_visible (child)
        && care_timeline_head_get_key (CARE_TIMELINE_HEAD (child)) == key)
      return CARE_TIMELINE_HEAD (child);
  g_assert_not_reached ();
}

static GtkWidget *
find_name (TimelineWindow *f, CareId key)
{
  return care_timeline_head_get_button (find_head (f, key));
}

static gboolean
tab (TimelineWindow *f, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (f->window), direction);
}

static void
test_three_tab_stops (TimelineWindow *f, gconstpointer data)
{
  GtkWidget *handle = ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_BUTTON, "As of 1 June 2019");

  g_assert_nonnull (handle);
  gtk_widget_grab_focus (f->before);
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  timeline_window_expect_focus (f, JOINED_UP);
  g_assert_true (tab (f, GTK_DIR_RIGHT));
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == find_name (f, GOVERNMENT));
  g_assert_true (tab (f, GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (f->window) == find_name (f, CONSERVATIVE));
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == handle);
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_BUTTON, "Open"));
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
  for (guint i = 0; i < 4; i++)
    g_assert_true (tab (f, GTK_DIR_TAB_BACKWARD));
  timeline_window_expect_focus (f, PIONEERS);
  g_assert_true (tab (f, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->before);
}

static void
test_selects (TimelineWindow *f, gconstpointer data)
{
  g_autoptr (GBytes) plain = ui_test_pixels (GTK_WIDGET (f->canvas));
  g_autoptr (GBytes) ringed = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_cmpuint (care_timeline_view_get_selected (f->view), ==, CARE_TIMELINE_NO_ENTRY);
  g_signal_emit_by_name (button (f, BARRIERS), "clicked");
  g_assert_cmpuint (f->selected, ==, BARRIERS);
  g_assert_cmpuint (f->activated, ==, CARE_TIMELINE_NO_ENTRY);
  g_assert_cmpuint (care_timeline_view_get_selected (f->view), ==, BARRIERS);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button (f, BARRIERS)), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  ringed = ui_test_pixels (GTK_WIDGET (f->canvas));
  g_assert_false (g_bytes_equal (plain, ringed));
  care_timeline_view_select (f->view, CARE_TIMELINE_NO_ENTRY);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button (f, BARRIERS)), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  again = ui_test_pixels (GTK_WIDGET (f->canvas));
  g_assert_true (g_bytes_equal (plain, again));
}

static void
test_opens (TimelineWindow *f, gconstpointer data)
{
  GtkWidget *open = ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_BUTTON, "Open");

  g_assert_false (gtk_widget_get_sensitive (open));
  gtk_widget_grab_focus (button (f, PLAN));
  g_assert_true (gtk_widget_get_sensitive (open));
  g_signal_emit_by_name (open, "clicked");
  g_assert_cmpuint (f->activated, ==, PLAN);
  g_assert_cmpuint (care_timeline_view_get_selected (f->view), ==, PLAN);
}

/* Folded, its marks are counted; unfolded, they are there again. */
static void
test_folds (TimelineWindow *f, gconstpointer data)
{
  g_signal_emit_by_name (find_name (f, GOVERNMENT), "clicked");
  timeline_window_settle (f);
  g_assert_cmpint (timeline_window_lane (f, 0).mode, ==, CARE_TIMELINE_LANE_FOLDED);
  g_assert_null (button (f, JOINED_UP));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (find_name (f, GOVERNMENT)), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_true (gtk_widget_grab_focus (button (f, DEVOLUTION)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_UP));
  g_assert_false (gtk_window_get_focus (f->window) == button (f, DEVOLUTION));
  g_signal_emit_by_name (gtk_window_get_focus (f->window), "clicked");
  timeline_window_settle (f);
  g_assert_cmpint (timeline_window_lane (f, 0).mode, ==, CARE_TIMELINE_LANE_FITTED);
  g_assert_nonnull (button (f, JOINED_UP));
}

static void
test_lanes_are_moved (TimelineWindow *f, gconstpointer data)
{
  float before = bounds_of (f, find_name (f, LABOUR)).origin.y;

  gtk_widget_grab_focus (find_name (f, LABOUR));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "lane.up", "x", (gint64) LABOUR));
  timeline_window_settle (f);
  g_assert_cmpfloat (bounds_of (f, find_name (f, LABOUR)).origin.y, <, before);
  g_assert_cmpuint (timeline_window_mark (f, TRUSTS)->lane, ==, 1);
  g_assert_cmpuint (timeline_window_mark (f, BARRIERS)->lane, ==, 2);
  g_assert_true (gtk_window_get_focus (f->window) == find_name (f, LABOUR));
  timeline_window_fill (f);
  timeline_window_settle (f);
  g_assert_cmpuint (timeline_window_mark (f, TRUSTS)->lane, ==, 1);
}

static void
expect_lanes (TimelineWindow *f, const char *names)
{
  static const char *const names_of[] = { "", "Government", "Conservative", "Labour" };
  g_autoptr (GString) found = g_string_new (NULL);
  const CareTimelinePack *pack = care_timeline_frame_get_pack (care_timeline_canvas_get_frame (f->canvas));

  for (guint i = 0; i < care_timeline_pack_get_n_lanes (pack); i++)
    g_string_append_printf (found, "%s%s", names_of[CARE_TIMELINE_STAND (f->canvas, i)->key],
                            timeline_window_lane (f, i).mode == CARE_TIMELINE_LANE_FOLDED ? " folded, " : ", ");
  g_assert_cmpstr (found->str, ==, names);
}

/* Who has the names read to him hears them from the top down. */
static void
expect_heads_in_order (TimelineWindow *f)
{
  GtkWidget *first = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (find_head (f, LABOUR))));
  float y = -1;

  for (GtkWidget *head = first; head != NULL; head = gtk_widget_get_next_sibling (head))
    {
      graphene_rect_t box;

      if (!gtk_widget_get_visible (head))
        continue;
      g_assert_true (gtk_widget_compute_bounds (head, GTK_WIDGET (f->canvas), &box));
      g_assert_cmpfloat (box.origin.y, >, y);
      y = box.origin.y;
    }
}

/* Lanes that come back stand where they stood: where they always do, or where a person has put
 * them; in lanes of another sort nobody has put anything anywhere. */
static void
test_lanes_come_back (TimelineWindow *f, gconstpointer data)
{
  static const struct
  {
    guint sort, lanes;
    const char *expected;
  } cases[] = {
    { 0, 4, "Labour folded, " },
    { 0, 7, "Labour folded, Government, Conservative, " },
    { 0, 2, "Conservative, " },
    { 0, 6, "Labour folded, Conservative, " },
    { 0, 7, "Labour folded, Government, Conservative, " },
    { 1, 5, "Government, Labour, " },
    { 1, 7, "Government, Conservative, Labour, " },
  };

  timeline_window_fill_lanes (f, 0, 2);
  timeline_window_settle (f);
  timeline_window_fill_lanes (f, 0, 7);
  timeline_window_settle (f);
  expect_lanes (f, "Government, Conservative, Labour, ");
  expect_heads_in_order (f);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "lane.up", "x", (gint64) LABOUR));
      timeline_window_settle (f);
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "lane.fold", "x", (gint64) LABOUR));
  timeline_window_settle (f);
  expect_heads_in_order (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      timeline_window_fill_lanes (f, cases[i].sort, cases[i].lanes);
      timeline_window_settle (f);
      expect_lanes (f, cases[i].expected);
    }
}

static void
test_as_of_is_moved (TimelineWindow *f, gconstpointer data)
{
  GtkWidget *handle = ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_BUTTON, "As of 1 June 2019");
  CareDay day = care_day_from_ymd (2019, 6, 1);
  float before = bounds_of (f, handle).origin.x;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_ROLE_SLIDER);
  ui_test_press (handle, GDK_KEY_Left);
  g_assert_cmpuint (f->as_of, ==, day - 1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (handle)), ==, "As of 31 May 2019");
  ui_test_press (handle, GDK_KEY_Page_Down);
  g_assert_cmpuint (f->as_of, ==, day - 1 - 365);
  timeline_window_settle (f);
  g_assert_cmpfloat (bounds_of (f, handle).origin.x, <, before);
}

static void
test_mirrored (TimelineWindow *f, gconstpointer data)
{
  GtkWidget *canvas = GTK_WIDGET (f->canvas);
  graphene_rect_t before = bounds_of (f, button (f, PLAN)), after;
  g_autoptr (GBytes) plain = ui_test_pixels (canvas);
  g_autoptr (GBytes) mirrored = NULL;

  gtk_widget_set_direction (canvas, GTK_TEXT_DIR_RTL);
  gtk_widget_queue_allocate (canvas);
  timeline_window_settle (f);
  mirrored = ui_test_pixels (canvas);
  after = bounds_of (f, button (f, PLAN));
  g_assert_cmpfloat_with_epsilon (after.origin.x, gtk_widget_get_width (canvas) - before.origin.x - before.size.width, 1.01);
  g_assert_false (g_bytes_equal (plain, mirrored));
  g_assert_true (gtk_widget_grab_focus (button (f, JOINED_UP)));
  g_assert_true (gtk_widget_child_focus (canvas, GTK_DIR_LEFT));
  timeline_window_expect_focus (f, PIONEERS);
  ui_test_press (ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_BUTTON, "As of 1 June 2019"), GDK_KEY_Left);
  g_assert_cmpuint (f->as_of, ==, care_day_from_ymd (2019, 6, 2));
}

static void
test_keeps_focus_when_set_again (TimelineWindow *f, gconstpointer data)
{
  gtk_widget_grab_focus (button (f, BARRIERS));
  care_timeline_view_select (f->view, PLAN);
  timeline_window_fill (f);
  timeline_window_settle (f);
  timeline_window_expect_focus (f, BARRIERS);
  g_assert_cmpuint (care_timeline_view_get_selected (f->view), ==, PLAN);
  care_timeline_view_set (f->view, NULL, 0);
  ui_test_draw (GTK_WIDGET (f->view));
  g_assert_null (button (f, BARRIERS));
  g_assert_true (gtk_window_get_focus (f->window) == NULL || gtk_widget_get_mapped (gtk_window_get_focus (f->window)));
  g_assert_null (care_timeline_view_get_scene (f->view));
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (f->view)));
}

/* Nor is there anything where something was: what is let go is not chosen by a click. */
/* Keys that are elsewhere stay there, whatever had them before is gone. */
static void
test_leaves_focus_elsewhere (TimelineWindow *f, gconstpointer data)
{
  gtk_widget_grab_focus (button (f, PLAN));
  gtk_widget_grab_focus (f->before);
  timeline_window_fill_many (f, 5);
  timeline_window_settle (f);
  g_assert_true (gtk_window_get_focus (f->window) == f->before);
}

static void
test_let_go_of (TimelineWindow *f, gconstpointer data)
{
  guint n_marks, n_lanes;

  timeline_window_fill (f);
  timeline_window_settle (f);
  care_timeline_view_set (f->view, NULL, 0);
  care_timeline_frame_get_marks (care_timeline_canvas_get_frame (f->canvas), &n_marks);
  care_timeline_frame_get_lanes (care_timeline_canvas_get_frame (f->canvas), &n_lanes);
  g_assert_cmpuint (n_marks, ==, 0);
  g_assert_cmpuint (n_lanes, ==, 0);
  for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (f->canvas)); y += 4)
    for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (f->canvas)); x += 4)
      {
        GtkWidget *there = gtk_widget_pick (GTK_WIDGET (f->canvas), x, y, GTK_PICK_DEFAULT);

        g_assert_true (there == NULL || !GTK_IS_BUTTON (there));
        g_assert_cmpuint (care_timeline_frame_hit (care_timeline_canvas_get_frame (f->canvas), x, y), ==, CARE_TIMELINE_NO_ENTRY);
      }
}

static void
test_narrow (TimelineWindow *f, gconstpointer data)
{
  float gutter = origin (f).x;

  g_assert_cmpfloat (gutter, >, 100);
  gtk_window_set_default_size (f->window, 360, 600);
  ui_test_wait (gtk_widget_get_width (GTK_WIDGET (f->canvas)) <= 360);
  timeline_window_settle (f);
  g_assert_cmpfloat_with_epsilon (origin (f).x, 0, 0.01);
  /* Each name is above the marks of its lane. */
  g_assert_cmpfloat (bounds_of (f, find_name (f, LABOUR)).origin.y + bounds_of (f, find_name (f, LABOUR)).size.height, <=,
                     bounds_of (f, button (f, TRUSTS)).origin.y + 0.01);
}

/* Text twice as large has room in a narrow window, too. */
static void
test_large_text (TimelineWindow *f, gconstpointer data)
{
  int least;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  timeline_window_settle (f);
  gtk_widget_measure (GTK_WIDGET (f->view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (least, <=, 360);
}

/* Where the card would take more than a quarter of the height, lanes have all of it. */
static void
test_little_height (TimelineWindow *f, gconstpointer data)
{
  GtkWidget *card = ui_test_find (GTK_WIDGET (f->view), CARE_TYPE_TIMELINE_CARD);
  GtkWidget *lanes = gtk_widget_get_first_child (GTK_WIDGET (f->view));

  timeline_window_fill (f);
  timeline_window_settle (f);
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_cmpint (gtk_widget_get_height (lanes), >=, gtk_widget_get_height (GTK_WIDGET (f->view)) * 3 / 4);
  gtk_window_set_default_size (f->window, 400, 240);
  ui_test_wait (!gtk_widget_get_mapped (card));
  g_assert_cmpint (gtk_widget_get_height (lanes), ==, gtk_widget_get_height (GTK_WIDGET (f->view)));
  gtk_window_set_default_size (f->window, 900, 600);
  ui_test_wait (gtk_widget_get_mapped (card));
}

static void
test_dark (TimelineWindow *f, gconstpointer data)
{
  g_autoptr (GBytes) light = ui_test_pixels (GTK_WIDGET (f->canvas));
  g_autoptr (GBytes) dark = NULL;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  dark = ui_test_pixels (GTK_WIDGET (f->canvas));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_false (g_bytes_equal (light, dark));
}

/* What is scrolled is known before anything is allocated: GTK would warn of a bar that comes then. */
static void
test_scroll_bars_come_first (TimelineWindow *f, gconstpointer data)
{
  GtkAdjustment *time = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->canvas));
  double upper;

  care_timeline_view_set (f->view, NULL, 0);
  care_timeline_view_set_waiting (f->view, TRUE);
  ui_test_draw (GTK_WIDGET (f->view));
  g_assert_cmpfloat (gtk_adjustment_get_upper (time), ==, gtk_adjustment_get_page_size (time));
  timeline_window_fill_as_of (f, care_day_from_ymd (1948, 7, 5));
  care_timeline_view_set_waiting (f->view, FALSE);
  upper = gtk_adjustment_get_upper (time);
  g_assert_cmpfloat (upper, >, gtk_adjustment_get_page_size (time));
  ui_test_draw (GTK_WIDGET (f->view));
  g_assert_cmpfloat (gtk_adjustment_get_upper (time), ==, upper);
  care_timeline_view_set (f->view, NULL, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (time), ==, gtk_adjustment_get_page_size (time));
}

static void
test_lets_go (void)
{
  TimelineWindow f = { .view = g_object_ref_sink (CARE_TIMELINE_VIEW (care_timeline_view_new ())) };
  int least;

  timeline_window_fill (&f);
  gtk_widget_measure (GTK_WIDGET (f.view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  g_assert_finalize_object (f.view);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/timeline-view/" path, TimelineWindow, NULL, timeline_window_set_up, function, timeline_window_tear_down)
  ADD ("marks-are-where-the-layout-says", test_marks_are_where_the_layout_says);
  ADD ("names", test_names);
  ADD ("card", test_card);
  ADD ("arrows", test_arrows);
  ADD ("home-and-end", test_home_and_end);
  ADD ("three-tab-stops", test_three_tab_stops);
  ADD ("selects", test_selects);
  ADD ("opens", test_opens);
  ADD ("folds", test_folds);
  ADD ("lanes-are-moved", test_lanes_are_moved);
  ADD ("lanes-come-back", test_lanes_come_back);
  ADD ("as-of-is-moved", test_as_of_is_moved);
  ADD ("mirrored", test_mirrored);
  ADD ("keeps-focus-when-set-again", test_keeps_focus_when_set_again);
  ADD ("leaves-focus-elsewhere", test_leaves_focus_elsewhere);
  ADD ("let-go-of", test_let_go_of);
  ADD ("scroll-bars-come-first", test_scroll_bars_come_first);
  ADD ("narrow", test_narrow);
  ADD ("large-text", test_large_text);
  ADD ("little-height", test_little_height);
  ADD ("dark", test_dark);
#undef ADD
  g_test_add_func ("/timeline-view/lets-go", test_lets_go);
  return g_test_run ();
}
