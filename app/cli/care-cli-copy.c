/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief copy LIBRARY NEW */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-library.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

CareCliStatus
care_cli_copy (const CareCliCommand *command, char **argv)
{
  gboolean without_history = FALSE;
  const GOptionEntry options[]
    = { { "without-history", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &without_history,
          N_ ("Leave out what has been done, and all that was deleted"), NULL },
        G_OPTION_ENTRY_NULL };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, options, argv, &status);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  if (arguments == NULL)
    return status;
  if (g_lstat (arguments[1], &info) == 0)
    return care_cli_fail (CARE_CLI_NO_ACCESS,
                          S_ISDIR (info.st_mode) ? _ ("%s: This is a folder; give the copy a name in it")
                                                 : _ ("%s: There is such a file already; choose another name"),
                          arguments[1]);
  library = care_library_open (arguments[0], CARE_LIBRARY_READ, &error);
  if (library == NULL)
    return care_cli_fail_with (error, arguments[0]);
  if (care_library_save_copy (library, arguments[1], !without_history, &error))
    return CARE_CLI_DONE;
  return care_cli_fail_making (error, arguments[1]);
}
