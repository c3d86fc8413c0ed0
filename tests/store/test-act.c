/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts: all or nothing, first on disk and then on screen. */

#include "store-fixture.h"

#include "care-error.h"

#include <string.h>
#include <sys/stat.h>

typedef struct
{
  StoreFixture base;
  CareLibrary *library; /* holds store_records_few() */
  CareRecord *figure;   /* 10 */
  GString *heard;       /* what was notified, in order */
} ActFixture;

static void
on_record_changed (CareRecord *record, ActFixture *fixture)
{
  g_string_append_printf (fixture->heard, "record %" G_GINT64_FORMAT "; ", care_record_get_id (record));
}

static void
on_value_changed (CareRecord *record, ActFixture *fixture)
{
  g_string_append_printf (fixture->heard, "value %s; ", care_record_get (record, "value"));
}

static void
on_library_changed (CareLibrary *library, CareRecord *record, ActFixture *fixture)
{
  g_string_append_printf (fixture->heard, "library %s %" G_GINT64_FORMAT "; ",
                          care_record_get_kind (record)->name, care_record_get_id (record));
}

static void
on_library_removed (CareLibrary *library, CareRecord *record, ActFixture *fixture)
{
  g_string_append_printf (fixture->heard, "removed %s %" G_GINT64_FORMAT "; ",
                          care_record_get_kind (record)->name, care_record_get_id (record));
}

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, ActFixture *fixture)
{
  g_string_append_printf (fixture->heard, "items %u -%u +%u; ", position, removed, added);
}

static void
listen (ActFixture *fixture)
{
  fixture->heard = g_string_new (NULL);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (on_library_changed), fixture);
  g_signal_connect (fixture->library, "removed", G_CALLBACK (on_library_removed), fixture);
  g_signal_connect (fixture->figure, "changed", G_CALLBACK (on_record_changed), fixture);
  g_signal_connect (fixture->figure, "changed::value", G_CALLBACK (on_value_changed), fixture);
  g_signal_connect (care_library_list (fixture->library, "figure"), "items-changed",
                    G_CALLBACK (on_items_changed), fixture);
}

static void
set_up (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  store_fixture_set_up (&fixture->base, data);
  store_fixture_create (&fixture->base, records);
  fixture->library = store_fixture_open (&fixture->base, CARE_LIBRARY_WRITE);
  fixture->figure = care_library_find (fixture->library, "figure", 10);
  listen (fixture);
}

static void
tear_down (ActFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->library);
  g_string_free (fixture->heard, TRUE);
  store_fixture_tear_down (&fixture->base, data);
}

static void
set (CareAct *act, CareRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  care_act_set (act, record, field, text, &error);
  g_assert_no_error (error);
}

static void
apply (ActFixture *fixture, CareAct *act)
{
  g_autoptr (GError) error = NULL;

  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
}

static void
reopen (ActFixture *fixture, CareLibraryMode mode)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  fixture->library = store_fixture_open (&fixture->base, mode);
  fixture->figure = care_library_find (fixture->library, "figure", 10);
}

/* Nothing has changed: not on screen, and not on disk. */
static void
assert_as_before (ActFixture *fixture)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autofree char *expected = store_dump (records);
  g_autofree char *on_screen = store_dump_library (fixture->library);
  g_autofree char *on_disk = NULL;

  g_assert_cmpstr (on_screen, ==, expected);
  g_assert_cmpstr (fixture->heard->str, ==, "");
  reopen (fixture, CARE_LIBRARY_READ);
  on_disk = store_dump_library (fixture->library);
  g_assert_cmpstr (on_disk, ==, expected);
}

static void
assert_refused (ActFixture *fixture, CareAct *act, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (care_library_apply (fixture->library, act, &error));
  g_assert_error (error, domain, code);
  assert_as_before (fixture);
}

static void
test_set (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Change value");

  g_assert_cmpstr (care_act_get_sentence (act), ==, "Change value");
  set (act, fixture->figure, "value", "£3.9 billion");
  g_assert_cmpuint (care_act_get_steps (act)->len, ==, 1);
  g_assert_cmpstr (care_record_get (fixture->figure, "value"), ==, "38e8 GBP");
  g_assert_cmpstr (fixture->heard->str, ==, "");

  apply (fixture, act);
  g_assert_cmpstr (fixture->heard->str, ==, "record 10; value 39e8 GBP; library figure 10; ");
  reopen (fixture, CARE_LIBRARY_READ);
  g_assert_cmpstr (care_record_get (fixture->figure, "value"), ==, "39e8 GBP");
}

