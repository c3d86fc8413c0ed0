/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Save a Copy, and a library whose file is moved or replaced while it is open. */

#define _GNU_SOURCE /* memmem() */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECRET "Zanzibarquux"

static char *
get_copy_path (StoreFixture *fixture)
{
  return g_build_filename (fixture->folder, "copy.carebrief", NULL);
}

static CareLibrary *
create_and_open (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  store_fixture_create (fixture, records);
  return store_fixture_open (fixture, CARE_LIBRARY_WRITE);
}

static gboolean
set_text (CareLibrary *library, const char *text, GError **error)
{
  g_autoptr (CareAct) act = care_act_new ("Write the text");

  g_assert_true (care_act_set (act, care_library_find (library, "section", 31), "text", text, NULL));
  return care_library_apply (library, act, error);
}

static void
assert_set_text (CareLibrary *library, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_text (library, text, &error));
  g_assert_no_error (error);
}

static void
save (CareLibrary *library, const char *path, gboolean with_history)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (care_library_save_copy (library, path, with_history, &error));
  g_assert_no_error (error);
}

static void
assert_same (CareLibrary *library, const char *path, guint n_acts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) copy = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *expected = store_dump_library (library);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  g_assert_true (care_library_verify (copy, &error));
  g_assert_no_error (error);
  dump = store_dump_library (copy);
  g_assert_cmpstr (dump, ==, expected);
  history = care_library_history (copy, 100, &error);
  g_assert_cmpuint (history->len, ==, n_acts);
}

static gboolean
holds (const char *path, const char *words)
{
  g_autoptr (GBytes) bytes = store_read_file (path);
  g_autofree char *lower = g_ascii_strdown (words, -1);

  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), words, strlen (words)) != NULL
         || memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), lower, strlen (lower)) != NULL;
}

static void
test_with_history (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *path = get_copy_path (fixture);
  g_autofree char *names = NULL;
  struct stat info;

  assert_set_text (library, SECRET);
  assert_set_text (library, "Nothing");
  save (library, path, TRUE);
  assert_same (library, path, 2);
  g_assert_true (holds (path, SECRET));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (
    names, ==, ".~lock.a library.carebrief#|a library.carebrief|a library.carebrief-journal|copy.carebrief");
  /* The library itself goes on. */
  assert_set_text (library, "More");
}

/* Nothing in the file tells what the text was. */
static void
test_without_history (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *path = get_copy_path (fixture);

  assert_set_text (library, SECRET);
  assert_set_text (library, "Nothing");
  save (library, path, FALSE);
  assert_same (library, path, 0);
  g_assert_false (holds (path, SECRET));
}

static void
test_of_read (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = NULL;
  g_autofree char *path = get_copy_path (fixture);

  g_object_unref (create_and_open (fixture));
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  save (library, path, TRUE);
  assert_same (library, path, 0);
}

/* A file that is there is replaced, and a link leads to the copy. */
static void
test_replaces (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *path = get_copy_path (fixture);
  g_autofree char *link = g_build_filename (fixture->folder, "link.carebrief", NULL);

  store_write_file (path, "old", 3);
  g_assert_cmpint (symlink (path, link), ==, 0);
  save (library, link, TRUE);
  assert_same (library, path, 0);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
assert_not_saved (CareLibrary *library, const char *path, CareStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (care_library_save_copy (library, path, TRUE, &error));
  g_assert_error (error, CARE_STORE_ERROR, (int) code);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (CareLibrary) reader = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_autofree char *path = get_copy_path (fixture);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.carebrief", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no folder", "copy", NULL);

  assert_not_saved (library, fixture->path, CARE_STORE_ERROR_IN_USE);
  assert_not_saved (reader, fixture->path, CARE_STORE_ERROR_IN_USE);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  assert_not_saved (library, link, CARE_STORE_ERROR_IN_USE);
  assert_not_saved (library, fixture->folder, CARE_STORE_ERROR_EXISTS);
  assert_not_saved (library, "/dev/null", CARE_STORE_ERROR_EXISTS);
  assert_not_saved (library, nowhere, CARE_STORE_ERROR_MISSING);
  /* SQLite would roll it back into the copy. */
  store_write_file (journal, "left", 4);
  assert_not_saved (library, path, CARE_STORE_ERROR_EXISTS);
  assert_set_text (library, "Goes on");
  g_clear_object (&library);
  assert_not_saved (reader, fixture->path, CARE_STORE_ERROR_IN_USE);
}

static void
assert_moved (StoreFixture *fixture, CareLibrary *library)
{
  g_autofree char *path = get_copy_path (fixture);
  g_autofree char *before = store_dump_library (library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (care_library_has_moved (library));
  g_assert_false (set_text (library, "Lost?", &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_MOVED);
  after = store_dump_library (library);
  g_assert_cmpstr (after, ==, before);
  save (library, path, TRUE);
  assert_same (library, path, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_moved (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *other = g_build_filename (fixture->folder, "other.carebrief", NULL);

  g_assert_false (care_library_has_moved (library));
  assert_set_text (library, "Saved");
  g_assert_false (care_library_has_moved (library));
  g_assert_cmpint (g_rename (fixture->path, other), ==, 0);
  assert_moved (fixture, library);
}

static void
test_deleted (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);

  assert_set_text (library, "Saved");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_moved (fixture, library);
}

/* Another file is put into its place: it is not touched. */
static void
test_replaced (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (GBytes) after = NULL;

  assert_set_text (library, "Saved");
  store_write_file (fixture->path, "another", 7);
  store_write_file (journal, "its own", 7);
  assert_moved (fixture, library);
  g_clear_object (&library);
  after = store_read_file (fixture->path);
  g_assert_cmpmem ("another", 7, g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* One that is only read has been read. */
static void
test_moved_read (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = NULL;

  g_object_unref (create_and_open (fixture));
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (care_library_has_moved (library));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/copy/with-history", test_with_history);
  ADD ("/copy/without-history", test_without_history);
  ADD ("/copy/of-read", test_of_read);
  ADD ("/copy/replaces", test_replaces);
  ADD ("/copy/refused", test_refused);
  ADD ("/copy/moved", test_moved);
  ADD ("/copy/moved/deleted", test_deleted);
  ADD ("/copy/moved/replaced", test_replaced);
  ADD ("/copy/moved/read", test_moved_read);
#undef ADD

  return g_test_run ();
}
