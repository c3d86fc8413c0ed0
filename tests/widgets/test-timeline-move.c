/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the timeline moves, and what becomes of its buttons. */

#include "timeline-window.h"

#include "care-timeline-canvas-private.h"
#include "care-timeline-spot.h"

#define MANY 3000

static const CareTimelineViewport *
get_viewport (TimelineWindow *f)
{
  return care_timeline_frame_get_viewport (care_timeline_canvas_get_frame (f->canvas));
}

static void
go (TimelineWindow *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), action, NULL));
  timeline_window_settle (f);
}

static double
find_x (TimelineWindow *f, guint entry)
{
  const CareTimelineEntry *known = care_timeline_scene_get (care_timeline_view_get_scene (f->view), entry);

  return care_timeline_viewport_x (get_viewport (f), known->start.first);
}

static void
expect_in_sight (TimelineWindow *f, guint entry)
{
  const CareTimelineFrameMark *mark = timeline_window_mark (f, entry);

  g_assert_nonnull (mark);
  g_assert_cmpfloat (mark->x, >=, 0);
  g_assert_cmpfloat (mark->x + mark->width, <=, get_viewport (f)->width);
  g_assert_cmpfloat (mark->y, >=, 0);
  g_assert_cmpfloat (mark->y + mark->height, <=, get_viewport (f)->height);
}

static void
test_zooms_about_the_focus (TimelineWindow *f, gconstpointer data)
{
  double x, scale = get_viewport (f)->scale;

  gtk_widget_grab_focus (timeline_window_button (f, BARRIERS));
  x = find_x (f, BARRIERS);
  go (f, "timeline.zoom-in");
  go (f, "timeline.zoom-in");
  g_assert_cmpfloat_with_epsilon (get_viewport (f)->scale, scale * 1.5 * 1.5, 0.0001);
  g_assert_cmpfloat_with_epsilon (find_x (f, BARRIERS), x, 0.1);
  go (f, "timeline.zoom-out");
  g_assert_cmpfloat_with_epsilon (get_viewport (f)->scale, scale * 1.5, 0.0001);
  g_assert_cmpfloat_with_epsilon (find_x (f, BARRIERS), x, 0.1);
  timeline_window_expect_focus (f, BARRIERS);
}

static void
test_goes_from_all_to_days (TimelineWindow *f, gconstpointer data)
{
  double fit;

  go (f, "timeline.fit");
  fit = get_viewport (f)->scale;
  for (guint entry = 0; entry < UNDATED; entry++)
    g_assert_nonnull (timeline_window_mark (f, entry));
  go (f, "timeline.zoom-out");
  g_assert_cmpfloat_with_epsilon (get_viewport (f)->scale, fit, 0.0001);
  for (guint i = 0; i < 40; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "timeline.zoom-in", NULL));
  timeline_window_settle (f);
  g_assert_cmpfloat (get_viewport (f)->width / get_viewport (f)->scale, <, 7);
  g_assert_cmpfloat (get_viewport (f)->width / get_viewport (f)->scale, >, 1.5);
  go (f, "timeline.fit");
  g_assert_cmpfloat_with_epsilon (get_viewport (f)->scale, fit, 0.0001);
}

/* What the keys go to need not be in sight: the view follows, no farther than it must. */
static void
test_follows_the_keys (TimelineWindow *f, gconstpointer data)
{
  double first;

  gtk_widget_grab_focus (timeline_window_button (f, PIONEERS));
  for (guint i = 0; i < 8; i++)
    go (f, "timeline.zoom-in");
  g_assert_null (timeline_window_mark (f, PLAN));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_RIGHT));
  timeline_window_settle (f);
  timeline_window_expect_focus (f, PLAN);
  expect_in_sight (f, PLAN);
  first = get_viewport (f)->first;
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_RIGHT));
  timeline_window_settle (f);
  g_assert_cmpfloat (get_viewport (f)->first, ==, first);
}

