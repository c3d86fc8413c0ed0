/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief copy, backups, restore and recover. */

#include "care-cli.h"
#include "care-library.h"
#include "run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *
export_json (Run *run, const char *name)
{
  run_ok (run, "export", name, "--format", "json", NULL);
  return g_strdup (run_get_out (run));
}

static void
damage (Run *run, const char *name, gsize from, gsize length)
{
  g_autofree guint8 *garbage = g_malloc (length);

  memset (garbage, 0xa5, length);
  run_patch (run, name, from, garbage, length);
}

static void
test_copy (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *before = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *bare = NULL;

  run_make_sample (run, "a.carebrief");
  before = export_json (run, "a.carebrief");
  run_ok (run, "copy", "a.carebrief", "b.carebrief", NULL);
  copy = export_json (run, "b.carebrief");
  g_assert_cmpstr (copy, ==, before);
  run_ok (run, "copy", "a.carebrief", "c.carebrief", "--without-history", NULL);
  bare = export_json (run, "c.carebrief");
  g_assert_cmpstr (bare, ==, before);
  run_ok (run, "history", "b.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "Import"));
  run_ok (run, "history", "c.carebrief", NULL);
  g_assert_null (strstr (run_get_out (run), "Import"));
}

static void
test_copy_refused (void)
{
  g_autoptr (Run) run = run_new ();

  run_ok (run, "new", "a.carebrief", NULL);
  run_write (run, "b.carebrief", "mine");
  run_fails (run, CARE_CLI_NO_ACCESS, "copy", "a.carebrief", "b.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_ACCESS, "copy", "a.carebrief", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_ACCESS, "copy", "a.carebrief", "no/such/folder/b.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "copy", "missing.carebrief", "c.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "copy", "a.carebrief", NULL);
}

static void
assert_copy_fails (Run *run, const char *target, const char *message)
{
  g_autofree char *expected = g_strdup_printf ("carebrief: %s: %s\n", target, message);

  run_fails (run, CARE_CLI_NO_ACCESS, "copy", "a.carebrief", target, NULL);
  g_assert_cmpstr (run->err, ==, expected);
}

/* Where no file can be is said as it is. */
static void
test_copy_impossible (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *folder = run_path (run, "folder");
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *in_it = g_strconcat (name, "/b.carebrief", NULL);

  run_ok (run, "new", "a.carebrief", NULL);
  g_mkdir (folder, 0700);
  assert_copy_fails (run, "/proc/x", "The library may not be written here; choose another folder or ask for access");
  assert_copy_fails (run, "folder", "This is a folder; give the copy a name in it");
  assert_copy_fails (run, "folder/", "This is a folder; give the copy a name in it");
  assert_copy_fails (run, "/", "This is a folder; give the copy a name in it");
  assert_copy_fails (run, "/dev/full", "There is such a file already; choose another name");
  assert_copy_fails (run, name, "The name of the file is too long; choose a shorter one");
  assert_copy_fails (run, in_it, "The name of the file is too long; choose a shorter one");
  assert_copy_fails (run, "no/b.carebrief", "There is no folder “no”; make it or choose another");
  assert_copy_fails (run, "a.carebrief/b.carebrief", "“a.carebrief” is no folder; choose one");
  assert_copy_fails (run, "", "A file needs a name; give it one");
}

/* What cannot have a backup is refused, rather than said to have none; that there
 * is none of a damaged library is no failure. */
static void
test_backups_refused (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *folder = run_path (run, "folder");
  g_autofree char *pipe = run_path (run, "pipe");

  g_mkdir (folder, 0700);
  run_write (run, "text", "Not a library at all.\n");
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "backups", "/dev/null", NULL);
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "backups", "/dev/full", NULL);
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "backups", "folder", NULL);
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "backups", "text", NULL);
  run_fails (run, CARE_CLI_MISSING, "backups", "missing.carebrief", NULL);
  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "backups", "a.carebrief", NULL);
  damage (run, "a.carebrief", 100, 8000);
  run_ok (run, "backups", "a.carebrief", NULL);

  /* Nobody could read all files of a folder with a pipe in it. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  run_command (run, "backups", "pipe", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_NOT_A_LIBRARY);
  g_assert_nonnull (strstr (run->err, "“pipe” is not a CareBrief library"));
}

/* The first word of the line after the titles. */
static char *
get_first_backup (Run *run)
{
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) words = NULL;

  run_ok (run, "backups", "a.carebrief", NULL);
  lines = g_strsplit (run_get_out (run), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], ".carebrief") != NULL)
      {
        words = g_strsplit (g_strchug (lines[i]), " ", 2);
        return g_strdup (words[0]);
      }
  g_assert_not_reached ();
}

static void
test_restore (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *empty = NULL;
  g_autofree char *full = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *restored = NULL;

  run_make_sample (run, "a.carebrief");
  run_ok (run, "new", "b.carebrief", NULL);
  full = export_json (run, "a.carebrief");
  empty = export_json (run, "b.carebrief");
  run_ok (run, "backups", "a.carebrief", NULL);
  g_assert_null (strstr (run_get_out (run), ".carebrief"));

  /* Any library can be put in its place; what was there is a backup now. */
  run_ok (run, "restore", "a.carebrief", "b.carebrief", NULL);
  restored = export_json (run, "a.carebrief");
  g_assert_cmpstr (restored, ==, empty);
  backup = get_first_backup (run);
  run_ok (run, "restore", "a.carebrief", backup, NULL);
  g_free (restored);
  restored = export_json (run, "a.carebrief");
  g_assert_cmpstr (restored, ==, full);
}

