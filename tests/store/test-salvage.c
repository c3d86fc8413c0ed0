/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can still be read of a damaged library becomes a sound one. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAGE 4096

static char *
get_new_path (StoreFixture *fixture)
{
  return g_build_filename (fixture->folder, "recovered.carebrief", NULL);
}

/* Salvages, and returns how many records are in the new library, which is sound; the
 * damaged file is as it was. -1 if nothing could be read. */
static int
salvage (StoreFixture *fixture, guint *n_lost)
{
  g_autofree char *path = get_new_path (fixture);
  g_autoptr (GBytes) before = store_read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = care_library_salvage (fixture->path, path, &lost, &error);

  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  if (!done)
    {
      g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      return -1;
    }
  g_assert_no_error (error);
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_assert_no_error (error);
  g_assert_true (care_library_verify (library, &error));
  g_assert_no_error (error);
  records = care_library_records (library);
  for (guint i = 0; i < lost->len; i++)
    {
      g_test_message ("%s", (char *) g_ptr_array_index (lost, i));
      g_assert_true (g_utf8_validate (g_ptr_array_index (lost, i), -1, NULL));
    }
  *n_lost = lost->len;
  g_assert_cmpint (g_unlink (path), ==, 0);
  return (int) records->len;
}

static void
write_page (StoreFixture *fixture, GBytes *whole, gsize page, int byte)
{
  gsize size;
  g_autofree guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (whole), &size);

  for (gsize i = 0; i < PAGE; i++)
    bytes[page * PAGE + i] = byte < 0 ? (guint8) g_test_rand_int_range (0, 256) : (guint8) byte;
  store_write_file (fixture->path, bytes, size);
}

static void
test_sound (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autofree char *path = get_new_path (fixture);
  g_autofree char *expected = store_dump (records);
  g_autofree char *dump = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture, records);
  g_assert_true (care_library_salvage (fixture->path, path, &lost, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lost->len, ==, 0);
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  dump = store_dump_library (library);
  g_assert_cmpstr (dump, ==, expected);
}

/* A page, made nonsense or empty, costs no more than what was on it and what needs
 * that; the first one, which leads to all the others, costs nothing. */
static void
test_every_page (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (3);
  g_autoptr (GBytes) whole = NULL;
  gsize n_pages;
  guint n_lost;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  n_pages = g_bytes_get_size (whole) / PAGE;
  /* All of the first ones, and then some. */
  for (gsize page = 0; page < n_pages; page += page < 12 ? 1 : 3)
    {
      int n;

      write_page (fixture, whole, page, page % 2 == 0 ? -1 : 0);
      n = salvage (fixture, &n_lost);
      g_test_message ("page %zu: %d of %u, %u lines", page, n, records->len, n_lost);
      g_assert_cmpint (n, >, page == 0 ? (int) records->len - 1 : (int) records->len / 3);
      g_assert_true (n == (int) records->len || n_lost > 0);
    }
}

/* Wherever a file ends too early, what is before that is read; the more, the more. */
static void
test_cut (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (60);
  g_autoptr (GBytes) whole = NULL;
  int before = -1;

  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  for (gsize eighths = 1; eighths < 8; eighths++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / PAGE * eighths / 8 * PAGE);
      guint n_lost = 0;
      int n;

      store_write_file (fixture->path, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
      n = salvage (fixture, &n_lost);
      g_test_message ("%u eighths: %d of %u", (guint) eighths, n, records->len);
      g_assert_cmpint (n, >=, before);
      if (n < (int) records->len)
        g_assert_cmpuint (n_lost, >, 0);
      before = n;
    }
  g_assert_cmpint (before, >, 0);
}

/* The places of a library that was saved as a copy are others. */
static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_random (1);
  g_autofree char *path = g_build_filename (fixture->folder, "first.carebrief", NULL);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lost;

  g_assert_true (care_library_create (path, records, &error));
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_assert_true (care_library_save_copy (library, fixture->path, FALSE, &error));
  g_assert_no_error (error);
  whole = store_read_file (fixture->path);
  write_page (fixture, whole, 0, -1);
  g_assert_cmpint (salvage (fixture, &n_lost), ==, records->len);
  /* Nonsense that reads as the number of an older version. */
  write_page (fixture, whole, 0, 1);
  g_assert_cmpint (salvage (fixture, &n_lost), ==, records->len);
  write_page (fixture, whole, 0, 2);
  g_assert_cmpint (salvage (fixture, &n_lost), ==, records->len);
}

