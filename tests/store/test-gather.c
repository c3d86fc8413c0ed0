/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A snapshot holds all that a briefing shows, and nothing that changes. */

#include "store-fixture.h"

#include "care-check-scan.h"
#include "care-reference.h"

#include <string.h>

static GPtrArray *
make_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
#define ADD(...) g_ptr_array_add (records, store_record_new (__VA_ARGS__, NULL))

  ADD ("place", 1, "name", "England");
  ADD ("actor", 2, "name", "Labour", "kind", "party", "place", "1");
  ADD ("actor", 3, "name", "Monitor", "kind", "public-body");
  ADD ("person", 4, "name", "Andy Burnham");
  ADD ("alias", 5, "name", "New Labour", "actor", "2");
  ADD ("source", 6, "title", "A speech", "kind", "speech", "creator", "3");
  ADD ("source", 7, "title", "A report", "kind", "report");
  ADD ("source", 8, "title", "Cited in the text", "kind", "report", "author", "4");
  ADD ("position", 9, "actor", "2", "title", "Whole-person care");
  ADD ("position_version", 10, "position", "9", "wording", "One service");
  ADD ("party_line", 11, "actor", "2", "version", "10", "line", "Labour would integrate");
  ADD ("citation", 12, "source", "6", "party_line", "11");
  ADD ("pledge", 13, "title", "Named in the text", "kind", "outcome");
  ADD ("deadline", 14, "pledge", "13", "words", "by 2018", "reading", "open");
  ADD ("figure", 15, "label", "Named in the text", "value", "38e8 GBP", "estimator", "3");
  ADD ("citation", 16, "source", "7", "figure", "15");
  ADD ("figure", 17, "label", "Named in the note of a figure");
  ADD ("figure", 18, "label", "Named nowhere");
  ADD ("figure", 19, "label", "In the standfirst", "note", "See {figure:17} and {figure:15}.");
  ADD ("briefing", 20, "title", "Integration", "status", "draft", "standfirst", "Worth {figure:19}.");
  ADD ("section", 21, "briefing", "20", "heading", "Second", "ordinal", "2", "text", "No such {figure:999}.");
  ADD ("section", 22, "briefing", "20", "heading", "First", "ordinal", "1", "text",
       "Of {figure:15}, {pledge:13} [@8 p.67].");
  ADD ("box", 23, "briefing", "20", "kind", "party-lines", "title", "Parties");
  ADD ("box_item", 24, "box", "23", "party_line", "11");
  ADD ("review_note", 25, "briefing", "20", "text", "Is this so?", "standing", "open");
  ADD ("exception", 26, "briefing", "20", "check", "plain-figure", "reason", "A year, not a figure");
  ADD ("event", 27, "title", "It was done", "happened", "2019-01");
  ADD ("evidence", 28, "text", "Done", "bearing", "supports", "pledge", "13", "event", "27");
  ADD ("evidence", 29, "text", "Of a figure", "bearing", "context", "figure", "18");
  ADD ("briefing", 30, "title", "Another", "status", "draft");
  ADD ("section", 31, "briefing", "30", "heading", "Of another", "text", "{figure:18}");
#undef ADD
  return records;
}

/* A briefing whose box shows a ledger of two of five figures; the links say that 43 is a part of
 * 45, by 44, which neither shows. */
static GPtrArray *
make_ledger (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
#define ADD(...) g_ptr_array_add (records, store_record_new (__VA_ARGS__, NULL))

  for (CareId id = 43; id <= 48; id++)
    ADD ("figure", id, "label", "A sum", "value", "1e9 GBP");
  ADD ("link", 50, "relation", "restates", "from_figure", "43", "to_figure", "44");
  ADD ("link", 51, "relation", "part-of", "from_figure", "44", "to_figure", "45");
  ADD ("link", 52, "relation", "part-of", "from_figure", "46", "to_figure", "47");
  ADD ("deflator", 55, "name", "Prices");
  ADD ("deflator_value", 56, "deflator", "55", "year", "2015", "value", "100");
  ADD ("ledger", 60, "question", "Does it add up?", "deflator", "55");
  ADD ("ledger_item", 61, "ledger", "60", "figure", "43");
  ADD ("ledger_item", 62, "ledger", "60", "figure", "45");
  ADD ("ledger", 63, "question", "Another, that has one of them, too");
  ADD ("ledger_item", 64, "ledger", "63", "figure", "43");
  ADD ("link", 53, "relation", "part-of", "from_figure", "46", "to_figure", "48");
  ADD ("contradiction", 65, "topic", "Two sums", "kind", "estimate");
  ADD ("contradiction_item", 66, "contradiction", "65", "figure", "43");
  ADD ("contradiction_item", 67, "contradiction", "65", "figure", "45");
  ADD ("briefing", 70, "title", "Money", "status", "draft");
  ADD ("box", 71, "briefing", "70", "kind", "ledger", "title", "Money", "ledger", "60");
#undef ADD
  return records;
}

