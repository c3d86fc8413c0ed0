/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What marks say in a sentence. */

#include "timeline-fixture.h"

#include "care-timeline-words.h"

static void
assert_said (GPtrArray *records, const char *as_of, CareTimelineEntryShape shape, CareId id, const char *expected)
{
  g_autoptr (GArray) entries = timeline_entries_then (records, as_of);
  const CareTimelineEntry *entry = timeline_find (entries, shape, id);
  const CareTimelineAsk ask = timeline_ask (records, as_of, "2099-01-01");
  g_autofree char *said = NULL;

  g_assert_nonnull (entry);
  said = care_timeline_say (&ask, entry);
  g_assert_cmpstr (said, ==, expected);
}

static GPtrArray *
new_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  timeline_add (records, "actor", 1, "name", "Conservative Party", "short_name", "Conservatives", "kind", "party", NULL);
  timeline_add (records, "actor", 2, "name", "Government (2010-15 coalition)", "short_name", "the Government", "kind",
                "government", NULL);
  timeline_add (records, "actor", 3, "name", "Policy Tracker", "kind", "publisher", NULL);
  timeline_add (records, "actor", 4, "name", "Labour Party", "short_name", "Labour", "kind", "party", NULL);
  timeline_add (records, "source", 5, "title", "A page", "kind", "tracker", "creator", "3", NULL);
  timeline_add (records, "source", 6, "title", "Another page", "kind", "tracker", NULL);
  return records;
}

static void
add_barriers (GPtrArray *records)
{
  timeline_add (records, "pledge", 10, "title", "Remove barriers to the integration of care", "kind", "action", "actor", "1", "made",
                "2017", NULL);
  timeline_add (records, "deadline", 20, "pledge", "10", "words", "before April 2018", "qualifier", "before", "due", "2018-04",
                "reading", "strict", NULL);
  timeline_add (records, "evidence", 30, "text", "Plan", "bearing", "supports", "pledge", "10", "found", "2019-01", NULL);
  timeline_add (records, "verdict", 40, "pledge", "10", "whose", "source", "source", "5", "label", "Broken", "judged", "2019-05-16",
                NULL);
  timeline_add (records, "verdict", 41, "pledge", "10", "whose", "ours", "judged", "2019-05-17", "delivery", "in-progress",
                "timeliness", "missed", NULL);
}

