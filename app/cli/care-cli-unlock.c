/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief unlock LIBRARY */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-library.h"

#include <glib/gi18n.h>

CareCliStatus
care_cli_unlock (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autofree char *whose = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  if (!care_library_unlock (arguments[0], &whose, &error))
    return care_cli_fail_with (error, arguments[0]);
  if (whose == NULL)
    return care_cli_print (_ ("Nobody has it open: there was no lock\n"));
  clean = care_cli_clean (whose);
  line = g_strdup_printf ("%s %s\n", _ ("Removed:"), clean);
  return care_cli_print (line);
}
