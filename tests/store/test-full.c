/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk with no room left. The limit on the size of files stands in for it: a
 * write beyond it fails half done, as one to a full disk does. */

#include "store-fixture.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static rlim_t
get_size (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return (rlim_t) info.st_size;
}

static void
create (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) records = store_records_few ();

  store_fixture_create (fixture, records);
}

static void
assert_is_full (GError *error)
{
  g_assert_true (g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DISK_FULL)
                 || g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IO));
}

static void
assert_holds (CareLibrary *library, const char *expected)
{
  g_autofree char *dump = store_dump_library (library);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (dump, ==, expected);
  care_library_verify (library, &error);
  g_assert_no_error (error);
}

static void
test_create (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.carebrief", NULL);
  g_autoptr (CareLibrary) library = NULL;
  rlim_t size;

  create (fixture);
  size = get_size (fixture->path);
  for (rlim_t limit = 0; limit < size; limit += size / 11)
    {
      g_autoptr (GPtrArray) records = store_records_few ();
      g_autoptr (GError) error = NULL;
      g_autofree char *names = NULL;
      gboolean made;

      set_limit (limit);
      made = care_library_create (other, records, &error);
      set_limit (RLIM_INFINITY);
      g_assert_false (made);
      assert_is_full (error);
      names = store_fixture_list_folder (fixture);
      g_assert_cmpstr (names, ==, "a library.carebrief");
    }
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
}

/* Grows the library by one act until there is no room, with each limit that a
 * write could meet in the file or in its journal. */
static void
apply_with_limit (StoreFixture *fixture, rlim_t limit)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (CareLibrary) library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_autofree char *before = store_dump_library (library);
  g_autoptr (CareAct) act = care_act_new ("Grow");
  g_autoptr (CareRecord) added = store_record_new ("theme", 500, "name", "Lost", NULL);
  g_autoptr (GError) error = NULL;
  gboolean done;

  care_act_insert (act, added);
  care_act_set (act, care_library_find (library, "section", 31), "text", text, &error);
  g_assert_no_error (error);
  g_test_message ("at most %" G_GUINT64_FORMAT " bytes", (guint64) limit);
  set_limit (limit);
  done = care_library_apply (library, act, &error);
  set_limit (RLIM_INFINITY);
  g_assert_false (done);
  assert_is_full (error);
  assert_holds (library, before);

  g_assert_finalize_object (g_steal_pointer (&library));
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  assert_holds (library, before);
}

static void
test_apply (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *names = NULL;
  rlim_t size;

  create (fixture);
  size = get_size (fixture->path);
  for (rlim_t limit = size; limit < size + 90000; limit += 9973)
    apply_with_limit (fixture, limit);
  /* Not even the journal fits. */
  apply_with_limit (fixture, 0);
  apply_with_limit (fixture, 1000);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

/* The same library goes on once there is room. */
static void
test_room_again (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (CareAct) act = care_act_new ("Grow");
  g_autoptr (GError) error = NULL;
  CareRecord *section;
  gboolean done;

  create (fixture);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  section = care_library_find (library, "section", 31);
  care_act_set (act, section, "text", text, &error);
  g_assert_no_error (error);

  set_limit (get_size (fixture->path) + 5000);
  done = care_library_apply (library, act, &error);
  set_limit (RLIM_INFINITY);
  g_assert_false (done);
  assert_is_full (error);
  g_clear_error (&error);
  g_assert_cmpstr (care_record_get (section, "text"), ==, "It holds {figure:10}.");

  care_library_apply (library, act, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (section, "text"), ==, text);
  g_assert_finalize_object (g_steal_pointer (&library));
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_assert_cmpstr (care_record_get (care_library_find (library, "section", 31), "text"), ==, text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  signal (SIGXFSZ, SIG_IGN);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/full/create", test_create);
  ADD ("/full/apply", test_apply);
  ADD ("/full/room-again", test_room_again);
#undef ADD

  return g_test_run ();
}
