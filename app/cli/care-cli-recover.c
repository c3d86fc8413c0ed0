/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief recover DAMAGED NEW */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-library.h"

static CareCliStatus
print_lost (GPtrArray *lost)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lost->len; i++)
    {
      g_autofree char *line = care_cli_clean (g_ptr_array_index (lost, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return care_cli_print (text->str);
}

CareCliStatus
care_cli_recover (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  if (care_library_salvage (arguments[0], arguments[1], &lost, &error))
    return print_lost (lost);
  return care_cli_fail_with (error, NULL);
}