/* Of what is longer than can be seen, no end is looked for. */
static void
test_stays_within_a_long_one (TimelineWindow *f, gconstpointer data)
{
  GtkAdjustment *time = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->canvas));
  double first;

  gtk_widget_grab_focus (timeline_window_button (f, JOINED_UP));
  for (guint i = 0; i < 8; i++)
    go (f, "timeline.zoom-in");
  gtk_adjustment_set_value (time, gtk_adjustment_get_upper (time) / 3);
  timeline_window_settle (f);
  g_assert_cmpfloat (find_x (f, JOINED_UP), <, 0);
  first = get_viewport (f)->first;
  care_timeline_view_select (f->view, JOINED_UP);
  timeline_window_settle (f);
  g_assert_cmpfloat (get_viewport (f)->first, ==, first);
}

static CareTimelineSpot *
get_focused (TimelineWindow *f)
{
  GtkWidget *focus = gtk_window_get_focus (f->window);

  g_assert_true (CARE_IS_TIMELINE_SPOT (focus));
  return CARE_TIMELINE_SPOT (focus);
}

/* Down to the last lane, and in it to the last row and to the counts below that; what has the keys can be seen. */
static void
test_follows_the_keys_down (TimelineWindow *f, gconstpointer data)
{
  gboolean has_counted = FALSE;

  timeline_window_fill_many (f, 30000);
  timeline_window_settle (f);
  gtk_widget_grab_focus (GTK_WIDGET (f->view));
  for (guint i = 0; i < 40; i++)
    {
      const CareTimelineFrameChip *chip;

      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_DOWN));
      timeline_window_settle (f);
      chip = care_timeline_spot_get_chip (get_focused (f));
      if (chip != NULL)
        {
          has_counted = TRUE;
          g_assert_cmpuint (timeline_window_lane (f, chip->lane).n_hidden, >, 0);
        }
      else
        {
          const CareTimelineFrameMark *mark = timeline_window_mark (f, care_timeline_spot_get_entry (get_focused (f)));

          g_assert_nonnull (mark);
          g_assert_cmpfloat (mark->y, >=, 0);
          g_assert_cmpfloat (mark->y + mark->height, <=, get_viewport (f)->height);
        }
    }
  g_assert_true (has_counted);
  g_assert_cmpfloat (get_viewport (f)->top, >, 0);
}

static void
test_goes_to_the_day (TimelineWindow *f, gconstpointer data)
{
  double x;

  gtk_widget_grab_focus (timeline_window_button (f, PIONEERS));
  for (guint i = 0; i < 6; i++)
    go (f, "timeline.zoom-in");
  go (f, "timeline.as-of");
  x = care_timeline_viewport_x (get_viewport (f), care_day_from_ymd (2019, 6, 1));
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, get_viewport (f)->width);
}

static double
find_day_x (TimelineWindow *f, CareDay day)
{
  return care_timeline_viewport_x (get_viewport (f), day);
}

static void
expect_day_in_sight (TimelineWindow *f, CareDay day)
{
  g_assert_cmpfloat (find_day_x (f, day), >=, 0);
  g_assert_cmpfloat (find_day_x (f, day), <, get_viewport (f)->width);
}

/* A day that is chosen is gone to where it was out of sight; where it was not, nothing moves. */
static void
test_follows_the_day (TimelineWindow *f, gconstpointer data)
{
  CareDay near = care_day_from_ymd (2013, 12, 1), far = care_day_from_ymd (2017, 3, 1);
  double first;

  gtk_widget_grab_focus (timeline_window_button (f, PIONEERS));
  for (guint i = 0; i < 6; i++)
    go (f, "timeline.zoom-in");
  g_assert_cmpfloat (find_day_x (f, far), >, get_viewport (f)->width);
  timeline_window_fill_as_of (f, far);
  timeline_window_settle (f);
  g_assert_cmpfloat_with_epsilon (find_day_x (f, far), get_viewport (f)->width / 2, 1);
  timeline_window_fill_as_of (f, near);
  timeline_window_settle (f);
  expect_day_in_sight (f, near);
  first = get_viewport (f)->first;
  timeline_window_fill_as_of (f, near + 1);
  timeline_window_settle (f);
  g_assert_cmpfloat (get_viewport (f)->first, ==, first);
}

