/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief ledger [LIBRARY] */

#include "care-cli-command.h"

#include "care-cli-ledger.h"
#include "care-cli-options.h"
#include "care-cli-output.h"

#include <glib/gi18n.h>

static void
clear (CareCliLedger *self)
{
  g_free (self->ledger);
  g_free (self->actor);
  g_free (self->fund);
  g_free (self->extent);
  g_free (self->briefing);
  g_strfreev (self->figures);
  g_free (self->basis);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CareCliLedger, clear)

static CareCliStatus
report (const CareCliLedger *wanted, char **arguments)
{
  g_autofree char *path = care_cli_library_argument (arguments, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (CareLedgerSheet) sheet = NULL;
  CareCliStatus status;

  if (library == NULL)
    return care_cli_fail_with (error, path);
  sheet = care_cli_ledger_choose (wanted, library, &status);
  return sheet == NULL ? status : care_cli_ledger_print (sheet, library, wanted->json);
}

CareCliStatus
care_cli_ledger (const CareCliCommand *command, char **argv)
{
  g_auto (CareCliLedger) wanted = { NULL };
  const GOptionEntry entries[] = {
    { "ledger", 'l', 0, G_OPTION_ARG_FILENAME, &wanted.ledger, N_ ("A question that was saved, by its words or id"), N_ ("LEDGER") },
    { "figure", 'f', 0, G_OPTION_ARG_FILENAME_ARRAY, &wanted.figures,
      N_ ("Only that figure, by its name or id; more than once for several"), N_ ("FIGURE") },
    { "actor", 0, 0, G_OPTION_ARG_FILENAME, &wanted.actor, N_ ("Only what is of that party or body: its name or id"), N_ ("ACTOR") },
    { "fund", 0, 0, G_OPTION_ARG_FILENAME, &wanted.fund, N_ ("Only what is of that fund"), N_ ("FUND") },
    { "extent", 0, 0, G_OPTION_ARG_FILENAME, &wanted.extent, N_ ("Only what is for that place"), N_ ("PLACE") },
    { "briefing", 'b', 0, G_OPTION_ARG_FILENAME, &wanted.briefing, N_ ("Only what that briefing shows"), N_ ("BRIEFING") },
    { "basis", 0, 0, G_OPTION_ARG_FILENAME, &wanted.basis,
      N_ ("The figure that others are compared with; one of those that most can be added to where nothing is said"), N_ ("FIGURE") },
    { "together", 0, 0, G_OPTION_ARG_NONE, &wanted.together, N_ ("Add what different owners have"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wanted.json, N_ ("Write JSON instead of text"), NULL },
    { NULL },
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);

  if (arguments == NULL)
    return status;
  if (wanted.ledger != NULL
      && (wanted.figures != NULL || wanted.actor != NULL || wanted.fund != NULL || wanted.extent != NULL || wanted.briefing != NULL
          || wanted.basis != NULL || wanted.together))
    return care_cli_fail (CARE_CLI_USAGE, _ ("--ledger is a question that says itself what is added, and how; say no other option "
                                             "but --json with it"));
  return report (&wanted, arguments);
}
