/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands of pledges on a day. */

#include "timeline-fixture.h"

#include "care-vocabularies.h"

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* An only pledge of the Conservatives, with a deadline. */
static GPtrArray *
new_pledge (const char *made, const char *words, const char *qualifier, const char *due, const char *reading)
{
  GPtrArray *records = new_records ();

  timeline_add (records, "actor", 1, "name", "Conservative Party", "short_name", "Conservatives", "kind", "party", NULL);
  timeline_add (records, "pledge", 10, "title", "Remove barriers", "kind", "action", "actor", "1", "made", made, NULL);
  timeline_add (records, "deadline", 20, "pledge", "10", "words", words, "qualifier", qualifier, "due", due, "reading", reading,
                NULL);
  return records;
}

static void
add_verdict (GPtrArray *records, CareId id, const char *whose, const char *judged, const char *delivery, const char *timeliness)
{
  timeline_add (records, "verdict", id, "pledge", "10", "whose", whose, "judged", judged, "delivery", delivery, "timeliness",
                timeliness, NULL);
}

static CareTimelineEntry
look (GPtrArray *records, const char *as_of)
{
  g_autoptr (GArray) entries = timeline_entries_then (records, as_of);
  const CareTimelineEntry *found = timeline_find (entries, CARE_TIMELINE_ENTRY_PLEDGE, 10);

  g_assert_nonnull (found);
  return *found;
}

static void
assert_state (GPtrArray *records, const char *as_of, CareTimelineEntryState state)
{
  CareTimelineEntry entry = look (records, as_of);

  g_assert_cmpint (entry.state, ==, state);
}

/* T8: nine full months from 1 April 2018; without the days, eight to nine. What the tracker
 * says stays apart. */
static void
test_t8 (void)
{
  g_autoptr (GPtrArray) read = new_pledge ("2017", "before April 2018", "before", "2018-04", "strict");
  g_autoptr (GPtrArray) month = new_pledge ("2017", "April 2018", "in", "2018-04", "open");
  CareTimelineEntry entry;

  timeline_add (read, "evidence", 30, "text", "Plan", "bearing", "supports", "pledge", "10", "found", "2019-01", NULL);
  timeline_add (month, "evidence", 30, "text", "Plan", "bearing", "supports", "pledge", "10", "found", "2019-01", NULL);
  add_verdict (read, 40, "source", "2019-05-16", NULL, "missed");
  assert_state (read, "2019-05-16", CARE_TIMELINE_ENTRY_OVERDUE);
  add_verdict (read, 41, "ours", "2019-05-16", "in-progress", "missed");

  entry = look (read, "2019-05-16");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_JUDGED);
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_delivery, entry.delivery), ==, "in-progress");
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_timeliness, entry.timeliness), ==, "missed");
  timeline_assert_span (entry.start, "2017-01-01..2017-12-31");
  timeline_assert_span (entry.due[0], "2018-03-31");
  timeline_assert_span (entry.due[1], "-");
  timeline_assert_span (entry.reached, "2019-01-01..2019-01-31");
  g_assert_cmpint (entry.late_least, ==, 9);
  g_assert_cmpint (entry.late_most, ==, 9);
  g_assert_true (entry.flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT);

  entry = look (month, "2019-05-16");
  timeline_assert_span (entry.due[0], "2018-04-01..2018-04-30");
  g_assert_true (entry.flags & CARE_TIMELINE_ENTRY_IS_LATE);
  g_assert_cmpint (entry.late_least, ==, 8);
  g_assert_cmpint (entry.late_most, ==, 9);
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  g_assert_false (entry.flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT);
}

/* T9: every reading is there, and how it stands is open, until one is chosen. */
static void
test_t9 (void)
{
  g_autoptr (GPtrArray) open = new_pledge ("2013-05", "by 2018", "by", "2018", "open");
  g_autoptr (GPtrArray) strict = new_pledge ("2013-05", "by 2018", "by", "2018", "strict");
  g_autoptr (GPtrArray) lenient = new_pledge ("2013-05", "by 2018", "by", "2018", "lenient");
  CareTimelineEntry entry = look (open, "2018-06-01");

  timeline_assert_span (entry.due[0], "2017-12-31");
  timeline_assert_span (entry.due[1], "2018-03-31");
  timeline_assert_span (entry.due[2], "2018-12-31");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_OPEN);
  assert_state (open, "2017-12-31", CARE_TIMELINE_ENTRY_NOT_DUE);
  assert_state (open, "2019-01-01", CARE_TIMELINE_ENTRY_OVERDUE);

  entry = look (strict, "2018-06-01");
  timeline_assert_span (entry.due[0], "2017-12-31");
  timeline_assert_span (entry.due[1], "-");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  entry = look (lenient, "2018-06-01");
  timeline_assert_span (entry.due[0], "2018-12-31");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_NOT_DUE);

  /* What was reached between them is late under one and in time under another. */
  timeline_add (open, "evidence", 30, "text", "Done", "bearing", "supports", "pledge", "10", "found", "2018-06", NULL);
  entry = look (open, "2019-06-01");
  timeline_assert_span (entry.reached, "2018-06-01..2018-06-30");
  g_assert_false (entry.flags & CARE_TIMELINE_ENTRY_IS_LATE);
}