static void
test_restore_refused (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *path = run_path (run, "a.carebrief");
  g_autoptr (CareLibrary) library = NULL;

  run_ok (run, "new", "a.carebrief", NULL);
  run_ok (run, "new", "b.carebrief", NULL);
  run_write (run, "c.carebrief", "Not a library at all.\n");
  run_fails (run, CARE_CLI_MISSING, "restore", "a.carebrief", "missing", NULL);
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "restore", "a.carebrief", "c.carebrief", NULL);
  library = care_library_open (path, CARE_LIBRARY_WRITE, NULL);
  run_command (run, "restore", "a.carebrief", "b.carebrief", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_NO_ACCESS);
}

/* Read beside a window that has it open, which is not disturbed. */
static void
test_beside (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *path = run_path (run, "a.carebrief");
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  run_make_sample (run, "a.carebrief");
  library = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  g_assert_no_error (error);
  run_ok (run, "verify", "a.carebrief", NULL);
  run_ok (run, "list", "figures", "a.carebrief", NULL);
  run_ok (run, "copy", "a.carebrief", "b.carebrief", NULL);
  run_command (run, "undo", "a.carebrief", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_NO_ACCESS);
  g_assert_nonnull (strstr (run->err, g_get_host_name ()));
}

static void
write_lock (Run *run, const char *host)
{
  g_autofree char *text = g_strdup_printf ("%s\n1\n\nThe \x1b[2J Researcher\n2015-02-20T10:00:00Z\n", host);

  run_write (run, ".~lock.a.carebrief#", text);
}

/* Another machine had it open: the error names the command that takes it over. */
static void
test_unlock (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  write_lock (run, "elsewhere.example");
  run_fails (run, CARE_CLI_NO_ACCESS, "undo", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run->err, "take it over if that machine is off (`carebrief unlock` takes it over)"));
  run_fails (run, CARE_CLI_NO_ACCESS, "restore", "a.carebrief", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run->err, "carebrief unlock"));
  run_ok (run, "unlock", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "Researcher on elsewhere.example, since 20 February 2015, 10:00\n"));
  g_assert_null (strchr (run_get_out (run), '\x1b'));
  run_ok (run, "undo", "a.carebrief", NULL);

  run_ok (run, "unlock", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Nobody has it open: there was no lock\n");
  run_write (run, ".~lock.a.carebrief#", "");
  run_ok (run, "unlock", "a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "Removed: a lock that names nobody\n");
}

/* Whoever is at work here stays so, and the lock of another program's document stays. */
static void
test_unlock_refused (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *path = run_path (run, "a.carebrief");
  g_autofree char *lock = run_path (run, ".~lock.text.odt#");
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  run_make_sample (run, "a.carebrief");
  write_lock (run, g_get_host_name ()); /* of process 1, which is alive */
  run_fails (run, CARE_CLI_NO_ACCESS, "unlock", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run->err, "Researcher"));
  write_lock (run, "elsewhere.example");
  run_ok (run, "unlock", "a.carebrief", NULL);
  library = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  g_assert_no_error (error);
  run_command (run, "unlock", "a.carebrief", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_NO_ACCESS);
  g_assert_nonnull (strstr (run->err, g_get_host_name ()));
  /* As over the network: the lock is of elsewhere, and SQLite's are seen here. */
  write_lock (run, "elsewhere.example");
  run_command (run, "unlock", "a.carebrief", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_NO_ACCESS);
  g_assert_nonnull (strstr (run->err, "another program"));

  run_write (run, "text.odt", "A text.\n");
  run_write (run, ".~lock.text.odt#", "somebody,");
  run_command (run, "unlock", "text.odt", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_NOT_A_LIBRARY);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  run_command (run, "unlock", "missing.carebrief", NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_MISSING);
}

static void
test_recover (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  run_make_sample (run, "a.carebrief");
  before = export_json (run, "a.carebrief");
  run_ok (run, "recover", "a.carebrief", "b.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "");
  after = export_json (run, "b.carebrief");
  g_assert_cmpstr (after, ==, before);

  damage (run, "a.carebrief", 4096, 4096);
  run_fails (run, CARE_CLI_DAMAGED, "info", "a.carebrief", NULL);
  g_assert_nonnull (strstr (run->err, "carebrief recover"));
  g_assert_nonnull (strstr (run->err, "carebrief backups"));
  run_ok (run, "recover", "a.carebrief", "c.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), !=, "");
  run_ok (run, "verify", "c.carebrief", NULL);
}

static void
test_recover_refused (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  run_write (run, "b.carebrief", "Not a library at all.\n");
  run_fails (run, CARE_CLI_NO_ACCESS, "recover", "a.carebrief", "b.carebrief", NULL);
  run_fails (run, CARE_CLI_DAMAGED, "recover", "b.carebrief", "c.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "recover", "missing.carebrief", "c.carebrief", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/backups/copy", test_copy);
  g_test_add_func ("/cli/backups/copy/refused", test_copy_refused);
  g_test_add_func ("/cli/backups/copy/impossible", test_copy_impossible);
  g_test_add_func ("/cli/backups/refused", test_backups_refused);
  g_test_add_func ("/cli/backups/restore", test_restore);
  g_test_add_func ("/cli/backups/restore/refused", test_restore_refused);
  g_test_add_func ("/cli/backups/beside", test_beside);
  g_test_add_func ("/cli/backups/unlock", test_unlock);
  g_test_add_func ("/cli/backups/unlock/refused", test_unlock_refused);
  g_test_add_func ("/cli/backups/recover", test_recover);
  g_test_add_func ("/cli/backups/recover/refused", test_recover_refused);
  return g_test_run ();
}
