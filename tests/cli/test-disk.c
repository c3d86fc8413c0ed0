/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A full disk: each command is run with room for ever more bytes until it is
 * done, and every time before that leaves all files as they were. */

#include "care-cli.h"
#include "run.h"

#include <glib/gstdio.h>
#include <string.h>

#define STEP 61441

static void
set_room (Run *run, guint64 bytes)
{
  const char *options = g_getenv ("ASAN_OPTIONS");
  g_autofree char *room = g_strdup_printf ("%" G_GUINT64_FORMAT, bytes);
  g_autofree char *asan = g_strconcat (options == NULL ? "" : options, options == NULL ? "" : ":",
                                       "verify_asan_link_order=0", NULL);

  g_autofree char *module = g_path_get_basename (g_getenv ("CARE_FAULT_SHIM"));
  g_autofree char *folder = g_path_get_dirname (g_getenv ("CARE_FAULT_SHIM"));

  /* By its name alone: LD_PRELOAD is cut at every space in a path. */
  g_subprocess_launcher_setenv (run->launcher, "LD_LIBRARY_PATH", folder, TRUE);
  g_subprocess_launcher_setenv (run->launcher, "LD_PRELOAD", module, TRUE);
  g_subprocess_launcher_setenv (run->launcher, "CARE_FULL_DISK_AFTER", room, TRUE);
  g_subprocess_launcher_setenv (run->launcher, "ASAN_OPTIONS", asan, TRUE);
}

static void
set_no_limit (Run *run)
{
  g_subprocess_launcher_unsetenv (run->launcher, "LD_PRELOAD");
  g_subprocess_launcher_unsetenv (run->launcher, "CARE_FULL_DISK_AFTER");
}

static guint64
get_size (Run *run, const char *name)
{
  g_autoptr (GBytes) bytes = run_read (run, name);

  return g_bytes_get_size (bytes);
}

static void
test_new (void)
{
  g_autoptr (Run) run = run_new ();
  g_autofree char *path = run_path (run, "a.carebrief");
  guint64 needed;

  run_ok (run, "new", "a.carebrief", NULL);
  needed = get_size (run, "a.carebrief");
  g_assert_cmpint (g_unlink (path), ==, 0);
  for (guint64 room = 0; room < needed; room += STEP)
    {
      set_room (run, room);
      run_fails (run, CARE_CLI_DISK_FULL, "new", "a.carebrief", NULL);
    }
  set_room (run, needed * 3);
  run_ok (run, "new", "a.carebrief", NULL);
}

static void
test_import (void)
{
  g_autoptr (Run) run = run_new ();
  guint64 empty;
  guint64 needed;

  run_ok (run, "new", "a.carebrief", NULL);
  empty = get_size (run, "a.carebrief");
  run_make_sample (run, "b.carebrief");
  needed = get_size (run, "b.carebrief") - empty;
  for (guint64 room = 0; room < needed; room += STEP)
    {
      set_room (run, room);
      run_fails (run, CARE_CLI_DISK_FULL, "import", "a.carebrief", g_getenv ("CAREBRIEF_SAMPLE"), NULL);
      set_no_limit (run);
      run_ok (run, "verify", "a.carebrief", NULL);
      g_assert_cmpstr (run_get_out (run), ==, "sound: 0 records\n");
    }
  run_ok (run, "import", "a.carebrief", g_getenv ("CAREBRIEF_SAMPLE"), NULL);
}

static void
assert_export (Run *run, const char *format, const char *name)
{
  guint64 needed;

  run_ok (run, "export", "a.carebrief", "--format", format, "--output", "whole", NULL);
  needed = get_size (run, "whole");
  run_write (run, name, "old");
  for (guint64 room = 0; room < needed; room += STEP)
    {
      set_room (run, room);
      run_fails (run, CARE_CLI_DISK_FULL, "export", "a.carebrief", "--format", format, "--output", name,
                 NULL);
      run_fails (run, CARE_CLI_DISK_FULL, "export", "a.carebrief", "--format", format, "--output", "other",
                 NULL);
    }
  set_room (run, needed);
  run_ok (run, "export", "a.carebrief", "--format", format, "--output", name, NULL);
  set_no_limit (run);
  g_assert_cmpuint (get_size (run, name), ==, needed);
}

static void
test_export (void)
{
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  assert_export (run, "json", "a.json");
  assert_export (run, "pdf", "a.pdf");
}

/* A device that is always full, as a disk is to which a shell sends the output. */
static void
test_stdout (void)
{
  static const char *const lines[] = {
    "\"$CAREBRIEF\" list figures a.carebrief",
    "\"$CAREBRIEF\" list figures a.carebrief --format csv",
    "\"$CAREBRIEF\" export a.carebrief --format json",
    "\"$CAREBRIEF\" export a.carebrief --format pdf --output -",
    "\"$CAREBRIEF\" --help",
  };
  g_autoptr (Run) run = run_new ();

  run_make_sample (run, "a.carebrief");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = g_strconcat (lines[i], " 2>&1 >/dev/full; echo $?", NULL);
      const char *argv[] = { "sh", "-c", line, NULL };
      g_autofree char *out = run_tool (run, argv);

      g_assert_true (g_str_has_prefix (out, "carebrief: "));
      g_assert_true (g_str_has_suffix (out, "\n6\n"));
    }
}

/* Nobody reads on: no failure, and no signal either. */
static void
test_closed_pipe (void)
{
  g_autoptr (Run) run = run_new ();
  const char *argv[]
    = { "sh", "-c",
        "{ sleep 0.2; \"$CAREBRIEF\" export a.carebrief --format json; echo $? >status; } | true; "
        "cat status",
        NULL };
  g_autofree char *out = NULL;

  run_make_sample (run, "a.carebrief");
  out = run_tool (run, argv);
  g_assert_cmpstr (out, ==, "0\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/disk/new", test_new);
  g_test_add_func ("/cli/disk/import", test_import);
  g_test_add_func ("/cli/disk/export", test_export);
  g_test_add_func ("/cli/disk/stdout", test_stdout);
  g_test_add_func ("/cli/disk/closed-pipe", test_closed_pipe);
  return g_test_run ();
}