/* T10: milestones as far as they are known, one made exact, and one that slips. */
static void
test_t10 (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GArray) now = NULL;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  const CareTimelineEntry *found;

  timeline_add (records, "pledge", 10, "title", "Pioneers", "kind", "process", "made", "2013-05", NULL);
  timeline_add (records, "milestone", 50, "pledge", "10", "text", "Interest", "event", "60", "due", "2013-06-30", NULL);
  timeline_add (records, "milestone", 51, "pledge", "10", "text", "Confirmed", "event", "61", "due", "2013-09", NULL);
  timeline_add (records, "event", 60, "title", "Interest closes", "happened", "2013-06-28", "pledge", "10", NULL);
  timeline_add (records, "event", 61, "title", "Sites confirmed", "happened", "2013-11", "pledge", "10", NULL);

  /* Of an event whose year is not known, it is not known that it has happened. */
  timeline_add (records, "milestone", 52, "pledge", "10", "text", "Report", "event", "62", "due", "2013-08", NULL);
  timeline_add (records, "event", 62, "title", "Reported", "happened", "XXXX-09", NULL);

  timeline_add (records, "milestone", 53, "pledge", "10", "text", "Ahead", "event", "63", "due", "2013-08", NULL);
  timeline_add (records, "event", 63, "title", "Ahead", "happened", "../2014", NULL);
  now = timeline_entries_now (records, "2013-10-01");
  g_assert_cmpint (timeline_find (now, CARE_TIMELINE_ENTRY_MILESTONE, 52)->state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  g_assert_cmpint (timeline_find (now, CARE_TIMELINE_ENTRY_MILESTONE, 53)->state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  before = timeline_entries_then (records, "2013-10-01");
  g_assert_cmpint (timeline_find (before, CARE_TIMELINE_ENTRY_MILESTONE, 52)->state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  found = timeline_find (before, CARE_TIMELINE_ENTRY_MILESTONE, 50);
  timeline_assert_span (found->due[0], "2013-06-30");
  timeline_assert_span (found->reached, "2013-06-28");
  g_assert_cmpint (found->state, ==, CARE_TIMELINE_ENTRY_NO_STATE);
  g_assert_false (found->flags & CARE_TIMELINE_ENTRY_IS_LATE);
  g_assert_cmpint (found->owner, ==, 10);
  found = timeline_find (before, CARE_TIMELINE_ENTRY_MILESTONE, 51);
  timeline_assert_span (found->due[0], "2013-09-01..2013-09-30");
  timeline_assert_span (found->reached, "-");
  g_assert_cmpint (found->state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  g_assert_null (timeline_find (before, CARE_TIMELINE_ENTRY_EVENT, 61));

  after = timeline_entries_then (records, "2013-12-01");
  found = timeline_find (after, CARE_TIMELINE_ENTRY_MILESTONE, 51);
  timeline_assert_span (found->reached, "2013-11-01..2013-11-30");
  g_assert_true (found->flags & CARE_TIMELINE_ENTRY_IS_LATE);
  g_assert_cmpint (found->late_least, ==, 1);
  g_assert_cmpint (found->late_most, ==, 2);
  g_assert_cmpint (found->state, ==, CARE_TIMELINE_ENTRY_NO_STATE);
}

/* T16: a sixth delay that is dated before the fifth: each is where its own date says. */
static void
test_t16 (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GArray) entries = NULL;

  timeline_add (records, "event", 60, "title", "5th delay", "happened", "2018-12", NULL);
  timeline_add (records, "event", 61, "title", "6th delay", "happened", "2018-04", NULL);
  entries = timeline_entries_then (records, "2020-02-01");
  g_array_sort (entries, care_timeline_entry_compare);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (g_array_index (entries, CareTimelineEntry, 0).id, ==, 61);
  timeline_assert_span (g_array_index (entries, CareTimelineEntry, 0).start, "2018-04-01..2018-04-30");
  g_assert_cmpint (g_array_index (entries, CareTimelineEntry, 1).id, ==, 60);
}

/* Each way in which a deadline has been put, 0.8 of the domain. */
static void
test_forms (void)
{
  static const struct
  {
    const char *qualifier;
    const char *due;
    const char *anchor;
    const char *days[CARE_TIMELINE_ENTRY_N_DUE];
    guint flags;
  } cases[] = {
    { "by", "2018", NULL, { "2017-12-31", "2018-03-31", "2018-12-31" }, 0 },
    { "start-of", "2018-04-01/2019-03-31", NULL, { "2018-04-01", "-", "-" }, 0 },
    { "before", "2018-04", NULL, { "2018-03-31", "-", "-" }, 0 },
    { "end-of", "2013-06", NULL, { "2013-06-30", "-", "-" }, 0 },
    { "in", "2013-09", NULL, { "2013-09-01..2013-09-30", "-", "-" }, 0 },
    { "in", "XXXX-09", NULL, { "-", "-", "-" }, CARE_TIMELINE_ENTRY_HAS_WORDS },
    { "by", "2015-24", NULL, { "2015-11-30", "2016-02-29", "-" }, 0 },
    { "at-once", NULL, "2015-05-08", { "2015-05-08", "-", "-" }, 0 },
    { "at-once", NULL, "2015-05", { "2015-05-01..2015-05-31", "-", "-" }, 0 },
    { "at-once", NULL, NULL, { "-", "-", "-" }, CARE_TIMELINE_ENTRY_HAS_WORDS },
    { "within", "2015-04-01/2018-03-31", NULL, { "2018-03-31", "-", "-" }, 0 },
    { "within", NULL, NULL, { "-", "-", "-" }, CARE_TIMELINE_ENTRY_HAS_WORDS },
    { "every", NULL, NULL, { "-", "-", "-" }, CARE_TIMELINE_ENTRY_RECURS },
    { NULL, NULL, NULL, { "-", "-", "-" }, CARE_TIMELINE_ENTRY_HAS_WORDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = new_pledge (NULL, "words", cases[i].qualifier, cases[i].due, "open");
      CareTimelineEntry entry;

      care_record_set (g_ptr_array_index (records, 2), "anchor", cases[i].anchor, NULL);
      entry = look (records, "2012-01-01");
      for (guint d = 0; d < CARE_TIMELINE_ENTRY_N_DUE; d++)
        timeline_assert_span (entry.due[d], cases[i].days[d]);
      g_assert_cmpuint (entry.flags, ==, cases[i].flags);
      g_assert_cmpint (entry.state, ==, cases[i].days[0][0] == '-' ? CARE_TIMELINE_ENTRY_UNDATED : CARE_TIMELINE_ENTRY_NOT_DUE);
    }
}

/* What is approximate or uncertain of when it was made, is due, and was reached; and of a milestone. */
static void
test_doubts (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2013-05~", "by about 2016", "end-of", "2016~", "open");
  CareTimelineEntry entry;

  entry = look (records, "2019-01-01");
  g_assert_cmpuint (entry.start_doubt, ==, CARE_TIMELINE_ABOUT);
  g_assert_cmpuint (entry.due_doubt, ==, CARE_TIMELINE_ABOUT);
  g_assert_cmpuint (entry.reached_doubt, ==, 0);
  timeline_add (records, "evidence", 31, "text", "Done", "bearing", "supports", "pledge", "10", "found",
                "2018-03-01%", NULL);
  entry = look (records, "2019-01-01");
  g_assert_cmpuint (entry.reached_doubt, ==, CARE_TIMELINE_ABOUT | CARE_TIMELINE_UNCERTAIN);
  g_clear_pointer (&records, g_ptr_array_unref);
  records = new_pledge ("2013-05?", "by 2016", "by", "2016", "open");
  entry = look (records, "2014-01-01");
  g_assert_cmpuint (entry.start_doubt, ==, CARE_TIMELINE_UNCERTAIN);
  g_assert_cmpuint (entry.due_doubt, ==, 0);
}

static void
test_extended (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2013-01-10", "by the end of 2014", "end-of", "2014", "open");
  CareTimelineEntry entry;

  timeline_add (records, "deadline", 21, "pledge", "10", "words", "by March 2016", "qualifier", "end-of", "due", "2016-03",
                "anchor", "2014-11-05", NULL);
  entry = look (records, "2014-10-01");
  timeline_assert_span (entry.due[0], "2014-12-31");
  timeline_assert_span (entry.revised, "-");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_NOT_DUE);

  entry = look (records, "2015-06-01");
  timeline_assert_span (entry.due[0], "2016-03-31");
  timeline_assert_span (entry.revised, "2014-12-31");
  g_assert_true (care_timeline_entry_is_slipped (&entry));
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_NOT_DUE);
  assert_state (records, "2016-04-01", CARE_TIMELINE_ENTRY_OVERDUE);

  /* Words from which no day follows take nothing away from what they stand between. */
  timeline_add (records, "deadline", 22, "pledge", "10", "words", "in due course", "anchor", "2016-05-01", NULL);
  timeline_add (records, "deadline", 23, "pledge", "10", "words", "by 2020", "qualifier", "end-of", "due", "2020", "anchor", "2017-05-01",
                NULL);
  entry = look (records, "2018-01-01");
  timeline_assert_span (entry.due[0], "2020-12-31");
  timeline_assert_span (entry.revised, "2014-12-31");
  g_assert_true (care_timeline_entry_is_slipped (&entry));

  /* What is brought forward again has slipped all the same, from what was promised first. */
  timeline_add (records, "deadline", 24, "pledge", "10", "words", "by 2018", "qualifier", "end-of", "due", "2018", "anchor", "2018-02-01",
                NULL);
  entry = look (records, "2018-03-01");
  timeline_assert_span (entry.due[0], "2018-12-31");
  timeline_assert_span (entry.revised, "2014-12-31");
  g_assert_true (care_timeline_entry_is_slipped (&entry));
}

static void
add_deadline (GPtrArray *records, CareId id, const char *qualifier, const char *due, const char *anchor)
{
  timeline_add (records, "deadline", id, "pledge", "10", "words", "W", "qualifier", qualifier, "due", due, "anchor", anchor, NULL);
}

/* When it was moved has to be known for a day that has passed, to the day where not all of a
 * month has. */
static void
test_extended_unknown_when (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2013-01-10", "by the end of 2014", "end-of", "2014", "open");
  g_autoptr (GArray) now = NULL;
  CareTimelineEntry entry;

  add_deadline (records, 21, "end-of", "2016", NULL);
  entry = look (records, "2015-06-01");
  timeline_assert_span (entry.due[0], "2014-12-31");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  now = timeline_entries_now (records, "2015-06-01");
  timeline_assert_span (g_array_index (now, CareTimelineEntry, 0).due[0], "2016-12-31");

  care_record_set (g_ptr_array_index (records, 3), "anchor", "2015", NULL);
  assert_state (records, "2015-06-01", CARE_TIMELINE_ENTRY_OVERDUE);
  assert_state (records, "2015-12-31", CARE_TIMELINE_ENTRY_NOT_DUE);
}

/* A date that is made exact, or brought forward, has not slipped. */
static void
test_tightened (void)
{
  g_autoptr (GPtrArray) exact = new_pledge ("2013-05", "in September", "in", "2013-09", "open");
  g_autoptr (GPtrArray) earlier = new_pledge ("2013-05", "end of June", "end-of", "2013-06", "open");
  CareTimelineEntry entry;

  add_deadline (exact, 21, "by", "2013-09-20", "2013-06-01");
  entry = look (exact, "2013-07-01");
  timeline_assert_span (entry.due[0], "2013-09-20");
  timeline_assert_span (entry.revised, "-");
  add_deadline (exact, 22, "in", "2013-10", "2013-09-01");
  entry = look (exact, "2013-09-02");
  timeline_assert_span (entry.revised, "2013-09-20");
  g_assert_true (care_timeline_entry_is_slipped (&entry));

  add_deadline (earlier, 21, "by", "2013-06-28", "2013-06-01");
  entry = look (earlier, "2013-06-02");
  timeline_assert_span (entry.revised, "2013-06-30");
  g_assert_false (care_timeline_entry_is_slipped (&entry));
}

/* The same day in other words is no other deadline. */
static void
test_two_wordings (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  CareTimelineEntry entry;

  add_deadline (records, 21, "end-of", "2018-03", "2017-06-01");
  entry = look (records, "2017-12-01");
  timeline_assert_span (entry.due[0], "2018-03-31");
  timeline_assert_span (entry.revised, "-");
  g_assert_false (care_timeline_entry_is_slipped (&entry));

  /* And takes nothing away from what it was moved from. */
  add_deadline (records, 22, "end-of", "2019", "2018-01-10");
  add_deadline (records, 23, "by", "2019-12-31", "2018-01-11");
  entry = look (records, "2018-02-01");
  timeline_assert_span (entry.due[0], "2019-12-31");
  timeline_assert_span (entry.revised, "2018-03-31");
  g_assert_true (care_timeline_entry_is_slipped (&entry));
}

/* A limb is judged by itself, and has an entry where it has a deadline. */
static void
test_limbs (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  g_autoptr (GArray) entries = NULL;
  const CareTimelineEntry *limb;

  timeline_add (records, "limb", 70, "pledge", "10", "text", "Review", "kind", "process", NULL);
  timeline_add (records, "limb", 71, "pledge", "10", "text", "Change", NULL);
  timeline_add (records, "limb", 72, "pledge", "10", "text", "Report", NULL);
  timeline_add (records, "deadline", 23, "pledge", "10", "limb", "72", "words", "in 2018", "qualifier", "in", "due", "2018", NULL);
  timeline_add (records, "deadline", 22, "pledge", "10", "limb", "70", "words", "in 2017", "qualifier", "in", "due", "2017", NULL);
  timeline_add (records, "verdict", 42, "pledge", "10", "limb", "70", "whose", "ours", "judged", "2018-02", "delivery", "delivered",
                "timeliness", "met", NULL);
  entries = timeline_entries_then (records, "2019-01-01");
  g_assert_cmpuint (entries->len, ==, 3);
  /* What says no kind is of that of its pledge. */
  limb = timeline_find (entries, CARE_TIMELINE_ENTRY_LIMB, 72);
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_pledge, limb->kind), ==, "action");
  limb = timeline_find (entries, CARE_TIMELINE_ENTRY_LIMB, 70);
  g_assert_cmpint (limb->owner, ==, 10);
  g_assert_cmpint (limb->actor, ==, 1);
  g_assert_cmpint (limb->state, ==, CARE_TIMELINE_ENTRY_JUDGED);
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_pledge, limb->kind), ==, "process");
  timeline_assert_span (limb->start, "2017-01-01..2017-12-31");
  timeline_assert_span (limb->due[0], "2017-01-01..2017-12-31");
  assert_state (records, "2019-01-01", CARE_TIMELINE_ENTRY_OVERDUE);
}

