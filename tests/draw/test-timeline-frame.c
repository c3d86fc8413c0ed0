/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be so of any timeline, at any scale, seen through any window. */

#include "timeline-fixture.h"

#include "care-vocabularies.h"

#include <math.h>

#define ROUNDS 1000
#define SLACK 0.02

/* How much of the viewport an interval takes. */
typedef struct
{
  double left, right, y, height;
} Box;

static void
assert_apart (const Box *a, const Box *b)
{
  g_assert_true (a->right <= b->left + SLACK || b->right <= a->left + SLACK
                 || a->y + a->height <= b->y + SLACK || b->y + b->height <= a->y + SLACK);
}

static void
assert_all_apart (const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      assert_apart (&g_array_index (boxes, Box, i), &g_array_index (boxes, Box, j));
}

static Box
box_of (const CareTimelineFrameMark *mark, CareTimelineStretch stretch, double line)
{
  return (Box){ stretch.x, (double) stretch.x + stretch.width, mark->y + line, 18 };
}

/* Of a frame whose labels are measured all texts are the whole of their room. */
static void
assert_labels_apart (const CareTimelineFrame *frame)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      Box label = box_of (&marks[i], marks[i].label, 0), words = box_of (&marks[i], marks[i].words, 18);

      if (marks[i].label.width > 0)
        g_array_append_val (boxes, label);
      if (marks[i].words.width > 0)
        g_array_append_val (boxes, words);
    }
  assert_all_apart (boxes);
}

static void
assert_marks_apart (const CareTimelineFrame *frame)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  guint n_marks, n_chips;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (frame, &n_chips);

  for (guint i = 0; i < n_marks; i++)
    {
      Box box = { marks[i].x, (double) marks[i].x + marks[i].width, marks[i].y, marks[i].height };

      g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < n_chips; i++)
    {
      Box box = { chips[i].x, (double) chips[i].x + chips[i].width, chips[i].y, chips[i].height };

      g_array_append_val (boxes, box);
    }
  assert_all_apart (boxes);
}

static void
assert_within (const CareTimelineFrameMark *mark, CareTimelineStretch part)
{
  if (part.width == 0)
    return;
  g_assert_cmpfloat (part.x, >=, mark->x - SLACK);
  g_assert_cmpfloat (part.x + part.width, <=, mark->x + mark->width + SLACK);
}

/* Within its mark, and not on @other. */
static void
assert_doubt (const CareTimelineFrameMark *mark, CareTimelineStretch doubt, CareTimelineStretch other)
{
  assert_within (mark, doubt);
  if (doubt.width > 0 && other.width > 0)
    g_assert_true (doubt.x + doubt.width <= other.x + SLACK || doubt.x >= other.x + other.width - SLACK);
}

/* Where a label was measured, it is within its mark; where it was not, it begins in it. */
static void
assert_mark_holds_its_parts (const CareTimelineFrameMark *mark, gboolean measured)
{
  assert_within (mark, mark->start);
  assert_within (mark, mark->line);
  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    assert_within (mark, mark->due[i]);
  assert_within (mark, mark->between);
  assert_within (mark, mark->revised);
  assert_within (mark, mark->reached);
  assert_doubt (mark, mark->start_doubt, mark->start);
  assert_doubt (mark, mark->due_doubt, mark->reached);
  assert_doubt (mark, mark->due_doubt, mark->symbol);
  assert_doubt (mark, mark->due_doubt, mark->reached_doubt);
  assert_doubt (mark, mark->reached_doubt, mark->symbol);
  assert_within (mark, mark->symbol);
  assert_within (mark, mark->source);
  if (!measured)
    {
      if (mark->label.width > 0)
        g_assert_true (mark->label.x >= mark->x - SLACK && mark->label.x <= mark->x + mark->width + SLACK);
      return;
    }
  assert_within (mark, mark->label);
  assert_within (mark, mark->words);
}

/* What has its own room for a label. */
static gboolean
is_measured (const TimelineFixture *fixture, const CareTimelineFrameMark *mark)
{
  const CareTimelineExtent *extent;

  if (fixture->extents == NULL)
    return FALSE;
  extent = &g_array_index (fixture->extents, CareTimelineExtent, mark->entry);
  return extent->label > 0 && mark->label.width == extent->label;
}

/* Where the pack says that it is. */
static void
assert_in_place (const CareTimelineFrame *frame, const CareTimelineFrameMark *mark)
{
  const CareTimelineViewport *viewport = care_timeline_frame_get_viewport (frame);
  CareTimelinePlace place = care_timeline_pack_get_place (care_timeline_frame_get_pack (frame), mark->entry, viewport->scale);

  g_assert_false (place.is_hidden);
  g_assert_cmpuint (place.row, ==, mark->row);
  g_assert_cmpfloat_with_epsilon (place.y - viewport->top, mark->y, SLACK);
  g_assert_cmpfloat_with_epsilon (place.height, mark->height, SLACK);
}

