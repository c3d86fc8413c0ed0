/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library of an earlier version: kept as a backup before its schema changes, and
 * left as it was if that fails. */

#include "store-fixture.h"

#include "care-backup.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

static void
assert_theme (CareLibrary *library)
{
  g_assert_cmpstr (care_record_get_title (care_library_find (library, "theme", 7)), ==, "Integration");
}

/* Of one day are kept the first and the newest five. */
static int
count_kept (int made)
{
  return MIN (made, 6);
}

static void
test_backup_made (StoreFixture *fixture, gconstpointer data)
{
  for (int version = 1; version < CARE_LIBRARY_VERSION; version++)
    {
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) after = NULL;
      g_autoptr (CareLibrary) backup = NULL;
      g_autoptr (CareLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      store_make_released (fixture->path, version);
      before = care_backup_list (fixture->path, &error);
      library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
      assert_theme (library);
      after = care_backup_list (fixture->path, &error);
      g_assert_cmpint ((int) before->len, ==, count_kept (version - 1));
      g_assert_cmpint ((int) after->len, ==, count_kept (version));

      backup
        = care_library_open (((CareBackup *) g_ptr_array_index (after, 0))->file, CARE_LIBRARY_READ, &error);
      g_assert_no_error (error);
      g_assert_cmpint (care_library_get_version (backup), ==, version);
      assert_theme (backup);
      g_clear_object (&library);
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
    }
}

/* To read one changes nothing, and what is read is of this version all the same. */
static void
test_read (StoreFixture *fixture, gconstpointer data)
{
  for (int version = 1; version < CARE_LIBRARY_VERSION; version++)
    {
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GPtrArray) backups = NULL;
      g_autoptr (CareLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      store_make_released (fixture->path, version);
      before = store_read_file (fixture->path);
      library = store_fixture_open (fixture, CARE_LIBRARY_READ);
      assert_theme (library);
      g_assert_cmpuint (g_list_model_get_n_items (care_library_list (library, "edition")), ==, 0);
      g_assert_true (care_library_verify (library, &error));
      g_assert_no_error (error);
      after = store_read_file (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
      backups = care_backup_list (fixture->path, &error);
      g_assert_cmpuint (backups->len, ==, 0);
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
    }
}

static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Files that may grow so far: at first not even the backup can be made, and then
 * not all of the steps. */
static void
test_fails (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  rlim_t size;
  guint n_failed = 0;

  signal (SIGXFSZ, SIG_IGN);
  store_make_released (fixture->path, 1);
  before = store_read_file (fixture->path);
  size = g_bytes_get_size (before);
  for (rlim_t limit = size - 20000;; limit += 16384)
    {
      g_autoptr (CareLibrary) library = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autofree char *names = NULL;

      set_limit (limit);
      library = care_library_open (fixture->path, CARE_LIBRARY_WRITE, NULL);
      set_limit (RLIM_INFINITY);
      if (library != NULL)
        break;
      n_failed += limit > size;
      after = store_read_file (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
      names = store_fixture_list_folder (fixture);
      g_assert_cmpstr (names, ==, "a library.carebrief");
    }
  g_assert_cmpuint (n_failed, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/migration/backup-made", test_backup_made);
  ADD ("/migration/read", test_read);
  ADD ("/migration/fails", test_fails);
#undef ADD

  return g_test_run ();
}