/* What shows that a limb was met shows nothing of the other or of the whole, nor the other way round. */
static void
test_evidence_of_a_limb (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  g_autoptr (GArray) entries = NULL;

  timeline_add (records, "limb", 70, "pledge", "10", "text", "Review", NULL);
  timeline_add (records, "limb", 71, "pledge", "10", "text", "Change", NULL);
  timeline_add (records, "deadline", 21, "pledge", "10", "limb", "70", "words", "W", "qualifier", "end-of", "due", "2017-06", NULL);
  timeline_add (records, "deadline", 22, "pledge", "10", "limb", "71", "words", "W", "qualifier", "end-of", "due", "2017-06", NULL);
  timeline_add (records, "verdict", 41, "pledge", "10", "limb", "70", "whose", "ours", "delivery", "delivered", NULL);
  timeline_add (records, "evidence", 30, "text", "R", "bearing", "supports", "pledge", "10", "verdict", "41", "found", "2017-10-01", NULL);
  timeline_add (records, "evidence", 31, "text", "W", "bearing", "supports", "pledge", "10", "found", "2019-01-01", NULL);
  entries = timeline_entries_then (records, "2020-01-01");
  timeline_assert_span (timeline_find (entries, CARE_TIMELINE_ENTRY_PLEDGE, 10)->reached, "2019-01-01");
  timeline_assert_span (timeline_find (entries, CARE_TIMELINE_ENTRY_LIMB, 70)->reached, "2017-10-01");
  timeline_assert_span (timeline_find (entries, CARE_TIMELINE_ENTRY_LIMB, 71)->reached, "-");
  g_assert_cmpint (timeline_find (entries, CARE_TIMELINE_ENTRY_LIMB, 71)->flags, ==, 0);
}

