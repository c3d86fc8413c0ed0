/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-entry.h"

#include "care-vocabularies.h"

static const CareTimelineEntry pledge = {
  .id = 7,
  .start = { 100, 130 },
  .due = { { 200, 200 }, { 300, 330 } },
  .reached = { 250, 270 },
};

static void
test_span (void)
{
  const CareTimelineEntry nothing = { 0 }, milestone = { .due = { { 40, 45 } } };
  CareTimelineEntry moved = pledge;
  CareSpan span = care_timeline_entry_span (&pledge);

  g_assert_cmpuint (span.first, ==, 100);
  g_assert_cmpuint (span.last, ==, 330);
  moved.revised = (CareSpan){ 60, 400 };
  span = care_timeline_entry_span (&moved);
  g_assert_cmpuint (span.first, ==, 60);
  g_assert_cmpuint (span.last, ==, 400);
  span = care_timeline_entry_span (&milestone);
  g_assert_cmpuint (span.first, ==, 40);
  g_assert_cmpuint (care_timeline_entry_count_due (&pledge), ==, 2);
  g_assert_cmpuint (care_timeline_entry_count_due (&milestone), ==, 1);
  g_assert_cmpuint (care_timeline_entry_count_due (&nothing), ==, 0);
  g_assert_cmpuint (span.last, ==, 45);
  span = care_timeline_entry_span (&nothing);
  g_assert_cmpuint (span.first, ==, 0);
  g_assert_cmpuint (span.last, ==, 0);
}

/* Each before those that follow it, and equal to itself only. */
static void
test_order (void)
{
  const CareTimelineEntry entries[] = {
    { .id = 9, .start = { 50, 50 } },
    { .id = 2, .start = { 50, 60 } },
    { .id = 3, .start = { 50, 60 } },
    { .id = 1, .start = { 50, 60 }, .shape = CARE_TIMELINE_ENTRY_EVENT },
    { .id = 1, .start = { 51, 51 } },
    { .id = 1 },
    { .id = 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    for (guint j = 0; j < G_N_ELEMENTS (entries); j++)
      {
        int order = care_timeline_entry_compare (&entries[i], &entries[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_slipped (void)
{
  CareTimelineEntry entry = pledge;

  g_assert_false (care_timeline_entry_is_slipped (&entry));
  entry.flags = CARE_TIMELINE_ENTRY_IS_LATE;
  g_assert_true (care_timeline_entry_is_slipped (&entry));
  entry.flags = 0;
  entry.revised = (CareSpan){ 90, 90 };
  g_assert_true (care_timeline_entry_is_slipped (&entry));
}

static void
test_words (void)
{
  guint8 index = care_timeline_entry_index (&care_vocabulary_delivery, "in-progress");

  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_delivery, index), ==, "in-progress");
  g_assert_cmpuint (care_timeline_entry_index (&care_vocabulary_delivery, "not-assessed"), ==, 1);
  g_assert_cmpuint (care_timeline_entry_index (&care_vocabulary_delivery, "kept"), ==, 0);
  g_assert_cmpuint (care_timeline_entry_index (&care_vocabulary_delivery, NULL), ==, 0);
  g_assert_null (care_timeline_entry_word (&care_vocabulary_delivery, 0));
}

static guint
count (const CareVocabulary *vocabulary)
{
  guint n = 0;

  while (vocabulary->terms[n].word != NULL)
    n++;
  return n;
}

/* A vocabulary that has grown beyond what an entry has room for would be told wrongly. */
static void
test_room (void)
{
  CareTimelineEntry entry = { .delivery = count (&care_vocabulary_delivery),
                              .source_delivery = count (&care_vocabulary_delivery),
                              .timeliness = count (&care_vocabulary_timeliness),
                              .kind = MAX (count (&care_vocabulary_pledge), count (&care_vocabulary_event)),
                              .shape = CARE_TIMELINE_ENTRY_EVENT,
                              .state = CARE_TIMELINE_ENTRY_LAPSED,
                              .flags = CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT };

  g_assert_cmpuint (entry.delivery, ==, count (&care_vocabulary_delivery));
  g_assert_cmpuint (entry.source_delivery, ==, count (&care_vocabulary_delivery));
  g_assert_cmpuint (entry.timeliness, ==, count (&care_vocabulary_timeliness));
  g_assert_cmpuint (entry.kind, ==, MAX (count (&care_vocabulary_pledge), count (&care_vocabulary_event)));
  g_assert_cmpuint (entry.shape, ==, CARE_TIMELINE_ENTRY_EVENT);
  g_assert_cmpuint (entry.state, ==, CARE_TIMELINE_ENTRY_LAPSED);
  g_assert_cmpuint (entry.flags, ==, CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT);
}

static void
assert_said (CareTimelineEntry entry, const char *delivery, const char *timeliness, const char *expected)
{
  g_autofree char *said = NULL;

  entry.delivery = care_timeline_entry_index (&care_vocabulary_delivery, delivery);
  entry.timeliness = care_timeline_entry_index (&care_vocabulary_timeliness, timeliness);
  said = care_timeline_entry_say_state (&entry);
  g_assert_cmpstr (said, ==, expected);
}

static void
test_state (void)
{
  CareTimelineEntry late = { .state = CARE_TIMELINE_ENTRY_JUDGED,
                             .flags = CARE_TIMELINE_ENTRY_IS_LATE,
                             .late_least = 9,
                             .late_most = 9 };
  const CareTimelineEntry judged = { .state = CARE_TIMELINE_ENTRY_JUDGED },
                          overdue = { .state = CARE_TIMELINE_ENTRY_OVERDUE },
                          milestone = { .state = CARE_TIMELINE_ENTRY_OVERDUE, .shape = CARE_TIMELINE_ENTRY_MILESTONE },
                          open = { .state = CARE_TIMELINE_ENTRY_OPEN },
                          lapsed = { .state = CARE_TIMELINE_ENTRY_LAPSED },
                          not_due = { .state = CARE_TIMELINE_ENTRY_NOT_DUE }, event = { 0 };

  assert_said (late, "in-progress", "missed", "in progress, missed, nine months late");
  late.late_least = 8;
  assert_said (late, "delivered", NULL, "delivered, eight to nine months late");
  late.late_least = late.late_most = 0;
  assert_said (late, "delivered", NULL, "delivered, less than a month late");
  assert_said (judged, "not-assessed", "missed", "missed");
  assert_said (judged, "cannot-be-rated", "not-assessed", "cannot be rated");
  assert_said (overdue, NULL, NULL, "overdue, no verdict");
  assert_said (overdue, "in-progress", NULL, "in progress, overdue, no verdict since");
  assert_said (milestone, NULL, NULL, "overdue");
  assert_said (open, NULL, NULL, "open until a reading is chosen");
  assert_said (lapsed, NULL, NULL, "lapsed");
  assert_said (not_due, NULL, NULL, "");
  assert_said (event, NULL, NULL, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-entry/span", test_span);
  g_test_add_func ("/timeline-entry/order", test_order);
  g_test_add_func ("/timeline-entry/slipped", test_slipped);
  g_test_add_func ("/timeline-entry/words", test_words);
  g_test_add_func ("/timeline-entry/room", test_room);
  g_test_add_func ("/timeline-entry/state", test_state);

  return g_test_run ();
}