static void
assert_marks_sound (const TimelineFixture *fixture, const CareTimelineFrame *frame)
{
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      assert_mark_holds_its_parts (&marks[i], is_measured (fixture, &marks[i]));
      g_assert_cmpuint (marks[i].lane, ==, fixture->lanes[marks[i].entry]);
      assert_in_place (frame, &marks[i]);
    }
  assert_marks_apart (frame);
  assert_labels_apart (frame);
}

static gboolean
meets (CareSpan span, CareSpan seen)
{
  return span.first <= seen.last && span.last >= seen.first;
}

/* Of each lane that is seen in full, what is drawn and what is counted is what is there. */
static void
assert_all_is_counted (const TimelineFixture *fixture, CareTimelinePack *pack, const CareTimelineFrame *frame)
{
  const CareTimelineViewport *viewport = care_timeline_frame_get_viewport (frame);
  CareSpan seen = care_timeline_viewport_span (viewport);
  g_autofree guint *expected = g_new0 (guint, fixture->n_lanes), *found = g_new0 (guint, fixture->n_lanes);
  guint n_marks, n_chips;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (frame, &n_chips);

  for (guint i = 0; i < fixture->entries->len; i++)
    {
      CareTimelinePlace place = care_timeline_pack_get_place (pack, i, viewport->scale);
      CareSpan span = care_timeline_entry_span (care_timeline_pack_get_entry (pack, i));
      double left = viewport->first * viewport->scale;

      g_assert_true ((place.lane == CARE_TIMELINE_NO_LANE)
                     == (span.first == 0 || fixture->lanes[i] >= fixture->n_lanes));
      if (place.lane == CARE_TIMELINE_NO_LANE)
        continue;
      expected[place.lane]
        += place.is_hidden ? meets (span, seen) : place.right > left && place.left < left + viewport->width;
    }
  for (guint i = 0; i < n_marks; i++)
    found[marks[i].lane]++;
  for (guint i = 0; i < n_chips; i++)
    found[chips[i].lane] += chips[i].count;
  for (guint i = 0; i < fixture->n_lanes; i++)
    g_assert_cmpuint (found[i], ==, expected[i]);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The greatest number of marks of a lane that are at one place, with the space after them. */
static guint
count_deepest (const TimelineFixture *fixture, CareTimelinePack *pack, guint lane)
{
  double gap = round (timeline_fixture_metrics ().em * 0.6);
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  guint deepest = 0;

  for (guint i = 0; i < fixture->entries->len; i++)
    {
      CareTimelinePlace place = care_timeline_pack_get_place (pack, i, care_timeline_pack_get_scale (pack));
      double end = place.right + gap;

      if (place.lane != lane)
        continue;
      g_array_append_val (begins, place.left);
      g_array_append_val (ends, end);
    }
  g_array_sort (begins, compare_doubles);
  g_array_sort (ends, compare_doubles);
  for (guint i = 0, ended = 0; i < begins->len; i++)
    {
      while (g_array_index (ends, double, ended) <= g_array_index (begins, double, i))
        ended++;
      deepest = MAX (deepest, i + 1 - ended);
    }
  return deepest;
}

static void
assert_rows_are_fewest (const TimelineFixture *fixture, CareTimelinePack *pack)
{
  for (guint i = 0; i < fixture->n_lanes; i++)
    {
      const CareTimelineLanePlace *lane = care_timeline_pack_get_lane (pack, i);
      const CareTimelinePackLane *wanted = &fixture->lane[i];
      guint most = wanted->most > 0 ? wanted->most : CARE_TIMELINE_ROWS;

      if (wanted->mode == CARE_TIMELINE_LANE_FOLDED)
        {
          g_assert_cmpuint (lane->n_rows, ==, 0);
          g_assert_cmpuint (lane->n_hidden, ==, lane->n_entries);
          continue;
        }
      g_assert_true (wanted->mode == CARE_TIMELINE_LANE_FITTED || lane->n_hidden == 0);
      if (lane->n_hidden == 0)
        g_assert_cmpuint (lane->n_rows, ==, count_deepest (fixture, pack, i));
      else
        g_assert_true (count_deepest (fixture, pack, i) > most && lane->n_rows == most);
    }
}

static void
assert_hits (const CareTimelineFrame *frame)
{
  const CareTimelineViewport *viewport = care_timeline_frame_get_viewport (frame);
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      double left = MAX (marks[i].x, 0), right = MIN (marks[i].x + marks[i].width, viewport->width);
      double y = MAX (marks[i].y, 0) / 2 + MIN (marks[i].y + marks[i].height, viewport->height) / 2;

      g_assert_cmpuint (care_timeline_frame_hit (frame, (left + right) / 2, y), ==, marks[i].entry);
      g_assert_cmpuint (care_timeline_frame_hit (frame, (left + right) / 2, marks[i].y + marks[i].height + 1),
                        !=, marks[i].entry);
      if (marks[i].x > 1)
        g_assert_cmpuint (care_timeline_frame_hit (frame, marks[i].x - 1, y), ==, CARE_TIMELINE_NO_ENTRY);
      if (marks[i].x + marks[i].width + 1 < viewport->width)
        g_assert_cmpuint (care_timeline_frame_hit (frame, marks[i].x + marks[i].width + 1, y), ==,
                          CARE_TIMELINE_NO_ENTRY);
    }
}

