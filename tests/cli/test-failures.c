/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are not what they should be, and places that cannot be written,
 * for a user of any rights: root may write what others may not. */

#include "care-cli.h"
#include "care-library.h"
#include "run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Every command that opens a library refuses @name. */
static void
assert_not_opened (Run *run, int status, const char *name)
{
  run_fails (run, status, "info", name, NULL);
  run_fails (run, status, "verify", name, NULL);
  run_fails (run, status, "list", "figures", name, NULL);
  run_fails (run, status, "export", name, "--format", "json", NULL);
  run_fails (run, status, "export", name, "--format", "pdf", "--output", "out.pdf", NULL);
  run_fails (run, status, "import", name, g_getenv ("CAREBRIEF_SAMPLE"), NULL);
}

static void
test_missing (void)
{
  g_autoptr (Run) run = run_new ();

  assert_not_opened (run, CARE_CLI_MISSING, "missing.carebrief");
  assert_not_opened (run, CARE_CLI_MISSING, "no/such/folder/a.carebrief");
}

static void
test_not_a_library (void)
{
  g_autoptr (Run) run = run_new ();
  static const guint8 foreign[] = { 1, 2, 3, 4 };

  run_write (run, "out.pdf", "old");
  run_write (run, "text.carebrief", "Not a library at all.\n");
  run_write (run, "empty.carebrief", "");
  run_ok (run, "new", "foreign.carebrief", NULL);
  run_patch (run, "foreign.carebrief", 68, foreign, sizeof foreign); /* SQLite's application id */
  assert_not_opened (run, CARE_CLI_NOT_A_LIBRARY, "text.carebrief");
  assert_not_opened (run, CARE_CLI_NOT_A_LIBRARY, "empty.carebrief");
  assert_not_opened (run, CARE_CLI_NOT_A_LIBRARY, "foreign.carebrief");
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "info", "text.carebrief", NULL);
  g_assert_cmpstr (run->err, ==,
                   "carebrief: text.carebrief: “text.carebrief” is called like a CareBrief library but is none; "
                   "choose another file\n");
  run_fails (run, CARE_CLI_NOT_A_LIBRARY, "info", "out.pdf", NULL);
  g_assert_cmpstr (run->err, ==,
                   "carebrief: out.pdf: “out.pdf” is not a CareBrief library; choose a file that ends in .carebrief\n");
  assert_not_opened (run, CARE_CLI_NOT_A_LIBRARY, ".");
  assert_not_opened (run, CARE_CLI_NOT_A_LIBRARY, "/dev/null");
}

static void
test_newer (void)
{
  g_autoptr (Run) run = run_new ();
  static const guint8 version[] = { 0, 0, 3, 231 };

  run_make_sample (run, "newer.carebrief");
  run_patch (run, "newer.carebrief", 60, version, sizeof version); /* SQLite's user version */
  assert_not_opened (run, CARE_CLI_NEWER, "newer.carebrief");
  g_assert_nonnull (strstr (run->err, "999"));
}

static void
test_damaged (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree guint8 *garbage = g_malloc (64 * 1024);

  memset (garbage, 0xa5, 64 * 1024);
  run_make_sample (run, "damaged.carebrief");
  run_patch (run, "damaged.carebrief", 4096, garbage, 64 * 1024);
  assert_not_opened (run, CARE_CLI_DAMAGED, "damaged.carebrief");
}

static void
test_is_there_already (void)
{
  g_autoptr (Run) run = run_new ();

  run_write (run, "a.carebrief", "old");
  run_fails (run, CARE_CLI_NO_ACCESS, "new", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_ACCESS, "new", ".", NULL);
}

/* Below a file, in a folder that is not there, in one that takes no files. */
static const char *const unwritable[]
  = { "file/out", "no/such/folder/out", "/proc/out", "", "folder", "/dev/null" };

static void
test_cannot_be_written (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *folder = run_path (run, "folder");

  run_write (run, "file", "old");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  run_make_sample (run, "a.carebrief");
  for (guint i = 0; i < G_N_ELEMENTS (unwritable); i++)
    {
      run_fails (run, CARE_CLI_NO_ACCESS, "new", unwritable[i], NULL);
      run_fails (run, CARE_CLI_NO_ACCESS, "export", "a.carebrief", "--format", "json", "--output",
                 unwritable[i], NULL);
      run_fails (run, CARE_CLI_NO_ACCESS, "export", "a.carebrief", "--format", "pdf", "--output",
                 unwritable[i], NULL);
    }
}

static void
test_cannot_be_read (void)
{
  g_autoptr (Run) run = run_new ();

  run_ok (run, "new", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_NO_ACCESS, "import", "a.carebrief", ".", NULL);
  run_fails (run, CARE_CLI_MISSING, "import", "a.carebrief", "a.carebrief/below", NULL);
}

static void
test_in_use (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *path = run_path (run, "a.carebrief");
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  run_ok (run, "new", "a.carebrief", NULL);
  library = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  g_assert_no_error (error);
  run_command (run, "import", "a.carebrief", g_getenv ("CAREBRIEF_SAMPLE"), NULL);
  g_assert_cmpint (run->status, ==, CARE_CLI_NO_ACCESS);
  g_assert_true (g_str_has_prefix (run->err, "carebrief: a.carebrief: "));
}

/* A name with an escape sequence, or of invalid text, spoils no terminal. */
static void
test_hostile_names (void)
{
  g_autoptr (Run) run = run_new ();

  run_fails (run, CARE_CLI_MISSING, "info", "./\x1b[2J\n.carebrief", NULL);
  g_assert_null (strchr (run->err, '\x1b'));
  run_fails (run, CARE_CLI_MISSING, "info", "./\xff.carebrief", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/failures/missing", test_missing);
  g_test_add_func ("/cli/failures/not-a-library", test_not_a_library);
  g_test_add_func ("/cli/failures/newer", test_newer);
  g_test_add_func ("/cli/failures/damaged", test_damaged);
  g_test_add_func ("/cli/failures/is-there-already", test_is_there_already);
  g_test_add_func ("/cli/failures/cannot-be-written", test_cannot_be_written);
  g_test_add_func ("/cli/failures/cannot-be-read", test_cannot_be_read);
  g_test_add_func ("/cli/failures/in-use", test_in_use);
  g_test_add_func ("/cli/failures/hostile-names", test_hostile_names);
  return g_test_run ();
}