/* T8, as of each day on which something came to be known. */
static void
test_t8 (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  add_barriers (records);
  assert_said (records, "2018-03-31", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due before April 2018. Not yet due.");
  assert_said (records, "2018-04-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due before April 2018. Overdue, no verdict.");
  assert_said (records, "2019-05-16", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due before April 2018. Reached January 2019. "
               "Overdue, no verdict, nine months late. Policy Tracker says: Broken.");
  assert_said (records, "2019-06-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due before April 2018. In progress, missed, "
               "nine months late. Policy Tracker says: Broken.");
}

/* Of each source the newest, and a source without a publisher by its title. */
static void
test_sources (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  add_barriers (records);
  timeline_add (records, "verdict", 42, "pledge", "10", "whose", "source", "source", "5", "label", "Kept", "judged", "2020", NULL);
  timeline_add (records, "verdict", 43, "pledge", "10", "whose", "source", "source", "6", "delivery", "stalled", "judged", "2018-06",
                NULL);
  assert_said (records, "2021-01-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due before April 2018. In progress, missed, "
               "nine months late. Policy Tracker says: Kept. Another page says: stalled.");
}

/* T9: what each reading comes to, until one is chosen. */
static void
test_t9 (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  CareRecord *deadline;

  timeline_add (records, "pledge", 10, "title", "Join health and social care", "kind", "outcome", "actor", "2", "made", "2013-05?",
                NULL);
  timeline_add (records, "deadline", 20, "pledge", "10", "words", "by 2018", "qualifier", "by", "due", "2018", NULL);
  deadline = g_ptr_array_index (records, records->len - 1);
  assert_said (records, "2018-02-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Government (2010-15 coalition): Join health and social care. Made May 2013 (uncertain). Due by 2018: "
               "31 December 2017, 31 March 2018 or 31 December 2018. Open until a reading is chosen.");
  care_record_set (deadline, "reading", "strict", NULL);
  assert_said (records, "2018-02-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Government (2010-15 coalition): Join health and social care. Made May 2013 (uncertain). Due by 2018: "
               "31 December 2017. Overdue, no verdict.");
}

/* T10: milestones, one of which slips. */
static void
test_t10 (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  timeline_add (records, "pledge", 10, "title", "Open pioneer areas", "kind", "process", "actor", "2", "made", "2013-05", NULL);
  timeline_add (records, "milestone", 50, "pledge", "10", "text", "Expressions of interest", "due", "2013-06-30", NULL);
  timeline_add (records, "milestone", 51, "pledge", "10", "text", "Sites confirmed", "event", "61", "due", "2013-09", NULL);
  timeline_add (records, "event", 61, "title", "Sites confirmed", "happened", "2013-11", "kind", "announcement", NULL);
  assert_said (records, "2013-06-01", CARE_TIMELINE_ENTRY_MILESTONE, 50,
               "Government (2010-15 coalition): Expressions of interest. Milestone of “Open pioneer areas”. Due 30 June 2013. "
               "Not yet due.");
  assert_said (records, "2013-09-15", CARE_TIMELINE_ENTRY_MILESTONE, 51,
               "Government (2010-15 coalition): Sites confirmed. Milestone of “Open pioneer areas”. Due September 2013. May be overdue.");
  assert_said (records, "2013-10-01", CARE_TIMELINE_ENTRY_MILESTONE, 51,
               "Government (2010-15 coalition): Sites confirmed. Milestone of “Open pioneer areas”. Due September 2013. Overdue.");
  assert_said (records, "2013-12-01", CARE_TIMELINE_ENTRY_MILESTONE, 51,
               "Government (2010-15 coalition): Sites confirmed. Milestone of “Open pioneer areas”. Due September 2013. "
               "Reached November 2013. One to two months late.");
}

/* Each way in which a deadline has been put, 0.8 of the domain, read out. */
static void
test_forms (void)
{
  static const struct
  {
    const char *words;
    const char *qualifier;
    const char *due;
    const char *anchor;
    const char *expected;
  } cases[] = {
    { "by 2018", "by", "2018", NULL,
      "Due by 2018: 31 December 2017, 31 March 2018 or 31 December 2018. Not yet due." },
    { "in time for the start of the 2018 financial year", "start-of", "2018-04-01/2019-03-31", NULL,
      "Due in time for the start of the 2018 financial year. Not yet due." },
    { "before April 2018", "before", "2018-04", NULL, "Due before April 2018. Not yet due." },
    { "by April 2018", "by", "2018-04", NULL, "Due by April 2018: 31 March 2018 or 30 April 2018. Not yet due." },
    { "end of June", "end-of", "2013-06", NULL, "Due end of June: 30 June 2013. Not yet due." },
    { "in September", "in", "2013-09", NULL, "Due in September: September 2013. Not yet due." },
    { "in September", "in", "XXXX-09", NULL, "Due “in September”, from which no day follows." },
    { "by next winter", "by", "2015-24", NULL,
      "Due by next winter: 30 November 2015 or 29 February 2016. Not yet due." },
    { "immediately", "at-once", NULL, "2015-05-08", "Due immediately: 8 May 2015. Not yet due." },
    { "immediately", "at-once", NULL, NULL, "Due “immediately”, from which no day follows." },
    { "over the next three years", "within", "2015-04-01/2018-03-31", NULL,
      "Due over the next three years: 31 March 2018. Not yet due." },
    { "annually", "every", NULL, NULL, "Due annually." },
    { "a 10-year plan", NULL, NULL, NULL, "Due “a 10-year plan”, from which no day follows." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = new_records ();
      g_autofree char *expected = g_strdup_printf ("Join up care. When it was made is not recorded. %s", cases[i].expected);

      timeline_add (records, "pledge", 10, "title", "Join up care", "kind", "outcome", NULL);
      timeline_add (records, "deadline", 20, "pledge", "10", "words", cases[i].words, "qualifier", cases[i].qualifier, "due",
                    cases[i].due, "anchor", cases[i].anchor, NULL);
      assert_said (records, "2012-01-01", CARE_TIMELINE_ENTRY_PLEDGE, 10, expected);
    }
}

/* What somebody read in the words is said where they do not say it. */
static void
test_read (void)
{
  static const struct
  {
    const char *words, *qualifier, *due, *reading, *expected;
  } cases[] = {
    { "by April 2018", "by", "2018-04", "strict", "Due by April 2018: 31 March 2018." },
    { "by April 2018", "by", "2018-04", "lenient", "Due by April 2018." },
    { "by 2018", "by", "2018", "strict", "Due by 2018: 31 December 2017." },
    { "by 2018", "by", "2018", "financial-year", "Due by 2018: 31 March 2018." },
    { "by 2018", "by", "2018", "lenient", "Due by 2018." },
    { "in September 2013", "in", "2013-09", "strict", "Due in September 2013: 1 September 2013." },
    { "in September 2013", "in", "2013-09", "lenient", "Due in September 2013." },
    { "before April 2018", "before", "2018-04", "strict", "Due before April 2018." },
    { "in the 2020s", "in", "202X", "open", "Due in the 2020s." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = new_records ();
      g_autofree char *expected
        = g_strdup_printf ("Join up care. When it was made is not recorded. %s Not yet due.", cases[i].expected);

      timeline_add (records, "pledge", 10, "title", "Join up care", "kind", "outcome", NULL);
      timeline_add (records, "deadline", 20, "pledge", "10", "words", cases[i].words, "qualifier", cases[i].qualifier, "due",
                    cases[i].due, "reading", cases[i].reading, NULL);
      assert_said (records, "2012-01-01", CARE_TIMELINE_ENTRY_PLEDGE, 10, expected);
    }
}

static void
test_lapsed (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  timeline_add (records, "pledge", 10, "title", "Take on 8,000 more GPs", "kind", "action", "actor", "4", "made", "2015-01-27?", NULL);
  timeline_add (records, "pledge", 11, "title", "Begin plans", "kind", "action", "actor", "4", "made_words", "not stated", NULL);
  assert_said (records, "2019-06-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Labour: Take on 8,000 more GPs. Made 27 January 2015 (uncertain). No deadline. Lapsed. "
               "Labour was in no government from the election of 7 May 2015 to 3 May 2017.");
  assert_said (records, "2019-06-01", CARE_TIMELINE_ENTRY_PLEDGE, 11, "Labour: Begin plans. Date made: not stated. No deadline.");
}

static void
test_revised (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  add_barriers (records);
  timeline_add (records, "deadline", 21, "pledge", "10", "words", "by the end of 2018", "qualifier", "end-of", "due", "2018",
                "anchor", "2018-02-10", NULL);
  assert_said (records, "2018-02-09", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due before April 2018. Not yet due.");
  assert_said (records, "2018-02-10", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due by the end of 2018. "
               "The deadline was 31 March 2018 before. Not yet due.");

  /* The same in other words is no other deadline. */
  timeline_add (records, "deadline", 22, "pledge", "10", "words", "December 2018", "qualifier", "end-of", "due", "2018-12", "anchor",
                "2018-03-01", NULL);
  timeline_add (records, "deadline", 23, "pledge", "10", "words", "by the end of 2020", "qualifier", "end-of", "due", "2020", "anchor",
                "2018-06-01", NULL);
  assert_said (records, "2018-06-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due by the end of 2020. "
               "The deadline was first 31 March 2018, then 31 December 2018. Not yet due.");
}

static void
test_limb (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  add_barriers (records);
  timeline_add (records, "limb", 70, "pledge", "10", "text", "Review the internal market", NULL);
  timeline_add (records, "deadline", 22, "pledge", "10", "limb", "70", "words", "in 2017", "qualifier", "in", "due", "2017", NULL);
  timeline_add (records, "verdict", 44, "pledge", "10", "limb", "70", "whose", "ours", "delivery", "cannot-be-rated", "judged", "2018-02",
                NULL);
  /* What a source says of the limb is of the limb. */
  timeline_add (records, "verdict", 45, "pledge", "10", "limb", "70", "whose", "source", "source", "6", "label", "Kept", "judged", "2019",
                NULL);
  assert_said (records, "2020-01-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Conservatives: Remove barriers to the integration of care. Made 2017. Due before April 2018. In progress, missed, "
               "nine months late. Policy Tracker says: Broken.");
  assert_said (records, "2018-06-01", CARE_TIMELINE_ENTRY_LIMB, 70,
               "Conservatives: Review the internal market. Part of “Remove barriers to the integration of care”. Made 2017. "
               "Due in 2017. Cannot be rated.");
}

/* A day that begins or ends a longer time is not when it was. */
static void
test_starts (void)
{
  static const struct
  {
    const char *happened;
    const char *words;
    const char *said;
  } cases[] = {
    { "2014-05-06", NULL, "6 May 2014" },   { "199X", NULL, "1990s" },        { "2014-05/..", NULL, "since May 2014" },
    { NULL, "on Tuesday", "on Tuesday" },   { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = new_records ();
      const CareTimelineAsk ask = timeline_ask (records, "2020-01-01", "2020-01-01");
      const CareTimelineEntry event = { .id = 60, .shape = CARE_TIMELINE_ENTRY_EVENT };
      g_autofree char *said = NULL;

      timeline_add (records, "event", 60, "title", "E", "happened", cases[i].happened, "happened_words", cases[i].words, NULL);
      said = care_timeline_say_start (&ask, &event, NULL);
      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

/* As the briefing writes its years that is looked at. */
static void
test_years (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  CareTimelineAsk ask = timeline_ask (records, "2020-01-01", "2020-01-01");
  const CareTimelineEntry event = { .id = 60, .shape = CARE_TIMELINE_ENTRY_EVENT };
  const CareTimelineEntry milestone = { .id = 61, .shape = CARE_TIMELINE_ENTRY_MILESTONE };

  timeline_add (records, "briefing", 90, "title", "B", "number_style", "trade", NULL);
  timeline_add (records, "event", 60, "title", "E", "kind", "publication", "happened", "2013-04-01/2014-03-31", NULL);
  timeline_add (records, "milestone", 61, "text", "M", "due", "2014-04-01/2015-03-31", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *start = care_timeline_say_start (&ask, &event, NULL);
      g_autofree char *due = care_timeline_say_due (&ask, &milestone);
      g_autofree char *when = care_timeline_say_when (&ask, &event);
      g_autofree char *words = care_timeline_say (&ask, &event);

      g_assert_cmpstr (start, ==, i == 0 ? "2013/14" : "2013\u201314");
      g_assert_cmpstr (due, ==, i == 0 ? "2014/15" : "2014\u201315");
      g_assert_cmpstr (when, ==, start);
      g_assert_nonnull (strstr (words, start));
      ask.briefing = 90;
    }
}

/* T16 among them: each delay with its own date. */
static void
test_positions_and_events (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  timeline_add (records, "position", 80, "title", "Care organisations", "actor", "4", NULL);
  timeline_add (records, "position_version", 81, "position", "80", "wording", "Set them up", "stated", "2014-09", NULL);
  timeline_add (records, "position_version", 82, "position", "80", "wording", "Not led by hospitals", "stated", "2015-01-27",
                "supersedes", "81", NULL);
  timeline_add (records, "position_version", 83, "position", "80", "wording", "Led by nobody", "stated_words", "not stated",
                "supersedes", "82", NULL);
  timeline_add (records, "position_version", 84, "position", "80", "wording", "Not said when", NULL);
  timeline_add (records, "event", 60, "title", "5th delay", "kind", "announcement", "happened", "2018-12", NULL);
  timeline_add (records, "event", 61, "title", "6th delay", "kind", "announcement", "happened", "2018-04", "actor", "2", NULL);
  timeline_add (records, "event", 62, "title", "Someday", "happened_words", "last year", NULL);
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_POSITION, 81, "Labour: Set them up. Position, stated September 2014.");
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_POSITION, 82,
               "Labour: Not led by hospitals. Revised position, stated 27 January 2015.");
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_POSITION, 83, "Labour: Led by nobody. Revised position. Date: not stated.");
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_POSITION, 84, "Labour: Not said when. Position. When it was stated is not recorded.");
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_EVENT, 60, "5th delay. Announcement, December 2018.");
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_EVENT, 61,
               "Government (2010-15 coalition): 6th delay. Announcement, April 2018.");
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_EVENT, 62, "Someday. Event. Date: last year.");
}

