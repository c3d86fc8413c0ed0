/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief import LIBRARY FILE */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-drafts.h"
#include "care-library-json.h"
#include "care-library.h"

#include <glib/gi18n.h>

/* Nobody reads more of them at once. */
#define MAX_SHOWN 20

/* A line for each problem, as a compiler gives them. */
static CareCliStatus
refuse (const char *path, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len && i < MAX_SHOWN; i++)
    {
      g_autofree char *description = care_problem_describe (g_ptr_array_index (problems, i));

      care_cli_fail (CARE_CLI_REFUSED, "%s: %s", path, description);
    }
  if (problems->len > MAX_SHOWN)
    care_cli_fail (CARE_CLI_REFUSED, ngettext ("%s: and %u problem more", "%s: and %u problems more",
                                               problems->len - MAX_SHOWN),
                   path, problems->len - MAX_SHOWN);
  return care_cli_fail (CARE_CLI_REFUSED, _ ("%s: Nothing was imported; put this right and try again"), path);
}

static GPtrArray *
read_drafts (const char *path, CareCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GBytes) bytes = care_cli_read_file (path, CARE_LIBRARY_JSON_MAX_BYTES, &error);

  if (bytes != NULL)
    drafts = care_library_json_read (bytes, &problems, &error);
  if (drafts != NULL)
    return g_steal_pointer (&drafts);
  if (problems != NULL && problems->len > 1)
    *status = refuse (path, problems);
  else
    *status = care_cli_fail_with (error, path);
  return NULL;
}

static CareCliStatus
import_drafts (CareLibrary *library, GPtrArray *drafts, const char *path)
{
  g_autoptr (GPtrArray) problems = care_drafts_check_references (drafts, care_library_lookup, library);
  g_autoptr (GError) error = NULL;
  g_autofree char *n_new_text = NULL;
  g_autofree char *n_old_text = NULL;
  g_autofree char *line = NULL;
  guint n_new;

  if (problems->len > 0)
    return refuse (path, problems);
  if (!care_library_import (library, drafts, &n_new, &error))
    return care_cli_fail_with (error, care_library_get_path (library));

  n_new_text = care_cli_format_count (n_new);
  n_old_text = care_cli_format_count (drafts->len - n_new);
  line = g_strdup_printf (
    ngettext ("%s record imported, %s there already\n", "%s records imported, %s there already\n", n_new),
    n_new_text, n_old_text);
  return care_cli_print (line);
}

CareCliStatus
care_cli_import (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  drafts = read_drafts (arguments[1], &status);
  if (drafts == NULL)
    return status;
  library = care_library_open (arguments[0], CARE_LIBRARY_WRITE, &error);
  if (library == NULL)
    return care_cli_fail_with (error, arguments[0]);
  return import_drafts (library, drafts, arguments[1]);
}
