/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is put into a library comes out of it, and can be followed both ways. */

#include "store-fixture.h"

#include "care-error.h"

#include <string.h>

static CareLibrary *
create_and_open (StoreFixture *fixture, GPtrArray *records)
{
  store_fixture_create (fixture, records);
  return store_fixture_open (fixture, CARE_LIBRARY_WRITE);
}

static void
assert_holds (CareLibrary *library, GPtrArray *records)
{
  g_autofree char *expected = store_dump (records);
  g_autofree char *dump = store_dump_library (library);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_ids (GPtrArray *records, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      g_string_append_printf (ids, "%s%s %" G_GINT64_FORMAT, i > 0 ? ", " : "",
                              care_record_get_kind (record)->name, care_record_get_id (record));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_empty (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture, NULL);
  g_autoptr (GPtrArray) records = care_library_records (library);
  g_autoptr (GError) error = NULL;
  const CareKind *kinds;
  guint n_kinds;

  g_assert_cmpuint (records->len, ==, 0);
  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    g_assert_cmpuint (g_list_model_get_n_items (care_library_list (library, kinds[k].name)), ==, 0);
  g_assert_true (care_library_verify (library, &error));
  g_assert_no_error (error);
}

/* Any record of any kind, put in when the file is made or afterwards. */
static void
test_round_trip (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (8);
  g_autoptr (CareLibrary) library = create_and_open (fixture, records);
  g_autoptr (GError) error = NULL;

  assert_holds (library, records);
  g_assert_true (care_library_verify (library, &error));
  g_assert_no_error (error);
}

static void
test_round_trip_import (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (8);
  g_autoptr (CareLibrary) library = create_and_open (fixture, NULL);
  g_autoptr (GError) error = NULL;
  guint n_new = 0;

  g_assert_true (care_library_import (library, records, &n_new, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_new, ==, records->len);
  assert_holds (library, records);

  g_assert_finalize_object (g_steal_pointer (&library));
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  assert_holds (library, records);
}

static void
test_extreme_values (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;

  g_ptr_array_add (records,
                   store_record_new ("theme", 1, "name", "A", "ordinal", "9223372036854775807", NULL));
  g_ptr_array_add (records, store_record_new ("theme", 2, "name", "B", "ordinal", "0", NULL));
  g_ptr_array_add (records, store_record_new ("theme", G_MAXINT64, "name", text, NULL));
  library = create_and_open (fixture, records);
  assert_holds (library, records);
}

/* The same id may be that of records of different kinds. */
static void
test_find (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (CareLibrary) library = NULL;
  CareRecord *theme;

  g_ptr_array_add (records, store_record_new ("theme", 10, "name", "Integration", NULL));
  library = create_and_open (fixture, records);
  theme = care_library_find (library, "theme", 10);
  g_assert_cmpstr (care_record_get_title (theme), ==, "Integration");
  g_assert_cmpstr (care_record_get_title (care_library_find (library, "figure", 10)), ==, "Better Care Fund");
  g_assert_true (care_library_lookup ("theme", 10, library) == theme);
  g_assert_null (care_library_find (library, "theme", 11));
  g_assert_null (care_library_find (library, "actor", 10));
  g_assert_null (care_library_find (library, "no-such-kind", 10));
  g_assert_null (care_library_find (library, "theme", 0));
}

static void
test_list_order (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_ptr_array_add (records, store_record_new ("theme", 3, "name", "C", NULL));
  g_ptr_array_add (records, store_record_new ("theme", 1, "name", "A", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 4, "name", "D", "kind", "party", NULL));
  g_ptr_array_add (records, store_record_new ("theme", 2, "name", "B", NULL));
  library = create_and_open (fixture, records);
  all = care_library_records (library);
  assert_ids (all, "actor 4, theme 1, theme 2, theme 3");
  g_assert_true (g_list_model_get_item_type (care_library_list (library, "theme")) == CARE_TYPE_RECORD);
}

static void
test_follow (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (CareLibrary) library = create_and_open (fixture, records);
  CareRecord *figure = care_library_find (library, "figure", 11);

  g_assert_true (care_library_follow (library, figure, "estimator")
                 == care_library_find (library, "actor", 2));
  g_assert_null (care_library_follow (library, figure, "reporter"));
}

static void
test_children (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_ptr_array_add (records,
                   store_record_new ("section", 32, "briefing", "30", "heading", "Without place", NULL));
  g_ptr_array_add (
    records, store_record_new ("section", 33, "briefing", "30", "heading", "Last", "ordinal", "7", NULL));
  g_ptr_array_add (
    records, store_record_new ("section", 34, "briefing", "30", "heading", "Like", "ordinal", "1", NULL));
  library = create_and_open (fixture, records);
  sections = care_library_children (library, "section", "briefing", 30);
  assert_ids (sections, "section 31, section 34, section 33, section 32");
  none = care_library_children (library, "section", "briefing", 31);
  assert_ids (none, "");
}

static void
test_users (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    CareId id;
    const char *users;
  } cases[] = {
    { "actor", 1, "pledge 20, figure 10, figure 11" },
    { "actor", 2, "figure 11" },
    { "figure", 10, "section 31" }, /* in its text */
    { "figure", 12, "" },
    { "briefing", 30, "section 31" },
  };
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (CareLibrary) library = create_and_open (fixture, records);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareRecord *record = care_library_find (library, cases[i].kind, cases[i].id);
      g_autoptr (GPtrArray) users = care_library_users (library, record);

      assert_ids (users, cases[i].users);
    }
}