/* Verdicts of ours: the newest of those that were there, where it says anything. */
static void
test_verdicts (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  CareTimelineEntry entry;

  add_verdict (records, 41, "ours", "2019-05", "not-delivered", "missed");
  add_verdict (records, 42, "ours", "2020-05", "delivered", "met-late");
  add_verdict (records, 43, "source", "2021-05", "withdrawn", NULL);
  assert_state (records, "2018-03-31", CARE_TIMELINE_ENTRY_NOT_DUE);
  assert_state (records, "2018-04-01", CARE_TIMELINE_ENTRY_OVERDUE);
  entry = look (records, "2019-06-01");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_JUDGED);
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_delivery, entry.delivery), ==, "not-delivered");
  g_assert_false (entry.flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT);
  entry = look (records, "2022-01-01");
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_delivery, entry.delivery), ==, "delivered");
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_delivery, entry.source_delivery), ==, "withdrawn");

  /* That it has not been assessed is no verdict, and takes an earlier one back. */
  add_verdict (records, 44, "ours", "2022-05", "not-assessed", "not-assessed");
  assert_state (records, "2022-06-01", CARE_TIMELINE_ENTRY_OVERDUE);
  add_verdict (records, 45, "ours", "2022-07", "cannot-be-rated", "not-assessed");
  entry = look (records, "2022-08-01");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_JUDGED);
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_delivery, entry.delivery), ==, "cannot-be-rated");
}