/* A value of every type of field, and nothing in place of one. */
static void
test_set_kinds_of_value (ActFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *stored;
  } cases[] = {
    { "label", " A  new\nname ", "A  new name" },
    { "flow", "pooled-budget", "pooled-budget" },
    { "period", "2015-10", "2015-10" },
    { "fund", NULL, NULL },
    { "estimator", "2", "2" },
    { "note", "One.\n\nTwo.\n", "One.\n\nTwo.\n" },
    { "value", "not-specified GBP", "not-specified GBP" },
    { "actor", "", NULL },
  };
  g_autoptr (CareAct) act = care_act_new ("Change all");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    set (act, fixture->figure, cases[i].field, cases[i].text);
  apply (fixture, act);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (care_record_get (fixture->figure, cases[i].field), ==, cases[i].stored);
  reopen (fixture, CARE_LIBRARY_READ);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (care_record_get (fixture->figure, cases[i].field), ==, cases[i].stored);
}

static void
test_set_same (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Change nothing");

  set (act, fixture->figure, "value", "38e8 GBP");
  apply (fixture, act);
  assert_as_before (fixture);
}

static void
test_nothing (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Do nothing");

  apply (fixture, act);
  assert_as_before (fixture);
}

/* Several fields of one record: the library speaks of the record once. */
static void
test_set_two_fields (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Change two");

  set (act, fixture->figure, "value", "5e9 GBP");
  set (act, fixture->figure, "label", "Pooled");
  apply (fixture, act);
  g_assert_cmpstr (fixture->heard->str, ==, "record 10; record 10; value 5e9 GBP; library figure 10; ");
}

static void
test_insert (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Add");
  g_autoptr (CareRecord) first = store_record_new ("figure", 5, "label", "GPs", "value", "8000 GPs", NULL);
  g_autoptr (CareRecord) second = store_record_new ("figure", 6, "label", "Patients", NULL);

  care_act_insert (act, first);
  care_act_insert (act, second);
  set (act, second, "note", "Added and changed at once");
  apply (fixture, act);
  g_assert_cmpstr (fixture->heard->str, ==,
                   "items 0 -0 +1; items 1 -0 +1; library figure 5; library figure 6; ");
  g_assert_true (care_library_find (fixture->library, "figure", 5) == first);
  reopen (fixture, CARE_LIBRARY_READ);
  g_assert_cmpstr (care_record_get (care_library_find (fixture->library, "figure", 5), "value"), ==,
                   "8000 GPs");
  g_assert_cmpstr (care_record_get (care_library_find (fixture->library, "figure", 6), "note"), ==,
                   "Added and changed at once");
}

/* What comes and goes within one act was never there. */
static void
test_insert_and_delete (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Add and take away");
  g_autoptr (CareRecord) figure = store_record_new ("figure", 5, "label", "GPs", NULL);

  care_act_insert (act, figure);
  care_act_delete (act, figure);
  apply (fixture, act);
  assert_as_before (fixture);
}

/* Another record in the place of one: the live one takes its values. */
static void
test_replace (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Replace");
  g_autoptr (CareRecord) figure = store_record_new ("figure", 10, "label", "Another", NULL);

  care_act_delete (act, fixture->figure);
  care_act_insert (act, figure);
  apply (fixture, act);
  g_assert_true (care_library_find (fixture->library, "figure", 10) == fixture->figure);
  g_assert_cmpstr (care_record_get_title (fixture->figure), ==, "Another");
  g_assert_null (care_record_get (fixture->figure, "value"));
  g_assert_cmpuint (g_list_model_get_n_items (care_library_list (fixture->library, "figure")), ==, 3);
}

