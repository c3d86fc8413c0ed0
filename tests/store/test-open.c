/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a library: made, opened, and kept from others meanwhile. */

#include "store-fixture.h"

#include "care-error.h"
#include "care-library-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
test_create (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *names = NULL;
  struct stat info;

  store_fixture_create (fixture, NULL);
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

static void
test_create_exists (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *names = NULL;

  store_write_file (fixture->path, "mine", 4);
  g_assert_false (care_library_create (fixture->path, NULL, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_EXISTS);
  after = store_read_file (fixture->path);
  g_assert_cmpmem ("mine", 4, g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

/* A link to nowhere is a file, too. */
static void
test_create_exists_link (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  g_assert_false (care_library_create (fixture->path, NULL, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_EXISTS);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

static void
test_create_missing_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no folder", "a.carebrief", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (care_library_create (path, NULL, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_MISSING);
}

/* A record that cannot be kept leaves nothing behind. */
static void
test_create_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  g_ptr_array_add (records, store_record_new ("section", 99, "briefing", "98", "heading", "Lost", NULL));
  g_assert_false (care_library_create (fixture->path, records, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE);
  g_clear_error (&error);

  g_ptr_array_set_size (records, (int) records->len - 1);
  g_ptr_array_add (records, store_record_new ("theme", 99, NULL));
  g_assert_false (care_library_create (fixture->path, records, &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
  g_clear_error (&error);

  g_ptr_array_set_size (records, (int) records->len - 1);
  g_ptr_array_add (records, store_record_new ("actor", 1, "name", "Again", "kind", "party", NULL));
  g_assert_false (care_library_create (fixture->path, records, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT);

  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "");
}

static void
test_open (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = NULL;
  g_autofree char *names = NULL;

  store_fixture_create (fixture, NULL);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_assert_cmpstr (care_library_get_path (library), ==, fixture->path);
  g_assert_true (care_library_is_writable (library));
  g_assert_finalize_object (g_steal_pointer (&library));

  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_assert_false (care_library_is_writable (library));
  g_assert_finalize_object (g_steal_pointer (&library));

  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

/* Nothing is written by opening. */
static void
test_open_leaves_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (GBytes) before = NULL;

  store_fixture_create (fixture, records);
  before = store_read_file (fixture->path);
  for (CareLibraryMode mode = CARE_LIBRARY_READ; mode <= CARE_LIBRARY_WRITE; mode++)
    {
      g_autoptr (GBytes) after = NULL;

      g_assert_finalize_object (store_fixture_open (fixture, mode));
      after = store_read_file (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
    }
}

/* Root may read and write every file: the rest of the test is another user's. */
static void
become_nobody (StoreFixture *fixture)
{
  const uid_t nobody = 65534;

  g_assert_cmpint (chown (fixture->path, nobody, (gid_t) -1), ==, 0);
  g_assert_cmpint (chown (fixture->folder, nobody, (gid_t) -1), ==, 0);
  g_assert_cmpint (seteuid (nobody), ==, 0);
}

static void
test_no_access (StoreFixture *fixture, gconstpointer data)
{
  gboolean root = geteuid () == 0;

  store_fixture_create (fixture, NULL);
  if (root)
    become_nobody (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_READ));
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NO_ACCESS);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_NO_ACCESS);
  /* Neither a lock nor a journal can be made beside it. */
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_NO_ACCESS);
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_READ));
  {
    g_autofree char *path = g_build_filename (fixture->folder, "b.carebrief", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (care_library_create (path, NULL, &error));
    g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_ACCESS);
  }
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* What another program, this one run again, finds: 0, or the code of the error and one. */
static int
open_elsewhere (const char *path, CareLibraryMode mode)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *argv[] = { program, "--open", path, mode == CARE_LIBRARY_WRITE ? "write" : "read", NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

/* Exit status: 0 for opened, else the code of the error and one. */
static int
open_for_parent (const char *path, const char *mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library
    = care_library_open (path, strcmp (mode, "write") == 0 ? CARE_LIBRARY_WRITE : CARE_LIBRARY_READ, &error);

  return library != NULL ? 0 : 1 + error->code;
}

static void
test_in_use_elsewhere (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) library = NULL;

  store_fixture_create (fixture, NULL);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_assert_cmpint (open_elsewhere (fixture->path, CARE_LIBRARY_WRITE), ==, 1 + CARE_STORE_ERROR_IN_USE);
  g_assert_cmpint (open_elsewhere (fixture->path, CARE_LIBRARY_READ), ==, 0);
}

/* The same file twice in one program, whatever it is called: to be read, but not to
 * be written. To look at it must not lose the lock that keeps others out. */
static void
test_in_use_here (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.carebrief", NULL);
  g_autoptr (CareLibrary) library = NULL;

  store_fixture_create (fixture, NULL);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_IN_USE);
  store_assert_refused (other, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_IN_USE);
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_READ));
  g_assert_cmpint (open_elsewhere (fixture->path, CARE_LIBRARY_WRITE), ==, 1 + CARE_STORE_ERROR_IN_USE);

  g_assert_finalize_object (g_steal_pointer (&library));
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
}

static void
test_read_twice (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) first = NULL;
  g_autoptr (CareLibrary) second = NULL;

  store_fixture_create (fixture, NULL);
  first = store_fixture_open (fixture, CARE_LIBRARY_READ);
  second = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_assert_true (first != second);
}