/* A chart by newness of one figure, whose part says again what another does, and a chart of another
 * figure that has a part, and is one. */
static GPtrArray *
make_charts (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
#define ADD(...) g_ptr_array_add (records, store_record_new (__VA_ARGS__, NULL))

  for (CareId id = 43; id <= 48; id++)
    ADD ("figure", id, "label", "A sum", "value", "1e9 GBP");
  ADD ("link", 50, "relation", "part-of", "from_figure", "44", "to_figure", "43");
  ADD ("link", 51, "relation", "restates", "from_figure", "44", "to_figure", "45");
  ADD ("link", 52, "relation", "part-of", "from_figure", "47", "to_figure", "46");
  ADD ("link", 53, "relation", "part-of", "from_figure", "46", "to_figure", "48");
  ADD ("briefing", 70, "title", "Money", "status", "draft");
  ADD ("box", 71, "briefing", "70", "kind", "chart", "title", "Money", "chart", "stacked");
  ADD ("box", 72, "briefing", "70", "kind", "chart", "title", "Money", "chart", "bars");
  ADD ("box_item", 73, "box", "71", "ordinal", "1", "figure", "43");
  ADD ("box_item", 74, "box", "72", "ordinal", "1", "figure", "46");
#undef ADD
  return records;
}

static CareLibrary *
create_and_open (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) records = make_records ();

  store_fixture_create (fixture, records);
  return store_fixture_open (fixture, CARE_LIBRARY_WRITE);
}

static CareSnapshot *
take (CareLibrary *library, CareId briefing)
{
  g_autoptr (GError) error = NULL;
  CareSnapshot *snapshot = care_library_snapshot (library, briefing, &error);

  g_assert_no_error (error);
  g_assert_nonnull (snapshot);
  return snapshot;
}

typedef struct
{
  const char *kind;
  CareId id;
  gboolean there;
} Held;

static void
assert_holds (CareSnapshot *snapshot, const Held *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_test_message ("%s %" G_GINT64_FORMAT, cases[i].kind, cases[i].id);
      g_assert_true ((care_snapshot_find (snapshot, cases[i].kind, cases[i].id) != NULL) == cases[i].there);
    }
}

static void
test_gather (StoreFixture *fixture, gconstpointer data)
{
  static const Held cases[] = {
    { "briefing", 20, TRUE },
    { "section", 21, TRUE },
    { "section", 22, TRUE },
    { "box", 23, TRUE },
    { "box_item", 24, TRUE },
    { "review_note", 25, FALSE },
    { "exception", 26, TRUE },
    { "party_line", 11, TRUE },       /* of an item of a box */
    { "position_version", 10, TRUE }, /* that the line sums up */
    { "position", 9, TRUE },
    { "actor", 2, TRUE },
    { "alias", 5, TRUE },
    { "place", 1, TRUE },
    { "citation", 12, TRUE }, /* of the line */
    { "source", 6, TRUE },
    { "actor", 3, TRUE },   /* that made the source */
    { "figure", 15, TRUE }, /* in the text of a section only */
    { "citation", 16, TRUE },
    { "source", 7, TRUE },
    { "pledge", 13, TRUE },
    { "deadline", 14, TRUE },
    { "evidence", 28, TRUE }, /* of what came of the pledge */
    { "event", 27, TRUE },
    { "evidence", 29, FALSE },
    { "source", 8, TRUE }, /* cited in the text only */
    { "person", 4, TRUE },
    { "figure", 19, TRUE }, /* in the standfirst */
    { "figure", 17, TRUE }, /* in the note of that */
    { "figure", 18, FALSE },
    { "figure", 999, FALSE },
    { "briefing", 30, FALSE },
    { "section", 31, FALSE },
  };
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (CareSnapshot) snapshot = take (library, 20);

  assert_holds (snapshot, cases, G_N_ELEMENTS (cases));
  g_assert_cmpint (care_record_get_id (care_snapshot_get_briefing (snapshot)), ==, 20);
}

static void
assert_snapshot_holds (StoreFixture *fixture, GPtrArray *records, const Held *cases, guint n_cases)
{
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;

  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  snapshot = take (library, 70);
  assert_holds (snapshot, cases, n_cases);
}