/* So does its handle, by keys; and what is fitted stays so. */
static void
test_follows_the_handle (TimelineWindow *f, gconstpointer data)
{
  GtkWidget *handle = ui_test_find_label (GTK_WIDGET (f->view), GTK_TYPE_BUTTON, "As of 1 June 2019");
  double scale;

  for (guint i = 0; i < 8; i++)
    go (f, "timeline.zoom-in");
  go (f, "timeline.as-of");
  ui_test_press (handle, GDK_KEY_Page_Down);
  timeline_window_settle (f);
  expect_day_in_sight (f, care_day_from_ymd (2018, 6, 1));
  go (f, "timeline.fit");
  scale = get_viewport (f)->scale;
  timeline_window_fill_as_of (f, care_day_from_ymd (2030, 1, 1));
  timeline_window_settle (f);
  g_assert_cmpfloat (get_viewport (f)->scale, <, scale);
  expect_day_in_sight (f, care_day_from_ymd (2030, 1, 1));
}

/* By as much as the fingers are farther apart than at first, about the point between them. */
static void
test_pinched (TimelineWindow *f, gconstpointer data)
{
  double scale, x = find_day_x (f, care_day_from_ymd (2015, 2, 1)), middle = x + f->canvas->gutter;

  scale = get_viewport (f)->scale;
  f->canvas->pinched = 1;
  care_timeline_canvas_pinch (f->canvas, 2, middle, 200);
  care_timeline_canvas_pinch (f->canvas, 4, middle, 200);
  timeline_window_settle (f);
  g_assert_cmpfloat_with_epsilon (get_viewport (f)->scale, 4 * scale, 0.0001);
  g_assert_cmpfloat_with_epsilon (find_day_x (f, care_day_from_ymd (2015, 2, 1)), x, 0.5);
  care_timeline_canvas_pinch (f->canvas, 3, middle, 200);
  timeline_window_settle (f);
  g_assert_cmpfloat_with_epsilon (get_viewport (f)->scale, 3 * scale, 0.0001);
}

static GtkAdjustment *
get_adjustment (TimelineWindow *f, GtkOrientation orientation)
{
  GtkScrollable *scrollable = GTK_SCROLLABLE (f->canvas);

  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_scrollable_get_hadjustment (scrollable)
                                                   : gtk_scrollable_get_vadjustment (scrollable);
}

static void
test_scrolls (TimelineWindow *f, gconstpointer data)
{
  GtkAdjustment *time = get_adjustment (f, GTK_ORIENTATION_HORIZONTAL);
  double first, scale;

  for (guint i = 0; i < 4; i++)
    go (f, "timeline.zoom-in");
  first = get_viewport (f)->first;
  scale = get_viewport (f)->scale;
  gtk_adjustment_set_value (time, gtk_adjustment_get_value (time) + 100);
  timeline_window_settle (f);
  g_assert_cmpfloat_with_epsilon (get_viewport (f)->first, first + 100 / scale, 0.01);
  g_assert_cmpfloat_with_epsilon (get_viewport (f)->scale, scale, 0.0001);
}

/* A screen reader knows of no button that is not there. */
static gboolean
expect_told_as_mapped (GtkWidget *spot)
{
  gboolean is_mapped = gtk_widget_get_mapped (spot);

  if (!is_mapped)
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  else if (gtk_test_accessible_has_state (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_STATE_HIDDEN))
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  return is_mapped;
}

