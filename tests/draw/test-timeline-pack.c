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

static void
assert_marks_sound (const TimelineFixture *fixture, const CareTimelineFrame *frame)
{
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      assert_mark_holds_its_parts (&marks[i], is_measured (fixture, &marks[i]));
      g_assert_cmpuint (marks[i].lane, ==, fixture->lanes[marks[i].entry]);
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
  guint n_marks, n_chips;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (frame, &n_chips);

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
  for (guint i = 0; i < n_chips; i++)
    g_assert_true (care_timeline_frame_hit_chip (frame, chips[i].x + chips[i].width / 2, chips[i].y + 1)
                   == &chips[i]);
}

static CareTimelineViewport
random_viewport (GRand *rand, CareTimelinePack *pack, double scale)
{
  static const double widths[] = { 360, 800, 1280, 1920 };
  CareSpan span = care_timeline_pack_get_span (pack);
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
      CareTimelineViewport viewport = random_viewport (rand, pack, scale);

      care_timeline_frame_set (frame, pack, &viewport);
      assert_all_is_counted (fixture, pack, frame);
      assert_marks_sound (fixture, frame);
      assert_hits (frame);
    }
}

static double
random_scale (GRand *rand)
{
  return pow (2, g_rand_double_range (rand, -7, 8));
}

static void
test_always (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1948);

  for (int i = 0; i < ROUNDS; i++)
    {
      double scale = random_scale (rand);
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
      double scale = random_scale (rand);
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, scale * pow (2, i % 5));
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      CareTimelineViewport viewport = random_viewport (rand, pack, scale);

      care_timeline_frame_set (frame, pack, &viewport);
      assert_labels_apart (frame);
    }
}

/* The same, in another order. */
static TimelineFixture *
shuffle (const TimelineFixture *of, GRand *rand)
{
  TimelineFixture *self = g_new0 (TimelineFixture, 1);
  guint n = of->entries->len;

  self->entries = g_array_copy (of->entries);
  self->extents = of->extents == NULL ? NULL : g_array_copy (of->extents);
  self->lanes = g_memdup2 (of->lanes, (n + 1) * sizeof *of->lanes);
  self->lane = g_memdup2 (of->lane, (of->n_lanes + 1) * sizeof *of->lane);
  self->n_lanes = of->n_lanes;
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      CareTimelineEntry entry = g_array_index (self->entries, CareTimelineEntry, j);
      guint16 lane = self->lanes[j];

      g_array_index (self->entries, CareTimelineEntry, j)
        = g_array_index (self->entries, CareTimelineEntry, i - 1);
      g_array_index (self->entries, CareTimelineEntry, i - 1) = entry;
      self->lanes[j] = self->lanes[i - 1];
      self->lanes[i - 1] = lane;
      if (self->extents != NULL)
        {
          CareTimelineExtent extent = g_array_index (self->extents, CareTimelineExtent, j);

          g_array_index (self->extents, CareTimelineExtent, j)
            = g_array_index (self->extents, CareTimelineExtent, i - 1);
          g_array_index (self->extents, CareTimelineExtent, i - 1) = extent;
        }
    }
  return self;
}

static void
assert_same_layout (CareTimelinePack *pack, CareTimelinePack *other)
{
  guint n = care_timeline_pack_get_n_entries (pack);
  g_autofree guint *by_id = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    by_id[care_timeline_pack_get_entry (other, i)->id - 1] = i;
  for (guint i = 0; i < n; i++)
    {
      CareTimelinePlace place = care_timeline_pack_get_place (pack, i, 1);
      CareTimelinePlace same
        = care_timeline_pack_get_place (other, by_id[care_timeline_pack_get_entry (pack, i)->id - 1], 1);

      g_assert_cmpuint (place.lane, ==, same.lane);
      g_assert_cmpuint (place.row, ==, same.row);
      g_assert_cmpint (place.is_hidden, ==, same.is_hidden);
      g_assert_cmpfloat (place.y, ==, same.y);
      g_assert_cmpfloat (place.right, ==, same.right);
    }
  g_assert_cmpfloat (care_timeline_pack_get_height (pack), ==, care_timeline_pack_get_height (other));
}