static void
test_import_again (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (GPtrArray) again = store_records_few ();
  g_autoptr (CareLibrary) library = create_and_open (fixture, records);
  g_autoptr (GError) error = NULL;
  guint n_new = 99;

  g_assert_true (care_library_import (library, again, &n_new, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_new, ==, 0);
  assert_holds (library, records);

  g_ptr_array_add (again, store_record_new ("theme", 1, "name", "New", NULL));
  g_assert_true (care_library_import (library, again, &n_new, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_new, ==, 1);
  g_assert_cmpstr (care_record_get_title (care_library_find (library, "theme", 1)), ==, "New");
}

static void
assert_import_refused (StoreFixture *fixture, CareRecord *bad, GQuark domain, int code)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (more, store_record_new ("theme", 1, "name", "Good", NULL));
  g_ptr_array_add (more, bad);
  g_assert_false (care_library_import (library, more, NULL, &error));
  g_assert_error (error, domain, code);
  assert_holds (library, records);

  g_assert_finalize_object (g_steal_pointer (&library));
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  assert_holds (library, records);
}

static void
test_import_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  g_assert_finalize_object (create_and_open (fixture, records));
  assert_import_refused (fixture, store_record_new ("actor", 2, "name", "Another", "kind", "party", NULL),
                         CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT);
  assert_import_refused (fixture, store_record_new ("theme", 1, "name", "Twice in one file", NULL),
                         CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT);
  assert_import_refused (fixture, store_record_new ("figure", 50, "label", "X", "actor", "77", NULL),
                         CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE);
  assert_import_refused (fixture, store_record_new ("figure", 50, NULL), CARE_DOMAIN_ERROR,
                         CARE_DOMAIN_ERROR_REQUIRED);
}

static void
assert_verify_fails (StoreFixture *fixture, const char *sql)
{
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  store_run_sql (fixture->path, sql);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_assert_false (care_library_verify (library, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
}

static void
test_verify (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  g_assert_finalize_object (create_and_open (fixture, records));
  assert_verify_fails (fixture, "UPDATE figure SET estimator = 99 WHERE id = 10");
  store_run_sql (fixture->path, "UPDATE figure SET estimator = NULL WHERE id = 10");
  assert_verify_fails (fixture, "UPDATE section SET text = 'Some {figure:99}.' WHERE id = 31");
  store_run_sql (fixture->path, "UPDATE section SET text = 'Some {figure:10}.' WHERE id = 31");
  /* An index that no longer agrees with its table. */
  assert_verify_fails (fixture, "PRAGMA writable_schema = ON;"
                                "UPDATE sqlite_schema SET rootpage = (SELECT sum (rootpage) FROM sqlite_schema"
                                " WHERE name IN ('figure_by_actor', 'figure_by_estimator')) - rootpage"
                                " WHERE name IN ('figure_by_actor', 'figure_by_estimator');");
}

/* An empty name is text to SQLite, but not a name. */
static void
test_verify_required (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (create_and_open (fixture, records));
  store_run_sql (fixture->path, "UPDATE actor SET name = ' ' WHERE id = 1");
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_assert_false (care_library_verify (library, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/library/empty", test_empty);
  ADD ("/library/round-trip", test_round_trip);
  ADD ("/library/round-trip-import", test_round_trip_import);
  ADD ("/library/extreme-values", test_extreme_values);
  ADD ("/library/find", test_find);
  ADD ("/library/list-order", test_list_order);
  ADD ("/library/follow", test_follow);
  ADD ("/library/children", test_children);
  ADD ("/library/users", test_users);
  ADD ("/library/import-again", test_import_again);
  ADD ("/library/import-refused", test_import_refused);
  ADD ("/library/verify", test_verify);
  ADD ("/library/verify-required", test_verify_required);
#undef ADD

  return g_test_run ();
}