/* Every mark and every count in sight has a button with a name, and nothing else has. */
static guint
expect_buttons (TimelineWindow *f)
{
  guint n_marks, n_chips, n_shown = 0;
  const CareTimelineFrame *frame = care_timeline_canvas_get_frame (f->canvas);
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  care_timeline_frame_get_chips (frame, &n_chips);
  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pledge %u", marks[i].entry);
      GtkWidget *button = timeline_window_button (f, marks[i].entry);

      g_assert_nonnull (button);
      g_assert_true (gtk_widget_get_mapped (button));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_shown += CARE_IS_TIMELINE_SPOT (child) && expect_told_as_mapped (child);
  g_assert_cmpuint (n_shown, ==, n_marks + n_chips);
  return n_marks + n_chips;
}

static guint
count_spots (TimelineWindow *f)
{
  return ui_test_count (GTK_WIDGET (f->canvas), CARE_TYPE_TIMELINE_SPOT);
}

static void
test_buttons_are_used_again (TimelineWindow *f, gconstpointer data)
{
  GtkAdjustment *time = get_adjustment (f, GTK_ORIENTATION_HORIZONTAL);
  guint most;

  timeline_window_fill_many (f, MANY);
  timeline_window_settle (f);
  most = expect_buttons (f);
  g_assert_cmpuint (most, >, 20);
  for (guint i = 0; i < 3; i++)
    go (f, "timeline.zoom-in");
  for (guint i = 0; i < 10; i++)
    {
      gtk_adjustment_set_value (time, gtk_adjustment_get_upper (time) * i / 10);
      timeline_window_settle (f);
      most = MAX (most, expect_buttons (f));
    }
  g_assert_cmpuint (most, <, MANY / 4);
  g_assert_cmpuint (count_spots (f), <=, most + N_ITEMS);
}

/* There are more texts than are shaped in a frame: those that come later come without a move. */
static void
test_no_text_stays_away (TimelineWindow *f, gconstpointer data)
{
  GtkAdjustment *time = get_adjustment (f, GTK_ORIENTATION_HORIZONTAL);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) away = NULL;
  g_autoptr (GBytes) again = NULL;
  double value;

  timeline_window_fill_many (f, MANY);
  timeline_window_settle (f);
  go (f, "timeline.zoom-in");
  first = ui_test_pixels (GTK_WIDGET (f->canvas));
  value = gtk_adjustment_get_value (time);
  gtk_adjustment_set_value (time, value + 30);
  timeline_window_settle (f);
  away = ui_test_pixels (GTK_WIDGET (f->canvas));
  g_assert_false (g_bytes_equal (first, away));
  gtk_adjustment_set_value (time, value);
  timeline_window_settle (f);
  again = ui_test_pixels (GTK_WIDGET (f->canvas));
  g_assert_true (g_bytes_equal (first, again));
}

/* What is written beside a mark is a part of its button, whatever the layout kept room for; it
 * ends before the next mark of the row. */
static void
test_buttons_cover_texts (TimelineWindow *f, gconstpointer data)
{
  guint n_marks, n_wider = 0;
  const CareTimelineFrameMark *marks;

  timeline_window_fill_many (f, MANY);
  timeline_window_settle (f);
  for (guint i = 0; i < 3; i++)
    go (f, "timeline.zoom-in");
  marks = care_timeline_frame_get_marks (care_timeline_canvas_get_frame (f->canvas), &n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      GtkWidget *button = timeline_window_button (f, marks[i].entry);
      gboolean is_last = i + 1 == n_marks || marks[i + 1].lane != marks[i].lane || marks[i + 1].row != marks[i].row;
      graphene_rect_t box, next;

      g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (f->canvas), &box));
      if (is_last)
        continue;
      g_assert_true (gtk_widget_compute_bounds (timeline_window_button (f, marks[i + 1].entry), GTK_WIDGET (f->canvas), &next));
      g_assert_cmpfloat (box.origin.x + box.size.width, <=, next.origin.x + 1);
      n_wider += box.size.width > marks[i].width + 20;
      if (box.size.width > marks[i].width + 20)
        g_assert_true (gtk_widget_pick (GTK_WIDGET (f->canvas), box.origin.x + box.size.width - 2, box.origin.y + 2, GTK_PICK_DEFAULT)
                       == button);
    }
  g_assert_cmpuint (n_wider, >, 0);
}