/* A verdict without a date is known now, and of a day that has passed it cannot be said. */
static void
test_undated_verdict (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  g_autoptr (GArray) now = NULL;

  add_verdict (records, 41, "ours", NULL, "delivered", "met");
  assert_state (records, "2019-06-01", CARE_TIMELINE_ENTRY_OVERDUE);
  now = timeline_entries_now (records, "2019-06-01");
  g_assert_cmpint (g_array_index (now, CareTimelineEntry, 0).state, ==, CARE_TIMELINE_ENTRY_JUDGED);
}

/* A verdict of "2019", and what came about in it, may be of December: neither is there in June. */
static void
test_partly_dated (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  g_autoptr (GArray) now = NULL;
  CareTimelineEntry entry;

  timeline_add (records, "evidence", 30, "text", "Plan", "bearing", "supports", "pledge", "10", "found", "2019", NULL);
  timeline_add (records, "evidence", 31, "text", "Plan", "bearing", "supports", "pledge", "10", "found", "XXXX-02", NULL);
  add_verdict (records, 41, "ours", "2019", "in-progress", "missed");
  add_verdict (records, 42, "source", "2019", "stalled", NULL);
  entry = look (records, "2019-06-01");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  g_assert_cmpuint (entry.flags, ==, 0);
  timeline_assert_span (entry.reached, "-");
  entry = look (records, "2019-12-31");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_JUDGED);
  timeline_assert_span (entry.reached, "2019-01-01..2019-12-31");
  /* What is recorded today was known today. */
  now = timeline_entries_now (records, "2019-06-01");
  entry = g_array_index (now, CareTimelineEntry, 0);
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_JUDGED);
  timeline_assert_span (entry.reached, "2019-01-01..2019-12-31");
}

/* The newest word of a source on delivery counts, though it has said something newer of time. */
static void
test_source_delivery (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  CareTimelineEntry entry;

  add_verdict (records, 41, "source", "2018-05", "stalled", NULL);
  add_verdict (records, 42, "source", "2019-05", NULL, "missed");
  entry = look (records, "2020-01-01");
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_delivery, entry.source_delivery), ==, "stalled");
}

/* What a source says never becomes ours. */
static void
test_sources_stay_apart (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  CareTimelineEntry entry;

  add_verdict (records, 43, "source", "2019-05", "not-delivered", "missed");
  entry = look (records, "2022-01-01");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  g_assert_cmpint (entry.delivery, ==, 0);
  g_assert_cmpint (entry.timeliness, ==, 0);
}

