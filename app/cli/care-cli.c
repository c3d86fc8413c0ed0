/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli.h"

#include "care-cli-command.h"
#include "care-cli-options.h"
#include "care-cli-output.h"

#include <glib/gi18n.h>
#include <string.h>

static const CareCliCommand commands[] = {
  { "new", N_("LIBRARY"), N_("Make an empty library."), 1, 1, care_cli_new },
  { "info", N_("[LIBRARY]"), N_("Say what a library is and how much it holds."), 0, 1, care_cli_info },
  { "list", N_("KIND [LIBRARY]"), N_("List the records of one kind, such as figures or pledges."), 1, 2,
    care_cli_list },
  { "search", N_("QUERY [LIBRARY]"), N_("Find records by their words."), 1, 2, care_cli_search },
  { "timeline", N_("[LIBRARY]"), N_("List who promised what by when, and how it stands."), 0, 1, care_cli_timeline },
  { "ledger", N_("[LIBRARY]"), N_("Add figures up, as far as they can be added, and say why the others cannot."), 0, 1,
    care_cli_ledger },
  { "import", N_("LIBRARY FILE"), N_("Put the records of a JSON file, or the figures or the deflator of a CSV file, into a library."), 2, 2,
    care_cli_import },
  { "edition", N_("VERB [LIBRARY]"), N_("Make, list or compare the editions of a briefing."), 1, 2, care_cli_edition },
  { "check", N_("[LIBRARY]"), N_("Say what must be fixed in a briefing before it goes out, and what to look at."), 0, 1,
    care_cli_check },
  { "export", N_("[LIBRARY]"), N_("Write a library as JSON, or a briefing as PDF."), 0, 1, care_cli_export },
  { "apply", N_("LIBRARY"), N_("Do the acts that come as JSON on standard input, a line each."), 1, 1,
    care_cli_apply },
  { "merge", N_("MINE THEIRS"), N_("Bring another copy of a library into yours."), 2, 2, care_cli_merge },
  { "history", N_("[LIBRARY]"), N_("List what has been done in a library, newest first."), 0, 1, care_cli_history },
  { "undo", N_("[LIBRARY]"), N_("Undo the last act, or the one named."), 0, 1, care_cli_undo },
  { "redo", N_("[LIBRARY]"), N_("Do the act that was undone last again."), 0, 1, care_cli_redo },
  { "bin", N_("[LIBRARY]"), N_("List what has been deleted, or bring it back."), 0, 1, care_cli_bin },
  { "verify", N_("[LIBRARY]"), N_("Check that a library is sound."), 0, 1, care_cli_verify },
  { "copy", N_("LIBRARY NEW"), N_("Save a copy of a library, with its history or without."), 2, 2, care_cli_copy },
  { "backups", N_("[LIBRARY]"), N_("List the backups of a library, newest first."), 0, 1, care_cli_backups },
  { "restore", N_("LIBRARY BACKUP"), N_("Put a backup in the place of a library, which is kept as a backup."), 2, 2,
    care_cli_restore },
  { "unlock", N_("LIBRARY"), N_("Take a library over that another machine had open which is off now."), 1, 1,
    care_cli_unlock },
  { "recover", N_("DAMAGED NEW"), N_("Make a new library of what can still be read, and list what cannot."), 2, 2,
    care_cli_recover },
};

static const CareCliCommand *
find_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, word) == 0)
      return &commands[i];
  return NULL;
}

static gboolean
is_help (const char *word)
{
  return strcmp (word, "help") == 0 || strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0;
}

/* A word that can only be meant as the name of a file. */
static gboolean
is_path (const char *word)
{
  return strpbrk (word, "/.") != NULL;
}

static CareCliStatus
print_help (void)
{
  g_autofree char *codes = care_cli_describe_statuses ();
  g_autofree char *path = care_default_library_path ();
  g_autoptr (GString) text
    = g_string_new (_ ("Usage:\n"
                       "  carebrief                     Open your library in a window\n"
                       "  carebrief LIBRARY             Open a library in a window\n"
                       "  carebrief COMMAND [OPTION…]   Do something without a window\n"
                       "  carebrief --version           Say which CareBrief this is\n"));

  g_string_append_printf (text, "\n%s\n", _ ("Commands, each with --help:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-9s%-16s%s\n", commands[i].name, _ (commands[i].arguments),
                            _ (commands[i].summary));
  g_string_append_printf (text, _ ("\nWhere no LIBRARY is named, it is yours: %s\n"), path);
  g_string_append (text, _ ("After “--” nothing is taken for an option.\n"));
  g_string_append_printf (text, "\n%s\n", codes);
  return care_cli_print (text->str);
}

static CareCliStatus
fail_for_word (const char *word)
{
  if (word[0] == '-')
    return care_cli_fail (CARE_CLI_USAGE,
                          _ ("There is no option “%s”; `carebrief --help` lists what there is"), word);
  if (is_path (word))
    return care_cli_fail (CARE_CLI_MISSING, _ ("%s: There is no such file; check the name, or make it with "
                                               "`carebrief new`"),
                          word);
  return care_cli_fail (CARE_CLI_USAGE,
                        _ ("There is no command “%s”, nor a file; `carebrief --help` lists the "
                           "commands"),
                        word);
}

/**
 * care_cli_is_command:
 * @word: (nullable): the first word after the program's name
 *
 * Returns: whether the command line is to be run by care_cli_run(): where @word
 *   is a command, an option, or names nothing that a window could open. %FALSE
 *   for a file that is there, a URI, and what the desktop passes to an
 *   application (`--gapplication-service`, `--`).
 */
gboolean
care_cli_is_command (const char *word)
{
  if (word == NULL || strcmp (word, "--") == 0 || g_str_has_prefix (word, "--gapplication-"))
    return FALSE;
  if (find_command (word) != NULL || is_help (word) || word[0] == '-')
    return TRUE;
  return strstr (word, "://") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

/**
 * care_cli_run:
 * @argc: how many words there are, at least 2
 * @argv: the program's name, then a word of which care_cli_is_command() is true
 *
 * Runs a command. The locale has been set already, and SIGPIPE and SIGXFSZ are
 * ignored, so that what they stand for is an error like others.
 *
 * Returns: the exit code, a #CareCliStatus.
 */
int
care_cli_run (int argc, char **argv)
{
  const CareCliCommand *command;

  g_return_val_if_fail (argc >= 2, CARE_CLI_USAGE);

  command = find_command (argv[1]);
  if (command != NULL)
    return (int) command->run (command, argv + 1);
  if (is_help (argv[1]))
    return (int) print_help ();
  if (strcmp (argv[1], "--version") == 0)
    return (int) care_cli_print ("CareBrief " CARE_VERSION "\n");
  return (int) fail_for_word (argv[1]);
}

/**
 * care_default_library_path:
 *
 * Returns: (transfer full): where the library of this user is, whether it is
 *   there or not.
 */
char *
care_default_library_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "carebrief", "library.carebrief", NULL);
}