static void
test_focus_stays_out_of_sight (TimelineWindow *f, gconstpointer data)
{
  GtkAdjustment *time = get_adjustment (f, GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_grab_focus (timeline_window_button (f, PIONEERS));
  for (guint i = 0; i < 8; i++)
    go (f, "timeline.zoom-in");
  gtk_adjustment_set_value (time, gtk_adjustment_get_upper (time));
  timeline_window_settle (f);
  g_assert_null (timeline_window_mark (f, PIONEERS));
  timeline_window_expect_focus (f, PIONEERS);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_LEFT));
  timeline_window_settle (f);
  timeline_window_expect_focus (f, JOINED_UP);
}

static CareTimelineSpot *
find_chip (TimelineWindow *f)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CARE_IS_TIMELINE_SPOT (child) && gtk_widget_get_mapped (child)
        && care_timeline_spot_get_chip (CARE_TIMELINE_SPOT (child)) != NULL)
      return CARE_TIMELINE_SPOT (child);
  g_assert_not_reached ();
}

/* A count leads to its days, and at last to rows for all that is in its lane. */
static void
test_counts_are_opened (TimelineWindow *f, gconstpointer data)
{
  guint lane, hidden;
  CareSpan days;

  timeline_window_fill_many (f, MANY * 10);
  timeline_window_settle (f);
  days = care_timeline_spot_get_chip (find_chip (f))->days;
  g_signal_emit_by_name (find_chip (f), "clicked");
  timeline_window_settle (f);
  g_assert_cmpfloat (care_timeline_viewport_x (get_viewport (f), days.first), >=, 0);
  g_assert_cmpfloat (care_timeline_viewport_x (get_viewport (f), days.last + 1), <=, get_viewport (f)->width);
  g_assert_cmpfloat ((days.last + 1 - days.first) * get_viewport (f)->scale, >, get_viewport (f)->width / 2);
  lane = care_timeline_spot_get_chip (find_chip (f))->lane;
  hidden = timeline_window_lane (f, lane).n_hidden;
  g_assert_cmpuint (hidden, >, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "lane.all", "x", (gint64) lane + 1));
  timeline_window_settle (f);
  g_assert_cmpuint (timeline_window_lane (f, lane).n_hidden, ==, 0);
  g_assert_cmpuint (timeline_window_lane (f, lane).n_rows, >, CARE_TIMELINE_ROWS);
}

/* What is selected stays in sight when what stands below takes more room. */
static void
test_stays_above_what_grows (TimelineWindow *f, gconstpointer data)
{
  guint entry;

  timeline_window_fill_many (f, 300);
  timeline_window_settle (f);
  for (entry = 0; timeline_window_mark (f, entry) == NULL
                  || timeline_window_mark (f, entry)->y + timeline_window_mark (f, entry)->height
                       <= get_viewport (f)->height;
       entry++)
    g_assert_cmpuint (entry, <, 300);
  care_timeline_view_select (f->view, entry);
  gtk_widget_set_size_request (f->after, -1, 120);
  timeline_window_settle (f);
  expect_in_sight (f, entry);
  gtk_widget_set_size_request (f->after, -1, 200);
  timeline_window_settle (f);
  expect_in_sight (f, entry);
}