/* An event that lies ahead, as of now. */
static void
test_planned (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  const CareTimelineAsk ask = timeline_ask (records, "2026-01-01", "2026-01-01");
  g_autoptr (GArray) entries = NULL;
  g_autofree char *said = NULL;

  timeline_add (records, "event", 60, "title", "General election", "kind", "election", "happened", "2029", NULL);
  entries = timeline_entries_now (records, "2026-01-01");
  said = care_timeline_say (&ask, timeline_find (entries, CARE_TIMELINE_ENTRY_EVENT, 60));
  g_assert_cmpstr (said, ==, "General election. Election planned for 2029.");
}

/* T17: a body is called what it was called then. */
static void
test_t17 (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  timeline_add (records, "actor", 8, "name", "NHS England", "kind", "public-body", NULL);
  timeline_add (records, "alias", 9, "name", "NHS Commissioning Board", "actor", "8", "since", "2012-10-01", "until", "2013-03-31",
                NULL);
  timeline_add (records, "event", 60, "title", "It is set up", "actor", "8", "kind", "decision", "happened", "2012-11", NULL);
  timeline_add (records, "event", 61, "title", "It publishes a plan", "actor", "8", "kind", "publication", "happened", "2014-10", NULL);
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_EVENT, 60,
               "NHS Commissioning Board: It is set up. Decision, November 2012.");
  assert_said (records, "2019-01-01", CARE_TIMELINE_ENTRY_EVENT, 61, "NHS England: It publishes a plan. Publication, October 2014.");
}

