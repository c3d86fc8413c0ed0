/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline reads of a library, in a thread. */

#include "store-fixture.h"

#include "care-timeline-facts.h"
#include "care-timeline-records.h"

#define MANY 3000

static CareDay
day (const char *edtf)
{
  g_autoptr (CareDate) date = care_date_from_edtf (edtf, NULL);

  return care_date_get_earliest (date);
}

static void
add_pledges (GPtrArray *records)
{
  for (CareId id = 1; id <= MANY; id++)
    {
      g_autofree char *pledge = g_strdup_printf ("%" G_GINT64_FORMAT, 1000 + id);

      g_ptr_array_add (records, store_record_new ("pledge", 1000 + id, "title", "Promised", "kind", "outcome", "actor", "1", "theme",
                                                  "2", "made", "2015-03", NULL));
      g_ptr_array_add (records, store_record_new ("deadline", 10000 + id, "pledge", pledge, "words", "by 2018", "qualifier", "by",
                                                  "due", "2018", NULL));
    }
}

static GPtrArray *
new_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, store_record_new ("actor", 1, "name", "Labour Party", "short_name", "Labour", "kind", "party", "ordinal",
                                              "2", "colour", "#d50000", NULL));
  g_ptr_array_add (records, store_record_new ("theme", 2, "name", "Money", "ordinal", "1", NULL));
  g_ptr_array_add (records, store_record_new ("event", 3, "title", "Election", "happened", "2015-05-07", "kind", "election", NULL));
  g_ptr_array_add (records, store_record_new ("briefing", 4, "title", "Care", "status", "draft", NULL));
  g_ptr_array_add (records, store_record_new ("section", 5, "briefing", "4", "heading", "One", "text", "Of {pledge:1001}.", NULL));
  add_pledges (records);
  return records;
}

typedef struct
{
  CareLibrary *library;
  GCancellable *cancellable;
  GError *error;
} Reading;

static gpointer
read_in_thread (gpointer data)
{
  Reading *reading = data;

  return care_timeline_records_read (reading->library, day ("2017-01-01"), day ("2019-01-01"), reading->cancellable, &reading->error);
}

/* The thread reads the same entries that the records themselves give. */
static void
test_same (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (CareTimelineFacts) facts = care_timeline_facts_new_for (records);
  g_autoptr (GArray) expected = care_timeline_facts_list_entries (facts, day ("2017-01-01"), day ("2019-01-01"));
  g_autoptr (CareTimelineContent) content = NULL;
  g_autoptr (CareLibrary) library = NULL;
  Reading reading = { NULL };

  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  reading.library = library;
  content = g_thread_join (g_thread_new ("read", read_in_thread, &reading));
  g_assert_no_error (reading.error);
  g_assert_cmpuint (content->entries->len, ==, MANY + 1);
  g_assert_cmpuint (content->entries->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      const CareTimelineEntry *one = &g_array_index (content->entries, CareTimelineEntry, i);
      const CareTimelineEntry *other = &g_array_index (expected, CareTimelineEntry, i);

      g_assert_cmpint (one->id, ==, other->id);
      g_assert_cmpint (one->actor, ==, other->actor);
      g_assert_cmpint (one->theme, ==, other->theme);
      g_assert_cmpuint (one->due[2].last, ==, other->due[2].last);
      g_assert_cmpint (one->state, ==, other->state);
    }
}

static void
test_content (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (CareTimelineContent) content = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  const CareTimelineEntry *first;
  const CareTimelineName *actor;
  g_autofree char *said = NULL;
  CareTimelineAsk ask;

  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  content = care_timeline_records_read (library, day ("2017-01-01"), day ("2017-01-01"), NULL, &error);
  g_assert_no_error (error);
  first = &g_array_index (content->entries, CareTimelineEntry, 0);
  actor = care_timeline_name_find (content->actors, first->actor);
  g_assert_cmpstr (actor->name, ==, "Labour");
  g_assert_cmpstr (actor->colour, ==, "#d50000");
  g_assert_cmpint (actor->ordinal, ==, 2);
  g_assert_cmpint (actor->role, ==, CARE_TIMELINE_ROLE_PARTY);
  g_assert_cmpstr (care_timeline_name_find (content->themes, 2)->name, ==, "Money");
  g_assert_true (care_timeline_content_shows (content, 4, first));
  g_assert_false (care_timeline_content_shows (content, 4, first + 1));
  ask = care_timeline_records_ask (library, content->as_of, content->today, 0);
  said = care_timeline_say (&ask, first);
  g_assert_cmpstr (said, ==, "Labour: Promised. Made March 2015. Due by 2018: 31 December 2017, 31 March 2018 or 31 December 2018. "
                             "Not yet due.");
}

/* By words, and by what narrows a search. */
static void
test_find (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    gboolean pledge, event;
  } cases[] = {
    { "promised", TRUE, FALSE }, { "elec", FALSE, TRUE }, { "party:labour", TRUE, FALSE }, { "due:2018 promised", TRUE, FALSE },
    { "by 2018", TRUE, FALSE },
    { "nothing such", FALSE, FALSE },
  };
  const CareTimelineEntry pledge = { .id = 1001 }, event = { .id = 3, .shape = CARE_TIMELINE_ENTRY_EVENT };
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (CareLibrary) library = NULL;

  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareTimelineFound) found = care_timeline_records_find (library, cases[i].typed, &error);

      g_assert_no_error (error);
      g_assert_cmpint (care_timeline_found_has (found, &pledge), ==, cases[i].pledge);
      g_assert_cmpint (care_timeline_found_has (found, &event), ==, cases[i].event);
    }
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_cancellable_cancel (cancellable);
  g_assert_null (care_timeline_records_read (library, day ("2017-01-01"), day ("2019-01-01"), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Somebody writes while the thread reads. */
static void
test_writes_meanwhile (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (CareTimelineContent) content = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  Reading reading = { NULL };
  GThread *thread;

  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  reading.library = library;
  thread = g_thread_new ("read", read_in_thread, &reading);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (CareAct) act = care_act_new ("Change");

      g_assert_true (care_act_set (act, care_library_find (library, "pledge", 1001 + i), "title", "Changed", &error));
      g_assert_true (care_library_apply (library, act, &error));
    }
  content = g_thread_join (thread);
  g_assert_no_error (reading.error);
  g_assert_cmpuint (content->entries->len, ==, MANY + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/timeline-records/same", test_same);
  ADD ("/timeline-records/content", test_content);
  ADD ("/timeline-records/find", test_find);
  ADD ("/timeline-records/cancelled", test_cancelled);
  ADD ("/timeline-records/writes-meanwhile", test_writes_meanwhile);
#undef ADD
  return g_test_run ();
}
