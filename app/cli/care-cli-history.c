/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief history [LIBRARY] */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-cli-table.h"
#include "care-history-json.h"
#include "care-library.h"

#include <glib/gi18n.h>

#define DEFAULT_LIMIT 100

static void
add_row (CareCliTable *table, const CareHistoryEntry *entry)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->id);
  const char *state = entry->state == CARE_HISTORY_DONE ? "" : care_history_state_word (entry->state);
  const char *const cells[] = { id, entry->done, entry->author, entry->sentence, state, NULL };

  care_cli_table_add_row (table, cells);
}

static CareCliStatus
print_table (GPtrArray *entries)
{
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  g_autofree char *text = NULL;

  care_cli_table_add_column (table, _ ("Act"), TRUE);
  care_cli_table_add_column (table, _ ("Done"), FALSE);
  care_cli_table_add_column (table, _ ("Author"), FALSE);
  care_cli_table_add_column (table, _ ("What"), FALSE);
  care_cli_table_add_column (table, _ ("State"), FALSE);
  for (guint i = 0; i < entries->len; i++)
    add_row (table, g_ptr_array_index (entries, i));
  text = care_cli_table_print (table, care_cli_terminal_width ());
  return care_cli_print (text);
}

static CareCliStatus
print_json (GPtrArray *entries)
{
  g_autoptr (GBytes) json = care_history_json_write (entries);

  return care_cli_print_bytes (json);
}

CareCliStatus
care_cli_history (const CareCliCommand *command, char **argv)
{
  int limit = DEFAULT_LIMIT;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "limit", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit, N_("List so many, 100 if it is not said"), N_("N") },
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_("Write JSON instead of a table"), NULL },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, options, argv, &status);
  g_autofree char *path = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  if (limit < 0)
    return care_cli_fail (CARE_CLI_USAGE, _ ("A list cannot be shorter than nothing; say how many acts with --limit"));
  path = care_cli_library_argument (arguments, 0);
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  if (library != NULL)
    entries = care_library_history (library, (guint) limit, &error);
  if (entries == NULL)
    return care_cli_fail_with (error, path);
  return json ? print_json (entries) : print_table (entries);
}