/* From count to count of a lane, and no farther. */
static void
test_counts_by_keys (TimelineWindow *f, gconstpointer data)
{
  const CareTimelineFrameChip *first;
  guint lane, n_along = 0;

  timeline_window_fill_many (f, MANY * 10);
  timeline_window_settle (f);
  gtk_widget_grab_focus (GTK_WIDGET (find_chip (f)));
  lane = care_timeline_spot_get_chip (get_focused (f))->lane;
  for (guint i = 0; i < 40; i++)
    g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_LEFT));
  first = care_timeline_spot_get_chip (get_focused (f));
  g_assert_cmpuint (first->lane, ==, lane);
  for (float x = first->x - 1; care_timeline_spot_get_chip (get_focused (f))->x > x; n_along++)
    {
      x = care_timeline_spot_get_chip (get_focused (f))->x;
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_RIGHT));
      g_assert_cmpuint (care_timeline_spot_get_chip (get_focused (f))->lane, ==, lane);
    }
  g_assert_cmpuint (n_along, >, 3);
}

/* However often a count is opened, in the end all that it counts has a row. */
static void
test_counts_end (TimelineWindow *f, gconstpointer data)
{
  guint lane, n_opened = 0;

  timeline_window_fill_many (f, MANY * 10);
  timeline_window_settle (f);
  lane = care_timeline_spot_get_chip (find_chip (f))->lane;
  while (timeline_window_lane (f, lane).mode != CARE_TIMELINE_LANE_ALL)
    {
      g_assert_cmpuint (n_opened++, <, 10);
      g_signal_emit_by_name (find_chip (f), "clicked");
      timeline_window_settle (f);
    }
  g_assert_cmpuint (n_opened, >, 1);
  g_assert_cmpuint (timeline_window_lane (f, lane).n_hidden, ==, 0);
}

/* At either end of all time it can still be gone on. */
static void
test_ends_of_time (TimelineWindow *f, gconstpointer data)
{
  static const CareDay ends[] = { 1, CARE_DAY_LAST };

  g_assert_cmpuint (CARE_DAY_LAST, ==, care_day_from_ymd (9999, 12, 31));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      care_timeline_view_set_as_of (f->view, ends[i]);
      timeline_window_settle (f);
      gtk_widget_activate_action (GTK_WIDGET (f->view), "timeline.fit", NULL);
      timeline_window_settle (f);
      for (guint n = 0; n < 3; n++)
        {
          gtk_widget_activate_action (GTK_WIDGET (f->view), "timeline.as-of", NULL);
          gtk_widget_activate_action (GTK_WIDGET (f->view), "timeline.zoom-in", NULL);
          timeline_window_settle (f);
        }
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/timeline-move/" path, TimelineWindow, NULL, timeline_window_set_up, function, timeline_window_tear_down)
  ADD ("zooms-about-the-focus", test_zooms_about_the_focus);
  ADD ("goes-from-all-to-days", test_goes_from_all_to_days);
  ADD ("follows-the-keys", test_follows_the_keys);
  ADD ("stays-within-a-long-one", test_stays_within_a_long_one);
  ADD ("follows-the-keys-down", test_follows_the_keys_down);
  ADD ("goes-to-the-day", test_goes_to_the_day);
  ADD ("follows-the-day", test_follows_the_day);
  ADD ("follows-the-handle", test_follows_the_handle);
  ADD ("pinched", test_pinched);
  ADD ("scrolls", test_scrolls);
  ADD ("buttons-are-used-again", test_buttons_are_used_again);
  ADD ("no-text-stays-away", test_no_text_stays_away);
  ADD ("buttons-cover-texts", test_buttons_cover_texts);
  ADD ("focus-stays-out-of-sight", test_focus_stays_out_of_sight);
  ADD ("counts-are-opened", test_counts_are_opened);
  ADD ("counts-by-keys", test_counts_by_keys);
  ADD ("counts-end", test_counts_end);
  ADD ("stays-above-what-grows", test_stays_above_what_grows);
  ADD ("ends-of-time", test_ends_of_time);
#undef ADD
  return g_test_run ();
}