/* Elsewhere records hold on to what was deleted; the library does not. */
static void
test_delete (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");
  g_autoptr (CareRecord) kept = g_object_ref (fixture->figure);

  care_act_delete (act, fixture->figure);
  apply (fixture, act);
  g_assert_cmpstr (fixture->heard->str, ==, "items 0 -1 +0; removed figure 10; ");
  g_assert_null (care_library_find (fixture->library, "figure", 10));
  g_assert_cmpstr (care_record_get (kept, "value"), ==, "38e8 GBP");
  reopen (fixture, CARE_LIBRARY_READ);
  g_assert_null (fixture->figure);
}

static void
test_delete_named (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");

  care_act_delete (act, fixture->figure);
  care_act_delete (act, care_library_find (fixture->library, "actor", 1));
  assert_refused (fixture, act, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE);
}

static void
test_delete_twice (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Delete");

  care_act_delete (act, fixture->figure);
  care_act_delete (act, fixture->figure);
  assert_refused (fixture, act, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD);
}

/* What refers may come before what it refers to, as long as both come. */
static void
test_insert_any_order (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Add");
  g_autoptr (CareRecord) section = store_record_new ("section", 41, "briefing", "40", "heading", "A", NULL);
  g_autoptr (CareRecord) briefing = store_record_new ("briefing", 40, "title", "B", "status", "draft", NULL);

  care_act_insert (act, section);
  care_act_insert (act, briefing);
  apply (fixture, act);
  g_assert_true (care_library_follow (fixture->library, section, "briefing") == briefing);
}

static void
look_at_values (CareLibrary *library, CareRecord *record, gpointer data)
{
  guint *n_heard = data;

  /* Whoever is told of one sees both. */
  g_assert_cmpstr (care_record_get (care_library_find (library, "figure", 10), "label"), ==, "One");
  g_assert_cmpstr (care_record_get (care_library_find (library, "figure", 11), "label"), ==, "Two");
  (*n_heard)++;
}

static void
test_told_after_all (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Change two records");
  guint n_heard = 0;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (look_at_values), &n_heard);
  set (act, fixture->figure, "label", "One");
  set (act, care_library_find (fixture->library, "figure", 11), "label", "Two");
  apply (fixture, act);
  g_assert_cmpuint (n_heard, ==, 2);
}