/* What is in the middle of being done here is not read; it is waited for. */
static void
test_read_here_busy (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (CareLibrary) writer = NULL;
  g_autoptr (CareLibrary) reader = NULL;

  store_fixture_create (fixture, NULL);
  writer = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_assert_cmpint (
    sqlite3_exec (writer->db, "BEGIN; INSERT INTO theme VALUES (7, 'Unsaved', NULL)", NULL, NULL, NULL), ==,
    SQLITE_OK);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (care_library_open (fixture->path, CARE_LIBRARY_READ, &error));
    g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE);
  }
  g_assert_cmpint (sqlite3_exec (writer->db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  reader = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_assert_null (care_library_find (reader, "theme", 7));
}

/* Commits again and again until it is killed: each act sets all of the same value. It
 * pauses so long that on a busy machine, too, there are moments without a commit. */
static G_GNUC_NORETURN void
write_on (const char *path)
{
  CareLibrary *library;

  prctl (PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nobody behind */
  library = care_library_open (path, CARE_LIBRARY_WRITE, NULL);
  for (int i = 1; library != NULL; i++)
    {
      g_autoptr (CareAct) act = care_act_new ("Number all");
      GListModel *figures = care_library_list (library, "figure");

      for (guint k = 0; k < g_list_model_get_n_items (figures); k++)
        {
          g_autoptr (CareRecord) figure = g_list_model_get_item (figures, k);
          g_autofree char *label = g_strdup_printf ("%d", i);

          care_act_set (act, figure, "label", label, NULL);
        }
      if (!care_library_apply (library, act, NULL))
        _exit (1);
      g_usleep (20 * G_TIME_SPAN_MILLISECOND);
    }
  _exit (1);
}

/* Whoever reads meanwhile sees the library as it was after some act. */
static void
test_read_beside_commits (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_read = 0;
  int status;
  pid_t child;

  for (int i = 1; i <= 60; i++)
    g_ptr_array_add (records, store_record_new ("figure", i, "label", "0", NULL));
  store_fixture_create (fixture, records);
  child = fork ();
  if (child == 0)
    write_on (fixture->path);
  while (n_read < 10)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareLibrary) library = care_library_open (fixture->path, CARE_LIBRARY_READ, &error);
      const char *label;

      g_assert_cmpint (waitpid (child, &status, WNOHANG), ==, 0); /* it still writes */
      if (library == NULL)
        {
          /* There may be no moment without a commit; anything else is wrong. */
          g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE);
          continue;
        }
      g_assert_true (care_library_verify (library, &error));
      label = care_record_get_title (care_library_find (library, "figure", 1));
      n_read += strcmp (label, "0") != 0; /* it has begun to */
      for (int i = 2; i <= 60; i++)
        g_assert_cmpstr (care_record_get_title (care_library_find (library, "figure", i)), ==, label);
    }
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
}

/* A program that ends in the middle of a transaction, with a part of it already
 * in the file. */
static void
crash (const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      sqlite3 *db = NULL;
      sqlite3_open (path, &db);
      sqlite3_exec (db,
                    "PRAGMA cache_size = 1; BEGIN; UPDATE figure SET label = 'Half done';"
                    "UPDATE section SET text = hex (zeroblob (100000));"
                    "UPDATE figure SET note = hex (zeroblob (100000));",
                    NULL, NULL, NULL);
      _exit (0);
    }
  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
}

static void
test_after_crash (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autofree char *expected = store_dump (records);
  g_autofree char *dump = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture, records);
  crash (fixture->path);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief|a library.carebrief-journal");

  /* Nothing is read that was never saved, and nothing is written. */
  before = store_read_file (fixture->path);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  dump = store_dump_library (library);
  g_assert_cmpstr (dump, ==, expected);
  g_assert_finalize_object (g_steal_pointer (&library));
  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_free (names);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief|a library.carebrief-journal");

  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_free (dump);
  dump = store_dump_library (library);
  g_assert_cmpstr (dump, ==, expected);
  g_assert_true (care_library_verify (library, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&library));
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
}

/* A journal that says that the library was larger than it can have been, or in other
 * pages, would have SQLite fill the disk. */
static void
test_journal_size (StoreFixture *fixture, gconstpointer data)
{
  /* How many pages, and how large they are. */
  static const guint8 sizes[][8] = { { 0, 0x80, 0, 0, 0, 0, 0x10, 0 }, { 0, 0x80, 0, 0xf9, 0, 0, 0, 0 }, { 0, 0, 0, 4, 0, 0, 2, 0 } };
  guint8 header[28] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0 };
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (GPtrArray) records = store_records_few ();
  g_autoptr (GBytes) before = NULL;

  store_fixture_create (fixture, records);
  before = store_read_file (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) after = NULL;

      memcpy (header + 16, sizes[i], 4);
      memcpy (header + 24, sizes[i] + 4, 4);
      store_write_file (journal, header, sizeof header);
      store_assert_refused (fixture->path, CARE_LIBRARY_READ, CARE_STORE_ERROR_DAMAGED);
      store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_DAMAGED);
      after = store_read_file (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--open") == 0)
    return open_for_parent (argv[2], argv[3]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/open/create", test_create);
  ADD ("/open/create/exists", test_create_exists);
  ADD ("/open/create/exists-link", test_create_exists_link);
  ADD ("/open/create/missing-folder", test_create_missing_folder);
  ADD ("/open/create/refused", test_create_refused);
  ADD ("/open/modes", test_open);
  ADD ("/open/leaves-file", test_open_leaves_file);
  ADD ("/open/no-access", test_no_access);
  ADD ("/open/after-crash", test_after_crash);
  ADD ("/open/in-use-elsewhere", test_in_use_elsewhere);
  ADD ("/open/in-use-here", test_in_use_here);
  ADD ("/open/read-twice", test_read_twice);
  ADD ("/open/read-here-busy", test_read_here_busy);
  ADD ("/open/read-beside-commits", test_read_beside_commits);
#undef ADD
  g_test_add ("/open/journal-size", StoreFixture, NULL, store_fixture_set_up, test_journal_size,
              store_fixture_tear_down);

  return g_test_run ();
}