/* A verdict that was given while it was under way says nothing of the deadline after that. */
static void
test_outdated_verdict (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  CareTimelineEntry entry;

  add_verdict (records, 41, "ours", "2017-10", "in-progress", "not-yet-due");
  assert_state (records, "2018-03-31", CARE_TIMELINE_ENTRY_JUDGED);
  entry = look (records, "2018-04-01");
  g_assert_cmpint (entry.state, ==, CARE_TIMELINE_ENTRY_OVERDUE);
  g_assert_cmpstr (care_timeline_entry_word (&care_vocabulary_delivery, entry.delivery), ==, "in-progress");
  add_verdict (records, 42, "ours", "2018-03-31", "in-progress", NULL);
  assert_state (records, "2018-04-01", CARE_TIMELINE_ENTRY_OVERDUE);
  add_verdict (records, 43, "ours", "2018-03-31", "withdrawn", NULL);
  assert_state (records, "2018-04-01", CARE_TIMELINE_ENTRY_JUDGED);
}

/* A deadline that was missed and then moved has to be judged again once that has passed. */
static void
test_missed_and_moved (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2013-01-10", "by the end of 2014", "end-of", "2014", "open");

  add_verdict (records, 41, "ours", "2015-02-01", "in-progress", "missed");
  assert_state (records, "2017-01-01", CARE_TIMELINE_ENTRY_JUDGED);
  add_deadline (records, 21, "end-of", "2016", "2015-03-01");
  assert_state (records, "2016-12-31", CARE_TIMELINE_ENTRY_JUDGED);
  assert_state (records, "2017-01-01", CARE_TIMELINE_ENTRY_OVERDUE);
  add_verdict (records, 42, "ours", "2017-02-01", "in-progress", "missed");
  assert_state (records, "2017-03-01", CARE_TIMELINE_ENTRY_JUDGED);
}

static void
test_evidence_of_an_event (void)
{
  g_autoptr (GPtrArray) records = new_pledge ("2017", "before April 2018", "before", "2018-04", "open");
  CareTimelineEntry entry;

  timeline_add (records, "event", 60, "title", "Plan", "happened", "2018-07-02", NULL);
  timeline_add (records, "evidence", 30, "text", "Plan", "bearing", "supports", "pledge", "10", "event", "60", NULL);
  timeline_add (records, "evidence", 31, "text", "No", "bearing", "contradicts", "pledge", "10", "found", "2018-06", NULL);
  entry = look (records, "2018-07-01");
  timeline_assert_span (entry.reached, "-");
  entry = look (records, "2018-08-01");
  timeline_assert_span (entry.reached, "2018-07-02");
  g_assert_cmpint (entry.late_least, ==, 3);
}

static void
test_as_of (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GArray) then = NULL;
  g_autoptr (GArray) now = NULL;

  timeline_add (records, "pledge", 10, "title", "Early", "kind", "action", "made", "2014-05-01", NULL);
  timeline_add (records, "pledge", 11, "title", "Late", "kind", "action", "made", "2016-05-01", NULL);
  timeline_add (records, "pledge", 12, "title", "Undated", "kind", "action", NULL);
  timeline_add (records, "theme", 1, "name", "Integration", NULL);
  timeline_add (records, "theme", 3, "name", "Money", NULL);
  timeline_add (records, "position", 80, "title", "Held", "actor", "1", "theme", "3", NULL);
  timeline_add (records, "position_version", 81, "position", "80", "wording", "A", "stated", "2014-09", NULL);
  timeline_add (records, "position_version", 82, "position", "80", "wording", "B", "stated", "2015-06", "supersedes", "81", NULL);
  timeline_add (records, "event", 60, "title", "Was", "happened", "2014", NULL);
  timeline_add (records, "event", 61, "title", "To be", "happened", "2015-12", "pledge", "10", NULL);
  then = timeline_entries_then (records, "2015-01-01");
  g_assert_nonnull (timeline_find (then, CARE_TIMELINE_ENTRY_PLEDGE, 10));
  g_assert_nonnull (timeline_find (then, CARE_TIMELINE_ENTRY_PLEDGE, 12));
  g_assert_nonnull (timeline_find (then, CARE_TIMELINE_ENTRY_POSITION, 81));
  g_assert_nonnull (timeline_find (then, CARE_TIMELINE_ENTRY_EVENT, 60));
  g_assert_cmpuint (then->len, ==, 4);
  /* An event that lies ahead is planned, and nothing that was said is not known. */
  now = timeline_entries_now (records, "2015-07-01");
  g_assert_nonnull (timeline_find (now, CARE_TIMELINE_ENTRY_EVENT, 61));
  g_assert_cmpuint (timeline_find (now, CARE_TIMELINE_ENTRY_POSITION, 82)->flags, ==, CARE_TIMELINE_ENTRY_IS_REVISION);
  g_assert_cmpuint (timeline_find (now, CARE_TIMELINE_ENTRY_POSITION, 82)->theme, ==, 2);
  g_assert_cmpuint (now->len, ==, 6);
}

