/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found in a timeline, in which lanes it is, and as a list. */

#include "timeline-fixture.h"

#include "care-timeline-agenda.h"
#include "care-vocabularies.h"

#include <string.h>

/* A library with three promisors, two themes and a briefing. */
static GPtrArray *
new_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  timeline_add (records, "place", 6, "name", "England", NULL);
  timeline_add (records, "place", 7, "name", "Torbay", "within", "6", NULL);
  timeline_add (records, "actor", 1, "name", "Conservative Party", "short_name", "Conservatives", "kind", "party", "ordinal", "2", NULL);
  timeline_add (records, "actor", 2, "name", "Liberal Democrats", "kind", "party", "ordinal", "1", NULL);
  timeline_add (records, "actor", 3, "name", "Government (2010-15)", "kind", "government", NULL);
  timeline_add (records, "actor", 4, "name", "RCGP", "kind", "group", NULL);
  timeline_add (records, "theme", 8, "name", "Integration", "ordinal", "1", NULL);
  timeline_add (records, "theme", 9, "name", "Money", "ordinal", "2", NULL);
  timeline_add (records, "pledge", 10, "title", "Remove barriers", "kind", "action", "actor", "1", "theme", "8", "made", "2017", NULL);
  timeline_add (records, "deadline", 20, "pledge", "10", "words", "before April 2018", "qualifier", "before", "due", "2018-04", NULL);
  timeline_add (records, "limb", 70, "pledge", "10", "text", "Review", NULL);
  timeline_add (records, "deadline", 23, "pledge", "10", "limb", "70", "words", "in 2017", "qualifier", "in", "due", "2017", NULL);
  timeline_add (records, "pledge", 11, "title", "Join up care", "kind", "outcome", "actor", "3", "theme", "8", "place", "7", "made",
                "2013-05", NULL);
  timeline_add (records, "deadline", 21, "pledge", "11", "words", "by 2018", "qualifier", "by", "due", "2018", NULL);
  timeline_add (records, "pledge", 12, "title", "Merge budgets", "kind", "outcome", "actor", "2", "theme", "8", NULL);
  timeline_add (records, "deadline", 22, "pledge", "12", "words", "by 2018", "qualifier", "by", "due", "2018", "reading", "lenient",
                NULL);
  timeline_add (records, "pledge", 13, "title", "A fund", "kind", "action", "actor", "2", "theme", "9", "made", "2015-02", NULL);
  timeline_add (records, "verdict", 40, "pledge", "13", "whose", "ours", "delivery", "cannot-be-rated", "judged", "2016", NULL);
  timeline_add (records, "event", 60, "title", "A warning", "kind", "speech", "actor", "4", "happened", "2014-09", NULL);
  timeline_add (records, "event", 62, "title", "A plan", "kind", "announcement", "happened", "2014-11", "pledge", "13", NULL);
  timeline_add (records, "position", 80, "title", "Held", "actor", "1", NULL);
  timeline_add (records, "position_version", 81, "position", "80", "wording", "As printed", "stated", "2014-10-02", NULL);
  timeline_add (records, "party_line", 82, "actor", "1", "version", "81", "line", "Printed", NULL);
  timeline_add (records, "box_item", 93, "box", "91", "party_line", "82", NULL);
  timeline_add (records, "event", 61, "title", "An election", "kind", "election", "happened", "2015-05", NULL);
  timeline_add (records, "briefing", 90, "title", "Care", "status", "draft", "standfirst", "About {pledge:10}.", NULL);
  timeline_add (records, "box", 91, "briefing", "90", "kind", "timeline", "title", "When", NULL);
  timeline_add (records, "box_item", 92, "box", "91", "event", "61", NULL);
  return records;
}

static CareTimelineContent *
new_content (const char *as_of)
{
  g_autoptr (GPtrArray) records = new_records ();

  return care_timeline_facts_take_content (care_timeline_facts_new_for (records), timeline_day (as_of), timeline_day ("2099-01-01"));
}

/* The ids that @filter takes. */
static char *
list_taken (const CareTimelineContent *content, CareTimelineFilter filter)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < content->entries->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (content->entries, CareTimelineEntry, i);

      if (care_timeline_filter_takes (&filter, content, entry))
        g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? " " : "", entry->id);
    }
  return g_string_free (ids, FALSE);
}

