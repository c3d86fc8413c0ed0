/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is not a library, or is a broken one, is refused and left as it was. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Both ways of opening are refused, and leave the file and its folder alone. */
static void
assert_refused_untouched (StoreFixture *fixture, CareStoreError code)
{
  g_autoptr (GBytes) before = store_read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *names = NULL;

  store_assert_refused (fixture->path, CARE_LIBRARY_READ, code);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, code);
  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

static void
test_missing (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *within = g_build_filename (fixture->path, "within.carebrief", NULL);
  g_autofree char *names = NULL;

  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_MISSING);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_MISSING);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "");

  store_write_file (fixture->path, "", 0);
  store_assert_refused (within, CARE_LIBRARY_READ, CARE_STORE_ERROR_MISSING);
}

static void
test_not_a_file (StoreFixture *fixture, gconstpointer data)
{
  store_assert_refused (fixture->folder, CARE_LIBRARY_READ, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_assert_refused (fixture->folder, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NOT_A_LIBRARY);
  /* Nobody writes to it: to wait would be to wait for ever. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_not_a_library (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  store_write_file (fixture->path, "", 0);
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_write_file (fixture->path, "SQLite format 3", 16);
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_write_file (fixture->path, text, 5000);
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_foreign (StoreFixture *fixture, gconstpointer data)
{
  store_run_sql (fixture->path, "CREATE TABLE figure (a); PRAGMA user_version = 1;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_run_sql (fixture->path, "PRAGMA application_id = 1196444487;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  /* No CareBrief ever wrote these versions. */
  store_run_sql (fixture->path, "PRAGMA application_id = 1130459749; PRAGMA user_version = 0;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_run_sql (fixture->path, "PRAGMA user_version = -1;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture, NULL);
  store_run_sql (fixture->path, "PRAGMA user_version = 3;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NEWER);
  store_run_sql (fixture->path, "PRAGMA user_version = 2147483647;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_NEWER);
}

static void
test_other_schema (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture, NULL);
  store_run_sql (fixture->path, "DROP TABLE comment;");
  assert_refused_untouched (fixture, CARE_STORE_ERROR_DAMAGED);
}

/* A value that its field cannot have must not come on screen as if it could. */
static void
test_bad_values (StoreFixture *fixture, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE figure SET value = 'a lot' WHERE id = 10",
    "UPDATE figure SET newness = 'brand-new' WHERE id = 10",
    "UPDATE figure SET period = '2015-13-45' WHERE id = 10",
    "UPDATE figure SET actor = -1 WHERE id = 10",
    "UPDATE section SET ordinal = -1 WHERE id = 31",
    "UPDATE actor SET colour = 'red' WHERE id = 1",
    "UPDATE actor SET name = CAST (x'ff' AS TEXT) WHERE id = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GPtrArray) records = store_records_few ();

      store_fixture_create (fixture, records);
      store_run_sql (fixture->path, statements[i]);
      g_test_message ("%s", statements[i]);
      assert_refused_untouched (fixture, CARE_STORE_ERROR_DAMAGED);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
}

/* Opens a file that may be broken. What matters is that it ends, with an error
 * that says so or a library that can be gone through. */
static void
open_broken (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (fixture->path, CARE_LIBRARY_READ, &error);

  if (library == NULL)
    {
      g_assert_true (g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED)
                     || g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY));
      return;
    }
  g_assert_no_error (error);
  if (!care_library_verify (library, &error))
    g_assert_nonnull (error);
}

static void
test_truncated (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (2);
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  size = g_bytes_get_size (whole);
  for (gsize length = 100; length < size; length += size / 23)
    {
      store_write_file (fixture->path, g_bytes_get_data (whole, NULL), length);
      assert_refused_untouched (fixture, CARE_STORE_ERROR_DAMAGED);
    }
}

static void
test_garbage (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (2);
  g_autoptr (GBytes) whole = NULL;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  for (int round = 0; round < 60; round++)
    {
      gsize length;
      g_autofree guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (whole), &length);
      guint n = 1u << g_test_rand_int_range (0, 12);

      /* Everything after the header, which has tests of its own. */
      for (guint i = 0; i < n; i++)
        bytes[g_test_rand_int_range (100, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);
      store_write_file (fixture->path, bytes, length);
      open_broken (fixture);
    }
}

static void
test_no_pages (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize length;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  bytes = g_bytes_unref_to_data (g_steal_pointer (&whole), &length);
  memset (bytes + 4096, 0xa5, length - 4096);
  store_write_file (fixture->path, bytes, length);
  assert_refused_untouched (fixture, CARE_STORE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/refused/missing", test_missing);
  ADD ("/refused/not-a-file", test_not_a_file);
  ADD ("/refused/not-a-library", test_not_a_library);
  ADD ("/refused/foreign", test_foreign);
  ADD ("/refused/newer", test_newer);
  ADD ("/refused/other-schema", test_other_schema);
  ADD ("/refused/bad-values", test_bad_values);
  ADD ("/refused/truncated", test_truncated);
  ADD ("/refused/garbage", test_garbage);
  ADD ("/refused/no-pages", test_no_pages);
#undef ADD

  return g_test_run ();
}
