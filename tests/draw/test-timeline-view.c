/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a viewport shows, in cases by name. */

#include "timeline-fixture.h"

#define SLACK 0.02

/* Scrolled anywhere, it shows what it shows of the same lanes when all can be seen. */
static void
test_scrolled (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (1000, 3);
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, 0.25);
  g_autoptr (CareTimelineFrame) all = care_timeline_frame_new (), some = care_timeline_frame_new ();
  double height = care_timeline_pack_get_height (pack);
  CareTimelineViewport viewport = { .first = 720000, .scale = 0.25, .width = 1280, .height = height };
  guint n_all, n_some, n_found = 0;
  const CareTimelineFrameMark *whole, *part;

  care_timeline_frame_set (all, pack, &viewport);
  whole = care_timeline_frame_get_marks (all, &n_all);
  viewport.top = height / 3;
  viewport.height = height / 3;
  care_timeline_frame_set (some, pack, &viewport);
  part = care_timeline_frame_get_marks (some, &n_some);
  for (guint i = 0; i < n_all; i++)
    {
      if (whole[i].y + whole[i].height <= viewport.top || whole[i].y >= viewport.top + viewport.height)
        continue;
      while (n_found < n_some && part[n_found].entry != whole[i].entry)
        n_found++;
      g_assert_cmpuint (n_found, <, n_some);
      g_assert_cmpfloat_with_epsilon (part[n_found].y, whole[i].y - viewport.top, SLACK);
    }
  g_assert_cmpuint (n_some, <, n_all);
  g_assert_cmpuint (n_some, >, 10);
}

/* The label of a bar that began before the view stands at the left edge, as far as the bar goes. */
static void
check_label_stays (gboolean measured)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelinePack) pack = NULL;
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  CareTimelineViewport viewport = { .scale = 1, .width = 800 };
  const CareTimelineEntry *entry = &g_array_index (fixture->entries, CareTimelineEntry, 1);
  guint n_marks, n_seen = 0;
  double last_x = 0;

  for (guint i = 0; i < fixture->entries->len; i++)
    fixture->lanes[i] = i == 1 ? 0 : CARE_TIMELINE_NO_LANE;
  if (!measured)
    g_clear_pointer (&fixture->extents, g_array_unref);
  pack = timeline_fixture_pack (fixture, 1);
  viewport.height = care_timeline_pack_get_height (pack);
  for (CareDay first = entry->start.first; first < entry->due[0].last; first += 10)
    {
      const CareTimelineFrameMark *mark;

      viewport.first = first;
      care_timeline_frame_set (frame, pack, &viewport);
      mark = care_timeline_frame_get_marks (frame, &n_marks);
      g_assert_cmpuint (n_marks, ==, 1);
      last_x = mark->label.x;
      if (measured && mark->x + mark->width < mark->label.width)
        continue;
      n_seen++;
      g_assert_true (mark->label.width > 0 && (mark->label.x == 0 || first == entry->start.first));
    }
  g_assert_cmpuint (n_seen, >, 100);
  g_assert_true ((last_x < 0) == measured);
}

static void
test_label_stays (void)
{
  check_label_stays (TRUE);
  check_label_stays (FALSE);
}

/* "by 2018" with no reading: both readings are drawn, and that of the financial year. */
static void
test_t9 (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, 1);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  CareTimelineViewport viewport
    = { care_day_from_ymd (2017, 6, 1), 1, 1280, 0, care_timeline_pack_get_height (pack) };
  const CareTimelineFrameMark *mark;
  CareTimelineStretch strict, lenient;
  guint n_marks;

  care_timeline_frame_set (frame, pack, &viewport);
  mark = care_timeline_frame_get_marks (frame, &n_marks);
  while (n_marks > 0 && mark->entry != 0)
    mark++, n_marks--;
  g_assert_cmpuint (n_marks, >, 0);
  strict = mark->due[0];
  lenient = mark->due[2];
  g_assert_cmpfloat (strict.x + strict.width, ==,
                     care_timeline_viewport_x (&viewport, care_day_from_ymd (2018, 1, 1)));
  g_assert_cmpfloat (lenient.x + lenient.width, ==,
                     care_timeline_viewport_x (&viewport, care_day_from_ymd (2019, 1, 1)));
  g_assert_cmpfloat (mark->between.x, ==, strict.x + strict.width);
  g_assert_cmpfloat (mark->between.x + mark->between.width, ==, lenient.x + lenient.width);
  g_assert_cmpfloat (mark->due[1].x, >, strict.x);
  g_assert_cmpint (care_timeline_pack_get_entry (pack, 0)->state, ==, CARE_TIMELINE_ENTRY_OPEN);
}

static void
test_empty (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (0, 1);
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, 1);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  const CareTimelineViewport viewport = { 720000, 1, 800, 0, 600 };
  guint n;

  g_assert_cmpuint (care_timeline_frame_hit (frame, 10, 10), ==, CARE_TIMELINE_NO_ENTRY);
  care_timeline_frame_set (frame, pack, &viewport);
  care_timeline_frame_get_marks (frame, &n);
  g_assert_cmpuint (n, ==, 0);
  care_timeline_frame_get_lanes (frame, &n);
  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpuint (care_timeline_pack_get_first (pack, 0), ==, CARE_TIMELINE_NO_ENTRY);
  g_assert_cmpuint (care_timeline_pack_get_last (pack, 0), ==, CARE_TIMELINE_NO_ENTRY);
  g_assert_cmpuint (care_timeline_pack_get_nearest (pack, 0, 720000), ==, CARE_TIMELINE_NO_ENTRY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-view/scrolled", test_scrolled);
  g_test_add_func ("/timeline-view/label-stays", test_label_stays);
  g_test_add_func ("/timeline-view/t9", test_t9);
  g_test_add_func ("/timeline-view/empty", test_empty);

  return g_test_run ();
}