/* All that the sum follows from, and no more. */
static void
test_ledger (StoreFixture *fixture, gconstpointer data)
{
  static const Held cases[] = {
    { "ledger", 60, TRUE }, { "ledger_item", 61, TRUE },    { "ledger_item", 62, TRUE }, { "figure", 43, TRUE },
    { "figure", 45, TRUE }, { "deflator_value", 56, TRUE }, { "link", 50, TRUE },        { "figure", 44, TRUE },
    { "link", 51, TRUE },   { "link", 52, FALSE },          { "figure", 46, FALSE },     { "ledger", 63, FALSE },
    { "contradiction", 65, TRUE }, { "contradiction_item", 66, TRUE }, { "contradiction_item", 67, TRUE },
  };
  g_autoptr (GPtrArray) records = make_ledger ();

  assert_snapshot_holds (fixture, records, cases, G_N_ELEMENTS (cases));
}

/* What divides the bars of one chart; for the other, whose bars are whole, only what they are parts of. */
static void
test_charts (StoreFixture *fixture, gconstpointer data)
{
  static const Held cases[] = { { "figure", 43, TRUE }, { "link", 50, TRUE },   { "figure", 44, TRUE }, { "link", 51, TRUE },
                                { "figure", 46, TRUE }, { "link", 52, FALSE }, { "figure", 47, FALSE },
                                { "link", 53, TRUE },   { "figure", 48, TRUE } };
  g_autoptr (GPtrArray) records = make_charts ();

  assert_snapshot_holds (fixture, records, cases, G_N_ELEMENTS (cases));
}

static void
test_order (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (CareSnapshot) snapshot = take (library, 20);
  g_autoptr (GPtrArray) sections = care_snapshot_list (snapshot, "section", "briefing", 20);

  g_assert_cmpuint (sections->len, ==, 2);
  g_assert_cmpstr (care_record_get_title (g_ptr_array_index (sections, 0)), ==, "First");
  g_assert_cmpstr (care_record_get_title (g_ptr_array_index (sections, 1)), ==, "Second");
}

static void
test_does_not_change (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (CareSnapshot) snapshot = take (library, 20);
  g_autoptr (CareSnapshot) later = NULL;
  g_autoptr (CareRecord) added = store_record_new ("section", 50, "briefing", "20", "heading", "New", NULL);
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  care_act_set (act, care_library_find (library, "figure", 15), "value", "39e8 GBP", &error);
  g_assert_no_error (error);
  care_act_insert (act, added);
  care_library_apply (library, act, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (care_record_get (care_snapshot_find (snapshot, "figure", 15), "value"), ==, "38e8 GBP");
  g_assert_null (care_snapshot_find (snapshot, "section", 50));
  later = take (library, 20);
  g_assert_cmpstr (care_record_get (care_snapshot_find (later, "figure", 15), "value"), ==, "39e8 GBP");
  g_assert_nonnull (care_snapshot_find (later, "section", 50));
}

/* It needs neither the library nor the file any more. */
static void
test_outlives_library (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (CareSnapshot) snapshot = take (library, 20);
  g_autofree char *plain = NULL;

  g_assert_finalize_object (g_steal_pointer (&library));
  plain = care_reference_plain (care_record_get (care_snapshot_find (snapshot, "section", 22), "text"),
                                CARE_QUANTITY_HOUSE, care_snapshot_lookup, snapshot);
  g_assert_cmpstr (plain, ==, "Of £3.8 billion, Named in the text .");
}

static void
test_missing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (care_library_snapshot (library, 21, &error)); /* a section */
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD);
}

/* Texts that name each other in a ring are gone through once. */
static void
test_ring (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_ptr_array_add (records,
                   store_record_new ("figure", 1, "label", "A", "note", "{figure:2} {figure:1}", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 2, "label", "B", "note", "{figure:1}", NULL));
  g_ptr_array_add (records, store_record_new ("briefing", 3, "title", "C", "status", "draft", "note",
                                              "{figure:1}{figure:1}", NULL));
  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  snapshot = take (library, 3);
  items = care_snapshot_list (snapshot, "figure", "actor", 0);
  g_assert_cmpuint (items->len, ==, 2);
}