static void
assert_said (const CareTimelineContent *content, CareTimelineFilter filter, const char *typed, const char *expected)
{
  g_autofree char *said = care_timeline_filter_say (&filter, content, typed);

  g_assert_cmpstr (said, ==, expected);
}

/* What is looked for, in words, is all of it. */
static void
test_say (void)
{
  g_autoptr (CareTimelineContent) content = new_content ("2020-01-01");
  const CareTimelineFilter some = { .chips = 1 << CARE_TIMELINE_CHIP_SLIPPED | 1 << CARE_TIMELINE_CHIP_LAPSED, .actor = 1, .theme = 8 };
  const CareTimelineFilter shapes = { .shapes = 1 << CARE_TIMELINE_ENTRY_PLEDGE | 1 << CARE_TIMELINE_ENTRY_EVENT, .place = 6 };

  assert_said (content, (CareTimelineFilter){ 0 }, NULL, "");
  assert_said (content, (CareTimelineFilter){ 0 }, "winter", "“winter”");
  assert_said (content, some, NULL, "slipped or lapsed, Conservatives, Integration");
  assert_said (content, shapes, "winter", "England, Pledges or Events, “winter”");
}

#define assert_taken(content, expected, ...) \
  G_STMT_START \
  { \
    g_autofree char *taken = list_taken (content, (CareTimelineFilter){ __VA_ARGS__ }); \
    g_assert_cmpstr (taken, ==, expected); \
  } \
  G_STMT_END

static void
test_fields (void)
{
  g_autoptr (CareTimelineContent) content = new_content ("2018-06-01");

  assert_taken (content, "10 70 11 12 13 81 60 61 62", .actor = 0);
  assert_taken (content, "10 70 81", .actor = 1);
  assert_taken (content, "10 70 11 12", .theme = 8);
  assert_taken (content, "11", .place = 6);
  assert_taken (content, "10 70 81 61", .briefing = 90);
  assert_taken (content, "60 61 62", .shapes = 1u << CARE_TIMELINE_ENTRY_EVENT);
  assert_taken (content, "11 12", .kind = care_timeline_entry_index (&care_vocabulary_pledge, "outcome"));
  assert_taken (content, "12", .theme = 8, .actor = 2);
  assert_taken (content, "", .theme = 9, .actor = 1);
}

/* One goal with three promisors and three deadlines, by theme or by words. */
static void
test_one_goal (void)
{
  g_autoptr (CareTimelineContent) content = new_content ("2016-06-01");
  g_autoptr (CareTimelineFound) found = care_timeline_found_new ();
  const CareTimelineFilter by_theme = { .theme = 8, .shapes = 1u << CARE_TIMELINE_ENTRY_PLEDGE };
  const CareTimelineFilter by_words = { .found = found, .shapes = 1u << CARE_TIMELINE_ENTRY_PLEDGE };
  const CareTimelineFilter *const filters[] = { &by_theme, &by_words };
  static const char *const expected[] = { "Government (2010-15)", "Liberal Democrats", "Conservatives" };
  static const char *const due[] = { "2018-12-31", "2018-12-31", "2018-03-31" };

  care_timeline_found_add (found, "pledge", 12);
  care_timeline_found_add (found, "pledge", 10);
  care_timeline_found_add (found, "pledge", 11);
  care_timeline_found_add (found, "deadline", 20);
  for (guint f = 0; f < G_N_ELEMENTS (filters); f++)
    {
      /* As of 2016 the one of 2017 is not there yet. */
      g_autoptr (CareTimelineContent) later = new_content ("2019-06-01");
      g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (later, filters[f], CARE_TIMELINE_LANES_PARTY);

      g_assert_cmpuint (care_timeline_filter_count (filters[f], content).n_taken, ==, 2);
      g_assert_cmpuint (lanes->lanes->len, ==, 3);
      for (guint lane = 0; lane < 3; lane++)
        {
          g_autoptr (GPtrArray) entries = care_timeline_lanes_list (lanes, later, lane);
          const CareTimelineEntry *entry = g_ptr_array_index (entries, 0);
          CareSpan last = entry->due[2].last != 0 ? entry->due[2] : entry->due[0];

          g_assert_cmpuint (entries->len, ==, 1);
          g_assert_cmpstr (g_array_index (lanes->lanes, CareTimelineLaneOf, lane).name, ==, expected[lane]);
          timeline_assert_span (last, due[lane]);
        }
    }
}