/* Whatever the order is in which entries come; some of them have the same days. */
static void
test_any_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1979);

  for (int i = 0; i < ROUNDS; i++)
    {
      double scale = care_timeline_pack_scale (random_scale (rand));
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      g_autoptr (TimelineFixture) other = NULL;
      g_autoptr (CareTimelinePack) pack = NULL;
      g_autoptr (CareTimelinePack) same = NULL;

      for (guint j = 1; j < fixture->entries->len; j += 3)
        g_array_index (fixture->entries, CareTimelineEntry, j).start
          = g_array_index (fixture->entries, CareTimelineEntry, j - 1).start;
      other = shuffle (fixture, rand);
      pack = timeline_fixture_pack (fixture, scale);
      same = timeline_fixture_pack (other, scale);
      assert_same_layout (pack, same);
    }
}

/* What is overdue has a row before what is not, and so on down to events. */
static void
test_who_comes_first (void)
{
  static const struct
  {
    CareTimelineEntryShape shape;
    CareTimelineEntryState state;
    guint flags;
  } in_order[] = {
    { CARE_TIMELINE_ENTRY_PLEDGE, CARE_TIMELINE_ENTRY_OVERDUE, 0 },
    { CARE_TIMELINE_ENTRY_PLEDGE, CARE_TIMELINE_ENTRY_JUDGED, CARE_TIMELINE_ENTRY_IS_LATE },
    { CARE_TIMELINE_ENTRY_PLEDGE, CARE_TIMELINE_ENTRY_JUDGED, 0 },
    { CARE_TIMELINE_ENTRY_PLEDGE, CARE_TIMELINE_ENTRY_NOT_DUE, 0 },
    { CARE_TIMELINE_ENTRY_LIMB, CARE_TIMELINE_ENTRY_NOT_DUE, 0 },
    { CARE_TIMELINE_ENTRY_POSITION, CARE_TIMELINE_ENTRY_NO_STATE, 0 },
    { CARE_TIMELINE_ENTRY_EVENT, CARE_TIMELINE_ENTRY_NO_STATE, 0 },
  };

  for (guint most = 1; most < G_N_ELEMENTS (in_order); most++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (most);
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (G_N_ELEMENTS (in_order), 1);
      g_autoptr (TimelineFixture) other = NULL;
      g_autoptr (CareTimelinePack) pack = NULL;

      fixture->lane[0].most = most;
      for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
        {
          g_array_index (fixture->entries, CareTimelineEntry, i)
            = (CareTimelineEntry){ .id = i + 1,
                                   .start = { 700000, 700000 + 10 * (7 - i) },
                                   .shape = (guint8) in_order[i].shape,
                                   .state = (guint8) in_order[i].state,
                                   .flags = (guint16) in_order[i].flags };
          fixture->lanes[i] = 0;
        }
      other = shuffle (fixture, rand);
      pack = timeline_fixture_pack (other, 1);
      for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
        g_assert_cmpint (care_timeline_pack_get_place (pack, i, 1).is_hidden, ==,
                         care_timeline_pack_get_entry (pack, i)->id > most);
    }
}

static void
assert_walk (CareTimelinePack *pack, guint lane)
{
  const CareTimelineLanePlace *place = care_timeline_pack_get_lane (pack, lane);
  guint n = 0, last = CARE_TIMELINE_NO_ENTRY;

  for (guint i = care_timeline_pack_get_first (pack, lane); i != CARE_TIMELINE_NO_ENTRY;
       i = care_timeline_pack_get_next (pack, i))
    {
      const CareTimelineEntry *entry = care_timeline_pack_get_entry (pack, i);
      guint nearest = care_timeline_pack_get_nearest (pack, lane, care_timeline_entry_span (entry).first);

      g_assert_cmpuint (care_timeline_pack_get_previous (pack, i), ==, last);
      g_assert_true (last == CARE_TIMELINE_NO_ENTRY
                     || care_timeline_entry_compare (care_timeline_pack_get_entry (pack, last), entry) < 0);
      g_assert_cmpuint (care_timeline_entry_span (care_timeline_pack_get_entry (pack, nearest)).first, ==,
                        care_timeline_entry_span (entry).first);
      g_assert_false (care_timeline_pack_get_place (pack, i, 1).is_hidden);
      last = i;
      n++;
    }
  g_assert_cmpuint (n, ==, place->n_entries - place->n_hidden);
  g_assert_cmpuint (care_timeline_pack_get_last (pack, lane), ==, last);
}

