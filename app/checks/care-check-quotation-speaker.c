/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nobody's words are printed without saying whose they are. */

#include "care-check.h"

#include <glib/gi18n.h>

static void
check_quotation (CareCheckRun *run, const CareCheckShown *shown)
{
  CareRecord *quotation = shown->record;

  if (care_record_get (quotation, "person") != NULL || care_record_get (quotation, "actor") != NULL)
    return;
  care_check_mend (care_check_report (run, shown->element, quotation, "person", _ ("Quotation “%s” has no speaker"),
                                      care_record_get_title (quotation)),
                   _ ("Add Speaker…"));
}

void
care_check_quotation_speaker (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "quotation");
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, "pull-quote");

  for (guint i = 0; i < shown->len; i++)
    check_quotation (run, &g_array_index (shown, CareCheckShown, i));
  for (guint i = 0; i < boxes->len; i++)
    {
      CareRecord *box = g_ptr_array_index (boxes, i);

      if (care_snapshot_follow (run->snapshot, box, "quotation") == NULL)
        care_check_mend (care_check_report (run, box, box, "quotation", _ ("“%s” has no quotation, and so no speaker"),
                                            care_record_get_title (box)),
                         _ ("Choose Quotation…"));
    }
}