/* What belongs to what was found is there, too. */
static void
test_found (void)
{
  g_autoptr (CareTimelineContent) content = new_content ("2018-06-01");
  g_autoptr (CareTimelineFound) found = care_timeline_found_new ();

  assert_taken (content, "", .found = found);
  care_timeline_found_add (found, "event", 61);
  care_timeline_found_add (found, "pledge", 10);
  care_timeline_found_add (found, "source", 13);
  assert_taken (content, "10 70 61", .found = found);
}

static void
test_chips (void)
{
  g_autoptr (CareTimelineContent) content = new_content ("2018-06-01");
  const CareTimelineFilter all = { 0 }, overdue = { .chips = 1u << CARE_TIMELINE_CHIP_OVERDUE }, money = { .theme = 9 };
  CareTimelineCounts counts = care_timeline_filter_count (&all, content);
  g_autofree char *said = care_timeline_counts_say (&counts);

  assert_taken (content, "11 12", .chips = 1u << CARE_TIMELINE_CHIP_DUE);
  assert_taken (content, "10 70", .chips = 1u << CARE_TIMELINE_CHIP_OVERDUE);
  assert_taken (content, "13", .chips = 1u << CARE_TIMELINE_CHIP_CANNOT_BE_RATED);
  assert_taken (content, "10 70 13", .chips = 1u << CARE_TIMELINE_CHIP_OVERDUE | 1u << CARE_TIMELINE_CHIP_CANNOT_BE_RATED);
  assert_taken (content, "", .chips = 1u << CARE_TIMELINE_CHIP_LAPSED);
  g_assert_cmpuint (counts.chips[CARE_TIMELINE_CHIP_DUE], ==, 2);
  g_assert_cmpuint (counts.chips[CARE_TIMELINE_CHIP_OVERDUE], ==, 2);
  g_assert_cmpstr (said, ==, "4 pledges, 1 limb, 1 position, 3 events");

  /* A chip that is on does not change what the others count. */
  counts = care_timeline_filter_count (&overdue, content);
  g_assert_cmpuint (counts.chips[CARE_TIMELINE_CHIP_DUE], ==, 2);
  g_assert_cmpuint (counts.n_taken, ==, 2);
  g_clear_pointer (&said, g_free);
  said = care_timeline_counts_say (&counts);
  g_assert_cmpstr (said, ==, "1 pledge, 1 limb; 2 of 9");
  counts = care_timeline_filter_count (&money, content);
  g_assert_cmpuint (counts.chips[CARE_TIMELINE_CHIP_DUE], ==, 0);
  g_assert_cmpuint (counts.chips[CARE_TIMELINE_CHIP_CANNOT_BE_RATED], ==, 1);
}

/* A milestone is not judged, and what was missed has slipped though nothing came of it. */
static void
test_chips_of_shapes (void)
{
  const CareTimelineEntry milestone = { .shape = CARE_TIMELINE_ENTRY_MILESTONE, .state = CARE_TIMELINE_ENTRY_OVERDUE };
  CareTimelineEntry pledge = { .state = CARE_TIMELINE_ENTRY_JUDGED };
  static const char *const words[] = { "missed", "met-late", "revised" };

  g_assert_false (care_timeline_chip_takes (CARE_TIMELINE_CHIP_OVERDUE, &milestone));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      pledge.timeliness = care_timeline_entry_index (&care_vocabulary_timeliness, words[i]);
      g_assert_true (care_timeline_chip_takes (CARE_TIMELINE_CHIP_SLIPPED, &pledge));
    }
  pledge.timeliness = care_timeline_entry_index (&care_vocabulary_timeliness, "met");
  g_assert_false (care_timeline_chip_takes (CARE_TIMELINE_CHIP_SLIPPED, &pledge));
}

