/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief undo [LIBRARY], carebrief redo [LIBRARY] */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-library.h"

#include <glib/gi18n.h>

static CareCliStatus
tell (const char *format, const char *sentence)
{
  g_autofree char *clean = care_cli_clean (sentence);
  g_autofree char *line = g_strdup_printf ("%s %s\n", format, clean);

  return care_cli_print (line);
}

/* Whether @text is an act's id. */
static gboolean
read_id (const char *text, CareId *id)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}

CareCliStatus
care_cli_undo (const CareCliCommand *command, char **argv)
{
  g_autofree char *act = NULL;
  const GOptionEntry entries[] = {
    { "act", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &act,
      N_("Undo this act of the history, whatever has been done since"), N_("ID") },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  CareId id = 0;

  if (arguments == NULL)
    return status;
  if (act != NULL && !read_id (act, &id))
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is not the number of an act; `carebrief history` lists them"), act);
  path = care_cli_library_argument (arguments, 0);
  library = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  if (library != NULL)
    sentence = act != NULL ? care_library_undo_act (library, id, &error) : care_library_undo (library, &error);
  return sentence == NULL ? care_cli_fail_with (error, path) : tell (_ ("Undid:"), sentence);
}

CareCliStatus
care_cli_redo (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  path = care_cli_library_argument (arguments, 0);
  library = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  if (library != NULL)
    sentence = care_library_redo (library, &error);
  return sentence == NULL ? care_cli_fail_with (error, path) : tell (_ ("Redid:"), sentence);
}