/* What is known to the month of a time without an end is no day. */
static void
test_open_ends (void)
{
  static const struct
  {
    const char *happened;
    const char *days;
  } cases[] = {
    { "2014-05/..", "2014-05-01..2014-05-31" }, { "../2014", "2014-01-01..2014-12-31" }, { "2014-05-06/..", "2014-05-06" },
    { "2014/2015", "2014-01-01..2015-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = new_records ();
      g_autoptr (GArray) entries = NULL;

      timeline_add (records, "event", 60, "title", "E", "happened", cases[i].happened, NULL);
      entries = timeline_entries_then (records, "2016-01-01");
      timeline_assert_span (g_array_index (entries, CareTimelineEntry, 0).start, cases[i].days);
    }
}

static const char *
pick (const char *const *words)
{
  return words[g_test_rand_int_range (0, (gint32) g_strv_length ((char **) words))];
}

/* A pledge that may be anything, with what may belong to it. */
static void
add_random_pledge (GPtrArray *records, CareId id)
{
  static const char *const dates[] = { "2010", "2013-05?", "2014-02-03", "2015", "2016-11", "2018", "XXXX-09", "199X", "2017-24",
                                       "2014-05/..", "../2013", "2015~/..", NULL };
  static const char *const qualifiers[] = { "by", "before", "in", "end-of", "start-of", "within", "at-once", "every", NULL };
  static const char *const readings[] = { "open", "strict", "lenient", "financial-year", NULL };
  static const char *const deliveries[] = { "not-assessed", "in-progress", "delivered", "cannot-be-rated", "withdrawn", NULL };
  static const char *const bearings[] = { "supports", "contradicts", "context", NULL };
  g_autofree char *pledge = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  timeline_add (records, "pledge", id, "title", "P", "kind", "outcome", "actor", "1", "made", g_test_rand_bit () ? pick (dates) : NULL,
                NULL);
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    timeline_add (records, "deadline", 10 * id + i, "pledge", pledge, "words", "W", "qualifier", pick (qualifiers), "due", pick (dates),
                  "reading", pick (readings), "anchor", g_test_rand_bit () ? pick (dates) : NULL, NULL);
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    timeline_add (records, "verdict", 10 * id + i, "pledge", pledge, "whose", g_test_rand_bit () ? "ours" : "source", "delivery",
                  pick (deliveries), "judged", g_test_rand_bit () ? pick (dates) : NULL, NULL);
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    timeline_add (records, "evidence", 10 * id + i, "text", "E", "pledge", pledge, "bearing", pick (bearings), "found", pick (dates), NULL);
}

static void
assert_sound (const CareTimelineEntry *entry, CareDay as_of)
{
  CareDay last = 0;

  g_assert_cmpuint (entry->start.first, <=, entry->start.last);
  g_assert_cmpuint (entry->start.first, <=, as_of);
  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    {
      g_assert_cmpuint (entry->due[i].first, <=, entry->due[i].last);
      g_assert_true (entry->due[i].first == 0 || i == 0 || entry->due[i].first > entry->due[i - 1].last);
      last = MAX (last, entry->due[i].last);
    }
  g_assert_cmpuint (entry->reached.first, <=, MIN (entry->reached.last, as_of));
  if (entry->flags & CARE_TIMELINE_ENTRY_IS_LATE)
    {
      g_assert_cmpuint (entry->reached.first, >, last);
      g_assert_cmpint (entry->late_least, <=, entry->late_most);
      g_assert_cmpint (entry->late_least, >=, 0);
    }
  if (entry->state == CARE_TIMELINE_ENTRY_OVERDUE)
    g_assert_cmpuint (last, <, as_of);
  if (entry->state == CARE_TIMELINE_ENTRY_NOT_DUE)
    g_assert_cmpuint (entry->due[0].first, >=, as_of);
  if (entry->state == CARE_TIMELINE_ENTRY_UNDATED)
    g_assert_cmpuint (last, ==, 0);
  g_assert_false ((entry->flags & CARE_TIMELINE_ENTRY_HAS_WORDS) && last != 0);
}

/* What always holds, whatever is recorded; and what was known on a day is known on every later one. */
static void
test_property (void)
{
  for (guint turn = 0; turn < 60; turn++)
    {
      g_autoptr (GPtrArray) records = new_records ();
      g_autoptr (CareTimelineFacts) facts = NULL;
      CareDay day = timeline_day ("2009-06-01");
      guint n_before = 0;

      timeline_add (records, "actor", 1, "name", g_test_rand_bit () ? "Labour" : "Greens", "kind", "party", NULL);
      for (CareId id = 1; id <= 20; id++)
        add_random_pledge (records, id);
      facts = care_timeline_facts_new_for (records);
      for (; day < timeline_day ("2021-01-01"); day += (CareDay) g_test_rand_int_range (1, 400))
        {
          g_autoptr (GArray) entries = care_timeline_facts_list_entries (facts, day, timeline_day ("2021-01-01"));

          g_assert_cmpuint (entries->len, >=, n_before);
          n_before = entries->len;
          for (guint i = 0; i < entries->len; i++)
            assert_sound (&g_array_index (entries, CareTimelineEntry, i), day);
        }
    }
}

/* Whatever the order in which records come, the entries are the same. */
static void
test_any_order (void)
{
  static const char *const dues[] = { "2014", "2015-03", "2016-01-09", "XXXX-09" };
  static const char *const qualifiers[] = { "by", "before", "in", "end-of" };
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GArray) expected = NULL;

  for (CareId id = 1; id <= 40; id++)
    {
      g_autofree char *pledge = g_strdup_printf ("%d", 1 + g_test_rand_int_range (0, 40));

      timeline_add (records, "pledge", id, "title", "P", "kind", "action", "made", "2013", NULL);
      timeline_add (records, "deadline", 100 + id, "pledge", pledge, "words", "W", "qualifier",
                    qualifiers[g_test_rand_int_range (0, 4)], "due", dues[g_test_rand_int_range (0, 4)], NULL);
      timeline_add (records, "verdict", 200 + id, "pledge", pledge, "whose", "ours", "judged", "2016", "delivery", "in-part", NULL);
      timeline_add (records, "milestone", 300 + id, "pledge", pledge, "text", "M", "due", dues[g_test_rand_int_range (0, 4)], NULL);
    }
  expected = timeline_entries_then (records, "2015-06-01");
  g_assert_cmpuint (expected->len, ==, 80);
  for (guint turn = 0; turn < 50; turn++)
    {
      g_autoptr (GArray) entries = NULL;

      for (guint i = records->len - 1; i > 0; i--)
        {
          guint j = (guint) g_test_rand_int_range (0, (gint32) i + 1);
          gpointer swapped = records->pdata[i];

          records->pdata[i] = records->pdata[j];
          records->pdata[j] = swapped;
        }
      entries = timeline_entries_then (records, "2015-06-01");
      g_assert_cmpmem (entries->data, entries->len * sizeof (CareTimelineEntry), expected->data,
                       expected->len * sizeof (CareTimelineEntry));
    }
}

