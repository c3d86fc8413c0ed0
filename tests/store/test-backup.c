/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups: made, thinned, listed and restored. */

#include "store-fixture.h"

#include "care-backup.h"
#include "care-library-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
get_folder (StoreFixture *fixture)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, fixture->path, -1);
  g_autofree char *name = g_strdup_printf ("a library-%.16s", hash);

  return g_build_filename (g_get_user_data_dir (), "carebrief", "backups", name, NULL);
}

static CareLibrary *
create_and_open (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  store_fixture_create (fixture, records);
  return store_fixture_open (fixture, CARE_LIBRARY_WRITE);
}

static void
make (CareLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (care_backup_make (library->db, care_library_get_path (library), &error));
  g_assert_no_error (error);
}

static GPtrArray *
list (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = care_backup_list (fixture->path, &error);

  g_assert_no_error (error);
  return backups;
}

static void
rename_theme (CareLibrary *library, const char *title)
{
  g_autoptr (CareAct) act = care_act_new ("Rename the briefing");
  g_autoptr (GError) error = NULL;

  care_act_set (act, care_library_find (library, "briefing", 30), "title", title, &error);
  g_assert_no_error (error);
  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

static void
assert_title (StoreFixture *fixture, const char *title)
{
  g_autoptr (CareLibrary) library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_autoptr (GError) error = NULL;

  g_assert_true (care_library_verify (library, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get_title (care_library_find (library, "briefing", 30)), ==, title);
}

static void
test_make (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *dump = store_dump_library (library);
  g_autofree char *folder = get_folder (fixture);
  g_autoptr (GPtrArray) backups = list (fixture);
  g_autofree char *parent = NULL;
  g_autofree char *backup_dump = NULL;
  g_autoptr (CareLibrary) copy = NULL;
  g_autoptr (GError) error = NULL;
  CareBackup *backup;
  struct stat info;

  g_assert_cmpuint (backups->len, ==, 0);
  make (library);
  g_ptr_array_unref (backups);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->n_briefings, ==, 1);
  g_assert_false (backup->was_replaced);
  g_assert_cmpint (stat (backup->file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (backup->size, ==, (guint64) info.st_size);
  parent = g_path_get_dirname (backup->file);
  g_assert_cmpstr (parent, ==, folder);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  copy = care_library_open (backup->file, CARE_LIBRARY_READ, &error);
  g_assert_no_error (error);
  backup_dump = store_dump_library (copy);
  g_assert_cmpstr (backup_dump, ==, dump);
}

static void
test_due (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) after = NULL;

  g_assert_true (care_backup_is_due (fixture->path, now));
  make (library);
  after = g_date_time_new_now_utc ();
  /* Not if midnight has just passed. */
  if (g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (after))
    g_assert_false (care_backup_is_due (fixture->path, now));
  g_assert_true (care_backup_is_due (fixture->path, tomorrow));
}

/* A backup that cannot be made leaves nothing, and those that are there alone. */
static void
test_make_fails (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  make (library);
  g_assert_cmpint (sqlite3_exec (library->db, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (care_backup_make (library->db, fixture->path, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (sqlite3_exec (library->db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
}

static void
test_restore (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  CareBackup *backup;

  make (library);
  rename_theme (library, "Changed since");
  g_clear_object (&library);
  backups = list (fixture);
  backup = g_ptr_array_index (backups, 0);
  g_assert_true (care_backup_restore (fixture->path, backup->file, &error));
  g_assert_no_error (error);
  assert_title (fixture, "Integration");
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");

  /* What was there is a backup now, and can be restored as well. */
  g_ptr_array_unref (backups);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
  backup = g_ptr_array_index (backups, 0);
  g_assert_true (backup->was_replaced);
  g_assert_true (care_backup_restore (fixture->path, backup->file, &error));
  g_assert_no_error (error);
  assert_title (fixture, "Changed since");
}

/* A damaged library, with a journal that must not reach what is restored. */
static void
test_restore_damaged (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *garbage = g_strnfill (4096, 'x');
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  CareBackup *backup;

  make (library);
  g_clear_object (&library);
  store_patch_file (fixture->path, 4096, garbage, 4096);
  damaged = store_read_file (fixture->path);
  store_write_file (journal, "left", 4);
  backups = list (fixture);
  g_assert_true (
    care_backup_restore (fixture->path, ((CareBackup *) g_ptr_array_index (backups, 0))->file, &error));
  g_assert_no_error (error);
  assert_title (fixture, "Integration");
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));

  g_ptr_array_unref (backups);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
  backup = g_ptr_array_index (backups, 0);
  g_assert_true (backup->was_replaced);
  kept = store_read_file (backup->file);
  g_assert_true (g_bytes_equal (kept, damaged));
}

/* Which name cannot be renamed to, in the place of a failing disk. */
static const char *failing;

int
rename (const char *from, const char *to)
{
  if (g_strcmp0 (to, failing) != 0)
    return renameat (AT_FDCWD, from, AT_FDCWD, to);
  errno = EIO;
  return -1;
}

/* A library that is not replaced after all still needs its journal. */
static void
test_restore_fails (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;
  g_autofree char *names = NULL;
  g_autofree char *now = NULL;

  make (library);
  g_clear_object (&library);
  store_write_file (journal, "left", 4);
  backups = list (fixture);
  names = store_fixture_list_folder (fixture);
  failing = fixture->path;
  g_assert_false (
    care_backup_restore (fixture->path, ((CareBackup *) g_ptr_array_index (backups, 0))->file, &error));
  failing = NULL;
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO);
  g_assert_true (g_file_get_contents (journal, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "left");
  now = store_fixture_list_folder (fixture);
  g_assert_cmpstr (now, ==, names);
}

static void
test_restore_missing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  make (library);
  g_clear_object (&library);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  backups = list (fixture);
  g_assert_true (
    care_backup_restore (fixture->path, ((CareBackup *) g_ptr_array_index (backups, 0))->file, &error));
  g_assert_no_error (error);
  assert_title (fixture, "Integration");
}

static void
assert_restore_fails (StoreFixture *fixture, const char *backup_file, CareStoreError code)
{
  g_autoptr (GBytes) before = store_read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *names = store_fixture_list_folder (fixture);
  g_autofree char *names_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (care_backup_restore (fixture->path, backup_file, &error));
  g_assert_error (error, CARE_STORE_ERROR, (int) code);
  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  names_after = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, names_after);
}

static void
test_restore_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *lock = g_build_filename (fixture->folder, ".~lock.a library.carebrief#", NULL);
  g_autofree char *garbage = g_strnfill (4096, 'x');
  g_autoptr (GPtrArray) backups = NULL;
  CareLibrary *library = create_and_open (fixture);
  const char *file;

  make (library);
  backups = list (fixture);
  file = ((CareBackup *) g_ptr_array_index (backups, 0))->file;
  assert_restore_fails (fixture, file, CARE_STORE_ERROR_IN_USE);
  g_object_unref (library);
  store_write_file (lock, "elsewhere.example\n1\n1\nThe Researcher\n2015-02-20T10:00:00Z\n", 58);
  assert_restore_fails (fixture, file, CARE_STORE_ERROR_IN_USE_ELSEWHERE);
  g_assert_cmpint (g_unlink (lock), ==, 0);

  assert_restore_fails (fixture, other, CARE_STORE_ERROR_MISSING);
  store_write_file (other, garbage, 4096);
  assert_restore_fails (fixture, other, CARE_STORE_ERROR_NOT_A_LIBRARY);
  store_patch_file (file, 8192, garbage, 4096);
  assert_restore_fails (fixture, file, CARE_STORE_ERROR_DAMAGED);
  g_assert_cmpuint (backups->len, ==, 1);
}

/* Days before 20 February 2015, at noon, as a list of times, newest first. */
static GPtrArray *
make_times (const int *hours_before, guint n)
{
  g_autoptr (GDateTime) newest = g_date_time_new_utc (2015, 2, 20, 12, 0, 0);
  GPtrArray *times = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (times, g_date_time_add_hours (newest, -hours_before[i]));
  return times;
}

static void
assert_plan (const int *hours_before, const char *expected)
{
  guint n = (guint) strlen (expected);
  g_autoptr (GPtrArray) times = make_times (hours_before, n);
  g_autofree gboolean *kept = care_backup_plan (times);

  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%u of %s", i, expected);
      g_assert_cmpint (kept[i], ==, expected[i] == 'x');
    }
}

static void
test_plan (void)
{
  static const int none[] = { 0 };
  static const int one_day[] = { 0, 1, 2, 3, 4, 5, 6, 12 };
  static const int busy_days[] = { 0, 1, 24, 25, 26, 48, 49 };
  static const int over_midnight[] = { 0, 12, 13, 14 };
  /* 20 February 2015 is a Friday. */
  static const int days[] = { 0, 24, 48, 72, 96, 120, 144, 168, 192, 216, 240, 264, 288, 312 };
  static const int weeks[] = { 0, 168, 336, 504, 672, 840, 1008, 1176, 1344, 1512 };
  static const int gaps[] = { 0, 2400, 2401, 4800, 9600 };

  assert_plan (none, "");
  assert_plan (none, "x");
  assert_plan (one_day, "xxxxx..x");
  assert_plan (busy_days, "xxx..x.");
  assert_plan (over_midnight, "xxx."); /* midnight belongs to the new day */
  assert_plan (days, "xxxxxxx.....x.");
  assert_plan (weeks, "xxxxxxxx..");
  assert_plan (gaps, "xx.xx");
}

/* However many there are, seven days, eight weeks and five more of the last day are left
 * at most, the newest of all among them; and thinning what was thinned takes nothing
 * more. */
static void
test_plan_random (void)
{
  for (int round = 0; round < 200; round++)
    {
      int hours[300] = { 0 };
      guint n = (guint) g_test_rand_int_range (1, G_N_ELEMENTS (hours));
      g_autoptr (GPtrArray) times = NULL;
      g_autoptr (GPtrArray) left = g_ptr_array_new ();
      g_autofree gboolean *kept = NULL;
      g_autofree gboolean *again = NULL;

      for (guint i = 1; i < n; i++)
        hours[i] = hours[i - 1] + g_test_rand_int_range (1, round % 2 == 0 ? 60 : 3);
      times = make_times (hours, n);
      kept = care_backup_plan (times);
      g_assert_true (kept[0]);
      for (guint i = 0; i < n; i++)
        if (kept[i])
          g_ptr_array_add (left, g_ptr_array_index (times, i));
      g_assert_cmpuint (left->len, <=, 20);
      again = care_backup_plan (left);
      for (guint i = 0; i < left->len; i++)
        g_assert_true (again[i]);
    }
}

/* Making one more removes those that are not to be kept, and what is unfinished, but
 * nothing that is not a backup. */
static void
test_thin (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autofree char *folder = get_folder (fixture);
  g_autofree char *mine = g_build_filename (folder, "mine.txt", NULL);
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  store_write_file (mine, "mine", 4);
  for (int day = 1; day <= 28; day++)
    {
      g_autofree char *name = g_strdup_printf ("201502%02dT120000.000Z.carebrief", day);
      g_autofree char *replaced = g_strdup_printf ("201502%02dT130000.000Z-replaced.carebrief", day);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *replaced_path = g_build_filename (folder, replaced, NULL);

      store_write_file (path, "x", 1);
      store_write_file (replaced_path, "x", 1);
    }
  make (library);
  backups = list (fixture);
  /* Today, six days and three more weeks of February 2015 (its days fill the weeks 5
   * to 9); of what was replaced seven days and three more weeks. */
  g_assert_cmpuint (backups->len, ==, 1 + 6 + 4 + 7 + 3);
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
  g_assert_cmpint (((CareBackup *) g_ptr_array_index (backups, 1))->n_briefings, ==, -1);
}

/* What a day began with is there until the next, however much is backed up meanwhile. */
static void
test_thin_today (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = create_and_open (fixture);
  g_autoptr (GDateTime) before = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  make (library);
  rename_theme (library, "Changed since");
  for (int i = 0; i < 8; i++)
    make (library);
  after = g_date_time_new_now_utc ();
  g_clear_object (&library);
  backups = list (fixture);
  if (g_date_time_get_day_of_year (before) != g_date_time_get_day_of_year (after))
    return; /* midnight has just passed */
  g_assert_cmpuint (backups->len, ==, 6);
  g_assert_true (care_backup_restore (fixture->path, ((CareBackup *) g_ptr_array_index (backups, 5))->file, &error));
  g_assert_no_error (error);
  assert_title (fixture, "Integration");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/backup/make", test_make);
  ADD ("/backup/make/fails", test_make_fails);
  ADD ("/backup/due", test_due);
  ADD ("/backup/thin", test_thin);
  ADD ("/backup/thin/today", test_thin_today);
  ADD ("/backup/restore", test_restore);
  ADD ("/backup/restore/damaged", test_restore_damaged);
  ADD ("/backup/restore/fails", test_restore_fails);
  ADD ("/backup/restore/missing", test_restore_missing);
  ADD ("/backup/restore/refused", test_restore_refused);
#undef ADD
  g_test_add_func ("/backup/plan", test_plan);
  g_test_add_func ("/backup/plan/random", test_plan_random);

  return g_test_run ();
}
