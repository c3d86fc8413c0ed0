/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief import LIBRARY FILE [--deflator NAME] */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-csv-read.h"
#include "care-deflator-csv.h"
#include "care-drafts.h"
#include "care-figures-csv.h"
#include "care-library-json.h"
#include "care-library.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nobody reads more of them at once. */
#define MAX_SHOWN 20
/* Of a file of either kind. */
#define MAX_BYTES MAX (CARE_LIBRARY_JSON_MAX_BYTES, CARE_CSV_MAX_BYTES)

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

/* The drafts that were read, or the exit code after saying what is wrong. */
static GPtrArray *
judge (GPtrArray *drafts, GPtrArray *problems, const GError *error, const char *path, CareCliStatus *status)
{
  if (drafts == NULL && problems != NULL && problems->len > 1)
    *status = refuse (path, problems);
  else if (drafts == NULL)
    *status = care_cli_fail_with (error, path);
  return drafts;
}

static GPtrArray *
read_json (GBytes *bytes, const char *path, CareCliStatus *status)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = care_library_json_read (bytes, &problems, &error);

  return judge (drafts, problems, error, path, status);
}

static GListModel *
list_kind (const char *kind, gpointer library)
{
  return care_library_list (library, kind);
}

static GPtrArray *
read_csv (GBytes *bytes, CareLibrary *library, const char *path, CareCliStatus *status)
{
  g_autoptr (CareNames) names = care_names_new (care_library_lookup, list_kind, library);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = care_figures_csv_read (bytes, names, care_library_make_id (), &problems, &error);

  return judge (drafts, problems, error, path, status);
}

static GPtrArray *
read_deflator (GBytes *bytes, const char *name, CareLibrary *library, const char *path, CareCliStatus *status)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = care_deflator_csv_read (bytes, name, care_library_list (library, "deflator"),
                                              care_library_make_id (), &problems, &error);

  return judge (drafts, problems, error, path, status);
}

static CareCliStatus
import_drafts (CareLibrary *library, GPtrArray *drafts, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *n_new_text = NULL;
  g_autofree char *n_old_text = NULL;
  g_autofree char *line = NULL;
  guint n_new;

  if (!care_library_import (library, drafts, &n_new, &error))
    return care_cli_fail_with (error, care_library_get_path (library));

  n_new_text = care_cli_format_count (n_new);
  n_old_text = care_cli_format_count (drafts->len - n_new);
  line = g_strdup_printf (
    ngettext ("%s record imported, %s there already\n", "%s records imported, %s there already\n", n_new),
    n_new_text, n_old_text);
  return care_cli_print (line);
}

static CareCliStatus
import_json (const char *library_path, GBytes *bytes, const char *path)
{
  CareCliStatus status;
  g_autoptr (GPtrArray) drafts = read_json (bytes, path, &status);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (drafts == NULL)
    return status;
  library = care_library_open (library_path, CARE_LIBRARY_WRITE, &error);
  if (library == NULL)
    return care_cli_fail_with (error, library_path);
  problems = care_drafts_check_references (drafts, care_library_lookup, library);
  return problems->len > 0 ? refuse (path, problems) : import_drafts (library, drafts, path);
}

/* The library first: a row says "Labour" where it has an id. @deflator: the name of an index, or
 * NULL for figures. */
static CareCliStatus
import_csv (const char *library_path, GBytes *bytes, const char *path, const char *deflator)
{
  CareCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (library_path, CARE_LIBRARY_WRITE, &error);
  g_autoptr (GPtrArray) drafts = NULL;

  if (library == NULL)
    return care_cli_fail_with (error, library_path);
  drafts = deflator == NULL ? read_csv (bytes, library, path, &status) : read_deflator (bytes, deflator, library, path, &status);
  return drafts == NULL ? status : import_drafts (library, drafts, path);
}

static gboolean
is_csv (const char *path)
{
  gsize length = strlen (path);

  return length >= 4 && g_ascii_strcasecmp (path + length - 4, ".csv") == 0;
}

CareCliStatus
care_cli_import (const CareCliCommand *command, char **argv)
{
  g_autofree char *deflator = NULL;
  const GOptionEntry entries[] = {
    { "deflator", 0, 0, G_OPTION_ARG_FILENAME, &deflator, N_ ("The file is an index of prices that is to be called that"), N_ ("NAME") },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  bytes = care_cli_read_file (arguments[1], MAX_BYTES, &error);
  if (bytes == NULL)
    return care_cli_fail_with (error, arguments[1]);
  if (deflator == NULL && is_csv (arguments[1]) && care_deflator_csv_is_one (bytes))
    return care_cli_fail (CARE_CLI_USAGE, _ ("%s is an index of prices; say with --deflator NAME what it is to be called"), arguments[1]);
  return deflator != NULL || is_csv (arguments[1]) ? import_csv (arguments[0], bytes, arguments[1], deflator)
                                                   : import_json (arguments[0], bytes, arguments[1]);
}
