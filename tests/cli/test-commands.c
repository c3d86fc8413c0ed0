/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli.h"
#include "care-kind.h"
#include "run.h"

#include <string.h>

static const char *const commands[] = { "new", "info", "list", "import", "export", "verify" };

static void
test_help (void)
{
  static const char *const words[] = { "--help", "-h", "help" };
  g_autoptr (Run) run = run_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      run_ok (run, words[i], NULL);
      for (guint c = 0; c < G_N_ELEMENTS (commands); c++)
        g_assert_nonnull (strstr (run_get_out (run), commands[c]));
      g_assert_nonnull (strstr (run_get_out (run), "Exit codes:"));
      g_assert_nonnull (strstr (run_get_out (run), "carebrief/library.carebrief"));
    }
}

static void
test_command_help (void)
{
  g_autoptr (Run) run = run_new ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("carebrief %s [OPTION…] ", commands[i]);

      run_ok (run, commands[i], "--help", NULL);
      g_assert_nonnull (strstr (run_get_out (run), usage));
      for (int status = CARE_CLI_DONE; status <= CARE_CLI_MUST_FIX; status++)
        {
          g_autofree char *line = g_strdup_printf ("\n  %2d  ", status);
          g_assert_nonnull (strstr (run_get_out (run), line));
        }
    }
}

/* In a locale without "…" too. */
static void
test_help_is_utf8 (void)
{
  g_autoptr (Run) run = run_new ();

  g_subprocess_launcher_setenv (run->launcher, "LC_ALL", "C", TRUE);
  run_ok (run, "list", "--help", NULL);
  g_assert_nonnull (strstr (run_get_out (run), "[OPTION…]"));
}

static void
test_version (void)
{
  g_autoptr (Run) run = run_new ();

  run_ok (run, "--version", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "CareBrief " CARE_VERSION "\n");
}

static void
test_wrong_words (void)
{
  g_autoptr (Run) run = run_new ();

  run_fails (run, CARE_CLI_USAGE, "lst", NULL);
  run_fails (run, CARE_CLI_USAGE, "--no-such-option", NULL);
  run_fails (run, CARE_CLI_USAGE, "-x", NULL);
  run_fails (run, CARE_CLI_USAGE, "", NULL);
  run_fails (run, CARE_CLI_MISSING, "missing.carebrief", NULL);
  run_fails (run, CARE_CLI_MISSING, "./missing", NULL);
  run_fails (run, CARE_CLI_MISSING, "/nowhere/missing", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run_fails (run, CARE_CLI_USAGE, commands[i], "--no-such-option", NULL);
      run_fails (run, CARE_CLI_USAGE, commands[i], "a", "b", "c", NULL);
    }
  run_fails (run, CARE_CLI_USAGE, "new", NULL);
  run_fails (run, CARE_CLI_USAGE, "import", NULL);
  run_fails (run, CARE_CLI_USAGE, "import", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "list", NULL);
}

static void
test_list_wrong (void)
{
  g_autoptr (Run) run = run_new ();
  const CareKind *kinds;
  guint n_kinds;

  run_ok (run, "new", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "list", "figures", "a.carebrief", "--format", "xml", NULL);
  run_fails (run, CARE_CLI_USAGE, "list", "figures", "a.carebrief", "--format", NULL);
  run_fails (run, CARE_CLI_USAGE, "list", "figure", "a.carebrief", NULL);
  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    g_assert_nonnull (strstr (run->err, kinds[i].plural));
}

static void
test_export_wrong (void)
{
  g_autoptr (Run) run = run_new ();

  run_ok (run, "new", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "odt", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "json", "--pages", "2", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "json", "--briefing", "1", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--pages", "0", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--pages", "-1", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--pages", "two", NULL);
  run_fails (run, CARE_CLI_USAGE, "export", "a.carebrief", "--format", "pdf", "--briefing", "\xff", NULL);
}

static void
test_is_command (void)
{
  g_assert_true (care_cli_is_command ("list"));
  g_assert_true (care_cli_is_command ("help"));
  g_assert_true (care_cli_is_command ("--help"));
  g_assert_true (care_cli_is_command ("-h"));
  g_assert_true (care_cli_is_command ("--version"));
  g_assert_true (care_cli_is_command ("--no-such-option"));
  g_assert_true (care_cli_is_command ("lst"));
  g_assert_true (care_cli_is_command ("/nowhere/missing.carebrief"));
  /* for the application */
  g_assert_false (care_cli_is_command (NULL));
  g_assert_false (care_cli_is_command ("--"));
  g_assert_false (care_cli_is_command ("--gapplication-service"));
  g_assert_false (care_cli_is_command ("file:///nowhere/missing.carebrief"));
  g_assert_false (care_cli_is_command (g_getenv ("CAREBRIEF")));
}

static void
test_default_library_path (void)
{
  g_autofree char *path = care_default_library_path ();
  g_autofree char *expected
    = g_build_filename (g_get_user_data_dir (), "carebrief", "library.carebrief", NULL);

  g_assert_cmpstr (path, ==, expected);
}

/* After "--" a name may begin with a hyphen. */
static void
test_end_of_options (void)
{
  g_autoptr (Run) run = run_new ();

  run_ok (run, "new", "--", "-a.carebrief", NULL);
  run_ok (run, "verify", "--", "-a.carebrief", NULL);
  g_assert_cmpstr (run_get_out (run), ==, "sound: 0 records\n");
}

/* GTK alone takes a fifth of the time of an export to load. */
static void
test_window_apart (void)
{
  g_autoptr (Run) run = run_new ();
  const char *const argv[] = { "ldd", g_getenv ("CAREBRIEF"), NULL };
  g_autofree char *libraries = run_tool (run, argv);
  g_autofree char *alone = run_path (run, "carebrief");
  const char *const copying[] = { "cp", g_getenv ("CAREBRIEF"), alone, NULL };
  const char *const alone_argv[] = { "sh", "-c", "./carebrief 2>&1; echo $?", NULL };

  g_assert_nonnull (strstr (libraries, "libglib-2.0"));
  g_assert_null (strstr (libraries, "libgtk-4"));

  run_fails (run, CARE_CLI_FAILED, NULL);
  g_assert_cmpstr (run->err, ==,
                   "carebrief: There is no display to open a window on; `carebrief --help` lists what can be done "
                   "without one\n");

  g_free (run_tool (run, copying));
  g_free (libraries);
  libraries = run_tool (run, alone_argv);
  g_assert_true (g_str_has_prefix (libraries, "carebrief: “"));
  g_assert_true (g_str_has_suffix (libraries, "carebrief-window”, which shows the window, cannot be run (No such file or "
                                              "directory). Install CareBrief again.\n1\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/commands/help", test_help);
  g_test_add_func ("/cli/commands/command-help", test_command_help);
  g_test_add_func ("/cli/commands/help-is-utf8", test_help_is_utf8);
  g_test_add_func ("/cli/commands/version", test_version);
  g_test_add_func ("/cli/commands/wrong-words", test_wrong_words);
  g_test_add_func ("/cli/commands/list-wrong", test_list_wrong);
  g_test_add_func ("/cli/commands/export-wrong", test_export_wrong);
  g_test_add_func ("/cli/commands/is-command", test_is_command);
  g_test_add_func ("/cli/commands/default-library-path", test_default_library_path);
  g_test_add_func ("/cli/commands/end-of-options", test_end_of_options);
  g_test_add_func ("/cli/commands/window-apart", test_window_apart);
  return g_test_run ();
}
