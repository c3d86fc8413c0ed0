/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "use-library.h"

#include "care-history-json.h"
#include "care-library-json.h"
#include "care-library.h"
#include "care-search.h"

#include <glib/gstdio.h>

static void
read_fields (CareLibrary *library, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = care_record_format (record, kind->fields[i].name);

      if (kind->fields[i].type == CARE_FIELD_REFERENCE)
        care_library_follow (library, record, kind->fields[i].name);
    }
}

static void
read_briefings (CareLibrary *library)
{
  GListModel *briefings = care_library_list (library, "briefing");

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);
      g_autoptr (CareSnapshot) snapshot
        = care_library_snapshot (library, care_record_get_id (briefing), NULL);
    }
}

static void
read_history (CareLibrary *library)
{
  g_autoptr (GPtrArray) entries = care_library_history (library, 1000, NULL);
  g_autoptr (GBytes) json = entries == NULL ? NULL : care_history_json_write (entries);
}

static void
search (CareLibrary *library)
{
  g_autoptr (GPtrArray) hits = care_library_search (library, "integration kind:figure", 20, NULL);
  g_autoptr (CareTally) tally = care_tally_new (library, "integration", NULL);

  while (tally != NULL && care_tally_go_on (tally, NULL))
    ;
}

/**
 * use_library_read:
 * @path: of a file
 * @error: return location for an error
 *
 * Opens @path to read it, and reads everything in every way: as the commands
 * `info`, `list`, `search`, `verify`, `history` and `export` do.
 *
 * Returns: %FALSE if it was refused.
 */
gboolean
use_library_read (const char *path, GError **error)
{
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GBytes) json = NULL;

  if (library == NULL)
    return FALSE;
  records = care_library_records (library);
  for (guint i = 0; i < records->len; i++)
    read_fields (library, g_ptr_array_index (records, i));
  json = care_library_json_write (records);
  read_briefings (library);
  read_history (library);
  search (library);
  care_library_verify (library, NULL);
  return TRUE;
}

/**
 * use_library_salvage:
 * @path: of a file
 * @error: return location for an error
 *
 * Makes a new library of what can be read of @path, and removes it again.
 *
 * Returns: %FALSE if it was refused.
 */
gboolean
use_library_salvage (const char *path, GError **error)
{
  g_autofree char *made = g_strconcat (path, ".salvaged", NULL);
  g_autoptr (GPtrArray) lost = NULL;

  if (!care_library_salvage (path, made, &lost, error))
    return FALSE;
  g_unlink (made);
  return TRUE;
}

/* Undoes what the history holds, newest first, as far as it can be. */
static void
undo_all (CareLibrary *library)
{
  g_autoptr (GPtrArray) entries = care_library_history (library, 100, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const CareHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *sentence = care_library_undo_act (library, entry->id, NULL);
    }
}

static void
add_theme (CareLibrary *library)
{
  g_autoptr (CareAct) act = care_act_new ("Add a theme");
  g_autoptr (CareRecord) theme = care_record_new (care_kind_find ("theme"), G_MAXINT64 - 1);

  if (!care_record_set (theme, "name", "Integration", NULL))
    return;
  care_act_insert (act, theme);
  care_library_apply (library, act, NULL);
}

/**
 * use_library_write:
 * @path: of a file
 * @error: return location for an error
 *
 * Opens @path to write it, and does, undoes and redoes acts.
 *
 * Returns: %FALSE if it was refused.
 */
gboolean
use_library_write (const char *path, GError **error)
{
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_WRITE, error);
  g_autofree char *sentence = NULL;

  if (library == NULL)
    return FALSE;
  undo_all (library);
  sentence = care_library_redo (library, NULL);
  add_theme (library);
  return TRUE;
}
