/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file beside a library that says who has it open. */

#include "store-fixture.h"

#include "care-lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define OF_ELSEWHERE "elsewhere.example\n1\n1\nThe Researcher\n2015-02-20T10:00:00Z\n"

/* How long this program has slept, in microseconds. That it answers at once cannot
 * be measured by a clock on a machine that does other things meanwhile; but whoever
 * waits, as SQLite does for its locks and CareBrief for a lock that is being
 * written, calls one of these, which here stand in the place of the C library's. */
static guint64 slept;

int
nanosleep (const struct timespec *time, struct timespec *left)
{
  slept += (guint64) time->tv_sec * G_USEC_PER_SEC + (guint64) time->tv_nsec / 1000;
  return clock_nanosleep (CLOCK_REALTIME, 0, time, left) == 0 ? 0 : -1;
}

int
usleep (useconds_t microseconds)
{
  const struct timespec time = { microseconds / G_USEC_PER_SEC, microseconds % G_USEC_PER_SEC * 1000 };

  return nanosleep (&time, NULL);
}

/* What takes the place of a lock before the program that makes it has locked it. */
static const char *usurped;

int
flock (int fd, int operation)
{
  const char *lock = usurped;

  if (operation == LOCK_EX && lock != NULL)
    {
      usurped = NULL;
      g_assert_cmpint (g_unlink (lock), ==, 0);
      store_write_file (lock, OF_ELSEWHERE, strlen (OF_ELSEWHERE));
    }
  return (int) syscall (SYS_flock, fd, operation);
}

static char *
get_lock_path (StoreFixture *fixture)
{
  return g_build_filename (fixture->folder, ".~lock.a library.carebrief#", NULL);
}

static void
write_lock (StoreFixture *fixture, const char *host, const char *process, const char *started)
{
  g_autofree char *lock = get_lock_path (fixture);
  g_autofree char *text
    = g_strdup_printf ("%s\n%s\n%s\nThe Researcher\n2015-02-20T10:00:00Z\n", host, process, started);

  store_write_file (lock, text, strlen (text));
}

static void
assert_open_to_write (StoreFixture *fixture, CareLibraryMode mode)
{
  g_autoptr (CareLibrary) library = store_fixture_open (fixture, mode);
  g_autofree char *names = NULL;

  g_assert_true (care_library_is_writable (library));
  g_assert_finalize_object (g_steal_pointer (&library));
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

static void
test_contents (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = get_lock_path (fixture);
  g_autofree char *process = g_strdup_printf ("%d", (int) getpid ());
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GDateTime) since = NULL;

  store_fixture_create (fixture, NULL);
  library = store_fixture_open (fixture, CARE_LIBRARY_READ);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_clear_object (&library);

  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  g_assert_true (g_file_get_contents (lock, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[0], ==, g_get_host_name ());
  g_assert_cmpstr (lines[1], ==, process);
  g_assert_cmpint (g_ascii_strtoll (lines[2], NULL, 10), >, 0);
  g_assert_cmpstr (lines[3], !=, "");
  since = g_date_time_new_from_iso8601 (lines[4], NULL);
  g_assert_nonnull (since);
  g_assert_cmpstr (lines[5], ==, "");
  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* The lock is beside the file itself, by whatever link it is opened. */
static void
test_link (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = get_lock_path (fixture);
  g_autofree char *other = g_build_filename (fixture->folder, "link.carebrief", NULL);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture, NULL);
  g_assert_cmpint (symlink ("a library.carebrief", other), ==, 0);
  library = care_library_open (other, CARE_LIBRARY_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* A child that has the library open, and ends when it is killed. */
static pid_t
start_holder (StoreFixture *fixture)
{
  int ready[2];
  char byte = 0;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      CareLibrary *library;

      prctl (PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nobody behind */
      library = care_library_open (fixture->path, CARE_LIBRARY_WRITE, NULL);

      if (library == NULL || write (ready[1], "x", 1) != 1)
        _exit (1);
      for (;;)
        pause ();
    }
  g_assert_cmpint (child, >, 0);
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  return child;
}

static void
kill_holder (pid_t child)
{
  int status;

  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
}

/* At once: whoever reads may have to wait until what was just written is settled, but
 * whose library it is nobody has to wait for. */
static void
assert_named (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  slept = 0;
  for (CareLibraryMode mode = CARE_LIBRARY_WRITE; mode <= CARE_LIBRARY_TAKE_OVER; mode++)
    {
      g_assert_null (care_library_open (fixture->path, mode, &error));
      g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE);
      g_assert_nonnull (strstr (error->message, g_get_host_name ()));
      g_clear_error (&error);
    }
  g_assert_cmpuint (slept, ==, 0);
}

/* That nothing is missed of how this program sleeps. */
static void
test_slept (void)
{
  slept = 0;
  g_usleep (3000);
  g_assert_cmpuint (slept, ==, 3000);
  sqlite3_sleep (2);
  g_assert_cmpuint (slept, ==, 5000);
}

/* Who has it open is named at once, and it can be read. */
static void
test_alive (StoreFixture *fixture, gconstpointer data)
{
  pid_t child;

  store_fixture_create (fixture, NULL);
  child = start_holder (fixture);
  g_assert_true (care_lock_is_held (fixture->path));
  assert_named (fixture);
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_READ));
  kill_holder (child);
}