static guint
count (GPtrArray *records, const char *as_of)
{
  g_autoptr (GArray) entries = timeline_entries_then (records, as_of);

  return entries->len;
}

/* What has no date is not there before its first source; one that has is not asked for its sources. */
static void
test_undated (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  timeline_add (records, "pledge", 10, "title", "Undated", "kind", "action", NULL);
  timeline_add (records, "pledge", 11, "title", "Dated", "kind", "action", "made", "2013", NULL);
  timeline_add (records, "position", 80, "title", "Held", "actor", "1", NULL);
  timeline_add (records, "position_version", 81, "position", "80", "wording", "So", NULL);
  timeline_add (records, "event", 60, "title", "Something", "kind", "announcement", NULL);
  g_assert_cmpuint (count (records, "1999-01-01"), ==, 3);
  timeline_add (records, "source", 7, "title", "Late", "kind", "report", "published", "2015-04-10", NULL);
  timeline_add (records, "source", 8, "title", "Early", "kind", "report", "published", "2014", NULL);
  timeline_add (records, "source", 9, "title", "Undated, too", "kind", "report", NULL);
  timeline_add (records, "citation", 90, "source", "7", "pledge", "10", NULL);
  timeline_add (records, "citation", 91, "source", "8", "pledge", "10", NULL);
  timeline_add (records, "citation", 92, "source", "9", "pledge", "10", NULL);
  timeline_add (records, "citation", 93, "source", "7", "pledge", "11", NULL);
  timeline_add (records, "citation", 94, "source", "7", "position_version", "81", NULL);
  timeline_add (records, "citation", 95, "source", "7", "event", "60", NULL);
  g_assert_cmpuint (count (records, "2012-12-31"), ==, 0);
  g_assert_cmpuint (count (records, "2013-01-01"), ==, 1);
  g_assert_cmpuint (count (records, "2013-12-31"), ==, 1);
  g_assert_cmpuint (count (records, "2014-01-01"), ==, 2);
  g_assert_cmpuint (count (records, "2015-04-09"), ==, 2);
  g_assert_cmpuint (count (records, "2015-04-10"), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/timeline-facts/t8", test_t8);
  g_test_add_func ("/timeline-facts/t9", test_t9);
  g_test_add_func ("/timeline-facts/t10", test_t10);
  g_test_add_func ("/timeline-facts/t16", test_t16);
  g_test_add_func ("/timeline-facts/forms", test_forms);
  g_test_add_func ("/timeline-facts/doubts", test_doubts);
  g_test_add_func ("/timeline-facts/extended", test_extended);
  g_test_add_func ("/timeline-facts/extended-unknown-when", test_extended_unknown_when);
  g_test_add_func ("/timeline-facts/tightened", test_tightened);
  g_test_add_func ("/timeline-facts/two-wordings", test_two_wordings);
  g_test_add_func ("/timeline-facts/limbs", test_limbs);
  g_test_add_func ("/timeline-facts/evidence-of-a-limb", test_evidence_of_a_limb);
  g_test_add_func ("/timeline-facts/verdicts", test_verdicts);
  g_test_add_func ("/timeline-facts/undated-verdict", test_undated_verdict);
  g_test_add_func ("/timeline-facts/partly-dated", test_partly_dated);
  g_test_add_func ("/timeline-facts/source-delivery", test_source_delivery);
  g_test_add_func ("/timeline-facts/sources-stay-apart", test_sources_stay_apart);
  g_test_add_func ("/timeline-facts/outdated-verdict", test_outdated_verdict);
  g_test_add_func ("/timeline-facts/missed-and-moved", test_missed_and_moved);
  g_test_add_func ("/timeline-facts/evidence-of-an-event", test_evidence_of_an_event);
  g_test_add_func ("/timeline-facts/as-of", test_as_of);
  g_test_add_func ("/timeline-facts/open-ends", test_open_ends);
  g_test_add_func ("/timeline-facts/undated", test_undated);
  g_test_add_func ("/timeline-facts/property", test_property);
  g_test_add_func ("/timeline-facts/any-order", test_any_order);
  return g_test_run ();
}
