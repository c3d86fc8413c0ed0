/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief bin [LIBRARY] */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-cli-table.h"
#include "care-library.h"
#include "care-record-name.h"

#include <glib/gi18n.h>

static void
add_row (CareCliTable *table, CareLibrary *library, const CareBinItem *item)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, item->entry->id);
  g_autofree char *others = g_strdup_printf ("%u", item->n_others);
  g_autofree char *name = care_record_name (item->record, care_library_lookup, library);
  const char *const cells[] = {
    id, item->entry->done, item->entry->author, _ (care_record_get_kind (item->record)->label),
    name, others, NULL,
  };

  care_cli_table_add_row (table, cells);
}

static CareCliStatus
list_items (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (GPtrArray) items = library == NULL ? NULL : care_library_bin (library, &error);
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  g_autofree char *text = NULL;

  if (items == NULL)
    return care_cli_fail_with (error, path);
  care_cli_table_add_column (table, _ ("Act"), TRUE);
  care_cli_table_add_column (table, _ ("Deleted"), FALSE);
  care_cli_table_add_column (table, _ ("By"), FALSE);
  care_cli_table_add_column (table, _ ("Kind"), FALSE);
  care_cli_table_add_column (table, _ ("Title"), FALSE);
  care_cli_table_add_column (table, _ ("With It"), TRUE);
  for (guint i = 0; i < items->len; i++)
    add_row (table, library, g_ptr_array_index (items, i));
  text = care_cli_table_print (table, care_cli_terminal_width ());
  return care_cli_print (text);
}

static CareCliStatus
restore (const char *path, CareId id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  g_autoptr (CareAct) act = library == NULL ? NULL : care_library_plan_restore (library, id, &error);
  g_autofree char *clean = NULL;
  g_autofree char *line = NULL;

  if (act == NULL || !care_library_apply (library, act, &error))
    return care_cli_fail_with (error, path);
  clean = care_cli_clean (care_act_get_sentence (act));
  line = g_strdup_printf ("%s\n", clean);
  return care_cli_print (line);
}

CareCliStatus
care_cli_bin (const CareCliCommand *command, char **argv)
{
  g_autofree char *act = NULL;
  const GOptionEntry options[] = {
    { "restore", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &act, N_("Bring back what this act deleted"), N_("ACT") },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, options, argv, &status);
  g_autofree char *path = NULL;
  CareId id;

  if (arguments == NULL)
    return status;
  path = care_cli_library_argument (arguments, 0);
  if (act == NULL)
    return list_items (path);
  if (!g_ascii_string_to_signed (act, 10, 1, G_MAXINT64, &id, NULL))
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is not the number of an act; `carebrief bin` lists them"), act);
  return restore (path, id);
}
