/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief verify [LIBRARY] */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-library.h"

#include <glib/gi18n.h>

CareCliStatus
care_cli_verify (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autofree char *path = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *count = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  path = care_cli_library_argument (arguments, 0);
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  if (library == NULL || !care_library_verify (library, &error))
    return care_cli_fail_with (error, path);

  records = care_library_records (library);
  count = care_cli_format_count (records->len);
  line = g_strdup_printf (ngettext ("sound: %s record\n", "sound: %s records\n", records->len), count);
  return care_cli_print (line);
}