/* Neither counts nor what is outside of the viewport is a mark. */
static void
assert_misses (const CareTimelineFrame *frame)
{
  const CareTimelineViewport *viewport = care_timeline_frame_get_viewport (frame);
  guint n_chips;
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (frame, &n_chips);

  for (guint i = 0; i < n_chips; i++)
    g_assert_cmpuint (care_timeline_frame_hit (frame, chips[i].x + chips[i].width / 2, chips[i].y + chips[i].height / 2), ==,
                      CARE_TIMELINE_NO_ENTRY);
  for (double x = 0; x < viewport->width; x += 10)
    {
      g_assert_cmpuint (care_timeline_frame_hit (frame, x, -1), ==, CARE_TIMELINE_NO_ENTRY);
      g_assert_cmpuint (care_timeline_frame_hit (frame, x, viewport->height), ==, CARE_TIMELINE_NO_ENTRY);
    }
}

static CareTimelineViewport
random_viewport (GRand *rand, const TimelineFixture *fixture, CareTimelinePack *pack, double scale)
{
  static const double widths[] = { 360, 800, 1280, 1920 };
  CareSpan span = timeline_fixture_span (fixture);
  double width = widths[g_rand_int_range (rand, 0, 4)];

  return (CareTimelineViewport){ .first
                                 = g_rand_double_range (rand, span.first - width / scale, span.last + 2.0),
                                 .scale = scale,
                                 .width = width,
                                 .height = care_timeline_pack_get_height (pack) };
}

static void
check_frames (const TimelineFixture *fixture, CareTimelinePack *pack, double scale, GRand *rand)
{
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();

  for (int i = 0; i < 3; i++)
    {
      CareTimelineViewport viewport = random_viewport (rand, fixture, pack, scale);

      care_timeline_frame_set (frame, pack, &viewport);
      assert_all_is_counted (fixture, pack, frame);
      assert_marks_sound (fixture, frame);
      assert_hits (frame);
      assert_misses (frame);
    }
}

/* Those that can be seen, where they are. */
static void
assert_lanes (const CareTimelineFrame *frame)
{
  CareTimelinePack *pack = care_timeline_frame_get_pack (frame);
  const CareTimelineViewport *viewport = care_timeline_frame_get_viewport (frame);
  guint n_lanes, next = 0;
  const CareTimelineFrameLane *lanes = care_timeline_frame_get_lanes (frame, &n_lanes);

  for (guint i = 0; i < care_timeline_pack_get_n_lanes (pack); i++)
    {
      const CareTimelineLanePlace *place = care_timeline_pack_get_lane (pack, i);

      if (place->y + place->height <= viewport->top || place->y >= viewport->top + viewport->height)
        continue;
      g_assert_cmpuint (next, <, n_lanes);
      g_assert_cmpuint (lanes[next].lane, ==, i);
      g_assert_cmpfloat_with_epsilon (lanes[next].y, place->y - viewport->top, SLACK);
      g_assert_cmpfloat_with_epsilon (lanes[next++].height, place->height, SLACK);
    }
  g_assert_cmpuint (next, ==, n_lanes);
}

/* Where lanes are scrolled, what is above and below what is seen of them is not hit. */
static void
test_scrolled_hits (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (1000, 3);
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, 0.25);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();

  for (guint i = 0; i < 20; i++)
    {
      double part = care_timeline_pack_get_height (pack) / 20;
      const CareTimelineViewport viewport = { 720000, 0.25, 1280, part * i, part };

      care_timeline_frame_set (frame, pack, &viewport);
      assert_lanes (frame);
      assert_misses (frame);
    }
}