/* Many pages of one table: those that are left are all read. */
static void
test_large (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) whole = NULL;
  gsize n_pages;

  for (int i = 1; i <= 5000; i++)
    {
      g_autofree char *label = g_strdup_printf ("Better Care Fund, allocation %d", i);

      g_ptr_array_add (records,
                       store_record_new ("figure", i * G_GINT64_CONSTANT (1000003), "label", label, "value",
                                         "38e8 GBP", "note", "£3.8 billion for integrated care", NULL));
    }
  store_fixture_create (fixture, records);
  whole = store_read_file (fixture->path);
  n_pages = g_bytes_get_size (whole) / PAGE;
  for (int round = 0; round < 5; round++)
    {
      guint n_lost = 0;
      gint64 start = g_get_monotonic_time ();
      gsize page = (gsize) g_test_rand_int_range ((gint32) n_pages / 2, (gint32) n_pages);
      int n;

      write_page (fixture, whole, page, -1);
      n = salvage (fixture, &n_lost);
      g_test_message ("page %zu of %zu: %d in %.2f s", page, n_pages, n,
                      (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
      g_assert_cmpint (n, >=, 4900);
      g_assert_true (n == 5000 || n_lost > 0);
    }
}

/* One value that its field cannot have, and a reference to nothing. */
static void
test_values (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  guint n_lost;

  store_fixture_create (fixture, records);
  store_run_sql (fixture->path, "UPDATE figure SET value = 'a lot' WHERE id = 10");
  g_assert_cmpint (salvage (fixture, &n_lost), ==, records->len);
  g_assert_cmpuint (n_lost, ==, 1);
  /* Figures and a pledge only forget it. */
  store_run_sql (fixture->path, "UPDATE figure SET value = NULL; DELETE FROM actor WHERE id = 2");
  g_assert_cmpint (salvage (fixture, &n_lost), ==, records->len - 1);
  g_assert_cmpuint (n_lost, ==, 2); /* the actor, and what a figure said of it */
  /* A text leaves it out. */
  store_run_sql (fixture->path, "DELETE FROM figure WHERE id = 10");
  g_assert_cmpint (salvage (fixture, &n_lost), ==, records->len - 2);
  g_assert_cmpuint (n_lost, ==, 4);
  /* A section cannot be without its briefing. */
  store_run_sql (fixture->path, "DELETE FROM briefing");
  g_assert_cmpint (salvage (fixture, &n_lost), ==, records->len - 4);
}

static void
assert_refused (StoreFixture *fixture, const char *new_path, CareStoreError code)
{
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (care_library_salvage (fixture->path, new_path, &lost, &error));
  g_assert_error (error, CARE_STORE_ERROR, (int) code);
  g_assert_null (lost);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_new_path (fixture);
  g_autofree char *text = g_strnfill (50000, 'x');
  CareLibrary *library;

  assert_refused (fixture, path, CARE_STORE_ERROR_MISSING);
  store_write_file (fixture->path, "", 0);
  assert_refused (fixture, path, CARE_STORE_ERROR_DAMAGED);
  store_write_file (fixture->path, text, 50000);
  assert_refused (fixture, path, CARE_STORE_ERROR_DAMAGED);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  store_fixture_create (fixture, NULL);
  assert_refused (fixture, path, CARE_STORE_ERROR_DAMAGED); /* there is nothing in it */
  assert_refused (fixture, fixture->path, CARE_STORE_ERROR_EXISTS);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  assert_refused (fixture, path, CARE_STORE_ERROR_IN_USE);
  g_object_unref (library);
  store_run_sql (fixture->path, "PRAGMA user_version = 987");
  assert_refused (fixture, path, CARE_STORE_ERROR_NEWER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/salvage/sound", test_sound);
  ADD ("/salvage/every-page", test_every_page);
  ADD ("/salvage/cut", test_cut);
  ADD ("/salvage/copy", test_copy);
  ADD ("/salvage/large", test_large);
  ADD ("/salvage/values", test_values);
  ADD ("/salvage/refused", test_refused);
#undef ADD

  return g_test_run ();
}
