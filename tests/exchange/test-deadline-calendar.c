/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines as iCalendar, read again by libical's own parser. */

#include "care-deadline-calendar.h"
#include "timeline-fixture.h"

#include <libical/ical.h>
#include <string.h>

static GPtrArray *
new_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  timeline_add (records, "actor", 1, "name", "Conservatives", "kind", "party", NULL);
  timeline_add (records, "theme", 2, "name", "Integration, money; and more", NULL);
  timeline_add (records, "pledge", 10, "title", "Remove barriers, and more; “all” of them\\", "kind", "action", "actor", "1", "theme", "2", "made",
       "2017", NULL);
  timeline_add (records, "deadline", 20, "pledge", "10", "words", "before April 2018", "qualifier", "before", "due", "2018-04", NULL);
  timeline_add (records, "pledge", 11, "title", "Join up care", "kind", "outcome", NULL);
  timeline_add (records, "deadline", 21, "pledge", "11", "words", "by 2018", "qualifier", "by", "due", "2018", NULL);
  timeline_add (records, "milestone", 50, "pledge", "11", "text", "Confirmed", "due", "2013-09", NULL);
  timeline_add (records, "pledge", 12, "title", "Begin", "kind", "action", NULL);
  timeline_add (records, "deadline", 22, "pledge", "12", "words", "immediately", "qualifier", "at-once", NULL);
  timeline_add (records, "event", 60, "title", "An election", "kind", "election", "happened", "2015-05-07", NULL);
  return records;
}

static char *
write_calendar (GPtrArray *records)
{
  const CareTimelineAsk ask = timeline_ask (records, "2019-06-01", "2019-06-01");
  g_autoptr (CareTimelineContent) content
    = care_timeline_facts_take_content (care_timeline_facts_new_for (records), ask.as_of, ask.today);
  g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (content, NULL, CARE_TIMELINE_LANES_PARTY);
  g_autoptr (GBytes) bytes = care_deadline_calendar_write (content, lanes, &ask);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static icalcomponent *
find_event (icalcomponent *calendar, const char *uid)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  while (event != NULL && strcmp (icalcomponent_get_uid (event), uid) != 0)
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  return event;
}

static void
assert_event (icalcomponent *calendar, const char *uid, const char *day, const char *summary, const char *description)
{
  icalcomponent *event = find_event (calendar, uid);
  struct icaltimetype start;

  g_assert_nonnull (event);
  start = icalcomponent_get_dtstart (event);
  g_assert_true (icaltime_is_date (start));
  g_assert_cmpstr (icaltime_as_ical_string (start), ==, day);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, summary);
  g_assert_cmpstr (icalcomponent_get_description (event), ==, description);
  /* Nobody is busy on a day on which something is due. */
  g_assert_cmpint (icalproperty_get_transp (icalcomponent_get_first_property (event, ICAL_TRANSP_PROPERTY)), ==,
                   ICAL_TRANSP_TRANSPARENT);
}

static void
test_events (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autofree char *text = write_calendar (records);
  icalcomponent *calendar = icalparser_parse_string (text);
  const char *by_2018 = "Join up care. When it was made is not recorded. Due by 2018: 31 December 2017, 31 March 2018 or 31 December 2018. Overdue, no verdict.\n\n"
                        "Assumption: “by 2018” is taken to mean 31 March 2018. No reading has been chosen, and it stands here once "
                        "for each.";

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 5);
  assert_event (calendar, "pledge-10@carebrief", "20180331", "Due: Conservatives, Remove barriers, and more; “all” of them\\",
                "Conservatives: Remove barriers, and more; “all” of them\\. Made 2017. Due before April 2018. Overdue, no verdict.\n\n"
                "Assumption: “before April 2018” is taken to mean 31 March 2018.");
  assert_event (calendar, "pledge-11-2@carebrief", "20180331", "Due: Join up care", by_2018);
  assert_event (calendar, "milestone-50@carebrief", "20130930", "Due: Confirmed",
                "Confirmed. Milestone of “Join up care”. Due September 2013. Overdue.\n\n"
                "Assumption: only “September 2013” is known, and the last day of it stands here.");
  g_assert_nonnull (find_event (calendar, "pledge-11@carebrief"));
  g_assert_nonnull (find_event (calendar, "pledge-11-3@carebrief"));
  g_assert_null (find_event (calendar, "pledge-12@carebrief"));
  icalcomponent_free (calendar);
}

/* What the parser has nothing to say against, unread by us. */
static void
test_sound (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autofree char *text = write_calendar (records);
  icalcomponent *calendar = icalparser_parse_string (text);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strchr (lines[i], '\n'));
      if (g_str_has_prefix (lines[i], "DTSTAMP"))
        g_assert_cmpstr (lines[i], ==, "DTSTAMP:20190601T000000Z");
    }
  g_assert_true (g_utf8_validate (text, -1, NULL));
  icalcomponent_free (calendar);
}

/* A day is stated where only a reading, or the rule of "before", has made it one. */
static void
test_assumptions (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  const CareTimelineAsk ask = timeline_ask (records, "2019-06-01", "2019-06-01");
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  care_record_set (ask.lookup ("deadline", 21, records), "reading", "lenient", NULL);
  care_record_set (ask.lookup ("deadline", 20, records), "words", "by 31 March 2018", NULL);
  text = write_calendar (records);
  calendar = icalparser_parse_string (text);
  assert_event (calendar, "pledge-11@carebrief", "20181231", "Due: Join up care",
                "Join up care. When it was made is not recorded. Due by 2018. Overdue, no verdict.\n\nAssumption: “by 2018” is taken to mean 31 December 2018.");
  g_assert_null (strstr (icalcomponent_get_description (find_event (calendar, "pledge-10@carebrief")), "Assumption"));
  icalcomponent_free (calendar);
}

/* The same records give the same bytes; a deadline that moves keeps its identifier. */
static void
test_stable (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autofree char *first = write_calendar (records);
  g_autofree char *second = write_calendar (records);
  const CareTimelineAsk ask = timeline_ask (records, "2019-06-01", "2019-06-01");
  g_autofree char *moved = NULL;
  icalcomponent *calendar;

  g_assert_cmpstr (first, ==, second);
  care_record_set (ask.lookup ("deadline", 20, records), "due", "2019-04", NULL);
  moved = write_calendar (records);
  calendar = icalparser_parse_string (moved);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (find_event (calendar, "pledge-10@carebrief"))), ==,
                   "20190331");
  icalcomponent_free (calendar);
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *text = write_calendar (records);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  icalcomponent_free (calendar);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/deadline-calendar/events", test_events);
  g_test_add_func ("/deadline-calendar/sound", test_sound);
  g_test_add_func ("/deadline-calendar/assumptions", test_assumptions);
  g_test_add_func ("/deadline-calendar/stable", test_stable);
  g_test_add_func ("/deadline-calendar/empty", test_empty);
  return g_test_run ();
}