static void
copy_file_elsewhere (CareRecord *record, const char *copy)
{
  ActFixture *fixture = g_object_get_data (G_OBJECT (record), "fixture");
  const char *argv[] = { "cp", fixture->base.path, copy, NULL };
  g_autoptr (GError) error = NULL;
  int status = -1;

  /* Another program, as this one must not open the file beside SQLite. */
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* When the screen is told, the one file by itself holds the change. */
static void
test_told_after_commit (ActFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->base.folder, "copy.carebrief", NULL);
  g_autofree char *journal = g_strconcat (fixture->base.path, "-journal", NULL);
  g_autoptr (CareAct) act = care_act_new ("Change value");
  g_autoptr (CareLibrary) copied = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_object_set_data (G_OBJECT (fixture->figure), "fixture", fixture);
  g_signal_connect (fixture->figure, "changed::value", G_CALLBACK (copy_file_elsewhere), copy);
  set (act, fixture->figure, "value", "39e8 GBP");
  apply (fixture, act);

  /* Cut to nothing, not deleted nor with a header of zeros: the mode is TRUNCATE. */
  g_assert_cmpint (stat (journal, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, 0);
  copied = care_library_open (copy, CARE_LIBRARY_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (care_library_find (copied, "figure", 10), "value"), ==, "39e8 GBP");
}

static void
test_nothing_beside_after_close (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Change value");
  g_autofree char *names = NULL;

  set (act, fixture->figure, "value", "39e8 GBP");
  apply (fixture, act);
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  names = store_fixture_list_folder (&fixture->base);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

static void
test_bad_value (ActFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *text;
    CareDomainError code;
  } cases[] = {
    { "value", "rather a lot", CARE_DOMAIN_ERROR_QUANTITY },
    { "period", "the day before", CARE_DOMAIN_ERROR_DATE },
    { "newness", "brand-new", CARE_DOMAIN_ERROR_CHOICE },
    { "actor", "Labour", CARE_DOMAIN_ERROR_REFERENCE },
    { "note", "\xff", CARE_DOMAIN_ERROR_TEXT },
    { "label", "", CARE_DOMAIN_ERROR_REQUIRED },
    { "label", "  ", CARE_DOMAIN_ERROR_REQUIRED },
    { "label", NULL, CARE_DOMAIN_ERROR_REQUIRED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareAct) act = care_act_new ("Change");
      g_autoptr (GError) error = NULL;

      g_assert_false (care_act_set (act, fixture->figure, cases[i].field, cases[i].text, &error));
      g_assert_error (error, CARE_DOMAIN_ERROR, (int) cases[i].code);
      g_assert_cmpuint (care_act_get_steps (act)->len, ==, 0);
    }
  assert_as_before (fixture);
}

/* The first step could be done; it is not, because the second cannot. */
static void
test_missing_reference (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Change");

  set (act, fixture->figure, "value", "39e8 GBP");
  set (act, fixture->figure, "estimator", "10"); /* a figure, not an actor */
  assert_refused (fixture, act, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE);
}

static void
test_missing_record (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (CareRecord) stranger = store_record_new ("figure", 77, "label", "Elsewhere", NULL);

  set (act, fixture->figure, "value", "39e8 GBP");
  set (act, stranger, "value", "1e6 GBP");
  assert_refused (fixture, act, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD);
  g_assert_null (care_record_get (stranger, "value"));
}

static void
test_insert_incomplete (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Add");
  g_autoptr (CareRecord) whole = store_record_new ("figure", 50, "label", "A", NULL);
  g_autoptr (CareRecord) incomplete = store_record_new ("figure", 51, "value", "1e6 GBP", NULL);

  care_act_insert (act, whole);
  care_act_insert (act, incomplete);
  assert_refused (fixture, act, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
}

static void
test_insert_twice (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Add");
  g_autoptr (CareRecord) figure = store_record_new ("figure", 10, "label", "Another", NULL);

  care_act_insert (act, figure);
  assert_refused (fixture, act, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT);
}

static void
test_read_only (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("Change");

  reopen (fixture, CARE_LIBRARY_READ);
  set (act, fixture->figure, "value", "39e8 GBP");
  assert_refused (fixture, act, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS);
}

/* A refusal does not stand in the way of the next act. */
static void
test_after_refusal (ActFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) bad = care_act_new ("Change");
  g_autoptr (CareAct) good = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  set (bad, fixture->figure, "fund", "99");
  g_assert_false (care_library_apply (fixture->library, bad, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE);
  set (good, fixture->figure, "value", "39e8 GBP");
  apply (fixture, good);
  reopen (fixture, CARE_LIBRARY_READ);
  g_assert_cmpstr (care_record_get (fixture->figure, "value"), ==, "39e8 GBP");
  g_assert_null (care_record_get (fixture->figure, "fund"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, ActFixture, NULL, set_up, function, tear_down)
  ADD ("/act/set", test_set);
  ADD ("/act/set/kinds-of-value", test_set_kinds_of_value);
  ADD ("/act/set/same", test_set_same);
  ADD ("/act/set/two-fields", test_set_two_fields);
  ADD ("/act/nothing", test_nothing);
  ADD ("/act/insert", test_insert);
  ADD ("/act/insert/any-order", test_insert_any_order);
  ADD ("/act/insert/incomplete", test_insert_incomplete);
  ADD ("/act/insert/twice", test_insert_twice);
  ADD ("/act/insert/and-delete", test_insert_and_delete);
  ADD ("/act/replace", test_replace);
  ADD ("/act/delete", test_delete);
  ADD ("/act/delete/named", test_delete_named);
  ADD ("/act/delete/twice", test_delete_twice);
  ADD ("/act/told/after-all", test_told_after_all);
  ADD ("/act/told/after-commit", test_told_after_commit);
  ADD ("/act/nothing-beside-after-close", test_nothing_beside_after_close);
  ADD ("/act/refused/bad-value", test_bad_value);
  ADD ("/act/refused/missing-reference", test_missing_reference);
  ADD ("/act/refused/missing-record", test_missing_record);
  ADD ("/act/refused/read-only", test_read_only);
  ADD ("/act/refused/then-done", test_after_refusal);
#undef ADD

  return g_test_run ();
}
