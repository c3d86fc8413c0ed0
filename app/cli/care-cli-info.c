/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief info [LIBRARY] */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-cli-table.h"
#include "care-library.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static void
append_line (GString *text, const char *label, const char *value)
{
  g_autofree char *clean = care_cli_clean (value);

  g_string_append_printf (text, "%s: %s\n", label, clean);
}

static void
append_size (GString *text, const char *path)
{
  g_autofree char *count = NULL;
  g_autofree char *size = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return;
  count = care_cli_format_count ((guint64) info.st_size);
  size = g_strdup_printf (ngettext ("%s byte", "%s bytes", (gulong) info.st_size), count);
  append_line (text, _ ("Size"), size);
}

static char *
print_counts (CareLibrary *library)
{
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  const CareKind *kinds;
  guint n_kinds;

  care_cli_table_add_column (table, _ ("Kind"), FALSE);
  care_cli_table_add_column (table, _ ("Records"), TRUE);
  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      guint n = g_list_model_get_n_items (care_library_list (library, kinds[k].name));
      g_autofree char *count = care_cli_format_count (n);
      const char *cells[] = { _ (kinds[k].label_plural), count, NULL };

      if (n > 0)
        care_cli_table_add_row (table, cells);
    }
  return care_cli_table_print (table, 0);
}

static char *
describe (CareLibrary *library)
{
  g_autoptr (GPtrArray) records = care_library_records (library);
  g_autofree char *n_records = care_cli_format_count (records->len);
  g_autofree char *version = g_strdup_printf ("%d", care_library_get_version (library));
  g_autofree char *counts = print_counts (library);
  GString *text = g_string_new (NULL);

  append_line (text, _ ("Library"), care_library_get_path (library));
  append_line (text, _ ("Version"), version);
  append_size (text, care_library_get_path (library));
  append_line (text, _ ("Records"), n_records);
  if (counts[0] != '\0')
    g_string_append_printf (text, "\n%s", counts);
  return g_string_free (text, FALSE);
}

CareCliStatus
care_cli_info (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autofree char *path = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  path = care_cli_library_argument (arguments, 0);
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  if (library == NULL)
    return care_cli_fail_with (error, path);
  text = describe (library);
  return care_cli_print (text);
}