static void
test_walk (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2018);

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      g_autoptr (CareTimelinePack) pack
        = timeline_fixture_pack (fixture, care_timeline_pack_scale (random_scale (rand)));

      for (guint lane = 0; lane < fixture->n_lanes; lane++)
        {
          const CareTimelineLanePlace *place = care_timeline_pack_get_lane (pack, lane);

          assert_walk (pack, lane);
          g_assert_cmpuint (care_timeline_pack_find_lane (pack, place->y), ==, lane);
          g_assert_cmpuint (care_timeline_pack_find_lane (pack, place->y + place->height - 0.5), ==, lane);
        }
      g_assert_cmpuint (care_timeline_pack_find_lane (pack, -1), ==, CARE_TIMELINE_NO_LANE);
      g_assert_cmpuint (care_timeline_pack_find_lane (pack, care_timeline_pack_get_height (pack)), ==,
                        CARE_TIMELINE_NO_LANE);
    }
}

/* A hidden one is between its neighbours in time as well. */
static void
test_walk_from_hidden (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (2000, 7);
  g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, 0.0625);
  guint n_hidden = 0;

  for (guint i = 0; i < fixture->entries->len; i++)
    {
      guint next = care_timeline_pack_get_next (pack, i),
            previous = care_timeline_pack_get_previous (pack, i);
      const CareTimelineEntry *entry = care_timeline_pack_get_entry (pack, i);

      if (!care_timeline_pack_get_place (pack, i, 1).is_hidden)
        continue;
      n_hidden++;
      g_assert_true (next == CARE_TIMELINE_NO_ENTRY
                     || care_timeline_entry_compare (care_timeline_pack_get_entry (pack, next), entry) > 0);
      g_assert_true (previous == CARE_TIMELINE_NO_ENTRY
                     || care_timeline_entry_compare (care_timeline_pack_get_entry (pack, previous), entry)
                          < 0);
      g_assert_true (next == CARE_TIMELINE_NO_ENTRY
                     || care_timeline_pack_get_previous (pack, next) == previous);
    }
  g_assert_cmpuint (n_hidden, >, 100);
}

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

/* On paper no label goes over the edge, and still none touches another. */
static void
test_edge (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2010);

  for (int i = 0; i < 200; i++)
    {
      double scale = random_scale (rand);
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      g_autoptr (CareTimelinePack) free = timeline_fixture_pack (fixture, scale);
      double edge = (care_timeline_pack_get_span (free).last + 1) * scale;
      g_autoptr (CareTimelinePack) pack = timeline_fixture_pack_to_edge (fixture, scale, edge);
      g_autoptr (TimelineFixture) other = shuffle (fixture, rand);
      g_autoptr (CareTimelinePack) same = timeline_fixture_pack_to_edge (other, scale, edge);
      g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
      const CareTimelineViewport viewport
        = { edge / scale - 1200 / scale, scale, 1200, 0, care_timeline_pack_get_height (pack) };
      guint n_marks;
      const CareTimelineFrameMark *marks;

      care_timeline_frame_set (frame, pack, &viewport);
      marks = care_timeline_frame_get_marks (frame, &n_marks);
      for (guint j = 0; j < n_marks; j++)
        if (is_measured (fixture, &marks[j]))
          g_assert_cmpfloat (marks[j].label.x + marks[j].label.width, <=, 1200 + SLACK);
      assert_marks_sound (fixture, frame);
      assert_rows_are_fewest (fixture, pack);
      assert_same_layout (pack, same);
    }
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
  g_assert_cmpuint (care_timeline_pack_get_span (pack).first, ==, 0);
  g_assert_cmpuint (care_timeline_pack_get_first (pack, 0), ==, CARE_TIMELINE_NO_ENTRY);
  g_assert_cmpuint (care_timeline_pack_get_last (pack, 0), ==, CARE_TIMELINE_NO_ENTRY);
  g_assert_cmpuint (care_timeline_pack_get_nearest (pack, 0, 720000), ==, CARE_TIMELINE_NO_ENTRY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-pack/always", test_always);
  g_test_add_func ("/timeline-pack/wrong-scale", test_wrong_scale);
  g_test_add_func ("/timeline-pack/any-order", test_any_order);
  g_test_add_func ("/timeline-pack/who-comes-first", test_who_comes_first);
  g_test_add_func ("/timeline-pack/walk", test_walk);
  g_test_add_func ("/timeline-pack/walk-from-hidden", test_walk_from_hidden);
  g_test_add_func ("/timeline-pack/scrolled", test_scrolled);
  g_test_add_func ("/timeline-pack/edge", test_edge);
  g_test_add_func ("/timeline-pack/label-stays", test_label_stays);
  g_test_add_func ("/timeline-pack/t9", test_t9);
  g_test_add_func ("/timeline-pack/empty", test_empty);

  return g_test_run ();
}
