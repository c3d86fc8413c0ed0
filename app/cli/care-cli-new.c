/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief new LIBRARY */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-library.h"

CareCliStatus
care_cli_new (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  if (care_library_create (arguments[0], NULL, &error))
    return CARE_CLI_DONE;
  return care_cli_fail_making (error, arguments[0]);
}
