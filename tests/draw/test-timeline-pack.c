/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In what order entries have their rows, and how one goes from one to the next. */

#include "timeline-fixture.h"

#define ROUNDS 1000

static void
assert_same_layout (CareTimelinePack *pack, CareTimelinePack *other, guint n)
{
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
      double scale = care_timeline_pack_scale (timeline_fixture_random_scale (rand)), edge = 0;
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      g_autoptr (TimelineFixture) other = NULL;
      g_autoptr (CareTimelinePack) pack = NULL;
      g_autoptr (CareTimelinePack) same = NULL;

      for (guint j = 1; j < fixture->entries->len; j += 3)
        g_array_index (fixture->entries, CareTimelineEntry, j).start
          = g_array_index (fixture->entries, CareTimelineEntry, j - 1).start;
      other = timeline_fixture_shuffle (fixture, rand);
      if (i % 4 == 0)
        edge = 735000 * scale;
      pack = timeline_fixture_pack_to_edge (fixture, scale, edge);
      same = timeline_fixture_pack_to_edge (other, scale, edge);
      assert_same_layout (pack, same, fixture->entries->len);
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
      other = timeline_fixture_shuffle (fixture, rand);
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

static guint
get_distance (CareTimelinePack *pack, guint entry, CareDay day)
{
  CareDay first = care_timeline_entry_span (care_timeline_pack_get_entry (pack, entry)).first;

  return first > day ? first - day : day - first;
}

/* No other that is shown in @lane begins nearer to @day. */
static void
assert_nearest (CareTimelinePack *pack, const TimelineFixture *fixture, guint lane, CareDay day)
{
  guint nearest = care_timeline_pack_get_nearest (pack, lane, day);

  for (guint i = 0; i < fixture->entries->len; i++)
    {
      CareTimelinePlace place = care_timeline_pack_get_place (pack, i, 1);

      if (place.lane != lane || place.is_hidden)
        continue;
      g_assert_cmpuint (nearest, !=, CARE_TIMELINE_NO_ENTRY);
      g_assert_cmpuint (get_distance (pack, nearest, day), <=, get_distance (pack, i, day));
    }
}

/* What is in no lane has no neighbours. */
static void
assert_nowhere (CareTimelinePack *pack, guint n)
{
  for (guint i = 0; i < n; i++)
    if (care_timeline_pack_get_place (pack, i, 1).lane == CARE_TIMELINE_NO_LANE)
      {
        g_assert_cmpuint (care_timeline_pack_get_next (pack, i), ==, CARE_TIMELINE_NO_ENTRY);
        g_assert_cmpuint (care_timeline_pack_get_previous (pack, i), ==, CARE_TIMELINE_NO_ENTRY);
      }
}

static void
test_walk (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2018);

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new_random (rand, 60);
      g_autoptr (CareTimelinePack) pack
        = timeline_fixture_pack (fixture, care_timeline_pack_scale (timeline_fixture_random_scale (rand)));

      for (guint lane = 0; lane < fixture->n_lanes; lane++)
        {
          const CareTimelineLanePlace *place = care_timeline_pack_get_lane (pack, lane);

          assert_walk (pack, lane);
          for (CareDay day = 700000; day < 760000; day += 1009)
            assert_nearest (pack, fixture, lane, day);
          g_assert_cmpuint (care_timeline_pack_find_lane (pack, place->y), ==, lane);
          g_assert_cmpuint (care_timeline_pack_find_lane (pack, place->y + place->height - 0.5), ==, lane);
        }
      assert_nowhere (pack, fixture->entries->len);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-pack/any-order", test_any_order);
  g_test_add_func ("/timeline-pack/who-comes-first", test_who_comes_first);
  g_test_add_func ("/timeline-pack/walk", test_walk);
  g_test_add_func ("/timeline-pack/walk-from-hidden", test_walk_from_hidden);

  return g_test_run ();
}