/* Pulled down, and in a window that has more room than the lanes need. */
static void
test_beyond_lanes (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (20, 3);
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, 0.25);
  g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
  double height = care_timeline_pack_get_height (pack);
  const CareTimelineViewport viewport = { 720000, 0.25, 1280, -50, height + 100 };

  care_timeline_frame_set (frame, pack, &viewport);
  assert_lanes (frame);
  assert_misses (frame);
  for (double x = 0; x < viewport.width; x += 10)
    {
      g_assert_cmpuint (care_timeline_frame_hit (frame, x, 25), ==, CARE_TIMELINE_NO_ENTRY);
      g_assert_cmpuint (care_timeline_frame_hit (frame, x, height + 75), ==, CARE_TIMELINE_NO_ENTRY);
    }
}

/* A place is of the day that is drawn there. */
static void
test_days (void)
{
  const CareTimelineViewport viewport = { 720000.5, 4, 400, 0, 100 };

  for (CareDay day = 720001; day < 720100; day++)
    {
      double x = care_timeline_viewport_x (&viewport, day);

      g_assert_cmpint (care_timeline_viewport_day (&viewport, x), ==, day);
      g_assert_cmpint (care_timeline_viewport_day (&viewport, x + 3.9), ==, day);
    }
  g_assert_cmpint (care_timeline_viewport_day (&viewport, -1e9), ==, 1);
  g_assert_cmpint (care_timeline_viewport_day (&viewport, 1e9), ==, CARE_DAY_LAST);
}

static void
test_always (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1948);

  for (int i = 0; i < ROUNDS; i++)
    {
      double scale = timeline_fixture_random_scale (rand);
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, care_timeline_pack_scale (scale));

      g_assert_true (care_timeline_pack_scale (scale) <= scale
                     && scale < 2 * care_timeline_pack_scale (scale));
      assert_rows_are_fewest (fixture, pack);
      check_frames (fixture, pack, scale, rand);
    }
}

/* Until there is a pack for a smaller scale, marks may touch; what is written on them does not. */
static void
test_wrong_scale (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1992);

  for (int i = 0; i < 300; i++)
    {
      double scale = timeline_fixture_random_scale (rand);
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, scale * pow (2, i % 5));
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      CareTimelineViewport viewport = random_viewport (rand, fixture, pack, scale);

      care_timeline_frame_set (frame, pack, &viewport);
      assert_labels_apart (frame);
    }
}

/* In a lane of as many rows as are needed, labels have as much room as was measured. */
static void
assert_label_is_whole (const TimelineFixture *fixture, CareTimelinePack *pack, const CareTimelineFrameMark *mark)
{
  double measured = fixture->extents == NULL ? 0 : g_array_index (fixture->extents, CareTimelineExtent, mark->entry).label;

  if (care_timeline_pack_get_lane (pack, mark->lane)->mode == CARE_TIMELINE_LANE_ALL)
    g_assert_cmpfloat (mark->label.width, >=, measured - SLACK);
}

/* On paper no label goes over the edge, and still none touches another. */
static void
test_edge (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2010);

  for (int i = 0; i < 200; i++)
    {
      double scale = timeline_fixture_random_scale (rand);
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      double edge = (timeline_fixture_span (fixture).last + 1) * scale;
      g_autoptr (CareTimelinePack) pack = timeline_fixture_pack_to_edge (fixture, scale, edge);
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      const CareTimelineViewport viewport
        = { edge / scale - 1200 / scale, scale, 1200, 0, care_timeline_pack_get_height (pack) };
      guint n_marks;
      const CareTimelineFrameMark *marks;

      care_timeline_frame_set (frame, pack, &viewport);
      marks = care_timeline_frame_get_marks (frame, &n_marks);
      for (guint j = 0; j < n_marks; j++)
        {
          g_assert_cmpfloat (marks[j].label.x + marks[j].label.width, <=, 1200 + SLACK);
          assert_label_is_whole (fixture, pack, &marks[j]);
        }
      assert_marks_sound (fixture, frame);
      assert_rows_are_fewest (fixture, pack);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-frame/always", test_always);
  g_test_add_func ("/timeline-frame/wrong-scale", test_wrong_scale);
  g_test_add_func ("/timeline-frame/scrolled-hits", test_scrolled_hits);
  g_test_add_func ("/timeline-frame/beyond-lanes", test_beyond_lanes);
  g_test_add_func ("/timeline-frame/days", test_days);
  g_test_add_func ("/timeline-frame/edge", test_edge);

  return g_test_run ();
}
