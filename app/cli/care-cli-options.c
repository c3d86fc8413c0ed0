/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli-options.h"

#include "care-cli-output.h"

#include <glib/gi18n.h>

static const char *const statuses[] = {
  N_("done"),
  N_("another failure"),
  N_("no such command or option"),
  N_("no such file"),
  N_("not a library, or not in the library format"),
  N_("made by a newer CareBrief"),
  N_("the disk is full"),
  N_("cannot be read or written, is there already, or is in use"),
  N_("the library is damaged"),
  N_("the briefing does not fit its pages"),
  N_("no such record"),
  N_("refused: records are wrong, or something is in conflict"),
  N_("the briefing has problems that must be fixed before it goes out"),
};

/**
 * care_cli_describe_statuses:
 *
 * Returns: (transfer full): the exit codes and what they mean, a line each.
 */
char *
care_cli_describe_statuses (void)
{
  GString *text = g_string_new (_ ("Exit codes:"));

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    g_string_append_printf (text, "\n  %2u  %s", i, _ (statuses[i]));
  return g_string_free (text, FALSE);
}

static GOptionContext *
make_context (const CareCliCommand *command, const GOptionEntry *entries, const GOptionEntry *common)
{
  GOptionContext *context = g_option_context_new (NULL);
  g_autofree char *codes = care_cli_describe_statuses ();

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, codes);
  /* GLib's own --help would print in the locale's encoding and exit. */
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

static CareCliStatus
check_count (const CareCliCommand *command, char **arguments)
{
  guint n = arguments == NULL ? 0 : g_strv_length (arguments);

  if (n < command->n_least)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Too little was said; it is `carebrief %s %s`, and "
                                             "`carebrief %s --help` explains it"),
                          command->name, _ (command->arguments), command->name);
  if (n > command->n_most)
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is too much; it is `carebrief %s %s`, and "
                                             "`carebrief %s --help` explains it"),
                          arguments[command->n_most], command->name, _ (command->arguments), command->name);
  return CARE_CLI_DONE;
}

static CareCliStatus
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  return care_cli_print (help);
}

/**
 * care_cli_parse:
 * @command: the command
 * @entries: (nullable): the options that it has besides --help
 * @argv: (array zero-terminated=1): its words
 * @status: (out): the exit code, if there is nothing more to do
 *
 * Reads the options of a command into what @entries point to, and its arguments.
 * Prints the help that was asked for, or says what is wrong.
 *
 * Returns: (transfer full) (nullable): the arguments, or %NULL if there is
 *   nothing more to do.
 */
char **
care_cli_parse (const CareCliCommand *command, const GOptionEntry *entries, char **argv,
                CareCliStatus *status)
{
  gboolean help = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) words = g_strdupv (argv);
  g_autofree char *name = g_strdup_printf ("carebrief %s", command->name);
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, command->arguments },
    { NULL },
  };
  g_autoptr (GOptionContext) context = make_context (command, entries, common);
  g_autoptr (GError) error = NULL;

  g_set_prgname (name);
  if (!g_option_context_parse_strv (context, &words, &error))
    *status = care_cli_fail (CARE_CLI_USAGE, _ ("%s; `carebrief %s --help` explains"), error->message,
                             command->name);
  else if (help)
    *status = print_help (context);
  else
    {
      *status = check_count (command, arguments);
      if (*status == CARE_CLI_DONE)
        return arguments == NULL ? g_new0 (char *, 1) : g_steal_pointer (&arguments);
    }
  return NULL;
}

/**
 * care_cli_library_argument:
 * @arguments: (array zero-terminated=1): of a command
 * @index: which of them is the library
 *
 * Returns: (transfer full): the library's path, the user's own library where
 *   none was named.
 */
char *
care_cli_library_argument (char **arguments, guint index)
{
  if (g_strv_length (arguments) > index)
    return g_strdup (arguments[index]);
  return care_default_library_path ();
}