/* A program that was killed leaves its lock: nobody has to delete it by hand. */
static void
test_killed (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = get_lock_path (fixture);

  store_fixture_create (fixture, NULL);
  kill_holder (start_holder (fixture));
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_false (care_lock_is_held (fixture->path));
  assert_open_to_write (fixture, CARE_LIBRARY_WRITE);
}

/* Another process has been given the number of the one that ended. */
static void
test_number_again (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *process = g_strdup_printf ("%d", (int) getppid ());

  store_fixture_create (fixture, NULL);
  write_lock (fixture, g_get_host_name (), process, "99999999999999");
  assert_open_to_write (fixture, CARE_LIBRARY_WRITE);
  write_lock (fixture, g_get_host_name (), process, "");
  store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_IN_USE);
}

static void
test_elsewhere (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture, NULL);
  write_lock (fixture, "elsewhere.example", "1", "1");
  g_assert_null (care_library_open (fixture->path, CARE_LIBRARY_WRITE, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE_ELSEWHERE);
  g_assert_nonnull (strstr (error->message, "elsewhere.example"));
  g_assert_nonnull (strstr (error->message, "The Researcher"));
  g_assert_nonnull (strstr (error->message, "2015"));
  g_assert_finalize_object (store_fixture_open (fixture, CARE_LIBRARY_READ));
  assert_open_to_write (fixture, CARE_LIBRARY_TAKE_OVER);
}

/* What has been taken over is not removed by who had it. */
static void
test_taken_over (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = get_lock_path (fixture);
  g_autoptr (CareLibrary) library = NULL;
  g_autofree char *text = NULL;

  store_fixture_create (fixture, NULL);
  library = store_fixture_open (fixture, CARE_LIBRARY_WRITE);
  write_lock (fixture, "elsewhere.example", "1", "1"); /* another file of that name */
  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_true (g_file_get_contents (lock, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "elsewhere.example\n"));
}

/* What a full disk leaves, or what is no lock at all. */
static void
test_malformed (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[]
    = { "", "\n", "elsewhere.example\n1\n", "a\nb\nc\nd\ne\nf\n", "a\n1\n1\nb\nc", "\xff\n1\n1\nb\nc\n" };
  g_autofree char *lock = get_lock_path (fixture);
  g_autofree char *long_text = g_strnfill (100000, '\n');

  store_fixture_create (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      store_write_file (lock, texts[i], strlen (texts[i]));
      assert_open_to_write (fixture, CARE_LIBRARY_WRITE);
    }
  store_write_file (lock, long_text, 100000);
  assert_open_to_write (fixture, CARE_LIBRARY_WRITE);
  g_assert_cmpint (symlink ("/dev/zero", lock), ==, 0);
  assert_open_to_write (fixture, CARE_LIBRARY_WRITE);
  g_assert_cmpint (mkfifo (lock, 0600), ==, 0);
  assert_open_to_write (fixture, CARE_LIBRARY_WRITE);
}

