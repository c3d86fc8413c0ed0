/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief backups [LIBRARY], carebrief restore LIBRARY BACKUP */

#include "care-cli-command.h"

#include "care-backup.h"
#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-cli-table.h"
#include "care-file.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_row (CareCliTable *table, const CareBackup *backup)
{
  g_autofree char *name = g_path_get_basename (backup->file);
  g_autofree char *when = g_date_time_format (backup->when, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *size = care_cli_format_count (backup->size);
  g_autofree char *briefings
    = backup->n_briefings < 0 ? g_strdup ("") : care_cli_format_count ((guint64) backup->n_briefings);
  const char *note = backup->was_replaced ? _ ("replaced when a backup was restored") : "";
  const char *const cells[] = { name, when, size, briefings, note, NULL };

  care_cli_table_add_row (table, cells);
}

/* Where there is nothing to list, the name may be wrong. A library that is damaged,
 * or made by a newer CareBrief, is one. */
static gboolean
check_name (const char *path, GError **error)
{
  g_autofree char *file = care_file_resolve (path, error);
  g_autoptr (GError) reason = NULL;
  CareFileHeader header;

  if (file == NULL)
    return FALSE;
  if (care_file_check (file, &header, &reason)
      || !g_error_matches (reason, CARE_STORE_ERROR, CARE_STORE_ERROR_NOT_A_LIBRARY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

CareCliStatus
care_cli_backups (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  path = care_cli_library_argument (arguments, 0);
  backups = care_backup_list (path, &error);
  if (backups == NULL || (backups->len == 0 && !check_name (path, &error)))
    return care_cli_fail_with (error, path);
  care_cli_table_add_column (table, _ ("Backup"), FALSE);
  care_cli_table_add_column (table, _ ("Made"), FALSE);
  care_cli_table_add_column (table, _ ("Bytes"), TRUE);
  care_cli_table_add_column (table, _ ("Briefings"), TRUE);
  care_cli_table_add_column (table, _ ("Note"), FALSE);
  for (guint i = 0; i < backups->len; i++)
    add_row (table, g_ptr_array_index (backups, i));
  text = care_cli_table_print (table, care_cli_terminal_width ());
  return care_cli_print (text);
}

/* (transfer full): the file that is meant by a name which `carebrief backups` lists,
 * or else the name itself. */
static char *
find_backup (const char *library, const char *name)
{
  g_autoptr (GPtrArray) backups = strchr (name, '/') != NULL ? NULL : care_backup_list (library, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const CareBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *listed = g_path_get_basename (backup->file);

      if (strcmp (listed, name) == 0)
        return g_strdup (backup->file);
    }
  return g_strdup (name);
}

CareCliStatus
care_cli_restore (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  backup = find_backup (arguments[0], arguments[1]);
  if (care_backup_restore (arguments[0], backup, &error))
    return CARE_CLI_DONE;
  return care_cli_fail_with (error, NULL);
}