static void
test_chips_say (void)
{
  static const struct
  {
    CareTimelineChip chip;
    guint n;
    const char *said;
  } cases[] = {
    { CARE_TIMELINE_CHIP_DUE, 1, "1 is due" },
    { CARE_TIMELINE_CHIP_OVERDUE, 5, "5 are overdue without a verdict" },
    { CARE_TIMELINE_CHIP_SLIPPED, 1, "1 has slipped" },
    { CARE_TIMELINE_CHIP_LAPSED, 0, "0 have lapsed" },
    { CARE_TIMELINE_CHIP_CANNOT_BE_RATED, 12, "12 cannot be rated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = care_timeline_chip_say (cases[i].chip, cases[i].n);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

static void
assert_lanes (CareTimelineLanesBy by, const char *expected)
{
  g_autoptr (CareTimelineContent) content = new_content ("2018-06-01");
  g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (content, NULL, by);
  g_autoptr (GString) written = g_string_new (NULL);

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      const CareTimelineLaneOf *lane = &g_array_index (lanes->lanes, CareTimelineLaneOf, i);
      g_autoptr (GPtrArray) entries = care_timeline_lanes_list (lanes, content, i);

      g_assert_cmpuint (entries->len, ==, lane->n_entries);
      g_string_append_printf (written, "%s%s:", i > 0 ? "; " : "", lane->name);
      for (guint e = 0; e < entries->len; e++)
        g_string_append_printf (written, " %" G_GINT64_FORMAT, ((CareTimelineEntry *) g_ptr_array_index (entries, e))->id);
    }
  g_assert_cmpstr (written->str, ==, expected);
}

static void
test_lanes (void)
{
  assert_lanes (CARE_TIMELINE_LANES_NONE, "All: 11 60 81 62 13 61 70 10 12");
  assert_lanes (CARE_TIMELINE_LANES_PARTY, "Government (2010-15): 11; Liberal Democrats: 13 12; Conservatives: 81 70 10; Others: 60 62 61");
  assert_lanes (CARE_TIMELINE_LANES_THEME, "Integration: 11 70 10 12; Money: 62 13; No Theme: 60 81 61");
  assert_lanes (CARE_TIMELINE_LANES_PROMISOR,
                "Government (2010-15): 11; Liberal Democrats: 13 12; Conservatives: 81 70 10; RCGP: 60; Nobody Named: 62 61");
  assert_lanes (CARE_TIMELINE_LANES_BRIEFING, "Care: 81 61 70 10; In No Briefing: 11 60 62 13 12");
}

static guint
find_read (const char *kind)
{
  guint n_reads;
  const CareTimelineRead *reads = care_timeline_facts_get_reads (&n_reads);
  guint read = 0;

  while (read < n_reads && strcmp (reads[read].kind, kind) != 0)
    read++;
  g_assert_cmpuint (read, <, n_reads);
  return read;
}

/* More actors than lanes can be numbered: the rest share one, and nobody is left out. */
static void
test_too_many_lanes (void)
{
  CareTimelineFacts *facts = care_timeline_facts_new ();
  g_autoptr (CareTimelineContent) content = NULL;
  g_autoptr (CareTimelineLanes) lanes = NULL;
  guint n_entries = 0;

  for (CareId id = 1; id <= 70000; id++)
    {
      const CareCell actor[CARE_TIMELINE_MAX_FIELDS] = { { "group", 0 }, { "Somebody", 0 } };
      const CareCell pledge[CARE_TIMELINE_MAX_FIELDS] = { { NULL, id } };

      care_timeline_facts_add (facts, find_read ("actor"), id, actor);
      care_timeline_facts_add (facts, find_read ("pledge"), id, pledge);
    }
  content = care_timeline_facts_take_content (facts, timeline_day ("2018-06-01"), timeline_day ("2018-06-01"));
  lanes = care_timeline_lanes_new (content, NULL, CARE_TIMELINE_LANES_PROMISOR);
  g_assert_cmpuint (lanes->lanes->len, <, CARE_TIMELINE_LEFT_OUT);
  for (guint i = 0; i < lanes->lanes->len; i++)
    n_entries += g_array_index (lanes->lanes, CareTimelineLaneOf, i).n_entries;
  g_assert_cmpuint (n_entries, ==, 70000);
  for (guint i = 0; i < content->entries->len; i++)
    g_assert_cmpuint (lanes->of[i], <, lanes->lanes->len);
}

static void
test_agenda (void)
{
  g_autoptr (CareTimelineContent) content = new_content ("2018-06-01");
  g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (content, NULL, CARE_TIMELINE_LANES_PARTY);
  g_autoptr (GArray) agenda = care_timeline_agenda_new (content, lanes);
  g_autoptr (GString) written = g_string_new (NULL);
  guint last = G_MAXUINT;

  for (guint i = 0; i < agenda->len; i++)
    {
      const CareTimelineEntry *entry
        = &g_array_index (content->entries, CareTimelineEntry, g_array_index (agenda, guint32, i));
      guint group = care_timeline_agenda_group (entry, content->as_of);
      g_autofree char *label = care_timeline_agenda_label (group);

      if (group != last)
        g_string_append_printf (written, "%s%s:", i > 0 ? "; " : "", label);
      last = group;
      g_string_append_printf (written, " %" G_GINT64_FORMAT, entry->id);
    }
  g_assert_cmpstr (written->str, ==,
                   "Overdue: 70 10; Due or Overdue, Depending on the Reading: 11; Later This Year: 12; No Date: 13; "
                   "2015: 61; 2014: 62 81 60");
}

static guint
find (const CareTimelineContent *content, const CareTimelineEntry *entry)
{
  guint index = G_MAXUINT;

  care_timeline_content_find (content, entry->shape, entry->id, entry->owner != 0 ? entry->owner : entry->id, &index);
  return index;
}

/* Whatever shape it has, an entry is found by its record, and its row by itself. */
static void
test_found_again (void)
{
  g_autoptr (CareTimelineContent) content = new_content ("2018-06-01");
  g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (content, NULL, CARE_TIMELINE_LANES_PARTY);
  g_autoptr (GArray) agenda = care_timeline_agenda_new (content, lanes);
  CareTimelineEntry other = g_array_index (content->entries, CareTimelineEntry, 0);
  guint row, taken_out = g_array_index (agenda, guint32, 2);

  for (guint i = 0; i < content->entries->len; i++)
    g_assert_cmpuint (find (content, &g_array_index (content->entries, CareTimelineEntry, i)), ==, i);
  for (guint i = 0; i < agenda->len; i++)
    {
      g_assert_true (care_timeline_agenda_locate (agenda, content, lanes, g_array_index (agenda, guint32, i), &row));
      g_assert_cmpuint (row, ==, i);
    }
  other.id += 100000;
  g_assert_cmpuint (find (content, &other), ==, G_MAXUINT);
  g_array_remove_index (agenda, 2);
  g_assert_false (care_timeline_agenda_locate (agenda, content, lanes, taken_out, &row));
}

static void
test_agenda_groups (void)
{
  static const struct
  {
    const char *due;
    const char *label;
  } cases[] = {
    { "2018-06-30", "This Month" },
    { "2018-06-10", "This Month" },
    { "2018-07-01", "Later This Year" },
    { "2019-01-01", "2019" },
    { "2031-12-31", "2031" },
    { "2018-06-09", "Earlier This Year" },
    { "2017-12-31", "2017" },
    { "1948-07-05", "1948" },
  };
  guint last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareDay day = timeline_day (cases[i].due);
      const CareTimelineEntry entry = { .due = { { day, day } }, .state = CARE_TIMELINE_ENTRY_JUDGED };
      guint group = care_timeline_agenda_group (&entry, timeline_day ("2018-06-10"));
      g_autofree char *label = care_timeline_agenda_label (group);

      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpuint (group, >=, last);
      last = group;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/timeline-filter/fields", test_fields);
  g_test_add_func ("/timeline-filter/one-goal", test_one_goal);
  g_test_add_func ("/timeline-filter/say", test_say);
  g_test_add_func ("/timeline-filter/found", test_found);
  g_test_add_func ("/timeline-filter/chips", test_chips);
  g_test_add_func ("/timeline-filter/chips-of-shapes", test_chips_of_shapes);
  g_test_add_func ("/timeline-filter/chips-say", test_chips_say);
  g_test_add_func ("/timeline-filter/lanes", test_lanes);
  g_test_add_func ("/timeline-filter/too-many-lanes", test_too_many_lanes);
  g_test_add_func ("/timeline-filter/agenda", test_agenda);
  g_test_add_func ("/timeline-filter/found-again", test_found_again);
  g_test_add_func ("/timeline-filter/agenda-groups", test_agenda_groups);
  return g_test_run ();
}
