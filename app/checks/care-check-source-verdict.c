/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verdict of a source is reported beside ours, and is not ours. */

#include "care-check.h"

#include <glib/gi18n.h>

static void
check_pledge (CareCheckRun *run, const CareCheckShown *shown)
{
  g_autoptr (GPtrArray) verdicts
    = care_snapshot_list (run->snapshot, "verdict", "pledge", care_record_get_id (shown->record));
  CareRecord *of_source = NULL;

  for (guint i = 0; i < verdicts->len; i++)
    {
      CareRecord *verdict = g_ptr_array_index (verdicts, i);

      if (g_strcmp0 (care_record_get (verdict, "whose"), "ours") == 0)
        return;
      of_source = verdict;
    }
  if (of_source != NULL)
    care_check_mend (care_check_report (run, shown->element, shown->record, NULL,
                                        _ ("“%s” has the verdict of a source, “%s”, and none of ours"),
                                        care_record_get_title (shown->record), care_record_get_title (of_source)),
                     _ ("Add Verdict…"));
}

void
care_check_source_verdict (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "pledge");

  for (guint i = 0; i < shown->len; i++)
    check_pledge (run, &g_array_index (shown, CareCheckShown, i));
}