/* Nothing is said as if its date were known; a first source tells by when it was said. */
static void
test_undated (void)
{
  g_autoptr (GPtrArray) records = new_records ();

  timeline_add (records, "source", 7, "title", "A speech", "kind", "speech", "published", "2015-04", NULL);
  timeline_add (records, "source", 8, "title", "A report", "kind", "report", "published", "2014", NULL);
  timeline_add (records, "pledge", 10, "title", "Begin plans", "kind", "action", "actor", "4", NULL);
  timeline_add (records, "deadline", 20, "pledge", "10", "words", "by the end of 2018", "qualifier", "end-of", "due", "2018", NULL);
  timeline_add (records, "position", 80, "title", "Care organisations", "actor", "4", NULL);
  timeline_add (records, "position_version", 81, "position", "80", "wording", "Set them up", NULL);
  timeline_add (records, "event", 60, "title", "A launch", "kind", "announcement", NULL);
  assert_said (records, "2019-06-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Labour: Begin plans. When it was made is not recorded. Due by the end of 2018. Overdue, no verdict. Whether it "
               "has lapsed cannot be said.");
  timeline_add (records, "citation", 90, "source", "7", "pledge", "10", NULL);
  timeline_add (records, "citation", 91, "source", "8", "pledge", "10", NULL);
  timeline_add (records, "citation", 92, "source", "7", "position_version", "81", NULL);
  assert_said (records, "2016-06-01", CARE_TIMELINE_ENTRY_PLEDGE, 10,
               "Labour: Begin plans. When it was made is not recorded; its first source is of 2014. Due by the end of 2018. "
               "Not yet due.");
  assert_said (records, "2016-06-01", CARE_TIMELINE_ENTRY_POSITION, 81,
               "Labour: Set them up. Position. When it was stated is not recorded; its first source is of April 2015.");
  assert_said (records, "2016-06-01", CARE_TIMELINE_ENTRY_EVENT, 60, "A launch. Announcement. Its date is not recorded.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/timeline-words/t8", test_t8);
  g_test_add_func ("/timeline-words/t9", test_t9);
  g_test_add_func ("/timeline-words/t10", test_t10);
  g_test_add_func ("/timeline-words/starts", test_starts);
  g_test_add_func ("/timeline-words/years", test_years);
  g_test_add_func ("/timeline-words/t16-and-positions", test_positions_and_events);
  g_test_add_func ("/timeline-words/planned", test_planned);
  g_test_add_func ("/timeline-words/t17", test_t17);
  g_test_add_func ("/timeline-words/forms", test_forms);
  g_test_add_func ("/timeline-words/read", test_read);
  g_test_add_func ("/timeline-words/sources", test_sources);
  g_test_add_func ("/timeline-words/lapsed", test_lapsed);
  g_test_add_func ("/timeline-words/revised", test_revised);
  g_test_add_func ("/timeline-words/limb", test_limb);
  g_test_add_func ("/timeline-words/undated", test_undated);
  return g_test_run ();
}