/* What is typed and what is missing can be told only by what the library has besides. */
static void
test_to_check (StoreFixture *fixture, gconstpointer data)
{
  static const Held cases[] = {
    { "figure", 1, TRUE },  /* typed */
    { "figure", 2, FALSE },
    { "figure", 3, TRUE },  /* which 1 restates */
    { "person", 4, TRUE },  /* named by the family name */
    { "person", 5, FALSE },
    { "person", 12, FALSE }, /* whose name but begins another */
    { "person", 13, TRUE },  /* of two words, so to speak */
    { "actor", 6, TRUE },   /* a party with a position */
    { "actor", 7, FALSE },  /* without */
    { "contradiction", 9, TRUE },
    { "link", 11, TRUE },
    { "legislation", 14, TRUE }, /* named in the text */
    { "legislation", 15, TRUE }, /* named by an event, by another name */
    { "legislation", 17, FALSE },
  };
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
#define ADD(...) g_ptr_array_add (records, store_record_new (__VA_ARGS__, NULL))

  ADD ("figure", 1, "label", "Typed", "value", "38e8 GBP");
  ADD ("figure", 2, "label", "Not typed", "value", "39e8 GBP");
  ADD ("figure", 3, "label", "Restated", "value", "38 %");
  ADD ("person", 4, "name", "Frank Dobson", "family_name", "Dobson");
  ADD ("person", 5, "name", "Jeremy Hunt", "family_name", "Hunt");
  ADD ("person", 12, "name", "Ann Dob", "family_name", "Dob");
  ADD ("person", 13, "name", "Mary O’Brien", "family_name", "O’Brien");
  ADD ("actor", 6, "name", "Labour", "kind", "party");
  ADD ("actor", 7, "name", "Others", "kind", "party");
  ADD ("position", 8, "actor", "6", "title", "One service");
  ADD ("contradiction", 9, "topic", "Sums", "kind", "scope");
  ADD ("contradiction_item", 10, "contradiction", "9", "figure", "1");
  ADD ("link", 11, "relation", "restates", "from_figure", "1", "to_figure", "3");
  ADD ("legislation", 14, "title", "Care Act 2014", "kind", "act");
  ADD ("legislation", 15, "title", "Health and Social Care Act 2012", "kind", "act");
  ADD ("alias", 16, "name", "Lansley Act", "legislation", "15");
  ADD ("legislation", 17, "title", "Health Act 1999", "kind", "act");
  ADD ("event", 18, "title", "Boards meet under the Lansley Act");
  ADD ("briefing", 20, "title", "Integration", "status", "draft");
  ADD ("section", 21, "briefing", "20", "heading", "Money", "text",
       "Mr Dobson asked Ms O’Brien for £3.8bn under the Care Act 2014: {event:18}.");
#undef ADD
  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  snapshot = care_library_snapshot_to_check (library, 20, &error);
  g_assert_no_error (error);
  assert_holds (snapshot, cases, G_N_ELEMENTS (cases));
}

#define MANY 20000

typedef struct
{
  CareCheckScan *scan;
  int done; /* atomic */
} Scanning;

static gpointer
scan_in_thread (gpointer data)
{
  Scanning *scanning = data;

  care_check_scan_run (scanning->scan, NULL);
  g_atomic_int_set (&scanning->done, 1);
  return NULL;
}

static void
add_many_figures (GPtrArray *records)
{
  for (CareId id = 1000; id < 1000 + MANY; id++)
    {
      g_autofree char *value = id == 999 + MANY ? g_strdup ("38e8 GBP") : g_strdup_printf ("%" G_GINT64_FORMAT " GBP", id);

      g_ptr_array_add (records, store_record_new ("figure", id, "label", "One of many", "value", value, NULL));
    }
}

/* Whoever reads while the library is gone through does not wait until it has been. */
static void
test_read_while_scanned (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  Scanning scanning = { NULL, 0 };
  GThread *thread;
  guint n_read = 0;

  g_ptr_array_add (records, store_record_new ("briefing", 20, "title", "Integration", "status", "draft", NULL));
  g_ptr_array_add (records, store_record_new ("section", 21, "briefing", "20", "heading", "Money", "text",
                                              "It costs £3.8bn.", NULL));
  add_many_figures (records);
  store_fixture_create (fixture, records);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  scanning.scan = care_check_scan_new (library, 20, &error);
  g_assert_no_error (error);
  thread = g_thread_new ("scan", scan_in_thread, &scanning);
  for (CareId id = 1000; !g_atomic_int_get (&scanning.done) && id < 1000 + MANY; id++, n_read++)
    g_assert_nonnull (care_library_find (library, "figure", id));
  g_thread_join (thread);
  g_test_message ("%u read meanwhile", n_read);
  g_assert_cmpuint (n_read, >, 1);
  snapshot = care_check_scan_finish (scanning.scan);
  g_assert_nonnull (care_snapshot_find (snapshot, "figure", 999 + MANY));
  g_assert_null (care_snapshot_find (snapshot, "figure", 1000));
  care_check_scan_free (scanning.scan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/gather/all", test_gather);
  ADD ("/gather/ledger", test_ledger);
  ADD ("/gather/charts", test_charts);
  ADD ("/gather/order", test_order);
  ADD ("/gather/does-not-change", test_does_not_change);
  ADD ("/gather/outlives-library", test_outlives_library);
  ADD ("/gather/missing", test_missing);
  ADD ("/gather/ring", test_ring);
  ADD ("/gather/to-check", test_to_check);
  ADD ("/gather/read-while-scanned", test_read_while_scanned);
#undef ADD

  return g_test_run ();
}
