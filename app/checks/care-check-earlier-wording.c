/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A party line sums up what is held now: not a wording of the position that has changed
 * since. */

#include "care-check.h"

#include "care-position-versions.h"

#include <glib/gi18n.h>

/* (transfer full) (nullable): the newest wording of the position that @version is one of,
 * where that is another. */
static CareRecord *
find_newer (CareCheckRun *run, CareRecord *version)
{
  g_autoptr (GPtrArray) versions = care_snapshot_list (run->snapshot, "position_version", "position",
                                                       care_record_get_reference (version, "position"));
  g_autoptr (GPtrArray) ordered = care_position_versions_order (versions);

  if (!care_position_versions_are_changed (versions) || g_ptr_array_index (ordered, 0) == version)
    return NULL;
  return g_object_ref (g_ptr_array_index (ordered, 0));
}

void
care_check_earlier_wording (CareCheckRun *run)
{
  g_autoptr (GArray) lines = care_check_shown (run, "party_line");

  for (guint i = 0; i < lines->len; i++)
    {
      const CareCheckShown *shown = &g_array_index (lines, CareCheckShown, i);
      CareRecord *version = care_snapshot_follow (run->snapshot, shown->record, "version");
      g_autoptr (CareRecord) newer = version == NULL ? NULL : find_newer (run, version);

      if (newer != NULL)
        care_check_mend (care_check_report (run, shown->element, shown->record, "version",
                                            _ ("“%s” sums up an earlier wording: the newest is “%s”"),
                                            care_record_get_title (shown->record), care_record_get_title (newer)),
                         _ ("Choose Wording…"));
    }
}
