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

/* "figure:17016" */
static gboolean
read_record (const char *text, const CareKind **kind, CareId *id)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  if (g_strv_length (parts) != 2)
    return FALSE;
  *kind = care_kind_find (parts[0]);
  return *kind != NULL && g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, id, NULL);
}

static void
append_event (GString *text, const CareHistoryEvent *event, CareLibrary *library)
{
  g_autofree char *author = care_cli_clean (event->entry->author);
  g_autofree char *sentence = care_cli_clean (event->entry->sentence);
  g_autofree char *what = care_difference_describe (event->difference, care_library_lookup, library);
  g_auto (GStrv) lines = g_strsplit (what, "\n", -1);

  g_string_append_printf (text, "%" G_GINT64_FORMAT "  %s  %s  %s\n", event->entry->id, event->entry->done, author,
                          sentence);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = care_cli_clean (lines[i]);

      g_string_append_printf (text, "    %s\n", line);
    }
}

static CareCliStatus
print_events (CareLibrary *library, GPtrArray *events, gboolean json)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (json)
    {
      bytes = care_history_json_write_events (events);
      return care_cli_print_bytes (bytes);
    }
  for (guint i = 0; i < events->len; i++)
    append_event (text, g_ptr_array_index (events, i), library);
  return care_cli_print (text->str);
}

static CareCliStatus
list_record (const char *path, const char *record, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const CareKind *kind;
  CareId id;

  if (!read_record (record, &kind, &id))
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” names no record; write its kind and id, such as figure:17016"),
                          record);
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  if (library != NULL)
    events = care_library_record_history (library, kind->name, id, &error);
  return events == NULL ? care_cli_fail_with (error, path) : print_events (library, events, json);
}

static CareCliStatus
list_acts (const char *path, int limit, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (GPtrArray) entries
    = library == NULL ? NULL : care_library_history (library, (guint) limit, &error);

  if (entries == NULL)
    return care_cli_fail_with (error, path);
  return json ? print_json (entries) : print_table (entries);
}

CareCliStatus
care_cli_history (const CareCliCommand *command, char **argv)
{
  int limit = DEFAULT_LIMIT;
  gboolean json = FALSE;
  g_autofree char *record = NULL;
  const GOptionEntry options[] = {
    { "limit", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit, N_("List so many, 100 if it is not said"), N_("N") },
    { "record", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &record,
      N_("List what was done to one record, from what to what"), N_("KIND:ID") },
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_("Write JSON instead of text"), NULL },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, options, argv, &status);
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return status;
  if (limit < 0)
    return care_cli_fail (CARE_CLI_USAGE, _ ("A list cannot be shorter than nothing; say how many acts with --limit"));
  path = care_cli_library_argument (arguments, 0);
  return record != NULL ? list_record (path, record, json) : list_acts (path, limit, json);
}