/* A lock that cannot be written whole is not there at all. */
static void
test_full_disk (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *names = NULL;
  struct rlimit limit;
  rlim_t before;

  store_fixture_create (fixture, NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  before = limit.rlim_cur;
  for (limit.rlim_cur = 0; limit.rlim_cur < 16; limit.rlim_cur += 5)
    {
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      store_assert_refused (fixture->path, CARE_LIBRARY_WRITE, CARE_STORE_ERROR_DISK_FULL);
    }
  limit.rlim_cur = before;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  names = store_fixture_list_folder (fixture);
  g_assert_cmpstr (names, ==, "a library.carebrief");
}

/* Tries to take the lock when @go is closed, tells it, and lives until @end is closed. */
static G_GNUC_NORETURN void
race (const char *path, int go, int told, int end)
{
  CareLock *lock;
  char byte;

  while (read (go, &byte, 1) > 0)
    ;
  lock = care_lock_take (path, FALSE, NULL);
  if (write (told, lock == NULL ? "0" : "1", 1) != 1)
    _exit (1);
  while (read (end, &byte, 1) > 0)
    ;
  _exit (0);
}

static int
count_winners (StoreFixture *fixture)
{
  pid_t children[6];
  int go[2];
  int told[2];
  int end[2];
  int winners = 0;

  g_assert_cmpint (pipe (go), ==, 0);
  g_assert_cmpint (pipe (told), ==, 0);
  g_assert_cmpint (pipe (end), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        {
          close (go[1]);
          close (end[1]);
          race (fixture->path, go[0], told[1], end[0]);
        }
      g_assert_cmpint (children[i], >, 0);
    }
  close (go[1]);
  close (told[1]);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      char won = 0;

      g_assert_cmpint (read (told[0], &won, 1), ==, 1);
      winners += won == '1';
    }
  close (end[1]);
  close (go[0]);
  close (told[0]);
  close (end[0]);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    g_assert_cmpint (waitpid (children[i], NULL, 0), ==, children[i]);
  return winners;
}

static void
test_race (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = get_lock_path (fixture);

  store_fixture_create (fixture, NULL);
  for (int round = 0; round < 40; round++)
    {
      /* Free, and with the lock of a process that has ended: that of the winner. */
      if (round % 2 == 0)
        g_unlink (lock);
      g_assert_cmpint (count_winners (fixture), ==, 1);
      g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
    }
}

/* A lock that is only being written is nobody else's to remove, and it is said so. */
static void
test_slow_writer (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = get_lock_path (fixture);
  g_autoptr (GError) error = NULL;
  CareLock *mine;
  int fd;

  store_fixture_create (fixture, NULL);
  fd = g_open (lock, O_WRONLY | O_CREAT | O_EXCL, 0644);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_null (care_lock_take (fixture->path, FALSE, &error));
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE);
  g_assert_cmpint (flock (fd, LOCK_UN), ==, 0);
  mine = care_lock_take (fixture->path, FALSE, NULL);
  g_assert_nonnull (mine);
  care_lock_release (mine);
  close (fd);
}

/* Who was so slow that the lock was removed meanwhile has none. */
static void
test_usurped (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = get_lock_path (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  store_fixture_create (fixture, NULL);
  usurped = lock;
  g_assert_null (care_lock_take (fixture->path, FALSE, &error));
  g_assert_null (usurped);
  g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE_ELSEWHERE);
  g_assert_true (g_file_get_contents (lock, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, OF_ELSEWHERE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                                  \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/lock/contents", test_contents);
  ADD ("/lock/link", test_link);
  ADD ("/lock/alive", test_alive);
  ADD ("/lock/killed", test_killed);
  ADD ("/lock/number-again", test_number_again);
  ADD ("/lock/elsewhere", test_elsewhere);
  ADD ("/lock/taken-over", test_taken_over);
  ADD ("/lock/malformed", test_malformed);
  ADD ("/lock/full-disk", test_full_disk);
  ADD ("/lock/slow-writer", test_slow_writer);
  ADD ("/lock/usurped", test_usurped);
  ADD ("/lock/race", test_race);
#undef ADD
  g_test_add_func ("/lock/slept", test_slept);

  return g_test_run ();
}
